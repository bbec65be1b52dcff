//! Removes a key, or an item of a list.

use std::ops::Range;

use super::file_edit::YamlValue;
use super::layout::YamlLayout;
use super::set_value;
use super::splice::Splice;
use super::syntax::{LocatedNode, SyntaxEntry, SyntaxKind};

/// The splices that remove a key of a map. `None` if it is not there, or not written on a line of its own.
pub(super) fn remove_key(layout: YamlLayout<'_>, at: LocatedNode<'_>, key: &str) -> Option<Vec<Splice>> {
    let SyntaxKind::Map { is_flow, entries } = &at.node.kind else { return None };
    let index = entries.iter().position(|entry| entry.key == key)?;
    let entry = entries.get(index)?;
    let next = entries.get(index + 1);
    let previous = index.checked_sub(1).and_then(|before| entries.get(before));
    if entries.len() == 1 && at.owner.is_some() {
        return Some(set_value::set(layout, at, &YamlValue::Map(Vec::new())));
    }
    if *is_flow {
        let spans: Vec<Range<usize>> = entries.iter().map(|entry| entry.key_span.start..entry.node.end).collect();
        return remove_in_brackets(&spans, index, at.node.start..at.node.end);
    }
    let bound = previous.map_or(at.node.after, |previous| previous.node.end);
    if layout.begins_line(entry.key_span.start) {
        return Some(vec![remove_lines(&layout, entry.key_span.start, entry.node.end, bound)]);
    }
    remove_next_to_dash(&layout, at, entry, next?)
}

/// Removes `title: x` from `- title: x`. The next key takes its place, and comments above that are put above the dash.
fn remove_next_to_dash(
    layout: &YamlLayout<'_>,
    at: LocatedNode<'_>,
    entry: &SyntaxEntry,
    next: &SyntaxEntry,
) -> Option<Vec<Splice>> {
    let dash = at.owner.filter(|dash| at.is_item && layout.begins_line(*dash))?;
    let comments = layout.with_comments(next.key_span.start, entry.node.end);
    let mut splices = vec![Splice::remove(entry.key_span.start..next.key_span.start)];
    if comments < next.key_span.start {
        let indent = " ".repeat(layout.column(dash));
        let lines =
            layout.text.get(comments..next.key_span.start)?.lines().map(str::trim).filter(|line| !line.is_empty());
        let above: String = lines.map(|line| format!("{line}{}{indent}", layout.line_end)).collect();
        splices.push(Splice::insert(dash, above));
    }
    Some(splices)
}

/// The splices that remove an item of a list. `None` if it is not there, or not on a line of its own.
pub(super) fn remove_item(layout: YamlLayout<'_>, at: LocatedNode<'_>, index: usize) -> Option<Vec<Splice>> {
    let SyntaxKind::List { is_flow, items } = &at.node.kind else { return None };
    let item = items.get(index)?;
    if items.len() == 1 && at.owner.is_some() {
        return Some(set_value::set(layout, at, &YamlValue::List(Vec::new())));
    }
    if *is_flow {
        let spans: Vec<Range<usize>> = items.iter().map(|item| item.start..item.node.end).collect();
        return remove_in_brackets(&spans, index, at.node.start..at.node.end);
    }
    if !layout.begins_line(item.start) {
        return None;
    }
    let bound =
        index.checked_sub(1).and_then(|before| items.get(before)).map_or(at.node.after, |before| before.node.end);
    Some(vec![remove_lines(&layout, item.start, item.node.end, bound)])
}

/// The lines of a key or an item, with the comments above. Of two blank lines that would meet, one goes too.
fn remove_lines(layout: &YamlLayout<'_>, start: usize, end: usize, bound: usize) -> Splice {
    let first = layout.line_start(layout.with_comments(start, bound));
    let next = layout.next_line(end);
    let is_blank = |line: &str| line.trim().is_empty();
    let after = layout.text.get(next..layout.end).unwrap_or_default();
    let above = first.checked_sub(1).map_or(layout.start, |newline| layout.line_start(newline));
    let is_below_blank = above >= bound && above < first && layout.text.get(above..first).is_some_and(is_blank);
    if is_below_blank && after.lines().next().is_none_or(is_blank) {
        return remove_to(layout, above, next);
    }
    remove_to(layout, first, next)
}

/// At the end of a file without a last line break, the line break above goes instead.
fn remove_to(layout: &YamlLayout<'_>, first: usize, next: usize) -> Splice {
    let before = layout.text.get(layout.start..first).unwrap_or_default();
    if next < layout.end || layout.text.get(first..next).is_some_and(|lines| lines.ends_with('\n')) {
        return Splice::remove(first..next);
    }
    let line_break = if before.ends_with("\r\n") { 2 } else { usize::from(before.ends_with('\n')) };
    Splice::remove(first - line_break..next)
}

/// The splice that removes one of several values between brackets, with one comma.
fn remove_in_brackets(spans: &[Range<usize>], index: usize, whole: Range<usize>) -> Option<Vec<Splice>> {
    let span = spans.get(index)?;
    let next = spans.get(index + 1);
    let previous = index.checked_sub(1).and_then(|before| spans.get(before));
    let removed = match (previous, next) {
        (_, Some(next)) => span.start..next.start,
        (Some(previous), None) => previous.end..span.end,
        (None, None) => whole.start + 1..whole.end - 1,
    };
    Some(vec![Splice::remove(removed)])
}
