//! A link whose end hasn't been read.

/// What to write at the end of a link.
pub(super) struct OpenLink {
    pub(super) closing: &'static str,
    /// The type and size of a document, added to the link text.
    pub(super) note: Option<String>,
    /// Where the link text begins in the HTML.
    pub(super) text_start: usize,
}
