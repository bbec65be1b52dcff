//! Adds and moves the items of a list.

use std::ops::Range;

use super::added_keys::after_line;
use super::file_edit::YamlValue;
use super::layout::YamlLayout;
use super::set_value;
use super::splice::Splice;
use super::syntax::{LocatedNode, SyntaxKind};
use super::yaml_writer::{ScalarPlace, ValueWriter, flow_value};

/// The splices that add an item to a list or an empty value. `None` if the value is something else.
pub(super) fn append(layout: YamlLayout<'_>, at: LocatedNode<'_>, value: &YamlValue) -> Option<Vec<Splice>> {
    let alone = || set_value::set(layout, at, &YamlValue::List(vec![value.clone()]));
    let SyntaxKind::List { is_flow, items } = &at.node.kind else {
        return matches!(at.node.kind, SyntaxKind::Null).then(alone);
    };
    let Some(last) = items.last() else { return Some(alone()) };
    if *is_flow {
        let item = flow_value(value, ScalarPlace::FlowItem);
        return Some(vec![Splice::insert(last.node.end, format!(", {item}"))]);
    }
    let column = layout.column(last.start);
    let item = ValueWriter { layout, column, is_item: true, is_in_flow: false }.item(value, column);
    Some(vec![after_line(&layout, last.node.end, &format!("{}{item}", " ".repeat(column)))])
}

/// The splice that moves an item of a list or a key of a map. `None` if there is none with this index.
pub(super) fn shift(layout: YamlLayout<'_>, at: LocatedNode<'_>, from: usize, to: usize) -> Option<Splice> {
    let (is_flow, spans): (bool, Vec<Range<usize>>) = match &at.node.kind {
        SyntaxKind::List { is_flow, items } => (*is_flow, items.iter().map(|item| item.start..item.node.end).collect()),
        SyntaxKind::Map { is_flow, entries } => {
            (*is_flow, entries.iter().map(|entry| entry.key_span.start..entry.node.end).collect())
        }
        SyntaxKind::Null | SyntaxKind::Scalar { .. } => return None,
    };
    let spans = if is_flow { spans } else { whole_lines(&layout, at, &spans) };
    let mut order: Vec<usize> = (0..spans.len()).collect();
    if from >= order.len() || to >= order.len() {
        return None;
    }
    let moved = order.remove(from);
    order.insert(to, moved);
    let (first, last) = (from.min(to), from.max(to));
    let mut text = String::new();
    for slot in first..=last {
        text.push_str(layout.text.get(spans.get(*order.get(slot)?)?.clone())?);
        if slot < last {
            text.push_str(layout.text.get(spans.get(slot)?.end..spans.get(slot + 1)?.start)?);
        }
    }
    Some(Splice::new(spans.get(first)?.start..spans.get(last)?.end, text))
}

/// With the comments above and to the end of the last line.
fn whole_lines(layout: &YamlLayout<'_>, at: LocatedNode<'_>, spans: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut bound = at.node.after;
    let whole = |span: &Range<usize>| {
        let start = layout.with_comments(span.start, bound);
        let end = layout.content_end(span.end);
        bound = end;
        start..end
    };
    spans.iter().map(whole).collect()
}
