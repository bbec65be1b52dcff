//! Reads a Markdown body once: its HTML, and its passages, headings, links, pictures and tables with their places.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::html::{Abbreviations, BodyHtml, HtmlConverter};
use super::page_text::{MarkedLanguage, PageText, Passage, PassageKind, TextHeading, TextLink, TextPicture, TextTable};
use crate::programme::Prose;
use crate::read::Document;

/// The page shows what begins at `shown_from` or after it.
pub(super) fn read(
    document: &Document,
    shown_from: usize,
    abbreviations: &Abbreviations<'_>,
    text: &mut PageText,
) -> BodyHtml {
    let prose = Prose::of(document);
    text.plain.reserve(prose.text().len());
    let mut reader = TextReader {
        text,
        kind: PassageKind::Paragraph,
        block: 0..0,
        open: None,
        list_depth: 0,
        bold_depth: 0,
        is_in_code: false,
        links: Vec::new(),
        picture: None,
        cell: 0,
    };
    let start = document.body.start;
    let mut converter = HtmlConverter::new(&prose, abbreviations, shown_from);
    for (event, span) in prose.events() {
        let span = start + span.start..start + span.end;
        reader.event(&event, span.clone());
        if span.start >= shown_from {
            converter.event(event, span);
        }
    }
    reader.close();
    converter.finish(start, shown_from)
}

struct TextReader<'t> {
    text: &'t mut PageText,
    /// The kind of the next passage.
    kind: PassageKind,
    /// The span of the current paragraph, cell or heading.
    block: Range<usize>,
    open: Option<OpenPassage>,
    list_depth: usize,
    bold_depth: usize,
    is_in_code: bool,
    /// The open links and language marks.
    links: Vec<OpenLink>,
    picture: Option<TextPicture>,
    /// The column of the current cell.
    cell: usize,
}

struct OpenPassage {
    passage: Passage,
    bold_bytes: usize,
}

enum OpenLink {
    Link(TextLink),
    Language(MarkedLanguage),
}

impl TextReader<'_> {
    fn event(&mut self, event: &Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) if self.picture.is_none() => self.begin(tag, span),
            Event::End(TagEnd::Image) => self.end_picture(),
            Event::End(tag) if self.picture.is_none() => self.end(*tag),
            Event::Text(words) => self.words(words, span),
            Event::Code(words) => {
                // Skip the backticks.
                let backticks = span.len().saturating_sub(words.len()) / 2;
                self.words(words, span.start + backticks..span.end - backticks);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" ", span),
            _ => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.begin_block(if self.list_depth > 0 { PassageKind::Item } else { PassageKind::Paragraph }, span)
            }
            Tag::Heading { level, .. } => {
                self.text.headings.push(TextHeading { level: *level as u8, has_words: false, span: span.clone() });
                self.begin_block(PassageKind::Heading, span);
            }
            Tag::Item => {
                self.list_depth += 1;
                self.begin_block(PassageKind::Item, span);
            }
            Tag::List(_) => self.close(),
            Tag::Table(_) => self.text.tables.push(TextTable { head: span, columns: Vec::new(), rows: Vec::new() }),
            Tag::TableHead => {
                self.cell = 0;
                if let Some(table) = self.text.tables.last_mut() {
                    table.head = span;
                }
            }
            Tag::TableRow => {
                self.cell = 0;
                if let Some(table) = self.text.tables.last_mut() {
                    table.rows.push((span, false));
                }
            }
            Tag::TableCell => {
                self.begin_block(PassageKind::Cell, span);
                if let Some(table) = self.text.tables.last_mut().filter(|table| table.rows.is_empty()) {
                    table.columns.push(false);
                }
            }
            Tag::Strong => self.bold_depth += 1,
            Tag::CodeBlock(_) => {
                self.close();
                self.is_in_code = true;
            }
            Tag::Link { link_type, dest_url, .. } => self.begin_link(*link_type, dest_url, span),
            Tag::Image { dest_url, .. } => {
                let around = self.block.clone();
                self.picture = Some(TextPicture { alt: String::new(), target: dest_url.to_string(), span, around });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.close(),
            TagEnd::Item => {
                self.close();
                self.list_depth = self.list_depth.saturating_sub(1);
            }
            TagEnd::TableCell => {
                self.close();
                self.cell += 1;
            }
            TagEnd::Strong => self.bold_depth = self.bold_depth.saturating_sub(1),
            TagEnd::CodeBlock => self.is_in_code = false,
            TagEnd::Link => match self.links.pop() {
                Some(OpenLink::Link(link)) => self.text.links.push(link),
                Some(OpenLink::Language(mut marked)) => {
                    marked.range.end = self.text.plain.len();
                    self.text.marked.push(marked);
                }
                None => {}
            },
            _ => {}
        }
    }

    fn begin_block(&mut self, kind: PassageKind, span: Range<usize>) {
        self.close();
        self.kind = kind;
        self.block = span;
    }

    fn begin_link(&mut self, link_type: LinkType, target: &str, span: Range<usize>) {
        let language = target.trim().strip_prefix("lang:");
        self.links.push(match language {
            Some(tag) => {
                let start = self.text.plain.len();
                OpenLink::Language(MarkedLanguage { tag: tag.to_owned(), range: start..start, span })
            }
            None => {
                let target = if link_type == LinkType::Email { format!("mailto:{target}") } else { target.to_owned() };
                OpenLink::Link(TextLink { words: String::new(), target, span })
            }
        });
    }

    fn end_picture(&mut self) {
        let Some(mut picture) = self.picture.take() else { return };
        picture.alt.truncate(picture.alt.trim_end().len());
        if let Some(OpenLink::Link(link)) = self.links.last_mut() {
            link.words.push_str(&picture.alt);
        }
        self.mark_as_filled();
        // The words before and after a picture are not one word.
        if let Some(open) = self.open.as_mut().filter(|_| !self.text.plain.ends_with(char::is_whitespace)) {
            self.text.plain.push(' ');
            open.bold_bytes += 1;
        }
        self.text.pictures.push(picture);
    }

    fn words(&mut self, words: &str, span: Range<usize>) {
        if let Some(picture) = &mut self.picture {
            if !picture.alt.is_empty() || !words.trim().is_empty() {
                picture.alt.push_str(words);
            }
            return;
        }
        if self.is_in_code {
            return;
        }
        if let Some(OpenLink::Link(link)) = self.links.last_mut() {
            link.words.push_str(words);
        }
        if !words.trim().is_empty() {
            self.mark_as_filled();
        }
        let from = self.text.plain.len();
        self.text.plain.push_str(words);
        self.text.offsets.push((from, span.start));
        let kind = self.kind;
        let in_head = || self.cell == 0 || self.text.tables.last().is_some_and(|table| table.rows.is_empty());
        let is_heading = kind == PassageKind::Heading || kind == PassageKind::Cell && in_head();
        let open = self.open.get_or_insert_with(|| OpenPassage {
            passage: Passage { kind, range: from..from, span: span.clone(), is_bold: false, is_heading },
            bold_bytes: 0,
        });
        open.passage.range.end = from + words.len();
        open.passage.span.end = span.end;
        if self.bold_depth > 0 || words == " " {
            open.bold_bytes += words.len();
        }
    }

    /// Records that the current heading or cell is not empty.
    fn mark_as_filled(&mut self) {
        match self.kind {
            PassageKind::Heading => {
                if let Some(heading) = self.text.headings.last_mut() {
                    heading.has_words = true;
                }
            }
            PassageKind::Cell => {
                let Some(table) = self.text.tables.last_mut() else { return };
                match table.rows.last_mut() {
                    Some((_, has_head)) if self.cell == 0 => *has_head = true,
                    Some(_) => {}
                    None => table.columns.last_mut().into_iter().for_each(|has_head| *has_head = true),
                }
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        let Some(OpenPassage { mut passage, bold_bytes }) = self.open.take() else { return };
        passage.is_bold = bold_bytes >= passage.range.len();
        self.text.plain.push('\n');
        self.text.passages.push(passage);
    }
}
