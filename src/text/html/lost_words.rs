//! Finds words of a body that Markdown shows nowhere, such as cells beyond the last column of a table.
//!
//! What the parser shows has a place in the body. What lies between, and has words, is lost unless it is the parser's
//! own notation.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

/// What the lost words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostPart {
    /// The words in quotation marks after the address of a link.
    LinkTitle,
    Other,
}

/// Collects the parts of a body that are shown or accounted for. Spans are in the file.
pub(super) struct LostWords<'a> {
    source: &'a str,
    /// Everything before this is shown or was looked at.
    seen: usize,
    lost: Vec<(LostPart, Range<usize>)>,
    /// The labels that links refer to, in lower case.
    labels: HashSet<String>,
    /// Parts outside blocks, where definitions of links are.
    outside: Vec<Range<usize>>,
    depth: usize,
}

impl<'a> LostWords<'a> {
    /// `start` is the offset of the body in the file.
    pub(super) fn new(source: &'a str, start: usize) -> Self {
        Self { source, seen: start, lost: Vec::new(), labels: HashSet::new(), outside: Vec::new(), depth: 0 }
    }

    pub(super) fn event(&mut self, event: &Event<'_>, span: &Range<usize>) {
        match event {
            Event::Start(tag) => {
                self.start(tag, span);
                self.depth += usize::from(!matches!(tag, Tag::Link { .. } | Tag::Image { .. }));
            }
            Event::End(tag) => {
                self.depth -= usize::from(self.depth > 0 && !matches!(tag, TagEnd::Link | TagEnd::Image));
                match tag {
                    // The address of a link is not shown.
                    TagEnd::Link | TagEnd::Image | TagEnd::HtmlBlock => self.seen = self.seen.max(span.end),
                    TagEnd::TableRow | TagEnd::TableHead => self.gap(span.end),
                    _ => {}
                }
            }
            _ => {
                self.gap(span.start);
                self.seen = self.seen.max(span.end);
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: &Range<usize>) {
        match tag {
            Tag::FootnoteDefinition(label) => {
                self.gap(span.start);
                self.seen = self.seen.max(span.start + "[^]:".len() + label.len());
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                self.gap(span.start);
                let first_line =
                    self.source.get(span.clone()).and_then(|block| block.lines().next()).unwrap_or_default();
                // One word names a language.
                if info.split_whitespace().count() > 1 {
                    self.lost.push((LostPart::Other, span.start..span.start + first_line.len()));
                }
                self.seen = self.seen.max(span.start + first_line.len());
            }
            Tag::Link { id, dest_url: _, title, .. } | Tag::Image { id, dest_url: _, title, .. } => {
                self.gap(span.start);
                if !id.is_empty() {
                    self.labels.insert(id.to_lowercase());
                }
                // A picture's title is its caption.
                if has_words(title) && matches!(tag, Tag::Link { .. }) && id.is_empty() {
                    let link = self.source.get(span.clone()).unwrap_or_default();
                    // One with escapes is not written as it is read.
                    let written = link.rfind(&**title).map(|at| span.start + at..span.start + at + title.len());
                    self.lost.push((LostPart::LinkTitle, written.unwrap_or_else(|| span.clone())));
                }
            }
            Tag::HtmlBlock => {
                self.gap(span.start);
                self.seen = self.seen.max(span.end);
            }
            _ if self.depth == 0 => self.gap(span.start),
            _ => {}
        }
    }

    /// Looks at what the parser left out before this offset.
    fn gap(&mut self, until: usize) {
        if until <= self.seen {
            return;
        }
        let gap = std::mem::replace(&mut self.seen, until)..until;
        let text = self.source.get(gap.clone()).unwrap_or_default();
        // Fast path: most gaps are blank lines and marks.
        if !text.bytes().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()) || !has_words(text) {
            return;
        }
        if self.depth == 0 {
            self.outside.push(gap);
        } else if !is_list_number(text) {
            self.lost.push((LostPart::Other, trimmed(self.source, gap)));
        }
    }

    /// The lost words, with footnotes that the text doesn't refer to. `end` is the end of the body.
    pub(super) fn finish(mut self, end: usize, unused_notes: &[Range<usize>]) -> Vec<(LostPart, Range<usize>)> {
        self.depth = 0;
        self.gap(end);
        for gap in std::mem::take(&mut self.outside) {
            let mut at = gap.start;
            for line in self.source.get(gap).unwrap_or_default().split_inclusive('\n') {
                let span = at..at + line.len();
                at = span.end;
                if has_words(line) && !self.takes_definition(line) && !is_list_number(line) {
                    self.lost.push((LostPart::Other, trimmed(self.source, span)));
                }
            }
        }
        self.lost.extend(unused_notes.iter().map(|note| (LostPart::Other, trimmed(self.source, note.clone()))));
        self.lost.sort_by_key(|(_, span)| span.start);
        self.lost
    }

    /// True for `[label]: address` if a link uses it. The first definition of a label counts.
    fn takes_definition(&mut self, line: &str) -> bool {
        let label = line.trim_start_matches(['>', ' ']).strip_prefix('[').and_then(|rest| rest.split_once("]:"));
        label.is_some_and(|(label, rest)| {
            let has_title = rest.contains(['"', '\'']);
            self.labels.remove(&label.to_lowercase()) && !has_title
        })
    }
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// True for `12.` or `12)` at the start of an item, and for marks around them.
fn is_list_number(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        let number = word.trim_end_matches(['.', ')']);
        number.is_empty()
            || number.len() < word.len() && number.bytes().all(|byte| byte.is_ascii_digit())
            || !has_words(word)
    })
}

fn trimmed(source: &str, span: Range<usize>) -> Range<usize> {
    let text = source.get(span.clone()).unwrap_or_default();
    let start =
        span.start + (text.len() - text.trim_start_matches(|ch: char| !ch.is_alphanumeric() && ch != '[').len());
    start.min(span.end)..span.start + text.trim_end().len()
}
