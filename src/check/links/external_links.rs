//! Collects the links of the content to other websites, each with all its places.
//!
//! Takes the content files. Finds values of YAML that are addresses, and links of Markdown. Skips the site's own
//! address, because the site may not be published yet, and links to e-mail addresses and telephone numbers.

use std::collections::BTreeMap;

use url::Url;

use crate::read::{Document, Node, Sources, Value};
use crate::report::Place;
use crate::text::{self, PageText, TextOptions};

const SITE_ADDRESS_KEY: &str = "web-address";

/// Every address on another website, without its fragment, and its places.
#[derive(Debug, Default)]
pub struct ExternalLinks(BTreeMap<String, Vec<Place>>);

impl ExternalLinks {
    /// Collects the links of the content files.
    pub fn of(sources: &Sources) -> Self {
        let mut links = Self::in_values(&sources.documents);
        let of_texts = |texts: &[PageText]| {
            let of_text = |text: &PageText| {
                let links = text.links.iter();
                links.map(|link| (link.target.clone(), text.place(&link.span))).collect::<Vec<_>>()
            };
            texts.iter().flat_map(of_text).collect::<Vec<_>>()
        };
        let (_, found) = text::analyse(&sources.documents, &TextOptions::default(), of_texts);
        found.into_iter().flatten().for_each(|(target, place)| links.add(&target, || place));
        links
    }

    /// Collects the links in front matter and YAML files.
    pub(super) fn in_values(documents: &[Document]) -> Self {
        let mut links = Self::default();
        documents.iter().for_each(|document| links.add_document(document));
        links
    }

    /// The addresses in order, with their places in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Place])> {
        self.0.iter().map(|(address, places)| (address.as_str(), places.as_slice()))
    }

    /// The places of an address; empty if it is not in the content.
    pub fn places(&self, address: &str) -> &[Place] {
        self.0.get(address).map_or(&[], Vec::as_slice)
    }

    fn add_document(&mut self, document: &Document) {
        document.data.iter().for_each(|data| self.add_values(data, document));
    }

    fn add_values(&mut self, node: &Node, document: &Document) {
        match &node.value {
            Value::Null => {}
            Value::Scalar(text) => self.add(text.trim(), || document.source.place(node.span.clone())),
            Value::List(items) => items.iter().for_each(|item| self.add_values(item, document)),
            Value::Map(entries) => {
                let others = entries.iter().filter(|entry| entry.key != SITE_ADDRESS_KEY);
                others.for_each(|entry| self.add_values(&entry.node, document));
            }
        }
    }

    fn add(&mut self, text: &str, place: impl FnOnce() -> Place) {
        if let Some(address) = web_address(text) {
            self.0.entry(address).or_default().push(place());
        }
    }
}

/// The normalised URL, if the whole text is a web address.
pub(super) fn web_address(text: &str) -> Option<String> {
    let begins_with = |start: &str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    if !(begins_with("http://") || begins_with("https://")) || text.contains(char::is_whitespace) {
        return None;
    }
    let mut url = Url::parse(text).ok()?;
    url.set_fragment(None);
    Some(url.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_complete_web_address_counts() {
        assert_eq!(web_address("https://A.example/x#part").as_deref(), Some("https://a.example/x"));
        assert_eq!(web_address("http://a.example").as_deref(), Some("http://a.example/"));
        for other in [
            "See https://a.example",
            "https://a.example and more",
            "mailto:a@b.example",
            "tel:01632960123",
            "https://",
            "é",
        ] {
            assert_eq!(web_address(other), None, "{other}");
        }
    }
}
