//! The comments of a new site above made-up values.

use super::file_edit::ValuePath;
use super::layout::YamlLayout;
use super::splice::Splice;
use super::syntax::SyntaxNode;
use crate::programme::is_example_comment;

/// The splices that remove the comments that call a value made up, or the list or record that it is in. A form does not show
/// them, and a changed value makes them wrong.
pub(super) fn without_comments(layout: YamlLayout<'_>, root: Option<&SyntaxNode>, path: &ValuePath) -> Vec<Splice> {
    let Some(root) = root else { return Vec::new() };
    let parts = (1..=path.0.len()).filter_map(|length| path.0.get(..length));
    let owners = parts.filter_map(|steps| root.locate(&ValuePath(steps.to_vec()))?.owner);
    owners.filter(|owner| layout.begins_line(*owner)).flat_map(|owner| comments_above(layout, owner)).collect()
}

fn comments_above(layout: YamlLayout<'_>, owner: usize) -> Vec<Splice> {
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
