//! Finds names of people in a text.

use super::words::{WrittenWord, words};
use crate::framework::FirstNames;

/// A first name in a text.
pub(crate) struct FirstName<'t> {
    /// Without the ’s of a possessive.
    pub(crate) written: WrittenWord<'t>,
    /// The word after it, without its ’s. `None` after a possessive: what follows is not part of the name.
    pub(crate) next: Option<WrittenWord<'t>>,
}

/// The first names in a text that are common among young people and do not follow a title.
pub(crate) fn first_names<'t>(text: &'t str, names: &FirstNames) -> impl Iterator<Item = FirstName<'t>> {
    let mut words = words(text).peekable();
    let mut before = "";
    std::iter::from_fn(move || {
        while let Some(WrittenWord { text: word, at }) = words.next() {
            let name = without_possessive(word);
            let follows_title = is_title(std::mem::replace(&mut before, name), names);
            if is_first_name(name, names) && !follows_title {
                let next = words.peek().filter(|_| name == word).copied();
                let next = next.map(|next| WrittenWord { text: without_possessive(next.text), ..next });
                return Some(FirstName { written: WrittenWord { text: name, at }, next });
            }
        }
        None
    })
}

/// True for a capitalised first name that is common among young people.
pub(crate) fn is_first_name(word: &str, names: &FirstNames) -> bool {
    word.starts_with(char::is_uppercase) && names.names.contains(&word.to_lowercase())
}

pub(crate) fn without_possessive(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

/// In “I miss Amelia”, “miss” is not a title.
fn is_title(word: &str, names: &FirstNames) -> bool {
    word.starts_with(char::is_uppercase) && names.titles.contains(&word.to_lowercase())
}

/// True for a name after a title, such as “Mrs Quill”, but not “St John”, which is rather a place or a charity.
pub(crate) fn has_titled_name(text: &str, names: &FirstNames) -> bool {
    let all: Vec<&str> = words(text).map(|word| word.text).collect();
    all.windows(2).any(|pair| match pair {
        [title, name] if *title != "St" => {
            is_title(title.trim_end_matches('.'), names) && name.starts_with(char::is_uppercase)
        }
        _ => false,
    })
}

/// True for two capitalised words in a row, such as a name that is not in the list.
pub(crate) fn has_two_capitals(text: &str, names: &FirstNames) -> bool {
    let is_name = |word: &str| {
        let has_name_chars = word.chars().all(|ch| ch.is_alphabetic() || matches!(ch, '-' | '\'' | '’'));
        has_name_chars
            && word.starts_with(char::is_uppercase)
            && !word.chars().all(char::is_uppercase)
            && !names.not_names.contains(word)
    };
    let all: Vec<_> = words(text).collect();
    all.windows(2).any(|pair| match pair {
        [first, second] => is_name(first.text) && is_name(second.text) && text.get(first.end()..second.at) == Some(" "),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Facts;

    #[test]
    fn name_after_a_title_is_ignored() {
        let names = Facts::load().expect("the data files parse").first_names;
        let found = |text| {
            first_names(text, &names)
                .map(|name| (name.written.text, name.next.map(|next| next.text)))
                .collect::<Vec<_>>()
        };
        assert_eq!(found("“Great!” Amelia’s group said"), [("Amelia", None)]);
        assert_eq!(found("Mrs Amelia Quill saw Emma Hart’s work"), [("Emma", Some("Hart"))]);
        for text in ["Mrs Amelia Quill came", "The grace period", "Ask at the office"] {
            assert_eq!(found(text), [], "{text}");
        }
        assert!(has_titled_name("ask Dr. Quill", &names) && has_titled_name("Mrs Quill", &names));
        assert!(!has_titled_name("Miss a lesson to visit the fair", &names));
        assert!(has_two_capitals("Zofia Nowak-Bell, born 2011", &names));
        for text in ["Monday May 3", "In Year 9 we", "UPN DOB", "Hello. World"] {
            assert!(!has_two_capitals(text, &names), "{text}");
        }
    }
}
