//! What is kept of a text for rendering.

use std::ops::Range;
use std::sync::Arc;

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::dictionary::Dictionary;
use super::found_terms::FoundTerms;
use super::html::BodyHtml;
use super::key_links::KeyLinks;
use super::page_text::PageText;
use crate::programme::{explains_booking, is_written};
use crate::report::{ContentPath, Place, Source};

/// The Markdown body of a file, and the links of its keys. A YAML file has no body.
#[derive(Debug)]
pub struct TextBody {
    source: Source,
    pub(crate) html: BodyHtml,
    /// Those of its front matter.
    pub(crate) key_links: KeyLinks,
    /// Its search terms, in the dictionary.
    pub(crate) terms: FoundTerms,
    pub(crate) dictionary: Arc<Dictionary>,
}

impl TextBody {
    pub(super) fn of(text: PageText) -> Self {
        let PageText { source, html, key_links, terms, dictionary, .. } = text;
        Self { source, html, key_links, terms, dictionary }
    }

    pub(crate) fn path(&self) -> &ContentPath {
        &self.source.path
    }

    /// A hash of what its file has above the body.
    pub(crate) fn front_matter_hash(&self) -> u128 {
        xxh3_128(self.source.text.get(..self.html.shown_from).unwrap_or_default().as_bytes())
    }

    /// A hash of all that the programme, other pages and findings of other stages depend on: of everything but words.
    /// `None` if they depend on more, such as the places of pictures.
    pub(crate) fn structure(&self) -> Option<u128> {
        let BodyHtml { links, pictures, raw_html, lost_links, lost_words, unread_marks, heading_ids, note_ids, .. } =
            &self.html;
        let is_plain = pictures.is_empty()
            && raw_html.is_empty()
            && lost_links.is_empty()
            && note_ids.is_empty()
            && lost_words.is_empty()
            && unread_marks.is_empty();
        let written = self.source.text.get(self.html.shown_from..).unwrap_or_default();
        let mut hash = Xxh3::new();
        let targets = links.iter().map(|link| &link.target);
        for part in targets.chain([&String::new()]).chain(heading_ids) {
            hash.update(part.as_bytes());
            hash.update(&[0]);
        }
        // The evidence for benchmark 8 depends on these words.
        hash.update(&[u8::from(explains_booking(written))]);
        (is_plain && is_written(written)).then(|| hash.digest128())
    }

    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        self.source.place(span.clone())
    }
}
