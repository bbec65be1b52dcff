//! The fields of a form with their values, for pages that show them.

use super::file_values::{self, BENCHMARKS, benchmark_entry, entry};
use super::form_value::{FormRow, FormValue};
use super::submission::name_in;
use crate::editor::file_edit::{ValuePath, YamlValue};
use crate::editor::open_file::OpenFile;
use crate::programme::format::{Control, FieldDefinition};

/// A field with its value.
#[derive(Clone, Debug)]
pub struct FormField {
    /// The `name` of its input: see the [module's list](super).
    pub name: String,
    /// The label, the hint and the control. A row has those of its list, with the control of an item.
    pub definition: FieldDefinition,
    /// The path in the file, with the key as it is written there. For a new row, that of the list.
    pub path: ValuePath,
    pub content: FieldContent,
}

/// What is in a field.
#[derive(Clone, Debug)]
pub enum FieldContent {
    Text(String),
    Chosen(Vec<String>),
    Rows(Vec<FormRowField>),
    Fields(Vec<FormField>),
    /// A value that can only be changed as text.
    TextOnly,
}

/// A row with its value.
#[derive(Clone, Debug)]
pub struct FormRowField {
    /// What its hidden field `@was` holds. `None` for a new row.
    pub origin: Option<usize>,
    /// What its field `@label` holds, in rows of labels and values. `None` in lists.
    pub label: Option<String>,
    pub field: FormField,
}

impl FormField {
    /// The field with this name, in this one or inside it.
    pub fn find(&self, name: &str) -> Option<&Self> {
        if self.name == name {
            return Some(self);
        }
        if !name.starts_with(&self.name) {
            return None;
        }
        match &self.content {
            FieldContent::Fields(fields) => fields.iter().find_map(|field| field.find(name)),
            FieldContent::Rows(rows) => rows.iter().find_map(|row| row.field.find(name)),
            _ => None,
        }
    }
}

/// The name of the field that a place in the file belongs to, such as that of a finding. `None` above all fields.
pub fn field_at(fields: &[FormField], file: &OpenFile, offset: usize) -> Option<String> {
    let mut starts = Vec::new();
    collect_starts(fields, file, &mut starts);
    let before = starts.into_iter().filter(|(start, _)| *start <= offset);
    before.max_by_key(|(start, name)| (*start, name.len())).map(|(_, name)| name.to_owned())
}

fn collect_starts<'f>(fields: &'f [FormField], file: &OpenFile, starts: &mut Vec<(usize, &'f str)>) {
    for field in fields {
        let start = match field.definition.control {
            Control::Markdown => Some(file.document().body.start),
            _ => file.start_of(&field.path),
        };
        starts.extend(start.map(|start| (start, field.name.as_str())));
        match &field.content {
            FieldContent::Fields(fields) => collect_starts(fields, file, starts),
            FieldContent::Rows(rows) => {
                let rows = rows.iter().filter(|row| row.origin.is_some());
                rows.for_each(|row| collect_starts(std::slice::from_ref(&row.field), file, starts));
            }
            _ => {}
        }
    }
}

/// Where the fields of a record are.
#[derive(Clone, Copy)]
pub(super) struct FieldPlace<'p> {
    pub(super) prefix: &'p str,
    pub(super) path: &'p ValuePath,
    /// The keys in the file.
    pub(super) map: &'p [(String, YamlValue)],
}

pub(super) fn record(fields: &[FieldDefinition], at: FieldPlace<'_>, values: &FormValue) -> Vec<FormField> {
    let field = |definition: &FieldDefinition| {
        let written = entry(definition, fields, at.map);
        let key = written.map_or(definition.key, |(key, _)| key);
        let value = values.field(definition.key).unwrap_or(&FormValue::Absent);
        let path = if definition.key.is_empty() { at.path.clone() } else { at.path.key(key) };
        let name = name_in(at.prefix, definition.key);
        field(definition.clone(), (name, path), written.map(|(_, value)| value), value)
    };
    fields.iter().map(field).collect()
}

fn field(
    definition: FieldDefinition,
    (name, path): (String, ValuePath),
    written: Option<&YamlValue>,
    value: &FormValue,
) -> FormField {
    let map = match written {
        Some(YamlValue::Map(map)) => map.as_slice(),
        _ => &[],
    };
    let blank = file_values::value(&definition.control, None);
    let value = if *value == FormValue::Absent { &blank } else { value };
    let content =
        content(&definition.control, FieldPlace { prefix: &name, path: &path, map }, written, (&definition, value));
    FormField { name, definition, path, content }
}

fn content(
    control: &Control,
    at: FieldPlace<'_>,
    written: Option<&YamlValue>,
    (definition, value): (&FieldDefinition, &FormValue),
) -> FieldContent {
    match (control, value) {
        (Control::Record(fields) | Control::TextOrRecord { fields, .. }, FormValue::Fields(_)) => {
            FieldContent::Fields(record(&fields(), at, value))
        }
        (Control::PerBenchmark(item), FormValue::Fields(_)) => {
            let benchmark = |number: &'static str| {
                let written = benchmark_entry(number, at.map);
                let path = at.path.key(written.map_or(number, |(key, _)| key));
                let definition = FieldDefinition {
                    label: format!("Benchmark {number}"),
                    hint: "",
                    ..definition.with_control((**item).clone())
                };
                let value = value.field(number).unwrap_or(&FormValue::Absent);
                field(definition, (name_in(at.prefix, number), path), written.map(|(_, value)| value), value)
            };
            FieldContent::Fields(BENCHMARKS.map(benchmark).to_vec())
        }
        (Control::WordOr { other, .. }, FormValue::Rows(_)) => content(other, at, written, (definition, value)),
        (Control::List(item) | Control::Labelled(item), FormValue::Rows(rows)) => {
            let row = |(index, row): (usize, &FormRow)| row_field(item, (at, definition), (index, row), written);
            FieldContent::Rows(rows.rows.iter().enumerate().map(row).collect())
        }
        (_, FormValue::Text(text)) => FieldContent::Text(text.clone()),
        (_, FormValue::Chosen(values)) => FieldContent::Chosen(values.clone()),
        (_, FormValue::TextOnly) => FieldContent::TextOnly,
        _ => FieldContent::Text(String::new()),
    }
}

fn row_field(
    item: &Control,
    (at, definition): (FieldPlace<'_>, &FieldDefinition),
    (index, row): (usize, &FormRow),
    written: Option<&YamlValue>,
) -> FormRowField {
    let item_of = |origin: usize| match written? {
        YamlValue::List(items) => Some((at.path.index(origin), items.get(origin)?)),
        YamlValue::Map(map) => map.get(origin).map(|(label, value)| (at.path.key(label), value)),
        _ => None,
    };
    let found = row.origin.and_then(item_of);
    let path = found.as_ref().map_or_else(|| at.path.clone(), |(path, _)| path.clone());
    let name = name_in(at.prefix, &index.to_string());
    let field = field(definition.with_control(item.clone()), (name, path), found.map(|(_, value)| value), &row.value);
    FormRowField { origin: row.origin, label: row.label.clone(), field }
}
