//! The text of one content file, as people read it.

use std::ops::Range;

use percent_encoding::percent_decode_str;

use crate::programme::{LanguageTag, translation_of};
use crate::report::{ContentPath, Place, Source};

/// What people read of a file.
#[derive(Debug)]
pub struct PageText {
    /// The file.
    pub source: Source,
    /// The language that the file's name says, for a translation.
    pub language: Option<LanguageTag>,
    /// Everything that is read, one passage behind the other.
    pub(super) plain: String,
    /// Where offsets of `plain` begin, there and in the file. In order.
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

/// Some words that are read together.
#[derive(Clone, Debug)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Its part of the text's plain words.
    pub range: Range<usize>,
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// True if all of it is bold.
    pub is_bold: bool,
}

/// What a passage is.
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
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// A link of a body.
#[derive(Debug)]
pub struct TextLink {
    /// Its words; for a picture that is a link, the picture's alternative text.
    pub words: String,
    /// Where it leads, as written.
    pub target: String,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// A picture of a body.
#[derive(Debug)]
pub struct TextPicture {
    /// Its alternative text, without the spaces around it.
    pub alt: String,
    /// The file, as written.
    pub target: String,
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// Where the paragraph or cell stands that holds it.
    pub(super) around: Range<usize>,
}

impl TextPicture {
    /// True if it is the picture of this file: written from any folder, the way down is the same.
    pub fn is_of(&self, file: &ContentPath) -> bool {
        let down = self.target.replace("%20", " ");
        down.trim_start_matches(['.', '/']) == file.as_str()
    }
}

/// A table of a body.
#[derive(Debug)]
pub struct TextTable {
    /// Where its first row stands: the heads of the columns.
    pub head: Range<usize>,
    /// For each column, true if its head has words.
    pub columns: Vec<bool>,
    /// For each further row, where it stands, and true if its first cell has words.
    pub rows: Vec<(Range<usize>, bool)>,
}

/// A part that is marked as written in a language, such as `[Croeso](lang:cy)`.
#[derive(Debug)]
pub struct MarkedLanguage {
    /// The language, as written.
    pub tag: String,
    /// Its part of the text's plain words.
    pub range: Range<usize>,
    /// Where it stands in the file.
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
        decoded.filter_map(|target| self.path().follow(&target)).any(|target| target == *file)
    }

    /// The plain words of a passage, or of a part of one.
    pub fn slice(&self, part: Range<usize>) -> &str {
        self.plain.get(part).unwrap_or_default()
    }

    /// The plain words of a passage.
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

    /// The place of a part of a passage, counted in the text's plain words.
    pub fn place_in(&self, passage: &Passage, part: Range<usize>) -> Place {
        if let PassageKind::Key(_) = passage.kind {
            // YAML may have folded or quoted it: it stands there as read, or the whole value is meant.
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

    /// The place of a part of a passage, counted in the passage's own words.
    pub fn place_of(&self, passage: &Passage, part: &Range<usize>) -> Place {
        let start = passage.range.start;
        self.place_in(passage, start + part.start..start + part.end)
    }

    /// Where a letter of the plain words stands in the file.
    fn in_file(&self, at: usize) -> usize {
        let index = self.offsets.partition_point(|(plain, _)| *plain <= at);
        let piece = index.checked_sub(1).and_then(|index| self.offsets.get(index));
        piece.map_or(0, |(plain, file)| file + (at - plain))
    }

    /// The words beside a picture: those of its own paragraph, or else those of the paragraph that follows it.
    pub fn beside(&self, picture: &TextPicture) -> impl Iterator<Item = &Passage> {
        let inside =
            |passage: &&Passage| passage.span.start >= picture.around.start && passage.span.end <= picture.around.end;
        let own = self.body().filter(inside);
        let has_own = self.body().any(|passage| inside(&passage));
        let after = self.body().find(|passage| passage.span.start >= picture.around.end);
        // What stands below the next picture belongs to that one.
        let next = self.pictures.iter().find(|other| other.span.start >= picture.around.end);
        let is_caption = |passage: &&Passage| {
            passage.kind == PassageKind::Paragraph && next.is_none_or(|next| passage.span.start < next.around.start)
        };
        let caption = after.filter(|passage| !has_own && is_caption(passage));
        own.chain(caption)
    }

    /// Parts of a passage that are not marked as written in another language.
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
