//! Adds a key, where the order of the format puts it.

use super::file_edit::YamlValue;
use super::layout::YamlLayout;
use super::set_value;
use super::splice::Splice;
use super::syntax::{LocatedNode, SyntaxEntry, SyntaxKind, SyntaxNode};
use super::yaml_writer::{ValueWriter, flow_entry};

/// A key to add.
#[derive(Clone, Copy, Debug)]
pub(super) struct NewKey<'k> {
    pub(super) key: &'k str,
    pub(super) value: &'k YamlValue,
    /// The keys of the record, in order.
    pub(super) order: &'k [&'static str],
}

impl NewKey<'_> {
    /// The index at which the key is added to keys that are there.
    pub(super) fn index<'e>(&self, present: impl Iterator<Item = &'e str>) -> usize {
        let present: Vec<&str> = present.collect();
        let Some(rank) = self.order.iter().position(|key| *key == self.key) else { return present.len() };
        let rank_of = |key: &str| self.order.iter().position(|known| *known == key);
        let earlier =
            present.iter().enumerate().filter_map(|(at, key)| Some((rank_of(key).filter(|found| *found < rank)?, at)));
        match earlier.max() {
            Some((_, at)) => at + 1,
            None => present.iter().position(|key| rank_of(key).is_some()).unwrap_or(present.len()),
        }
    }
}

/// The splices that add a key to a map, or to an empty value. `None` if the value is something else.
pub(super) fn add(layout: YamlLayout<'_>, at: LocatedNode<'_>, new: NewKey<'_>) -> Option<Vec<Splice>> {
    let SyntaxKind::Map { is_flow, entries } = &at.node.kind else {
        let map = YamlValue::Map(vec![(new.key.to_owned(), new.value.clone())]);
        return matches!(at.node.kind, SyntaxKind::Null).then(|| set_value::set(layout, at, &map));
    };
    let index = new.index(entries.iter().map(|entry| entry.key.as_str()));
    if *is_flow {
        return add_in_braces(at.node, entries, index, new).map(|splice| vec![splice]);
    }
    let target = |column| ValueWriter { layout, column, is_item: false, is_in_flow: false };
    let previous = index.checked_sub(1).and_then(|before| entries.get(before));
    let column = layout.column(entries.first()?.key_span.start);
    let entry = target(column).entry(new.key, new.value, column);
    let indent = " ".repeat(column);
    let splice = match previous {
        Some(previous) => after_line(&layout, previous.node.end, &format!("{indent}{entry}")),
        None => {
            let first = entries.first()?.key_span.start;
            let start = layout.with_comments(first, at.node.after);
            Splice::insert(start, format!("{entry}{}{indent}", layout.line_end))
        }
    };
    Some(vec![splice])
}

/// The splice that adds the first key to a file without any.
pub(super) fn add_first(layout: YamlLayout<'_>, new: NewKey<'_>) -> Splice {
    let entry = ValueWriter { layout, column: 0, is_item: false, is_in_flow: false }.entry(new.key, new.value, 0);
    let text = layout.text.get(layout.start..layout.end).unwrap_or_default();
    let before = if text.is_empty() || text.ends_with('\n') { "" } else { layout.line_end };
    Splice::insert(layout.end, format!("{before}{entry}{}", layout.line_end))
}

/// A line below the one in which a value ends.
pub(super) fn after_line(layout: &YamlLayout<'_>, end: usize, line: &str) -> Splice {
    let at = layout.content_end(end);
    Splice::insert(at, format!("{}{line}", layout.line_end))
}

fn add_in_braces(node: &SyntaxNode, entries: &[SyntaxEntry], index: usize, new: NewKey<'_>) -> Option<Splice> {
    let entry = flow_entry(new.key, new.value);
    if entries.is_empty() {
        return Some(Splice::new(node.start..node.end, format!("{{ {entry} }}")));
    }
    match index.checked_sub(1) {
        Some(before) => Some(Splice::insert(entries.get(before)?.node.end, format!(", {entry}"))),
        None => Some(Splice::insert(entries.first()?.key_span.start, format!("{entry}, "))),
    }
}
