//! The values of a form, as they are written in a file.

use super::form_value::{FormRow, FormValue};
use crate::editor::file_edit::YamlValue;
use crate::programme::format::{Control, FieldDefinition};

/// A value as it is written. `None` if nothing is.
pub(super) fn written(control: &Control, value: &FormValue) -> Option<YamlValue> {
    if value.is_blank() {
        return None;
    }
    match (control, value) {
        (Control::WordOr { word, other }, value) => {
            let value = written(other, value)?;
            // The word is alone, and not in a list.
            Some(if is_list_of(word, &value) { YamlValue::Word((*word).to_owned()) } else { value })
        }
        (Control::Several { item, all }, FormValue::Chosen(chosen)) => Some(chosen_values(item, *all, chosen)),
        (Control::List(item), FormValue::Rows(rows)) => {
            let mut values: Vec<YamlValue> = rows.rows.iter().filter_map(|row| written(item, &row.value)).collect();
            match values.pop() {
                // People write `when: autumn 2`, and brackets only around several.
                Some(only) if values.is_empty() && is_one_period(item, &only) => Some(only),
                last => Some(YamlValue::List(values.into_iter().chain(last).collect())),
            }
        }
        (Control::Labelled(item), FormValue::Rows(rows)) => {
            let entry = |row: &FormRow| {
                (row.label.clone().unwrap_or_default(), written(item, &row.value).unwrap_or(YamlValue::Null))
            };
            Some(YamlValue::Map(rows.rows.iter().filter(|row| !row.is_blank()).map(entry).collect()))
        }
        (Control::PerBenchmark(item), FormValue::Fields(fields)) => {
            let entry = |(key, value): &(&'static str, FormValue)| Some(((*key).to_owned(), written(item, value)?));
            Some(YamlValue::Map(fields.iter().filter_map(entry).collect()))
        }
        (Control::TextOrRecord { text_key, fields }, value) => {
            let fields = fields();
            let text = fields.iter().find(|field| field.key == *text_key);
            if is_only_text(text_key, value)
                && let Some(text) = text
            {
                return written(&text.control, value.field(text_key)?);
            }
            Some(record(&fields, value))
        }
        (Control::Record(fields), value) => Some(record(&fields(), value)),
        (control, FormValue::Text(text)) => Some(scalar(control, text)),
        _ => None,
    }
}

/// True if no other key of a record is written than this one.
pub(super) fn is_only_text(text_key: &str, value: &FormValue) -> bool {
    let FormValue::Fields(fields) = value else { return false };
    fields.iter().all(|(key, value)| *key == text_key || value.is_blank())
}

/// True for a list with nothing but a word.
pub(super) fn is_list_of(word: &str, value: &YamlValue) -> bool {
    let is_word = |item: &YamlValue| match item {
        YamlValue::Text(text) | YamlValue::Word(text) => text.trim().eq_ignore_ascii_case(word),
        _ => false,
    };
    matches!(value, YamlValue::List(items) if matches!(items.as_slice(), [only] if is_word(only)))
}

/// True if it is read as one period: the reader divides some texts at their commas.
fn is_one_period(item: &Control, value: &YamlValue) -> bool {
    let text = match value {
        YamlValue::Text(text) | YamlValue::Word(text) => text,
        _ => return false,
    };
    matches!(item, Control::Period) && !text.contains(',')
}

fn record(fields: &[FieldDefinition], value: &FormValue) -> YamlValue {
    let entry =
        |field: &FieldDefinition| Some((field.key.to_owned(), written(&field.control, value.field(field.key)?)?));
    YamlValue::Map(fields.iter().filter_map(entry).collect())
}

/// A text on one line, or several lines with a line break after the last.
pub(super) fn scalar(control: &Control, text: &str) -> YamlValue {
    let text = if text.contains('\n') { format!("{text}\n") } else { text.to_owned() };
    let is_word = matches!(control, Control::YesNoOrText) && ["yes", "no"].contains(&text.as_str());
    if control.is_text() && !is_word { YamlValue::Text(text) } else { YamlValue::Word(text) }
}

fn chosen_values(item: &Control, all: Option<&str>, chosen: &[String]) -> YamlValue {
    if let Some(all) = all.filter(|all| is_all(item, all, chosen)) {
        return YamlValue::Word(all.to_owned());
    }
    YamlValue::List(chosen.iter().map(|value| scalar(item, value)).collect())
}

/// True if everything is chosen.
pub(super) fn is_all(item: &Control, all: &str, chosen: &[String]) -> bool {
    let has_all = |options: &[&str]| options.iter().all(|option| chosen.iter().any(|value| value == option));
    match item {
        Control::Choice(options) => has_all(&options.iter().map(|option| option.value).collect::<Vec<_>>()),
        _ => has_all(&[all]),
    }
}
