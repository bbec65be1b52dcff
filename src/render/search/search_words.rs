//! What searches in a language ignore, and which words they take for the same: a file of the theme, such as `search/en.yaml`.

use serde::{Deserialize, Serialize};

use crate::text::fold;

#[derive(Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(in crate::render) struct SearchWords {
    /// Words that say nothing about what somebody looks for.
    ignored: Vec<String>,
    /// Words and phrases by meaning.
    synonyms: Vec<Vec<String>>,
}

impl SearchWords {
    /// Where the theme has the words of a language: first the most specific file.
    pub(in crate::render) fn paths(tag: &str) -> impl Iterator<Item = String> {
        let subtag = tag.split('-').next().unwrap_or(tag).to_lowercase();
        [tag.to_owned(), subtag].into_iter().map(|tag| format!("search/{tag}.yaml"))
    }

    /// Reads a file of the theme. Each word becomes what it is in the index.
    pub(in crate::render) fn from_yaml(bytes: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8 text".to_owned())?;
        let Self { ignored, synonyms } = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
        Ok(Self {
            ignored: ignored.iter().map(|word| folded(word)).collect(),
            synonyms: synonyms.iter().map(|meaning| meaning.iter().map(|phrase| folded(phrase)).collect()).collect(),
        })
    }
}

#[cfg(test)]
impl SearchWords {
    pub(in crate::render) fn ignored(&self) -> &[String] {
        &self.ignored
    }

    pub(in crate::render) fn synonyms(&self) -> &[Vec<String>] {
        &self.synonyms
    }
}

/// The words of a phrase as in the index, with spaces between them.
fn folded(phrase: &str) -> String {
    let mut words = Vec::new();
    fold(phrase, |word| words.push(word.to_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_folded_as_pages_are() {
        let words = SearchWords::from_yaml(b"ignored: [What's]\nsynonyms: [[CV, r\xc3\xa9sum\xc3\xa9, 1-to-1]]\n");
        let synonyms = vec![["cv", "resume", "1 to 1"].map(str::to_owned).to_vec()];
        assert_eq!(words, Ok(SearchWords { ignored: vec!["whats".to_owned()], synonyms }));
        assert!(SearchWords::from_yaml(b"synonims: []").is_err(), "a key with a slip");
    }

    #[test]
    fn a_language_has_the_file_of_its_tag_or_its_first_part() {
        assert_eq!(SearchWords::paths("en-GB").collect::<Vec<_>>(), ["search/en-GB.yaml", "search/en.yaml"]);
    }
}
