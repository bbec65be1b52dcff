//! The result of converting one body.

use super::heading_ids::HeadingIds;
use crate::report::{ContentPath, Findings, Place};

/// A link to a heading of another file, checked when all headings are known.
pub(super) struct PendingAnchor {
    pub(super) target: ContentPath,
    /// The link as written.
    pub(super) link: String,
    pub(super) anchor: String,
    pub(super) place: Place,
}

/// A picture that a text shows.
#[derive(Debug)]
pub(super) struct ShownPicture {
    pub(super) file: ContentPath,
    pub(super) alt: String,
    pub(super) caption: String,
}

/// A converted body, its headings and what it links to.
pub(super) struct Converted {
    /// HTML with placeholders.
    pub(super) html: String,
    /// Ids of its headings, as authors write them after `#`.
    pub(super) anchors: HeadingIds,
    pub(super) pending_anchors: Vec<PendingAnchor>,
    /// Files that it links to.
    pub(super) linked: Vec<ContentPath>,
    pub(super) shown: Vec<ShownPicture>,
    pub(super) findings: Findings,
}

/// A body as HTML, with a placeholder for each picture that it shows.
#[derive(Debug)]
pub(in crate::render) struct HtmlWithPlaceholders {
    pub(super) path: ContentPath,
    pub(super) html: String,
    pub(super) shown: Vec<ShownPicture>,
}
