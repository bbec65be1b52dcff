//! Links in the texts of YAML keys.

use std::ops::Range;

use super::html::LostLink;

/// The links in the keys of a file.
#[derive(Debug, Default)]
pub(crate) struct KeyLinks {
    pub(crate) links: Vec<KeyLink>,
    /// Links that are none because of a space.
    pub(crate) lost: Vec<LostLink>,
}

/// A link in a text under a key.
#[derive(Debug)]
pub(crate) struct KeyLink {
    /// As written, or with `mailto:`.
    pub(crate) target: String,
    /// The span of the text.
    pub(crate) span: Range<usize>,
    /// Its number in the text.
    pub(crate) number: usize,
}

impl KeyLinks {
    pub(super) fn is_empty(&self) -> bool {
        self.links.is_empty() && self.lost.is_empty()
    }
}
