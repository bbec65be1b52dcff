//! The script with the search index: how it is written, and how the words of some pages are replaced in it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::encoding::{Places, decode_pages, decode_words, encode_pages, encode_words};
use super::search_words::SearchWords;
use crate::render::assets::fingerprinted;
use crate::render::output_file::OutputFile;
use crate::text::{Field, fold};
use crate::view::{Address, Page, PageBody};

const START: &str = "globalThis.searchIndex = ";
/// This can't be in a title, where quotation marks are escaped.
const WORDS: &str = ",\"words\":\"";
const END: &str = "\"};\n";

/// What the index has besides the words of pages. Edits of words keep it.
#[derive(Serialize)]
pub(super) struct IndexHead<'a> {
    pub(super) language: &'a SearchWords,
    pub(super) pages: Vec<IndexedPage<'a>>,
}

/// A search result: address, title, section, description, audiences, groups, how it ranks, and when it is over. An array,
/// because field names would be half of the file.
#[derive(Serialize)]
pub(super) struct IndexedPage<'a>(String, &'a str, String, &'a str, &'a str, &'a str, Rank, &'a str);

/// How a page ranks among those with the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    Ordinary = 0,
    /// Other pages have the same.
    Repeats = 1,
    /// A cancelled event.
    Cancelled = 2,
}

impl Serialize for Rank {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(*self as u8)
    }
}

impl<'a> IndexedPage<'a> {
    pub(super) fn new(page: &'a Page<'_>, school: &str) -> Self {
        let about = &page.for_whom;
        let (is_cancelled, over_at) = match &page.body {
            PageBody::Event(page) => (page.event.cancelled, page.event.over_at.as_str()),
            _ => (false, ""),
        };
        let rank = match page.kind.repeats_others() {
            true => Rank::Repeats,
            false if is_cancelled => Rank::Cancelled,
            false => Rank::Ordinary,
        };
        let description = without_title(&page.description, &page.title, school);
        let (address, place) = (page.address.encoded(), page.place());
        Self(address, &page.title, place, description, &about.audiences, &about.groups, rank, over_at)
    }
}

/// Words that a description has besides title and school without adding anything, such as “at”.
const NEGLIGIBLE: usize = 1;

/// What a description adds to the title: “Year 10 for pupils: What is work really like?” adds the question, and “Careers
/// for pupils at Ridgeway School.” adds nothing.
fn without_title<'d>(description: &'d str, title: &str, school: &str) -> &'d str {
    if let Some(rest) = description.strip_prefix(title).and_then(|rest| rest.strip_prefix(':')) {
        return rest.trim_start();
    }
    let mut known = HashSet::new();
    for text in [title, school] {
        fold(text, |word| known.extend([word.to_owned()]));
    }
    let mut added = 0;
    fold(description, |word| added += usize::from(!known.contains(word)));
    if added > NEGLIGIBLE { description } else { "" }
}

/// The search terms of a page, each with its most important field.
pub(in crate::render) type PageTerms = HashMap<String, Field>;

/// An index that was read from its script.
pub(in crate::render) struct SearchIndex {
    /// The JSON of its [`IndexHead`], without the bracket at the end.
    head: String,
    /// The number and title of each page, by its encoded address.
    titles: HashMap<String, (u32, String)>,
    /// Each word with its encoded pages.
    words: BTreeMap<String, String>,
}

/// What is read of the head.
#[derive(Deserialize)]
struct ReadHead<'a> {
    #[serde(borrow)]
    pages: Vec<ReadPage<'a>>,
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
    IgnoredAny,
    IgnoredAny,
);

/// The file of an index. `words` are only letters, digits and spaces.
pub(super) fn script(head: &IndexHead<'_>, words: &str) -> OutputFile {
    // Strings and arrays always serialise.
    let head = serde_json::to_string(head).unwrap_or_default();
    script_of_json(head.strip_suffix('}').unwrap_or_default(), words)
}

fn script_of_json(head: &str, words: &str) -> OutputFile {
    fingerprinted("search-index.js", [START, head, WORDS, words, END].concat().into_bytes())
}

impl SearchIndex {
    /// `None` if it isn't the script of an index.
    pub(in crate::render) fn from_script(script: &[u8]) -> Option<Self> {
        let script = std::str::from_utf8(script).ok()?;
        let (head, words) = script.strip_prefix(START)?.strip_suffix(END)?.split_once(WORDS)?;
        let closed = [head, "}"].concat();
        let read: ReadHead<'_> = serde_json::from_str(&closed).ok()?;
        let titles = (0..).zip(read.pages).map(|(number, page)| (page.0.into_owned(), (number, page.1.into_owned())));
        let words = decode_words(words)?.into_iter().map(|(word, pages)| (word, pages.to_owned()));
        Some(Self { titles: titles.collect(), words: words.collect(), head: head.to_owned() })
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
        script_of_json(&self.head, &encode_words(words))
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

    const HEAD: &str = r#"{"language":{},"pages":[["a.html","A \",\"words\":\" b","","","","",0,""],["b%20c.html","B","","","","",1,""]]"#;

    #[test]
    fn words_of_a_page_are_replaced() {
        let file = script_of_json(HEAD, "0career TX 6s X 0fair X");
        let mut index = SearchIndex::from_script(&file.bytes).expect("an index");
        assert_eq!(index.title_of("a.html"), Some("A \",\"words\":\" b"));
        assert_eq!((index.title_of("b c.html"), index.title_of("c.html")), (Some("B"), None));
        let terms = [("career", Field::Text), ("fare", Field::Heading)].map(|(word, field)| (word.to_owned(), field));
        index.replace(&HashMap::from([("b c.html".to_owned(), HashMap::from(terms))]));
        assert_eq!(index.into_file(), script_of_json(HEAD, "0career TX 6s X 0fair X 2re 1H"));
    }

    #[test]
    fn descriptions_lose_a_title_that_they_repeat() {
        for (description, rest) in [
            ("Year 10 for pupils: What is work like?", "What is work like?"),
            ("Year 10 for pupils at Bench School.", ""),
            ("A day on the river.", "A day on the river."),
            ("Year 10 for pupils of all kinds.", "Year 10 for pupils of all kinds."),
            ("بنچ اسکول میں سال 10", "بنچ اسکول میں سال 10"),
        ] {
            assert_eq!(without_title(description, "Year 10 for pupils", "Bench School"), rest, "{description}");
        }
    }

    #[test]
    fn words_that_no_page_has_are_dropped() {
        let mut index = SearchIndex::from_script(&script_of_json(HEAD, "0career TX 0fair X").bytes).expect("an index");
        index.replace(&HashMap::from([("a.html".to_owned(), HashMap::new())]));
        assert_eq!(index.into_file(), script_of_json(HEAD, "0career 1X"));
    }
}
