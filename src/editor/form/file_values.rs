//! The values of a form, read from those of a file.

use std::borrow::Cow;

use super::form_value::{FormRow, FormRows, FormValue};
use crate::editor::file_edit::YamlValue;
use crate::programme::format::{Control, FieldDefinition};
use crate::programme::{Benchmark, meant, on_one_line};

/// The keys of the benchmarks.
pub(super) const BENCHMARKS: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "8"];
/// Words for everybody.
const ALL: [&str; 2] = ["all", "everyone"];

/// The values of a record's fields. The text below the front matter is not among them.
pub(super) fn record(fields: &[FieldDefinition], map: &[(String, YamlValue)]) -> FormValue {
    let value = |field: &FieldDefinition| value(&field.control, entry(field, fields, map).map(|(_, value)| value));
    FormValue::Fields(fields.iter().map(|field| (field.key, value(field))).collect())
}

/// The key of one of these fields as it is written, and its value. Another word for a field is not the key of another one.
pub(super) fn entry<'v>(
    field: &FieldDefinition,
    fields: &[FieldDefinition],
    map: &'v [(String, YamlValue)],
) -> Option<&'v (String, YamlValue)> {
    let exact = map.iter().find(|(key, _)| key == field.key);
    let is_of_other = |key: &str| fields.iter().any(|other| other.key == key);
    exact.or_else(|| map.iter().find(|(key, _)| field.reads(key) && !is_of_other(key)))
}

/// The key of a benchmark as it is written, and its value.
pub(super) fn benchmark_entry<'v>(number: &str, map: &'v [(String, YamlValue)]) -> Option<&'v (String, YamlValue)> {
    map.iter().find(|(key, _)| Benchmark::parse(key).is_some_and(|benchmark| benchmark.number().to_string() == number))
}

/// The value of a field in a form.
pub(super) fn value(control: &Control, written: Option<&YamlValue>) -> FormValue {
    let written = written.filter(|written| !matches!(written, YamlValue::Null));
    match control {
        Control::Record(fields) => match written {
            None => record(&fields(), &[]),
            Some(YamlValue::Map(map)) => record(&fields(), map),
            Some(_) => FormValue::TextOnly,
        },
        Control::TextOrRecord { text_key, fields } => match written {
            None => record(&fields(), &[]),
            Some(YamlValue::Map(map)) => record(&fields(), map),
            Some(YamlValue::Text(_) | YamlValue::Word(_)) => {
                let map = written.map(|text| vec![((*text_key).to_owned(), text.clone())]);
                record(&fields(), &map.unwrap_or_default())
            }
            Some(_) => FormValue::TextOnly,
        },
        Control::Several { item, all } => several(item, *all, written),
        Control::List(item) => list(item, written),
        Control::WordOr { other, .. } => value(other, written),
        Control::Labelled(item) => match written {
            None => FormValue::Rows(FormRows { rows: Vec::new(), is_complete: true }),
            Some(YamlValue::Map(map)) => {
                let row = |(at, (label, written)): (usize, &(String, YamlValue))| FormRow {
                    origin: Some(at),
                    label: Some(label.clone()),
                    value: value(item, Some(written)),
                };
                FormValue::Rows(FormRows { rows: map.iter().enumerate().map(row).collect(), is_complete: true })
            }
            Some(_) => FormValue::TextOnly,
        },
        Control::PerBenchmark(item) => {
            let map = match written {
                None => &[][..],
                Some(YamlValue::Map(map)) => map,
                Some(_) => return FormValue::TextOnly,
            };
            let of = |number: &'static str| (number, value(item, benchmark_entry(number, map).map(|(_, value)| value)));
            FormValue::Fields(BENCHMARKS.map(of).to_vec())
        }
        _ => match written {
            None => FormValue::Text(String::new()),
            Some(written) => {
                text(written).map_or(FormValue::TextOnly, |text| FormValue::Text(meant(control, &shown(control, text))))
            }
        },
    }
}

fn text(value: &YamlValue) -> Option<&str> {
    match value {
        YamlValue::Text(text) | YamlValue::Word(text) => Some(text),
        _ => None,
    }
}

/// Without the line break after the last line, which a text below `|` has, and with the lines of its field: browsers would
/// join the words around others.
fn shown<'t>(control: &Control, text: &'t str) -> Cow<'t, str> {
    in_lines_of(control, text.strip_suffix('\n').unwrap_or(text))
}

/// A text with the lines that its field can hold: those of one line hold no others.
pub(super) fn in_lines_of<'t>(control: &Control, text: &'t str) -> Cow<'t, str> {
    let has_lines = matches!(control, Control::LongText | Control::Markdown);
    if has_lines || !text.contains('\n') { Cow::Borrowed(text) } else { Cow::Owned(on_one_line(text)) }
}

fn several(item: &Control, all: Option<&str>, written: Option<&YamlValue>) -> FormValue {
    let chosen = match written {
        None => Vec::new(),
        Some(YamlValue::List(items)) => match items.iter().map(text).collect::<Option<Vec<&str>>>() {
            Some(items) => items,
            None => return FormValue::TextOnly,
        },
        Some(written) => match text(written) {
            Some(text) if all.is_some() && ALL.contains(&text.trim().to_lowercase().as_str()) => {
                return FormValue::Chosen(match item {
                    Control::Choice(options) => options.iter().map(|option| option.value.to_owned()).collect(),
                    _ => all.into_iter().map(str::to_owned).collect(),
                });
            }
            Some(text) if splits_at_commas(item) => text.split(',').collect(),
            Some(text) => vec![text],
            None => return FormValue::TextOnly,
        },
    };
    FormValue::Chosen(chosen.into_iter().map(|value| meant(item, value.trim())).collect())
}

/// True for words and numbers: `a, b` without brackets is a list of two.
fn splits_at_commas(item: &Control) -> bool {
    matches!(item, Control::Choice(_) | Control::Benchmark | Control::Period)
}

fn list(item: &Control, written: Option<&YamlValue>) -> FormValue {
    let row = |(at, value_of_row): (usize, &YamlValue)| FormRow {
        origin: Some(at),
        label: None,
        value: value(item, Some(value_of_row)),
    };
    let rows = match written {
        None => Vec::new(),
        Some(YamlValue::List(items)) => items.iter().enumerate().map(row).collect(),
        // A form can't tell what else may be in it.
        Some(YamlValue::Map(_)) if matches!(item, Control::Record(_) | Control::TextOrRecord { .. }) => {
            return FormValue::TextOnly;
        }
        Some(written) => match text(written) {
            Some(text) if splits_at_commas(item) => {
                let parts = text.split(',').map(|part| YamlValue::Text(part.trim().to_owned()));
                parts.enumerate().map(|(at, part)| row((at, &part))).collect()
            }
            _ => vec![row((0, written))],
        },
    };
    FormValue::Rows(FormRows { rows, is_complete: true })
}

/// A record in which fields that were not sent are blank.
pub(super) fn complete_record(fields: &[FieldDefinition], values: &FormValue) -> FormValue {
    let value = |field: &FieldDefinition| {
        (field.key, complete(&field.control, values.field(field.key).unwrap_or(&FormValue::Absent)))
    };
    FormValue::Fields(fields.iter().map(value).collect())
}

fn complete(control: &Control, shown: &FormValue) -> FormValue {
    match (control, shown) {
        (control, FormValue::Absent) => value(control, None),
        (Control::Record(fields) | Control::TextOrRecord { fields, .. }, FormValue::Fields(_)) => {
            complete_record(&fields(), shown)
        }
        (Control::WordOr { other, .. }, shown) => complete(other, shown),
        (Control::List(item) | Control::Labelled(item), FormValue::Rows(rows)) => {
            let row = |row: &FormRow| FormRow { value: complete(item, &row.value), ..row.clone() };
            FormValue::Rows(FormRows { rows: rows.rows.iter().map(row).collect(), ..*rows })
        }
        (Control::PerBenchmark(item), FormValue::Fields(fields)) => {
            FormValue::Fields(fields.iter().map(|(key, shown)| (*key, complete(item, shown))).collect())
        }
        (_, shown) => shown.clone(),
    }
}
