//! The parts of a file that have no form, each as text of its own.

use serde::Serialize;

use super::field_view::id;
use super::form_target::FormTarget;
use super::row_changes::Pairs;
use crate::editor::FileEdit;
use crate::editor::form::{TextPart, WhyText};

/// A part of a file, with the field for its text.
#[derive(Debug, Serialize)]
pub(super) struct TextPartView {
    id: String,
    name: String,
    label: String,
    text: String,
    rows: usize,
}

/// The parts of the file, or of its item, with what was typed.
pub(super) fn text_part_views(target: &FormTarget, pairs: &Pairs) -> Vec<TextPartView> {
    let view = |part: TextPart| {
        let name = name(&part);
        let text = typed(pairs, &name).unwrap_or(&part.text).replace("\r\n", "\n");
        let (id, label) = (id(&name), part.path.to_string());
        TextPartView { id, name, label, rows: text.lines().count().clamp(1, MAX_ROWS), text }
    };
    parts(target).into_iter().map(view).collect()
}

/// The edits of the parts whose text was changed. An unknown key that was emptied is removed.
pub(super) fn text_edits(target: &FormTarget, pairs: &Pairs) -> Vec<FileEdit> {
    let edit = |part: TextPart| {
        let text = typed(pairs, &name(&part))?.replace("\r\n", "\n");
        let path = part.path.clone();
        match text.trim() {
            text if text == part.text.replace("\r\n", "\n").trim() => None,
            "" if part.why == WhyText::UnknownKey => Some(FileEdit::RemoveKey { path }),
            _ => Some(FileEdit::SetText { path, text: text.trim_end().to_owned() }),
        }
    };
    parts(target).into_iter().filter_map(edit).collect()
}

/// The most lines that its field shows at once.
const MAX_ROWS: usize = 12;

fn parts(target: &FormTarget) -> Vec<TextPart> {
    let item = target.item.as_ref().map(|item| target.list().zip(item.index).map(|(list, at)| list.index(at)));
    let mut parts = target.form.text_parts(&target.file);
    parts.retain(|part| match &item {
        None => !part.path.0.is_empty(),
        Some(item) => item.as_ref().is_some_and(|item| part.path.0.starts_with(&item.0)),
    });
    parts
}

fn name(part: &TextPart) -> String {
    format!("text@{}", part.path)
}

fn typed<'p>(pairs: &'p Pairs, name: &str) -> Option<&'p str> {
    pairs.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
}
