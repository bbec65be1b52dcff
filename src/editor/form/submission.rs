//! The values of a form, read from what a browser sends.

use super::file_values::{BENCHMARKS, in_lines_of};
use super::form_value::{FormRow, FormRows, FormValue};
use crate::programme::format::{Control, FieldDefinition};
use crate::programme::meant;

/// The name of the field for the Markdown below the front matter.
pub(super) const BODY: &str = "body";

/// The names and values that a form has sent, in the order of the form.
#[derive(Clone, Copy)]
pub(super) struct Submission<'p> {
    pub(super) pairs: &'p [(String, String)],
}

/// The name of a field inside another.
pub(super) fn name_in(prefix: &str, key: &str) -> String {
    let key = if key.is_empty() { BODY } else { key };
    if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") }
}

impl<'p> Submission<'p> {
    pub(super) fn record(self, prefix: &str, fields: &[FieldDefinition]) -> FormValue {
        let value = |field: &FieldDefinition| (field.key, self.value(&field.control, &name_in(prefix, field.key)));
        present(fields.iter().map(value).collect())
    }

    fn value(self, control: &Control, name: &str) -> FormValue {
        match control {
            Control::Record(fields) | Control::TextOrRecord { fields, .. } => self.record(name, &fields()),
            Control::Several { item, all } => {
                let mut values = self.all(name).peekable();
                if values.peek().is_none() {
                    return FormValue::Absent;
                }
                let values = values.map(str::trim).filter(|value| !value.is_empty());
                FormValue::Chosen(without_repeats(values.map(|value| meant(item, value)), *all))
            }
            Control::List(item) => match self.last(&format!("{name}@lines")) {
                Some(text) => FormValue::Lines(lines(item, text)),
                None => self.rows(item, name, false),
            },
            Control::Labelled(item) => self.rows(item, name, true),
            Control::WordOr { other, .. } => self.value(other, name),
            Control::PerBenchmark(item) => {
                present(BENCHMARKS.map(|number| (number, self.value(item, &name_in(name, number)))).to_vec())
            }
            _ => match self.last(name) {
                Some(value) => FormValue::Text(tidy(control, value)),
                None => FormValue::Absent,
            },
        }
    }

    fn rows(self, item: &Control, name: &str, is_labelled: bool) -> FormValue {
        let is_complete = self.last(&format!("{name}@rows")).is_some();
        let mut ids: Vec<&str> = Vec::new();
        for (other, _) in self.pairs {
            let id = other.strip_prefix(name).and_then(|rest| rest.strip_prefix('.'));
            let Some(id) = id.and_then(|rest| rest.split(['.', '@']).next()) else { continue };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        if ids.is_empty() && !is_complete {
            return FormValue::Absent;
        }
        let row = |id: &str| {
            let name = name_in(name, id);
            let label = self.last(&format!("{name}@label")).filter(|_| is_labelled);
            FormRow {
                origin: self.last(&format!("{name}@was")).and_then(|origin| origin.trim().parse().ok()),
                label: label.map(|label| tidy(&Control::Text, label)),
                value: self.value(item, &name),
            }
        };
        FormValue::Rows(FormRows { rows: ids.into_iter().map(row).collect(), is_complete })
    }

    fn all(self, name: &str) -> impl Iterator<Item = &'p str> {
        self.pairs.iter().filter(move |(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    fn last(self, name: &str) -> Option<&'p str> {
        self.all(name).last()
    }
}

/// The items that are written, a line each.
fn lines(item: &Control, text: &str) -> Vec<String> {
    text.lines().map(|line| tidy(item, line)).filter(|line| !line.is_empty()).collect()
}

/// Each value once. A word for all of them makes the others unnecessary.
fn without_repeats(values: impl Iterator<Item = String>, all: Option<&str>) -> Vec<String> {
    let mut chosen: Vec<String> = Vec::new();
    for value in values {
        if all.is_some_and(|all| all == value) {
            return vec![value];
        }
        if !chosen.contains(&value) {
            chosen.push(value);
        }
    }
    chosen
}

/// A record, or nothing if the form has none of its fields.
fn present(fields: Vec<(&'static str, FormValue)>) -> FormValue {
    let is_absent = fields.iter().all(|(_, value)| *value == FormValue::Absent);
    if is_absent { FormValue::Absent } else { FormValue::Fields(fields) }
}

/// Without spaces around it, and with the line ends of a file.
fn tidy(control: &Control, value: &str) -> String {
    let value = value.replace("\r\n", "\n").replace('\r', "\n");
    match control {
        // A text file can't hold them, and YAML can.
        Control::Markdown => value.replace(is_lost_in_text, "").trim_matches('\n').to_owned(),
        control => meant(control, &in_lines_of(control, value.trim())),
    }
}

fn is_lost_in_text(ch: char) -> bool {
    ch < ' ' && !matches!(ch, '\n' | '\t')
}
