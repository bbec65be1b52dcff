//! The text of one content file, as people read it.

use std::ops::Range;

use percent_encoding::percent_decode_str;

use crate::programme::{LanguageTag, translation_of};
use crate::report::{ContentPath, Place, Source};

/// The text of a file, as people read it.
#[derive(Debug)]
pub struct PageText {
    /// The file.
    pub source: Source,
    /// The language of a translation, from the file's name.
    pub language: Option<LanguageTag>,
    /// The text of all passages, one after the other.
    pub(super) plain: String,
    /// Pairs of an offset in `plain` and the matching offset in the file, in order.
    pub(super) offsets: Vec<(usize, usize)>,
    /// Paragraphs, list items, cells, headings and short texts, in order.
    pub passages: Vec<Passage>,
    /// The body's headings, in order.
    pub headings: Vec<TextHeading>,
    /// Its links, in order.
    pub links: Vec<TextLink>,
    /// Its pictures, in order.
    pub pictures: Vec<TextPicture>,
    /// Its tables, in order.
    pub tables: Vec<TextTable>,
    /// Parts that are marked as written in a language, in order.
    pub marked: Vec<MarkedLanguage>,
}

/// A run of text that people read as one.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Its kind.
    pub kind: PassageKind,
    /// Its range in the plain text.
    pub range: Range<usize>,
    /// Its span in the file.
    pub span: Range<usize>,
    /// True if all of it is bold.
    pub is_bold: bool,
}

/// The kind of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// A short text under this key of the front matter or of a YAML file.
    Key(&'static str),
    /// A paragraph.
    Paragraph,
    /// A list item, or a paragraph of one.
    Item,
    /// A cell of a table.
    Cell,
    /// A heading.
    Heading,
}

/// A heading of a body.
#[derive(Debug)]
pub struct TextHeading {
    /// How many `#` it is written with.
    pub level: u8,
    /// True if it has words or a picture.
    pub has_words: bool,
    /// Its span in the file.
    pub span: Range<usize>,
}

/// A link of a body.
#[derive(Debug)]
pub struct TextLink {
    /// Its words; for a picture that is a link, the picture's alternative text.
    pub words: String,
    /// Its target, as written.
    pub target: String,
    /// Its span in the file.
    pub span: Range<usize>,
}

/// A picture of a body.
#[derive(Debug)]
pub struct TextPicture {
    /// Its alternative text, without the spaces around it.
    pub alt: String,
    /// The file, as written.
    pub target: String,
    /// Its span in the file.
    pub span: Range<usize>,
    /// The span of its paragraph or cell.
    pub(super) around: Range<usize>,
}

impl TextPicture {
    /// True if it shows this file, whatever folder its path is relative to.
    pub fn is_of(&self, file: &ContentPath) -> bool {
        let down = self.target.replace("%20", " ");
        down.trim_start_matches(['.', '/']) == file.as_str()
    }
}

/// A table of a body.
#[derive(Debug)]
pub struct TextTable {
    /// The span of its first row, with the headings.
    pub head: Range<usize>,
    /// For each column, true if it has a heading.
    pub columns: Vec<bool>,
    /// For each further row, its span, and true if its first cell has words.
    pub rows: Vec<(Range<usize>, bool)>,
}

/// A part that is marked with its language, such as `[Croeso](lang:cy)`.
#[derive(Debug)]
pub struct MarkedLanguage {
    /// The language, as written.
    pub tag: String,
    /// Its range in the plain text.
    pub range: Range<usize>,
    /// Its span in the file.
    pub span: Range<usize>,
}

impl PageText {
    pub(super) fn new(source: &Source) -> Self {
        Self {
            source: source.clone(),
            language: translation_of(&source.path).map(|(_, language)| language),
            plain: String::new(),
            offsets: Vec::new(),
            passages: Vec::new(),
            headings: Vec::new(),
            links: Vec::new(),
            pictures: Vec::new(),
            tables: Vec::new(),
            marked: Vec::new(),
        }
    }

    /// The file's path.
    pub fn path(&self) -> &ContentPath {
        &self.source.path
    }

    /// True if one of its links leads to this file.
    pub fn links_to(&self, file: &ContentPath) -> bool {
        let targets = self.links.iter().map(|link| link.target.split('#').next().unwrap_or_default());
        let decoded = targets.map(|target| percent_decode_str(target).decode_utf8_lossy());
        decoded.filter_map(|target| self.path().resolve(&target)).any(|target| target == *file)
    }

    /// A part of the plain text.
    pub fn slice(&self, part: Range<usize>) -> &str {
        self.plain.get(part).unwrap_or_default()
    }

    /// The plain text of a passage.
    pub fn text_of(&self, passage: &Passage) -> &str {
        self.slice(passage.range.clone())
    }

    /// The passages of the Markdown body.
    pub fn body(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|passage| !matches!(passage.kind, PassageKind::Key(_)))
    }

    /// The place of a span of the file.
    pub fn place(&self, span: &Range<usize>) -> Place {
        self.source.place(span.clone())
    }

    /// The place of a part of a passage, as a range in the plain text.
    pub fn place_in(&self, passage: &Passage, part: Range<usize>) -> Place {
        if let PassageKind::Key(_) = passage.kind {
            // YAML may fold or escape the value: if the text is not found, use the span of the value.
            let written = self.source.text.get(passage.span.clone()).unwrap_or_default();
            let found = written.find(self.slice(part.clone())).map(|at| passage.span.start + at);
            let span = found.map_or(passage.span.clone(), |start| start..start + part.len());
            return self.source.place(span);
        }
        let letters = self.slice(part.clone());
        let last = letters.char_indices().next_back().map_or(0, |(at, _)| at);
        let (start, last) = (self.in_file(part.start), self.in_file(part.start + last));
        let rest = self.source.text.get(last..).unwrap_or_default();
        self.source.place(start..last + rest.chars().next().map_or(0, char::len_utf8))
    }

    /// The place of a part of a passage, as a range in the text of the passage.
    pub fn place_of(&self, passage: &Passage, part: &Range<usize>) -> Place {
        let start = passage.range.start;
        self.place_in(passage, start + part.start..start + part.end)
    }

    /// The offset in the file for an offset in the plain text.
    fn in_file(&self, at: usize) -> usize {
        let index = self.offsets.partition_point(|(plain, _)| *plain <= at);
        let piece = index.checked_sub(1).and_then(|index| self.offsets.get(index));
        piece.map_or(0, |(plain, file)| file + (at - plain))
    }

    /// The passages next to a picture: its own paragraph, or else the paragraph after it.
    pub fn beside(&self, picture: &TextPicture) -> impl Iterator<Item = &Passage> {
        let inside =
            |passage: &&Passage| passage.span.start >= picture.around.start && passage.span.end <= picture.around.end;
        let own = self.body().filter(inside);
        let has_own = self.body().any(|passage| inside(&passage));
        let after = self.body().find(|passage| passage.span.start >= picture.around.end);
        // A paragraph after the next picture belongs to that one.
        let next = self.pictures.iter().find(|other| other.span.start >= picture.around.end);
        let is_caption = |passage: &&Passage| {
            passage.kind == PassageKind::Paragraph && next.is_none_or(|next| passage.span.start < next.around.start)
        };
        let caption = after.filter(|passage| !has_own && is_caption(passage));
        own.chain(caption)
    }

    /// The parts of a passage that are not marked with a language.
    pub fn unmarked(&self, passage: &Passage) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut from = passage.range.start;
        let inside = |marked: &&MarkedLanguage| {
            marked.range.start >= passage.range.start && marked.range.end <= passage.range.end
        };
        for marked in self.marked.iter().filter(inside) {
            parts.push(from..marked.range.start);
            from = marked.range.end;
        }
        parts.push(from..passage.range.end);
        parts.retain(|part| !part.is_empty());
        parts
    }
}
