//! A Markdown body: its text and its place. `render` turns it into HTML.

use pulldown_cmark::{OffsetIter, Options, Parser};
use serde::{Serialize, Serializer};

use crate::read::Document;
use crate::report::{ContentPath, Place};

/// The Markdown body of a file. May be empty.
#[derive(Clone, Debug)]
pub struct Prose {
    /// The span of the body in its file.
    pub place: Place,
}

impl Prose {
    pub fn of(document: &Document) -> Self {
        Self { place: document.source.place(document.body.clone()) }
    }

    pub fn text(&self) -> &str {
        self.place.source.text.get(self.place.span.clone()).unwrap_or_default()
    }

    /// The Markdown, read: tables, footnotes, crossed-out words, lists to tick and real quotation marks.
    pub fn events(&self) -> OffsetIter<'_> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_SMART_PUNCTUATION;
        Parser::new_ext(self.text(), options).into_offset_iter()
    }

    pub fn path(&self) -> &ContentPath {
        self.place.path()
    }

    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }
}

/// Templates refer to a body by its file; an empty body is `None`.
impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_empty() { serializer.serialize_none() } else { serializer.serialize_str(self.path().as_str()) }
    }
}
