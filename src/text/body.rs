//! What is kept of a text for rendering.

use std::ops::Range;
use std::sync::Arc;

use super::dictionary::Dictionary;
use super::found_terms::FoundTerms;
use super::html::BodyHtml;
use super::page_text::PageText;
use crate::report::{ContentPath, Place, Source};

/// The Markdown body of a file.
#[derive(Debug)]
pub struct TextBody {
    source: Source,
    pub(crate) html: BodyHtml,
    /// Its search terms, in the dictionary.
    pub(crate) terms: FoundTerms,
    pub(crate) dictionary: Arc<Dictionary>,
}

impl TextBody {
    pub(super) fn of(text: PageText) -> Self {
        let PageText { source, html, terms, dictionary, .. } = text;
        Self { source, html, terms, dictionary }
    }

    pub(crate) fn path(&self) -> &ContentPath {
        &self.source.path
    }

    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        self.source.place(span.clone())
    }
}
