//! What people read, taken out of the content files once, for every rule.
//!
//! Takes the documents of stage 1; gives for each a [`Text`]: its passages as plain words, and the
//! headings, links, pictures and tables of its Markdown body, each with its place. Short texts of the
//! front matter and of YAML files are passages too. Code and raw HTML are passed over.

mod body;
mod front;
mod words;

use std::ops::Range;

use percent_encoding::percent_decode_str;
use rayon::prelude::*;

use crate::programme::{LanguageTag, translation_of};
use crate::read::Document;
use crate::report::{ContentPath, Place, Source};
pub(super) use words::{Word, is_whole_word, sentence_around, sentences, words};

/// What people read of a file.
#[derive(Debug)]
pub struct Text {
    /// The file.
    pub source: Source,
    /// The language that the file's name says, for a translation.
    pub language: Option<LanguageTag>,
    /// Everything that is read, one passage behind the other.
    plain: String,
    /// Where pieces of `plain` begin, there and in the file. In order.
    pieces: Vec<(usize, usize)>,
    /// Paragraphs, list items, cells, headings and short texts, in order.
    pub passages: Vec<Passage>,
    /// The body's headings, in order.
    pub headings: Vec<Heading>,
    /// Its links, in order.
    pub links: Vec<Link>,
    /// Its pictures, in order.
    pub pictures: Vec<Picture>,
    /// Its tables, in order.
    pub tables: Vec<Table>,
    /// Parts that are marked as written in a language, in order.
    pub marked: Vec<Marked>,
}

/// Some words that are read together.
#[derive(Clone, Debug)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Its part of the text's plain words.
    pub letters: Range<usize>,
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
pub struct Heading {
    /// How many `#` it is written with.
    pub level: u8,
    /// True if it has words or a picture.
    pub has_words: bool,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// A link of a body.
#[derive(Debug)]
pub struct Link {
    /// Its words; for a picture that is a link, the picture's alternative text.
    pub words: String,
    /// Where it leads, as written.
    pub target: String,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// A picture of a body.
#[derive(Debug)]
pub struct Picture {
    /// Its alternative text, without the spaces around it.
    pub alt: String,
    /// The file, as written.
    pub target: String,
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// Where the paragraph or cell stands that holds it.
    around: Range<usize>,
}

impl Picture {
    /// True if it is the picture of this file: written from any folder, the way down is the same.
    pub fn is_of(&self, file: &ContentPath) -> bool {
        let down = self.target.replace("%20", " ");
        down.trim_start_matches(['.', '/']) == file.as_str()
    }
}

/// A table of a body.
#[derive(Debug)]
pub struct Table {
    /// Where its first row stands: the heads of the columns.
    pub head: Range<usize>,
    /// For each column, true if its head has words.
    pub columns: Vec<bool>,
    /// For each further row, where it stands, and true if its first cell has words.
    pub rows: Vec<(Range<usize>, bool)>,
}

/// A part that is marked as written in a language, such as `[Croeso](lang:cy)`.
#[derive(Debug)]
pub struct Marked {
    /// The language, as written.
    pub tag: String,
    /// Its part of the text's plain words.
    pub letters: Range<usize>,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

impl Text {
    fn new(source: &Source) -> Self {
        Self {
            source: source.clone(),
            language: translation_of(&source.path).map(|(_, language)| language),
            plain: String::new(),
            pieces: Vec::new(),
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
    pub fn letters(&self, part: Range<usize>) -> &str {
        self.plain.get(part).unwrap_or_default()
    }

    /// The plain words of a passage.
    pub fn words_of(&self, passage: &Passage) -> &str {
        self.letters(passage.letters.clone())
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
            let found = written.find(self.letters(part.clone())).map(|at| passage.span.start + at);
            let span = found.map_or(passage.span.clone(), |start| start..start + part.len());
            return self.source.place(span);
        }
        let letters = self.letters(part.clone());
        let last = letters.char_indices().next_back().map_or(0, |(at, _)| at);
        let (start, last) = (self.in_file(part.start), self.in_file(part.start + last));
        let rest = self.source.text.get(last..).unwrap_or_default();
        self.source.place(start..last + rest.chars().next().map_or(0, char::len_utf8))
    }

    /// The place of a part of a passage, counted in the passage's own words.
    pub fn place_of(&self, passage: &Passage, part: &Range<usize>) -> Place {
        let start = passage.letters.start;
        self.place_in(passage, start + part.start..start + part.end)
    }

    /// Where a letter of the plain words stands in the file.
    fn in_file(&self, at: usize) -> usize {
        let index = self.pieces.partition_point(|(plain, _)| *plain <= at);
        let piece = index.checked_sub(1).and_then(|index| self.pieces.get(index));
        piece.map_or(0, |(plain, file)| file + (at - plain))
    }

    /// The words beside a picture: those of its own paragraph, or else those of the paragraph that follows it.
    pub fn beside(&self, picture: &Picture) -> impl Iterator<Item = &Passage> {
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
        let mut from = passage.letters.start;
        let inside = |marked: &&Marked| {
            marked.letters.start >= passage.letters.start && marked.letters.end <= passage.letters.end
        };
        for marked in self.marked.iter().filter(inside) {
            parts.push(from..marked.letters.start);
            from = marked.letters.end;
        }
        parts.push(from..passage.letters.end);
        parts.retain(|part| !part.is_empty());
        parts
    }
}

/// Reads every document, side by side.
pub(super) fn read(documents: &[Document]) -> Vec<Text> {
    documents.par_iter().map(text).collect()
}

fn text(document: &Document) -> Text {
    let mut text = Text::new(&document.source);
    if let Some(data) = &document.data {
        front::read(data, &mut text);
    }
    if document.source.path.ending() == "md" {
        body::read(document, &mut text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Findings;

    fn read_text(written: &str) -> Text {
        let front = written
            .find("---\n")
            .map_or(0, |start| written[start + 4..].find("---\n").map_or(0, |end| start + end + 8));
        let source = Source { path: ContentPath::new("pages/a.md"), text: written.into() };
        let data = crate::read::parse(&source, 4..front.saturating_sub(4).max(4), &mut Findings::default());
        text(&Document { source, data, unreadable: false, body: front..written.len() })
    }

    #[test]
    fn every_passage_is_read_once_with_its_place() {
        let written = "---\ntitle: \"Fair\"\nwords: { pupils: scholars }\naudiences: [pupils]\n---\n## Don't `run` &amp; hide\n\n\
                       One *two*\nthree.\n\n- four\n  - five\n\n| six | seven |\n| --- | --- |\n| eight | |\n\n```\nnine\n```\n";
        let text = read_text(written);
        let said: Vec<(PassageKind, &str)> =
            text.passages.iter().map(|passage| (passage.kind, text.words_of(passage))).collect();
        let kinds = [
            (PassageKind::Key("title"), "Fair"),
            (PassageKind::Heading, "Don’t run & hide"),
            (PassageKind::Paragraph, "One two three."),
            (PassageKind::Item, "four"),
            (PassageKind::Item, "five"),
            (PassageKind::Cell, "six"),
            (PassageKind::Cell, "seven"),
            (PassageKind::Cell, "eight"),
        ];
        assert_eq!(said, kinds);
        let heading = &text.passages[1];
        for (part, place) in [("run", "run"), ("Don’t", "Don'"), ("hide", "hide"), ("& hide", "&amp; hide")] {
            let at = heading.letters.start + text.words_of(heading).find(part).expect("it is there");
            let span = text.place_in(heading, at..at + part.len()).span;
            assert!(written[span.clone()].starts_with(place), "{part}: {}", &written[span]);
        }
        let table = &text.tables[0];
        assert_eq!((table.columns.as_slice(), table.rows[0].1), ([true, true].as_slice(), true));
    }

    #[test]
    fn a_mark_of_a_language_is_no_link_and_is_cut_out() {
        let text = read_text("Say [Croeso i chi](lang:cy) to [Bryn](bryn.md).\n");
        assert_eq!((text.links.len(), text.links[0].words.as_str()), (1, "Bryn"));
        let parts: Vec<&str> = text.unmarked(&text.passages[0]).into_iter().map(|part| text.letters(part)).collect();
        assert_eq!(parts, ["Say ", " to Bryn."]);
    }

    #[test]
    fn a_caption_stands_right_below_its_picture() {
        let text =
            read_text("![a](a.png)\n\n![b](b.png)\n\nBelow b.\n\n![c](c.png)\nBeside c.\n\n![d](d.png)\n\n## Next\n");
        let beside: Vec<Vec<&str>> = text
            .pictures
            .iter()
            .map(|picture| text.beside(picture).map(|passage| text.words_of(passage).trim()).collect())
            .collect();
        assert_eq!(beside, [vec![], vec!["Below b."], vec!["Beside c."], vec![]]);
    }
}
