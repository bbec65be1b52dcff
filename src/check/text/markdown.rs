//! A Markdown body → passages, headings, links, pictures and tables with their places.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::page_text::{MarkedLanguage, PageText, Passage, PassageKind, TextHeading, TextLink, TextPicture, TextTable};
use crate::programme::Prose;
use crate::read::Document;

pub(super) fn read(document: &Document, text: &mut PageText) {
    let prose = Prose::of(document);
    text.plain.reserve(prose.text().len());
    let mut reader = Reader {
        text,
        start: document.body.start,
        around: PassageKind::Paragraph,
        block: 0..0,
        open: None,
        items: 0,
        strong: 0,
        code: false,
        links: Vec::new(),
        picture: None,
        cell: 0,
    };
    for (event, span) in prose.events() {
        let span = reader.start + span.start..reader.start + span.end;
        reader.event(event, span);
    }
    reader.close();
}

struct Reader<'t> {
    text: &'t mut PageText,
    /// The offset of the body in the file.
    start: usize,
    /// The kind of the next passage.
    around: PassageKind,
    /// The span of the current paragraph, cell or heading.
    block: Range<usize>,
    open: Option<Open>,
    /// The depth of lists.
    items: usize,
    /// The depth of bold text.
    strong: usize,
    code: bool,
    /// The open links and language marks.
    links: Vec<OpenLink>,
    picture: Option<TextPicture>,
    /// The column of the current cell.
    cell: usize,
}

/// An open passage.
struct Open {
    passage: Passage,
    /// Its bold bytes.
    bold: usize,
}

enum OpenLink {
    Link(TextLink),
    Language(MarkedLanguage),
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) if self.picture.is_none() => self.begin(tag, span),
            Event::End(TagEnd::Image) => self.end_picture(),
            Event::End(tag) if self.picture.is_none() => self.end(tag),
            Event::Text(words) => self.words(&words, span),
            Event::Code(words) => {
                // Skip the backticks.
                let signs = span.len().saturating_sub(words.len()) / 2;
                self.words(&words, span.start + signs..span.end - signs);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" ", span),
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Paragraph => self.block(if self.items > 0 { PassageKind::Item } else { PassageKind::Paragraph }, span),
            Tag::Heading { level, .. } => {
                self.text.headings.push(TextHeading { level: level as u8, has_words: false, span: span.clone() });
                self.block(PassageKind::Heading, span);
            }
            Tag::Item => {
                self.items += 1;
                self.block(PassageKind::Item, span);
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
                self.block(PassageKind::Cell, span);
                if let Some(table) = self.text.tables.last_mut().filter(|table| table.rows.is_empty()) {
                    table.columns.push(false);
                }
            }
            Tag::Strong => self.strong += 1,
            Tag::CodeBlock(_) => {
                self.close();
                self.code = true;
            }
            Tag::Link { link_type, dest_url, .. } => self.begin_link(link_type, &dest_url, span),
            Tag::Image { dest_url, .. } => {
                let around = self.block.clone();
                self.picture = Some(TextPicture { alt: String::new(), target: dest_url.into_string(), span, around });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.close(),
            TagEnd::Item => {
                self.close();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::TableCell => {
                self.close();
                self.cell += 1;
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::CodeBlock => self.code = false,
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

    /// Starts a block.
    fn block(&mut self, kind: PassageKind, span: Range<usize>) {
        self.close();
        self.around = kind;
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
        self.has_words();
        self.text.pictures.push(picture);
    }

    fn words(&mut self, words: &str, span: Range<usize>) {
        if let Some(picture) = &mut self.picture {
            if !picture.alt.is_empty() || !words.trim().is_empty() {
                picture.alt.push_str(words);
            }
            return;
        }
        if self.code {
            return;
        }
        if let Some(OpenLink::Link(link)) = self.links.last_mut() {
            link.words.push_str(words);
        }
        if !words.trim().is_empty() {
            self.has_words();
        }
        let from = self.text.plain.len();
        self.text.plain.push_str(words);
        self.text.offsets.push((from, span.start));
        let kind = self.around;
        let open = self.open.get_or_insert_with(|| Open {
            passage: Passage { kind, range: from..from, span: span.clone(), is_bold: false },
            bold: 0,
        });
        open.passage.range.end = from + words.len();
        open.passage.span.end = span.end;
        if self.strong > 0 || words == " " {
            open.bold += words.len();
        }
    }

    /// Notes that the current heading or cell is not empty.
    fn has_words(&mut self) {
        match self.around {
            PassageKind::Heading => {
                if let Some(heading) = self.text.headings.last_mut() {
                    heading.has_words = true;
                }
            }
            PassageKind::Cell => {
                let Some(table) = self.text.tables.last_mut() else { return };
                match table.rows.last_mut() {
                    Some((_, first)) if self.cell == 0 => *first = true,
                    Some(_) => {}
                    None => table.columns.last_mut().into_iter().for_each(|head| *head = true),
                }
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        let Some(Open { mut passage, bold }) = self.open.take() else { return };
        passage.is_bold = bold >= passage.range.len();
        self.text.plain.push('\n');
        self.text.passages.push(passage);
    }
}
