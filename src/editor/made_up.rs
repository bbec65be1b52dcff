//! The comments of a new site above made-up values.

use super::file_edit::ValuePath;
use super::layout::YamlLayout;
use super::splice::Splice;
use super::syntax::{LocatedNode, SyntaxKind, SyntaxNode};
use crate::programme::is_example_comment;

/// The splices that remove the comments that call a value made up, or a record that it is in. A form does not show them, and a
/// changed value makes them wrong. A comment above a list stays: it is about the other items too.
pub(super) fn without_comments(layout: YamlLayout<'_>, root: Option<&SyntaxNode>, path: &ValuePath) -> Vec<Splice> {
    let Some(root) = root else { return Vec::new() };
    let parts = (1..=path.0.len()).filter_map(|length| path.0.get(..length));
    let located = parts.filter_map(|steps| Some((steps.len(), root.locate(&ValuePath(steps.to_vec()))?)));
    let is_of_others =
        |length: usize, at: &LocatedNode<'_>| length < path.0.len() && matches!(at.node.kind, SyntaxKind::List { .. });
    located.filter(|(length, at)| !is_of_others(*length, at)).flat_map(|(_, at)| comments_above(layout, at)).collect()
}

/// The splices that remove such comments directly above a key or an item.
pub(super) fn comments_above(layout: YamlLayout<'_>, at: LocatedNode<'_>) -> Vec<Splice> {
    let Some(owner) = at.owner.filter(|owner| layout.begins_line(*owner)) else { return Vec::new() };
    let mut splices = Vec::new();
    let mut line_start = layout.line_start(owner);
    while line_start > layout.start {
        let above = layout.line_start(line_start - 1);
        let line = layout.text.get(above..line_start).unwrap_or_default().trim();
        if !line.starts_with('#') {
            break;
        }
        if is_example_comment(line) {
            splices.push(Splice::remove(above..line_start));
        }
        line_start = above;
    }
    splices
}
