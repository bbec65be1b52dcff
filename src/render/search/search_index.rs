//! The script with the search index: how it is written, and how the words of some pages are replaced in it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::encoding::{Places, decode_pages, decode_words, encode_pages, encode_words};
use crate::render::assets::fingerprinted;
use crate::render::output_file::OutputFile;
use crate::text::Field;
use crate::view::{Address, Page};

const START: &str = "globalThis.searchIndex = {\"pages\":";
/// This can't be in a title, where quotation marks are escaped.
const WORDS: &str = ",\"words\":\"";
const END: &str = "\"};\n";

/// A search result: address, title, section, description, audiences and groups. An array, because field names would be
/// half of the file.
#[derive(Serialize)]
pub(super) struct IndexedPage<'a>(String, &'a str, String, &'a str, &'a str, &'a str);

impl<'a> IndexedPage<'a> {
    pub(super) fn new(page: &'a Page<'_>) -> Self {
        let about = &page.for_whom;
        Self(page.address.encoded(), &page.title, page.place(), &page.description, &about.audiences, &about.groups)
    }
}

/// The search terms of a page, each with its most important field.
pub(in crate::render) type PageTerms = HashMap<String, Field>;

/// An index that was read from its script.
pub(in crate::render) struct SearchIndex {
    /// As JSON.
    pages: String,
    /// The number and title of each page, by its encoded address.
    titles: HashMap<String, (u32, String)>,
    /// Each word with its encoded pages.
    words: BTreeMap<String, String>,
}

/// What is read of a search result.
#[derive(Deserialize)]
struct ReadPage<'a>(
    #[serde(borrow)] Cow<'a, str>,
    #[serde(borrow)] Cow<'a, str>,
    IgnoredAny,
    IgnoredAny,
    IgnoredAny,
    IgnoredAny,
);

/// The file of an index. `pages` is JSON, and `words` are only letters, digits and spaces.
pub(super) fn script(pages: &str, words: &str) -> OutputFile {
    fingerprinted("search-index.js", [START, pages, WORDS, words, END].concat().into_bytes())
}

impl SearchIndex {
    /// `None` if it isn't the script of an index.
    pub(in crate::render) fn from_script(script: &[u8]) -> Option<Self> {
        let script = std::str::from_utf8(script).ok()?;
        let (pages, words) = script.strip_prefix(START)?.strip_suffix(END)?.split_once(WORDS)?;
        let read: Vec<ReadPage<'_>> = serde_json::from_str(pages).ok()?;
        let titles = (0..).zip(read).map(|(number, page)| (page.0.into_owned(), (number, page.1.into_owned())));
        let words = decode_words(words)?.into_iter().map(|(word, pages)| (word, pages.to_owned()));
        Some(Self { titles: titles.collect(), words: words.collect(), pages: pages.to_owned() })
    }

    /// The title of the page at a path. `None` if the index doesn't include it.
    pub(in crate::render) fn title_of(&self, path: &str) -> Option<&str> {
        self.titles.get(&Address::new(path).encoded()).map(|(_, title)| title.as_str())
    }

    /// Replaces the words of pages, given by their paths.
    pub(in crate::render) fn replace(&mut self, pages: &HashMap<String, PageTerms>) {
        let number = |path: &str| self.titles.get(&Address::new(path).encoded()).map(|(number, _)| *number);
        let pages: Vec<(u32, &PageTerms)> =
            pages.iter().filter_map(|(path, terms)| Some((number(path)?, terms))).collect();
        for terms in pages.iter().flat_map(|(_, terms)| terms.keys()) {
            self.words.entry(terms.clone()).or_default();
        }
        self.words.retain(|word, text| {
            let mut places: Places = decode_pages(text).collect();
            let mut is_changed = text.is_empty();
            for (page, terms) in &pages {
                is_changed |= put(&mut places, *page, terms.get(word).copied());
            }
            if is_changed {
                *text = encode_pages(&places);
            }
            !text.is_empty()
        });
    }

    pub(in crate::render) fn into_file(self) -> OutputFile {
        let words = self.words.iter().map(|(word, pages)| (word.as_str(), pages.as_str()));
        script(&self.pages, &encode_words(words))
    }
}

/// Sets the field that a word has on a page. True if it was another one.
fn put(places: &mut Places, page: u32, field: Option<Field>) -> bool {
    match (places.binary_search_by_key(&page, |(known, _)| *known), field) {
        (Ok(at), Some(field)) => {
            let Some((_, known)) = places.get_mut(at) else { return false };
            std::mem::replace(known, field) != field
        }
        (Ok(at), None) => {
            places.remove(at);
            true
        }
        (Err(at), Some(field)) => {
            places.insert(at, (page, field));
            true
        }
        (Err(_), None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: &str = r#"[["a.html","A \",\"words\":\" b","","","",""],["b%20c.html","B","","","",""]]"#;

    #[test]
    fn words_of_a_page_are_replaced() {
        let file = script(PAGES, "0career TX 6s X 0fair X");
        let mut index = SearchIndex::from_script(&file.bytes).expect("an index");
        assert_eq!(index.title_of("a.html"), Some("A \",\"words\":\" b"));
        assert_eq!((index.title_of("b c.html"), index.title_of("c.html")), (Some("B"), None));
        let terms = [("career", Field::Text), ("fare", Field::Heading)].map(|(word, field)| (word.to_owned(), field));
        index.replace(&HashMap::from([("b c.html".to_owned(), HashMap::from(terms))]));
        assert_eq!(index.into_file(), script(PAGES, "0career TX 6s X 0fair X 2re 1H"));
    }

    #[test]
    fn words_that_no_page_has_are_dropped() {
        let mut index = SearchIndex::from_script(&script(PAGES, "0career TX 0fair X").bytes).expect("an index");
        index.replace(&HashMap::from([("a.html".to_owned(), HashMap::new())]));
        assert_eq!(index.into_file(), script(PAGES, "0career 1X"));
    }
}
