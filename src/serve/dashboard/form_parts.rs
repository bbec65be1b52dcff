//! A form as its template shows it: one part after the other, so that the template needs no recursion.

use super::address;
use super::event_dates;
use super::field_view::{field_view, id};
use super::form_part::{FormContext, FormPart, ItemLink};
use super::lines_view::{is_lines, lines_view};
use super::statements::{add_statements, is_statements};
use super::wording::{add_words, capitalized, hint};
use crate::editor::form::{FieldContent, FormField, FormRowField};
use crate::programme::format::Control;
use crate::programme::slug;

/// Lists of records with more fields than this have a page for each record.
const MAX_INLINE_FIELDS: usize = 3;

/// Longer lists are folded away, unless a row of them was just changed or has something to put right.
const MAX_OPEN_ROWS: usize = 4;

/// True for a list whose items have pages of their own.
pub(super) fn has_item_pages(control: &Control) -> bool {
    let Control::List(item) = control else { return false };
    match &**item {
        Control::Record(fields) | Control::TextOrRecord { fields, .. } => {
            fields().len() > MAX_INLINE_FIELDS && !is_statements(control)
        }
        _ => false,
    }
}

/// The parts of a form with these fields.
pub(super) fn parts(fields: &[FormField], context: &mut FormContext<'_>) -> Vec<FormPart> {
    let mut parts = Vec::new();
    add_record(fields, context, &mut parts, |field, context, parts| match &field.content {
        FieldContent::Rows(rows) if has_item_pages(&field.definition.control) => {
            parts.push(pages(field, rows, context));
        }
        _ => add(field, context, parts),
    });
    parts
}

/// The parts of an item on a page of its own.
pub(super) fn item_parts(row: &FormRowField, context: &mut FormContext<'_>) -> Vec<FormPart> {
    let mut parts = Vec::new();
    match &row.field.content {
        FieldContent::Fields(fields) => add_record(fields, context, &mut parts, add),
        _ => add(&row.field, context, &mut parts),
    }
    parts
}

/// The fields of a page: those that are always in sight, then the others below their headings.
fn add_record(
    fields: &[FormField],
    context: &mut FormContext<'_>,
    parts: &mut Vec<FormPart>,
    add: fn(&FormField, &mut FormContext<'_>, &mut Vec<FormPart>),
) {
    let mut headings: Vec<&'static str> = Vec::new();
    for field in fields {
        match field.definition.fold {
            None => add(field, context, parts),
            Some(heading) if headings.contains(&heading) => {}
            Some(heading) => headings.push(heading),
        }
    }
    for heading in headings {
        let of_heading = || fields.iter().filter(|field| field.definition.fold == Some(heading));
        let is_open = of_heading().any(|field| has_value(field) || context.has_finding(field));
        parts.push(FormPart::FoldStart { id: format!("fold-{}", slug(heading)), heading: heading.to_owned(), is_open });
        of_heading().for_each(|field| add(field, context, parts));
        parts.push(FormPart::FoldEnd);
    }
}

fn has_value(field: &FormField) -> bool {
    match &field.content {
        FieldContent::Text(text) => !text.is_empty(),
        FieldContent::Chosen(values) => !values.is_empty(),
        FieldContent::Rows(rows) => !rows.is_empty(),
        FieldContent::Fields(fields) => fields.iter().any(has_value),
        FieldContent::TextOnly => true,
    }
}

fn pages(list: &FormField, rows: &[FormRowField], context: &mut FormContext<'_>) -> FormPart {
    let item = list.definition.item_name();
    let link = |(at, row): (usize, &FormRowField)| {
        let name = format!("{}.", row.field.name);
        let of_row = |other: &&String| **other == row.field.name || other.starts_with(&name);
        ItemLink {
            title: title_of(row).unwrap_or_else(|| format!("{} {}", capitalized(&item), at + 1)),
            address: address::of_item(context.path, &format!("{}.{}", list.name, row.origin.unwrap_or(at))),
            findings: context.findings.keys().filter(of_row).count(),
        }
    };
    FormPart::Pages {
        id: id(&list.name),
        legend: list.definition.label.clone(),
        hint: hint(&list.definition.label, list.definition.hint),
        rows: rows.iter().enumerate().map(link).collect(),
        add: (address::of_item(context.path, &format!("{}.new", list.name)), add_words(&item, rows.is_empty())),
    }
}

fn add(field: &FormField, context: &mut FormContext<'_>, parts: &mut Vec<FormPart>) {
    let definition = &field.definition;
    match &field.content {
        FieldContent::Fields(fields) => {
            parts.push(FormPart::GroupStart {
                id: id(&field.name),
                legend: definition.label.clone(),
                hint: hint(&definition.label, definition.hint),
                findings: context.findings.remove(&field.name).unwrap_or_default(),
            });
            for field in fields {
                let mut field = field.clone();
                if matches!(definition.control, Control::PerBenchmark(_)) {
                    field.definition.label = context.names.benchmark(field.definition.key);
                }
                add(&field, context, parts);
            }
            parts.push(FormPart::GroupEnd);
        }
        FieldContent::Rows(rows) if is_lines(field) => {
            parts.push(FormPart::Field(lines_view((field, rows), &mut context.findings)));
        }
        FieldContent::Rows(rows) => match context.criteria.filter(|_| is_statements(&definition.control)) {
            Some(criteria) => add_statements((field, rows), criteria, context, parts),
            None if rows.len() > MAX_OPEN_ROWS => {
                let is_as_saved = rows.iter().enumerate().all(|(at, row)| row.origin == Some(at));
                parts.push(FormPart::FoldStart {
                    id: format!("fold-{}", id(&field.name)),
                    heading: format!("{} ({})", definition.label, rows.len()),
                    is_open: !is_as_saved || context.has_finding(field),
                });
                list(field, rows, context, parts);
                parts.push(FormPart::FoldEnd);
            }
            None => list(field, rows, context, parts),
        },
        _ => {
            let mut view = field_view(field, &context.names, &mut context.findings);
            view.be_in(context.path.folder());
            if let Some((hint, note)) = event_dates::words(context.path, field) {
                view.be_noted(hint, note);
            }
            parts.push(FormPart::Field(view));
        }
    }
}

fn list(field: &FormField, rows: &[FormRowField], context: &mut FormContext<'_>, parts: &mut Vec<FormPart>) {
    let item = field.definition.item_name();
    let item_title = capitalized(&item);
    parts.push(FormPart::ListStart {
        name: field.name.clone(),
        id: id(&field.name),
        legend: field.definition.label.clone(),
        hint: hint(&field.definition.label, field.definition.hint),
        findings: context.findings.remove(&field.name).unwrap_or_default(),
        is_made_up: context.file.is_some_and(|file| file.is_made_up(&field.path)),
    });
    for (at, row) in rows.iter().enumerate() {
        let legend = match title_of(row) {
            Some(title) if matches!(row.field.content, FieldContent::Fields(_)) => {
                format!("{item_title} {}: {title}", at + 1)
            }
            _ => format!("{item_title} {}", at + 1),
        };
        let is_simple =
            row.label.is_none() && !matches!(row.field.content, FieldContent::Fields(_) | FieldContent::Rows(_));
        parts.push(FormPart::RowStart {
            name: row.field.name.clone(),
            id: id(&row.field.name),
            legend: legend.clone(),
            origin: row.origin,
            label: row.label.clone(),
            is_simple,
        });
        match &row.field.content {
            FieldContent::Fields(fields) => fields.iter().for_each(|field| add(field, context, parts)),
            _ => {
                let mut view = field_view(&row.field, &context.names, &mut context.findings);
                view.be_row(if row.label.is_some() { "Value".to_owned() } else { legend.clone() });
                parts.push(FormPart::Field(view));
            }
        }
        let (is_first, is_last) = (at == 0, at + 1 == rows.len());
        parts.push(FormPart::RowEnd { name: row.field.name.clone(), legend, is_first, is_last, is_simple });
    }
    parts.push(FormPart::ListEnd { name: field.name.clone(), add: add_words(&item, rows.is_empty()) });
}

/// The name or title of a row, or else the first words in it. `None` if it has none.
pub(super) fn title_of(row: &FormRowField) -> Option<String> {
    const NAMES: [&str; 2] = ["name", "title"];
    let text = |content: &FieldContent| match content {
        FieldContent::Text(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    };
    match &row.field.content {
        FieldContent::Fields(fields) => {
            let mut named = fields.iter().filter(|field| NAMES.contains(&field.definition.key));
            let name = named.find_map(|field| text(&field.content));
            name.or_else(|| fields.iter().find_map(|field| text(&field.content)))
        }
        content => text(content),
    }
}
