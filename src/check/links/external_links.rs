//! Collects the links of the content to other websites, each with all its places.
//!
//! Takes the content files. Finds values of YAML that are addresses, and links of Markdown. Skips the site's own
//! address, because the site may not be published yet, and links to e-mail addresses and telephone numbers.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};
use url::Url;

use crate::programme::Prose;
use crate::read::{Document, Node, Sources, Value};
use crate::report::Place;

const SITE_ADDRESS_KEY: &str = "web-address";

/// Every address on another website, without its fragment, and its places.
#[derive(Debug, Default)]
pub struct ExternalLinks(BTreeMap<String, Vec<Place>>);

impl ExternalLinks {
    /// Collects the links of the content files.
    pub fn of(sources: &Sources) -> Self {
        let mut links = Self::default();
        for document in &sources.documents {
            if let Some(data) = &document.data {
                links.add_values(data, document);
            }
            links.add_links(document);
        }
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

    fn add_values(&mut self, node: &Node, document: &Document) {
        match &node.value {
            Value::Null => {}
            Value::Scalar(text) => self.add(text.trim(), node.span.clone(), document),
            Value::List(items) => items.iter().for_each(|item| self.add_values(item, document)),
            Value::Map(entries) => {
                let others = entries.iter().filter(|entry| entry.key != SITE_ADDRESS_KEY);
                others.for_each(|entry| self.add_values(&entry.node, document));
            }
        }
    }

    fn add_links(&mut self, document: &Document) {
        let prose = Prose::of(document);
        if !prose.text().contains("://") {
            return;
        }
        for (event, span) in prose.events() {
            if let Event::Start(Tag::Link { dest_url, .. }) = event {
                let start = document.body.start;
                self.add(&dest_url, start + span.start..start + span.end, document);
            }
        }
    }

    fn add(&mut self, text: &str, span: Range<usize>, document: &Document) {
        let Some(address) = web_address(text) else { return };
        self.0.entry(address).or_default().push(document.source.place(span));
    }
}

/// The normalised URL, if the whole text is a web address.
fn web_address(text: &str) -> Option<String> {
    let start = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    if !(start.starts_with("http://") || start.starts_with("https://")) || text.contains(char::is_whitespace) {
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
