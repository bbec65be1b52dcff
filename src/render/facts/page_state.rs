//! What has been read of a page so far.

use super::batch::LinkId;
use crate::render::html_tags::Tag;
use crate::text::Field;

/// The links and ids of a part of a page.
#[derive(Clone, Default)]
pub(super) struct Region {
    pub(super) links: Vec<LinkId>,
    pub(super) ids: Vec<u32>,
}

/// A page while it is read.
#[derive(Default)]
pub(super) struct PageState {
    pub(super) region: Region,
    /// Files that its bodies link to.
    pub(super) paths: Vec<u32>,
    /// The indices of the bodies whose words it has.
    pub(super) bodies: Vec<usize>,
    /// Text since the last word boundary.
    pub(super) text: String,
    pub(super) field: Option<Field>,
    /// The element whose content isn't part of the text, and how many elements of its name are open in it.
    pub(super) skipped: Option<(String, usize)>,
}

impl Region {
    pub(super) fn add(&mut self, other: &Self) {
        self.links.extend_from_slice(&other.links);
        self.ids.extend_from_slice(&other.ids);
    }
}

impl PageState {
    /// Adds text without its comments.
    pub(super) fn push(&mut self, mut text: &str) {
        if self.skipped.is_some() {
            return;
        }
        // Text between tags has this character only in comments.
        while text.contains('<')
            && let Some((before, comment)) = text.split_once("<!--")
        {
            self.text.push_str(before);
            text = comment.split_once("-->").map_or("", |(_, after)| after);
        }
        self.text.push_str(text);
    }

    /// Counts the elements of the skipped one's name.
    pub(super) fn leave_skipped(&mut self, tag: Tag<'_>) {
        let Some((name, depth)) = &mut self.skipped else { return };
        if tag.name.eq_ignore_ascii_case(name) {
            *depth = if tag.is_end { *depth - 1 } else { *depth + 1 };
        }
        if *depth == 0 {
            self.skipped = None;
        }
    }
}
