//! A body as HTML, as far as its own file decides it.

use std::ops::Range;

use super::lost_words::LostPart;
use super::unread_marks::UnreadMark;

/// HTML with placeholders for links, pictures and words of the site's language, and what they stand for. Spans are in
/// the file.
#[derive(Debug, Default)]
pub(crate) struct BodyHtml {
    pub(crate) html: String,
    pub(crate) links: Vec<BodyLink>,
    pub(crate) pictures: Vec<BodyPicture>,
    pub(crate) raw_html: Vec<RawHtml>,
    pub(crate) lost_links: Vec<LostLink>,
    /// Words that the page doesn't show.
    pub(crate) lost_words: Vec<(LostPart, Range<usize>)>,
    pub(crate) unread_marks: Vec<(UnreadMark, Range<usize>)>,
    /// Words that people read and that no passage has: blocks of code, and the meanings of abbreviations.
    pub(in crate::text) other_words: String,
    /// As authors write them after `#`, in the order of the headings.
    pub(crate) heading_ids: Vec<String>,
    /// The ids of footnotes and references to them.
    pub(crate) note_ids: Vec<String>,
    pub(in crate::text) shown_from: usize,
    /// Footnotes that the text doesn't refer to, which are not shown.
    pub(in crate::text) unused_notes: Vec<Range<usize>>,
    /// What all ids begin with on the page.
    pub(crate) prefix: String,
}

impl BodyHtml {
    /// True if the HTML has this part of the file.
    pub(in crate::text) fn shows(&self, span: &Range<usize>) -> bool {
        span.start >= self.shown_from
            && !self.unused_notes.iter().any(|note| note.start <= span.start && span.end <= note.end)
    }
}

#[derive(Debug)]
pub(crate) struct BodyLink {
    /// As written, or with `mailto:`.
    pub(crate) target: String,
    pub(crate) span: Range<usize>,
}

/// A link that Markdown doesn't recognise because of a space.
#[derive(Debug)]
pub(crate) struct LostLink {
    pub(crate) text: String,
    /// As written.
    pub(crate) target: String,
    pub(crate) space: SpaceIn,
    /// Of the target.
    pub(crate) span: Range<usize>,
}

/// Where the space is that loses a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpaceIn {
    Target,
    /// Between the text and the target.
    Between,
}

#[derive(Debug)]
pub(crate) struct BodyPicture {
    /// As written.
    pub(crate) target: String,
    pub(crate) alt: String,
    pub(crate) caption: String,
    pub(crate) span: Range<usize>,
}

/// HTML that the author wrote, which is not published.
#[derive(Debug)]
pub(crate) struct RawHtml {
    /// Its beginning.
    pub(crate) html: String,
    /// True for a comment without an end of its own, which hides what follows.
    pub(crate) is_unclosed_comment: bool,
    pub(crate) span: Range<usize>,
}
