//! A list of short values as one field, with a line for each.

use std::collections::HashMap;

use super::field_view::{FieldView, shown};
use super::todo::Task;
use crate::editor::form::{FieldContent, FormField, FormRowField};
use crate::programme::format::Control;

/// True for a list that one field has a line each for.
pub(super) fn is_lines(field: &FormField) -> bool {
    let is_line = |row: &FormRowField| matches!(&row.field.content, FieldContent::Text(text) if !text.contains('\n'));
    match (&field.definition.control, &field.content) {
        (Control::List(item), FieldContent::Rows(rows)) => item.is_short() && rows.iter().all(is_line),
        _ => false,
    }
}

/// The field for a list, with the findings of all its items.
pub(super) fn lines_view(
    (field, rows): (&FormField, &[FormRowField]),
    findings: &mut HashMap<String, Vec<Task>>,
) -> FieldView {
    let line = |row: &FormRowField| match &row.field.content {
        FieldContent::Text(text) => shown(&row.field.definition.control, text),
        _ => String::new(),
    };
    let names = std::iter::once(&field.name).chain(rows.iter().map(|row| &row.field.name));
    let found = names.flat_map(|name| findings.remove(name).unwrap_or_default()).collect();
    FieldView::of_lines(field, rows.iter().map(line).collect(), found)
}

/// The name of the field on the page that has the value with this name.
pub(super) fn name_on_page<'n>(fields: &[FormField], name: &'n str) -> &'n str {
    let list = name.rsplit_once('.').map(|(list, _)| list);
    let is_line = |list: &&str| fields.iter().find_map(|field| field.find(list)).is_some_and(is_lines);
    list.filter(is_line).unwrap_or(name)
}
