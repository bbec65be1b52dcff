//! How a file is laid out: its lines, indentation and line ends.

use std::ops::Range;

use super::syntax::{SyntaxKind, SyntaxNode};

/// The lines of a file's YAML.
#[derive(Clone, Copy, Debug)]
pub(super) struct YamlLayout<'t> {
    pub(super) text: &'t str,
    /// Where the YAML begins and ends.
    pub(super) start: usize,
    pub(super) end: usize,
    /// `\n` or `\r\n`.
    pub(super) line_end: &'static str,
    /// How far the dashes of a list are indented below their key.
    pub(super) list_indent: usize,
}

impl<'t> YamlLayout<'t> {
    pub(super) fn new(text: &'t str, span: Range<usize>, root: Option<&SyntaxNode>) -> Self {
        let list_indent = root.and_then(|root| list_indent(text, root, 0)).unwrap_or(2);
        Self { text, start: span.start, end: span.end, line_end: line_end_of(text), list_indent }
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        let before = self.text.get(self.start..at).unwrap_or_default();
        before.rfind('\n').map_or(self.start, |newline| self.start + newline + 1)
    }

    /// Where the line ends, before its line break.
    pub(super) fn content_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..self.end).unwrap_or_default();
        match rest.find('\n') {
            Some(newline) if rest.get(..newline).is_some_and(|line| line.ends_with('\r')) => at + newline - 1,
            Some(newline) => at + newline,
            None => self.end,
        }
    }

    /// Where the next line begins.
    pub(super) fn next_line(&self, at: usize) -> usize {
        let rest = self.text.get(at..self.end).unwrap_or_default();
        rest.find('\n').map_or(self.end, |newline| at + newline + 1)
    }

    /// The characters before a place in its line.
    pub(super) fn column(&self, at: usize) -> usize {
        column(self.text, self.start, at)
    }

    /// True if only spaces are before it in its line.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        self.text.get(self.line_start(at)..at).is_some_and(|before| before.trim_start_matches(' ').is_empty())
    }

    /// The `#` of the first of the comment lines directly above a key or a dash that belong to it, or the key or dash
    /// itself. They are indented as it is, and not above `bound`.
    pub(super) fn with_comments(&self, at: usize, bound: usize) -> usize {
        if !self.begins_line(at) {
            return at;
        }
        let indent = self.column(at);
        let mut first = at;
        loop {
            let line_start = self.line_start(first);
            let Some(above) = line_start.checked_sub(1).map(|newline| self.line_start(newline)) else { return first };
            let line = self.text.get(above..line_start).unwrap_or_default();
            let comment = line.trim_start_matches(' ');
            let belongs = comment.starts_with('#') && line.len() - comment.len() == indent && !is_mode_line(comment);
            if !belongs || above < bound || line_start == self.start {
                return first;
            }
            first = above + indent;
        }
    }
}

/// A comment that other programs read: it belongs to the file.
fn is_mode_line(comment: &str) -> bool {
    comment.contains("yaml-language-server") || comment.contains("$schema")
}

/// The line ends that most lines have.
pub(super) fn line_end_of(text: &str) -> &'static str {
    let windows = text.matches("\r\n").count();
    if windows > text.matches('\n').count() - windows { "\r\n" } else { "\n" }
}

fn column(text: &str, start: usize, at: usize) -> usize {
    let before = text.get(start..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or(before);
    line.chars().count()
}

/// How far the first list of the file is indented below its key.
fn list_indent(text: &str, node: &SyntaxNode, owner_column: usize) -> Option<usize> {
    match &node.kind {
        SyntaxKind::List { is_flow: false, items } => {
            let first = items.first()?;
            (column(text, 0, first.start)).checked_sub(owner_column)
        }
        SyntaxKind::Map { is_flow: false, entries } => entries.iter().find_map(|entry| {
            let (SyntaxKind::List { .. } | SyntaxKind::Map { .. }) = entry.node.kind else { return None };
            list_indent(text, &entry.node, column(text, 0, entry.key_span.start))
        }),
        _ => None,
    }
}
