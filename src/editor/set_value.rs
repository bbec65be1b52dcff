//! Replaces a value.

use std::ops::Range;

use granit_parser::ScalarStyle;

use super::file_edit::YamlValue;
use super::layout::YamlLayout;
use super::splice::Splice;
use super::syntax::{LocatedNode, SyntaxKind, SyntaxNode};
use super::yaml_writer::{ValueWriter, Written};

/// Where the value that is replaced is written.
struct Extent {
    /// What is on the line of the key or the dash.
    head: Range<usize>,
    /// The lines below.
    rest: Range<usize>,
}

/// The splices that put a value in place of another.
pub(super) fn set(layout: YamlLayout<'_>, at: LocatedNode<'_>, value: &YamlValue) -> Vec<Splice> {
    let node = at.node;
    let column = at.owner.map_or(0, |owner| layout.column(owner));
    let target = ValueWriter { layout, column, is_item: at.is_item, is_in_flow: at.is_in_flow };
    let before = match &node.kind {
        SyntaxKind::Scalar { style, text } => Some((*style, text.as_str())),
        _ => None,
    };
    let written = target.write(value, before);
    let extent = extent(&layout, node, &written);
    let mut splices = Vec::new();
    match (extent.head.is_empty(), written.head.is_empty()) {
        (true, true) => {}
        (true, false) => splices.push(Splice::insert(node.after, format!(" {}", written.head))),
        (false, true) => splices.push(Splice::remove(node.after..extent.head.end)),
        (false, false) => splices.push(Splice::new(extent.head, written.head)),
    }
    if !extent.rest.is_empty() || !written.rest.is_empty() {
        splices.push(Splice::new(extent.rest, written.rest));
    }
    splices
}

fn extent(layout: &YamlLayout<'_>, node: &SyntaxNode, written: &Written) -> Extent {
    let line_end = layout.content_end(node.after);
    let starts_below = node.start > line_end;
    match &node.kind {
        SyntaxKind::Null => Extent { head: node.after..node.after, rest: line_end..line_end },
        SyntaxKind::Scalar { style: ScalarStyle::Literal | ScalarStyle::Folded, .. } if !starts_below => {
            let line = layout.text.get(node.start..line_end).unwrap_or_default();
            let header = line.find([' ', '\t']).unwrap_or(line.len());
            Extent { head: node.start..node.start + header, rest: line_end..node.end.max(line_end) }
        }
        _ if node.is_block() && !starts_below => {
            let end = layout.content_end(node.end);
            Extent { head: node.start..end, rest: end..end }
        }
        _ if node.is_block() => Extent { head: node.after..node.after, rest: line_end..layout.content_end(node.end) },
        _ if starts_below && (written.head.is_empty() || !written.rest.is_empty()) => {
            Extent { head: node.after..node.after, rest: line_end..node.end }
        }
        _ => {
            let end = layout.content_end(node.end);
            Extent { head: node.start..node.end, rest: end..end }
        }
    }
}
