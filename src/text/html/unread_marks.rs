//! Finds Markdown with a small mistake, which people then see as characters on the page: `##Dates`, `**important **`, and
//! tables without the line below their headings.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Marks that are shown as they are, and what they were meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadMark {
    Heading,
    Emphasis,
    Table,
}

/// Collects the marks of a body. Spans are in the file.
#[derive(Default)]
pub(super) struct UnreadMarks {
    found: Vec<(UnreadMark, Range<usize>)>,
    /// Text of the current block, with its span.
    texts: Vec<Range<usize>>,
    code: usize,
    is_paragraph: bool,
}

impl UnreadMarks {
    pub(super) fn event(&mut self, event: &Event<'_>, span: &Range<usize>, source: &str) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.code += 1,
            Event::End(TagEnd::CodeBlock) => self.code = self.code.saturating_sub(1),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell) => {
                self.end_block(source);
                self.is_paragraph = matches!(event, Event::Start(Tag::Paragraph));
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) => {
                self.end_block(source)
            }
            Event::Text(_) if self.code == 0 => self.texts.push(span.clone()),
            _ => {}
        }
    }

    fn end_block(&mut self, source: &str) {
        let texts = std::mem::take(&mut self.texts);
        let (Some(first), Some(last)) = (texts.first(), texts.last()) else { return };
        let block = first.start..last.end;
        let text = source.get(block.clone()).unwrap_or_default();
        if self.is_paragraph {
            self.headings(text, block.start);
            self.table(text, &block);
        }
        self.emphasis(&texts, source);
    }

    /// `##Dates` at the start of a line. One `#` before a word may be meant.
    fn headings(&mut self, text: &str, start: usize) {
        let mut at = start;
        for line in text.split_inclusive('\n') {
            let marks = line.bytes().take_while(|byte| *byte == b'#').count();
            let after = line.get(marks..).unwrap_or_default();
            if (2..=6).contains(&marks) && after.starts_with(char::is_alphanumeric) {
                self.found.push((UnreadMark::Heading, at..at + line.trim_end().len()));
            }
            at += line.len();
        }
    }

    /// Two lines or more with cells between upright lines.
    fn table(&mut self, text: &str, block: &Range<usize>) {
        let is_row = |line: &str| line.trim().starts_with('|') && line.matches('|').count() > 1;
        if text.lines().count() > 1 && text.lines().all(is_row) {
            self.found.push((UnreadMark::Table, block.start..block.start + text.lines().next().map_or(0, str::len)));
        }
    }

    /// `**word **` and `*word *`: marks that don't open or close, because a space is on the wrong side.
    fn emphasis(&mut self, texts: &[Range<usize>], source: &str) {
        let is_marks = |span: &&Range<usize>| {
            let text = source.get((*span).clone()).unwrap_or_default();
            let escaped = span.start > 0 && source.get(span.start - 1..span.start) == Some("\\");
            !escaped && matches!(text, "*" | "**" | "***" | "__")
        };
        let marks: Vec<&Range<usize>> = texts.iter().filter(is_marks).collect();
        let is_space = |ch: Option<char>| ch.is_none_or(char::is_whitespace);
        let mut rest = marks.as_slice();
        while let [open, after @ ..] = rest {
            let text = |span: &Range<usize>| source.get(span.clone()).unwrap_or_default();
            let before_open = source.get(..open.start).and_then(|before| before.chars().next_back());
            let after_open = source.get(open.end..).and_then(|rest| rest.chars().next());
            // A single asterisk after a word may lead to a note: “Maths*”.
            let opens = text(open) != "*" || is_space(before_open) && !is_space(after_open);
            let close = after.iter().position(|close| {
                let before_close = source.get(..close.start).and_then(|before| before.chars().next_back());
                text(close) == text(open) && !close.is_empty() && is_space(before_close)
            });
            match close.filter(|_| opens) {
                Some(at) => {
                    if let Some(close) = after.get(at) {
                        self.found.push((UnreadMark::Emphasis, open.start..close.end));
                    }
                    rest = after.get(at + 1..).unwrap_or_default();
                }
                None => rest = after,
            }
        }
    }

    pub(super) fn finish(mut self, source: &str) -> Vec<(UnreadMark, Range<usize>)> {
        self.end_block(source);
        self.found.sort_by_key(|(_, span)| span.start);
        self.found
    }
}
