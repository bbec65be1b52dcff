//! The text of a file after one edit, before anybody has verified it.

use std::ops::Range;

use super::added_keys::{self, NewKey};
use super::edit_error::EditError;
use super::file_edit::{FileEdit, PathStep, ValuePath};
use super::items;
use super::layout::{YamlLayout, line_end_of};
use super::made_up;
use super::removed_keys::{remove_item, remove_key};
use super::scalar;
use super::set_value::set;
use super::splice::{Splice, splice};
use super::syntax::{LocatedNode, SyntaxKind, SyntaxNode};

/// The text with an edit of its YAML, which is in `span`. `None` is a Markdown file without front matter.
///
/// # Errors
/// An [`EditError`]: there is no such value, or YAML that edits do not support.
pub(super) fn with_yaml_edit(text: &str, span: Option<Range<usize>>, edit: &FileEdit) -> Result<String, EditError> {
    let Some(span) = span else { return with_front_matter(text, edit) };
    let root = SyntaxNode::parse(text, span.clone())?;
    let layout = YamlLayout::new(text, span, root.as_ref());
    let splices = splices(layout, root.as_ref(), edit)?;
    splice(text, splices).ok_or_else(|| EditError::Unverified(path_of(edit)))
}

/// A Markdown file's first key, above its text.
fn with_front_matter(text: &str, edit: &FileEdit) -> Result<String, EditError> {
    let FileEdit::AddKey { path, key, value, order } = edit else {
        return Err(EditError::NoSuchValue(path_of(edit)));
    };
    if !path.0.is_empty() {
        return Err(EditError::NoSuchValue(path.clone()));
    }
    let line_end = line_end_of(text);
    let fences = format!("---{line_end}---{line_end}{text}");
    let inside = 3 + line_end.len();
    let layout = YamlLayout::new(&fences, inside..inside, None);
    let layout = YamlLayout { line_end, ..layout };
    let added = added_keys::add_first(layout, NewKey { key, value, order });
    splice(&fences, vec![added]).ok_or_else(|| EditError::Unverified(path_of(edit)))
}

fn splices(layout: YamlLayout<'_>, root: Option<&SyntaxNode>, edit: &FileEdit) -> Result<Vec<Splice>, EditError> {
    let path = path_of(edit);
    let none = || EditError::NoSuchValue(path.clone());
    let locate = |path: &ValuePath| root.and_then(|root| root.locate(path)).ok_or_else(none);
    let parent = || -> Result<(LocatedNode<'_>, PathStep), EditError> {
        let (parent, step) = path.split().ok_or_else(none)?;
        Ok((locate(&parent)?, step.clone()))
    };
    let unsafe_to_change = || EditError::Unverified(path.clone());
    match edit {
        FileEdit::Set { path, value } => {
            let mut splices = set(layout, locate(path)?, value);
            splices.extend(made_up::without_comments(layout, root, path));
            Ok(splices)
        }
        FileEdit::Confirm { path } => Ok(made_up::comments_above(layout, locate(path)?)),
        FileEdit::AddKey { path, key, value, order } => {
            let new = NewKey { key, value, order };
            match root {
                None if path.0.is_empty() => Ok(vec![added_keys::add_first(layout, new)]),
                _ => added_keys::add(layout, locate(path)?, new).ok_or_else(none),
            }
        }
        FileEdit::RemoveKey { .. } => match parent()? {
            (map, PathStep::Key(key)) => remove_key(layout, map, &key).ok_or_else(unsafe_to_change),
            _ => Err(none()),
        },
        FileEdit::RenameKey { name, .. } => match parent()? {
            (map, PathStep::Key(key)) => rename(map, &key, name).map(|splice| vec![splice]).ok_or_else(none),
            _ => Err(none()),
        },
        FileEdit::Append { path, value } => items::append(layout, locate(path)?, value).ok_or_else(none),
        FileEdit::RemoveItem { .. } => match parent()? {
            (list, PathStep::Index(index)) => remove_item(layout, list, index).ok_or_else(unsafe_to_change),
            _ => Err(none()),
        },
        FileEdit::MoveItem { path, from, to } => {
            items::shift(layout, locate(path)?, *from, *to).map(|splice| vec![splice]).ok_or_else(none)
        }
        FileEdit::SetBody { .. } | FileEdit::SetText { .. } => Ok(Vec::new()),
    }
}

fn rename(map: LocatedNode<'_>, key: &str, name: &str) -> Option<Splice> {
    let SyntaxKind::Map { is_flow, entries } = &map.node.kind else { return None };
    let entry = entries.iter().find(|entry| entry.key == key).filter(|entry| entry.has_colon())?;
    Some(Splice::new(entry.key_span.clone(), scalar::key(name, *is_flow || map.is_in_flow)))
}

/// The text with another one in this span, whose lines end as they did.
pub(super) fn with_part(text: &str, span: Range<usize>, part: &str) -> Option<String> {
    let old = text.get(span.clone())?;
    let part = joined(old, part.replace("\r\n", "\n").trim_matches('\n'), line_end_of(text));
    splice(text, vec![Splice::new(span, part)])
}

/// The text with another body. The blank lines around the body stay, and lines that stay end as they did.
pub(super) fn with_body(text: &str, span: Range<usize>, body: &str) -> Result<String, EditError> {
    let old = text.get(span.clone()).ok_or(EditError::Invalid)?;
    let line_end = line_end_of(text);
    let content = content_of(old);
    let written = old.get(content.clone()).unwrap_or_default();
    let body = body.replace("\r\n", "\n");
    let body = joined(written, body.trim_matches('\n'), line_end);
    let is_new = old.is_empty() && span.start > 0 && !body.is_empty();
    let body = if is_new { [line_end, &body, line_end].concat() } else { body };
    let content = span.start + content.start..span.start + content.end;
    splice(text, vec![Splice::new(content, body)]).ok_or(EditError::Invalid)
}

/// The new lines. Those at the top and at the bottom that are the same as before keep their line breaks.
pub(super) fn joined(old: &str, new: &str, line_end: &str) -> String {
    let last = old.ends_with('\n').then_some(("", ""));
    let before: Vec<(&str, &str)> = old.split_inclusive('\n').map(without_line_break).chain(last).collect();
    let after: Vec<&str> = new.split('\n').collect();
    let is_same = |(one, other): &(&(&str, &str), &&str)| one.0 == **other;
    let above = before.iter().zip(&after).take_while(is_same).count();
    let rest = before.len().min(after.len()) - above;
    let below = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(is_same).count();
    let mut joined = String::with_capacity(new.len());
    for (at, line) in after.iter().enumerate() {
        let from_end = after.len() - at;
        let same = match at < above {
            true => before.get(at),
            false if from_end <= below => before.get(before.len() - from_end),
            false => None,
        };
        joined.push_str(line);
        if from_end > 1 {
            joined.push_str(
                same.map(|(_, line_break)| *line_break).filter(|line_break| !line_break.is_empty()).unwrap_or(line_end),
            );
        }
    }
    joined
}

/// A line and its line break.
fn without_line_break(line: &str) -> (&str, &str) {
    let content = line.strip_suffix('\n').unwrap_or(line);
    let content = content.strip_suffix('\r').filter(|_| line.len() > content.len()).unwrap_or(content);
    line.split_at(content.len())
}

/// The body without the blank lines around it.
pub(super) fn content_of(body: &str) -> Range<usize> {
    let start = body.len() - body.trim_start_matches(['\r', '\n']).len();
    let end = body.trim_end_matches(['\r', '\n']).len();
    start.min(end)..end
}

/// The path that an error names.
pub(super) fn path_of(edit: &FileEdit) -> ValuePath {
    match edit {
        FileEdit::AddKey { path, key, .. } => path.key(key),
        FileEdit::Set { path, .. }
        | FileEdit::SetText { path, .. }
        | FileEdit::Confirm { path }
        | FileEdit::RemoveKey { path }
        | FileEdit::RenameKey { path, .. }
        | FileEdit::Append { path, .. }
        | FileEdit::RemoveItem { path }
        | FileEdit::MoveItem { path, .. } => path.clone(),
        FileEdit::SetBody { .. } => ValuePath::default(),
    }
}
