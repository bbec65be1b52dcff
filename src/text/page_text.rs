//! The text of one content file, as people read it on the site.

use std::ops::Range;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::dictionary::{Dictionary, WordId};
use super::found_terms::FoundTerms;
use super::html::BodyHtml;
use super::key_links::KeyLinks;
use super::words::words;
use crate::programme::{LanguageTag, translation_of};
use crate::report::{ContentPath, Place, Source};

/// The bytes of a word and the space after it.
const TYPICAL_WORD: usize = 6;

/// Passages as plain text, and the parts of the Markdown body, each with its place. All lists are in the order of the
/// file.
#[derive(Debug)]
pub struct PageText {
    pub(crate) source: Source,
    /// The language of a translation, from the file's name.
    pub(crate) language: Option<LanguageTag>,
    /// The text of all passages, one after the other.
    pub(super) plain: String,
    /// Pairs of an offset in `plain` and the matching offset in the file.
    pub(super) offsets: Vec<(usize, usize)>,
    /// The words of all passages, in the order of the plain text.
    pub(super) words: Vec<Word>,
    pub(super) dictionary: Arc<Dictionary>,
    /// The body as HTML.
    pub(crate) html: BodyHtml,
    /// The search terms of the body.
    pub(crate) terms: FoundTerms,
    pub(crate) passages: Vec<Passage>,
    pub(crate) headings: Vec<TextHeading>,
    pub(crate) links: Vec<TextLink>,
    pub(crate) pictures: Vec<TextPicture>,
    pub(crate) tables: Vec<TextTable>,
    pub(crate) marked: Vec<MarkedLanguage>,
    pub(crate) key_links: KeyLinks,
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) id: WordId,
    /// Its offset in the plain text.
    pub(super) at: u32,
}

/// A piece of text that people read without interruption.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    pub(crate) kind: PassageKind,
    /// Its range in the plain text.
    pub(crate) range: Range<usize>,
    /// Its span in the file.
    pub(crate) span: Range<usize>,
    /// True if all of it is bold.
    pub(crate) is_bold: bool,
    /// True for a heading, and for a cell at the head of a row or column.
    pub(super) is_heading: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PassageKind {
    /// A short text under this key of the front matter or of a YAML file.
    Key(&'static str),
    Paragraph,
    /// A list item, or a paragraph of one.
    Item,
    /// A cell of a table.
    Cell,
    Heading,
}

#[derive(Debug)]
pub(crate) struct TextHeading {
    /// From 1 to 6: the number of `#`.
    pub(crate) level: u8,
    /// True if it has words or a picture.
    pub(crate) has_words: bool,
    pub(crate) span: Range<usize>,
}

#[derive(Debug)]
pub(crate) struct TextLink {
    /// For a picture that is a link, the picture's alternative text.
    pub(crate) words: String,
    /// As written.
    pub(crate) target: String,
    pub(crate) span: Range<usize>,
}

#[derive(Debug)]
pub(crate) struct TextPicture {
    /// The alternative text, without the spaces around it.
    pub(crate) alt: String,
    /// The file, as written.
    pub(crate) target: String,
    pub(crate) span: Range<usize>,
    /// The span of its paragraph or cell.
    pub(super) around: Range<usize>,
}

impl TextPicture {
    /// Its file, without dots and slashes at the start.
    pub(crate) fn file(&self) -> String {
        self.target.replace("%20", " ").trim_start_matches(['.', '/']).to_owned()
    }
}

#[derive(Debug)]
pub(crate) struct TextTable {
    /// The span of the first row, with the headings.
    pub(crate) head: Range<usize>,
    /// For each column, true if it has a heading.
    pub(crate) columns: Vec<bool>,
    /// For each further row, its span, and true if its first cell has words.
    pub(crate) rows: Vec<(Range<usize>, bool)>,
}

/// A part that is marked with its language, such as `[Croeso](lang:cy)`.
#[derive(Debug)]
pub(crate) struct MarkedLanguage {
    /// As written.
    pub(crate) tag: String,
    /// Its range in the plain text.
    pub(crate) range: Range<usize>,
    /// Its span in the file.
    pub(crate) span: Range<usize>,
}

impl PageText {
    pub(super) fn new(source: &Source) -> Self {
        Self {
            source: source.clone(),
            language: translation_of(&source.path).map(|(_, language)| language),
            plain: String::new(),
            offsets: Vec::new(),
            words: Vec::new(),
            dictionary: Arc::default(),
            html: BodyHtml::default(),
            terms: Box::default(),
            passages: Vec::new(),
            headings: Vec::new(),
            links: Vec::new(),
            pictures: Vec::new(),
            tables: Vec::new(),
            marked: Vec::new(),
            key_links: KeyLinks::default(),
        }
    }

    pub(crate) fn path(&self) -> &ContentPath {
        &self.source.path
    }

    /// The files that its links lead to, which may not exist.
    pub(crate) fn linked_files(&self) -> impl Iterator<Item = ContentPath> {
        let is_file = |target: &&str| !target.contains("://") && !target.starts_with("mailto:");
        let targets = self.links.iter().map(|link| link.target.split('#').next().unwrap_or_default());
        let decoded = targets.filter(is_file).map(|target| percent_decode_str(target).decode_utf8_lossy());
        decoded.filter_map(|target| self.path().resolve(&target))
    }

    pub(crate) fn slice(&self, part: Range<usize>) -> &str {
        self.plain.get(part).unwrap_or_default()
    }

    pub(crate) fn text_of(&self, passage: &Passage) -> &str {
        self.slice(passage.range.clone())
    }

    pub(crate) fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// The words in a range of the plain text.
    pub(crate) fn words_in(&self, part: &Range<usize>) -> &[Word] {
        let start = self.words.partition_point(|word| (word.at as usize) < part.start);
        let end = self.words.partition_point(|word| (word.at as usize) < part.end);
        self.words.get(start..end).unwrap_or_default()
    }

    /// A word as it is written, without the punctuation around it.
    pub(crate) fn word(&self, word: Word) -> &str {
        self.dictionary.word(word.id)
    }

    /// Its range in the plain text.
    pub(crate) fn range_of(&self, word: Word) -> Range<usize> {
        let start = word.at as usize;
        start..start + self.word(word).len()
    }

    /// Finds the words of the passages.
    pub(super) fn intern_words(&mut self, dictionary: &mut Dictionary) {
        self.words.reserve(self.plain.len() / TYPICAL_WORD);
        for passage in &self.passages {
            let words = words(self.plain.get(passage.range.clone()).unwrap_or_default());
            // Content files are smaller than 4 GB.
            self.words.extend(words.map(|word| Word {
                id: dictionary.intern(word.text),
                at: u32::try_from(passage.range.start + word.at).unwrap_or(u32::MAX),
            }));
        }
    }

    /// The passages of the Markdown body.
    pub(crate) fn body(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|passage| is_of_body(passage))
    }

    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        self.source.place(span.clone())
    }

    /// The place of a part of a passage, as a range in the plain text.
    pub(crate) fn place_in(&self, passage: &Passage, part: Range<usize>) -> Place {
        if let PassageKind::Key(_) = passage.kind {
            // YAML may fold or escape the value: if the text is not found, use the span of the value.
            let written = self.source.text.get(passage.span.clone()).unwrap_or_default();
            let start = written.find(self.slice(part.clone())).map(|at| passage.span.start + at);
            let span = start.map_or(passage.span.clone(), |start| start..start + part.len());
            return self.source.place(span);
        }
        // Take the end from the last character: an entity or a mark may follow the part in the file.
        let last = self.slice(part.clone()).char_indices().next_back().map_or(0, |(at, _)| at);
        let (start, last) = (self.in_file(part.start), self.in_file(part.start + last));
        let after = self.source.text.get(last..).unwrap_or_default();
        self.source.place(start..last + after.chars().next().map_or(0, char::len_utf8))
    }

    /// The place of a part of a passage, as a range in the text of the passage.
    pub(crate) fn place_of(&self, passage: &Passage, part: &Range<usize>) -> Place {
        let start = passage.range.start;
        self.place_in(passage, start + part.start..start + part.end)
    }

    /// The offset in the file for an offset in the plain text.
    fn in_file(&self, at: usize) -> usize {
        let index = self.offsets.partition_point(|(plain, _)| *plain <= at);
        let entry = index.checked_sub(1).and_then(|index| self.offsets.get(index));
        entry.map_or(0, |(plain, file)| file + (at - plain))
    }

    /// The passages next to a picture: those in its paragraph, or else the caption after it.
    pub(crate) fn next_to(&self, picture: &TextPicture) -> impl Iterator<Item = &Passage> {
        let around = &picture.around;
        let starts_before = |at: usize| move |passage: &Passage| passage.span.start < at;
        let (first, end) = (
            self.passages.partition_point(starts_before(around.start)),
            self.passages.partition_point(starts_before(around.end)),
        );
        let in_paragraph = self.passages.get(first..end).unwrap_or_default();
        let in_paragraph = in_paragraph.iter().filter(|passage| is_of_body(passage) && passage.span.end <= around.end);
        let has_text = in_paragraph.clone().next().is_some();
        let after = self.passages.get(end..).unwrap_or_default().iter().find(|passage| is_of_body(passage));
        // A paragraph after the next picture belongs to that one.
        let next = self.pictures.partition_point(|other| other.span.start < around.end);
        let next = self.pictures.get(next);
        let is_caption = |passage: &&Passage| {
            passage.kind == PassageKind::Paragraph && next.is_none_or(|next| passage.span.start < next.around.start)
        };
        let caption = after.filter(|passage| !has_text && is_caption(passage));
        in_paragraph.chain(caption)
    }

    /// The parts of a passage that are not marked with a language.
    pub(crate) fn unmarked(&self, passage: &Passage) -> impl Iterator<Item = Range<usize>> {
        let Range { start, end } = passage.range;
        let first = self.marked.partition_point(|marked| marked.range.start < start);
        let marked = self.marked.get(first..).unwrap_or_default().iter();
        let inside = marked.take_while(move |marked| marked.range.end <= end);
        let starts = std::iter::once(start).chain(inside.clone().map(|marked| marked.range.end));
        let ends = inside.map(|marked| marked.range.start).chain([end]);
        starts.zip(ends).map(|(start, end)| start..end).filter(|part| !part.is_empty())
    }

    /// The text of all passages, one after the other.
    pub(crate) fn plain(&self) -> &str {
        &self.plain
    }
}

fn is_of_body(passage: &Passage) -> bool {
    !matches!(passage.kind, PassageKind::Key(_))
}
