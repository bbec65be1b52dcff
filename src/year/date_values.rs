//! Finds the dates in the keys of a content file, as the format defines them.

use std::ops::Range;

use crate::editor::{OpenFile, ValuePath};
use crate::programme::content_file_kind;
use crate::programme::format::{Control, FieldDefinition};
use crate::read::{Node, Value};

/// A date in a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateValue {
    /// The keys of the format that lead to it, such as `reviews.next-review`. Items of lists have no number.
    pub(super) key: String,
    /// The way to it in the file.
    pub(super) path: ValuePath,
    /// As it is written.
    pub(super) text: String,
    /// Where the value is, in bytes of the text.
    pub(super) span: Range<usize>,
}

/// Every date in the keys of a file, in the order of the file. None for a file of no known kind.
pub(super) fn date_values(file: &OpenFile) -> Vec<DateValue> {
    let mut values = Vec::new();
    if let (Some(kind), Some(data)) = (content_file_kind(file.path()), file.document().data.as_ref()) {
        let place = KeyPlace { key: String::new(), path: ValuePath::default() };
        add_record(&kind.fields(), data, &place, &mut values);
    }
    values
}

/// Where the search is.
struct KeyPlace {
    key: String,
    path: ValuePath,
}

impl KeyPlace {
    fn field(&self, field: &FieldDefinition, written: &str) -> Self {
        let key = if self.key.is_empty() { field.key.to_owned() } else { format!("{}.{}", self.key, field.key) };
        Self { key, path: self.path.key(written) }
    }

    fn item(&self, index: usize) -> Self {
        Self { key: self.key.clone(), path: self.path.index(index) }
    }
}

fn add_record(fields: &[FieldDefinition], node: &Node, place: &KeyPlace, values: &mut Vec<DateValue>) {
    let Value::Map(entries) = &node.value else { return };
    for entry in entries {
        let exact = fields.iter().find(|field| field.key == entry.key);
        let Some(field) = exact.or_else(|| fields.iter().find(|field| field.reads(&entry.key))) else { continue };
        add(&field.control, &entry.node, &place.field(field, &entry.key), values);
    }
}

fn add(control: &Control, node: &Node, place: &KeyPlace, values: &mut Vec<DateValue>) {
    match (control, &node.value) {
        (Control::Day | Control::Period, Value::Scalar(text)) => values.push(DateValue {
            key: place.key.clone(),
            path: place.path.clone(),
            text: text.clone(),
            span: node.span.clone(),
        }),
        (Control::Record(fields) | Control::TextOrRecord { fields, .. }, _) => {
            add_record(&fields(), node, place, values);
        }
        (Control::WordOr { other, .. }, _) => add(other, node, place, values),
        (Control::List(item), Value::List(items)) => {
            for (index, node) in items.iter().enumerate() {
                add(item, node, &place.item(index), values);
            }
        }
        (Control::List(item), _) => add(item, node, place, values),
        _ => {}
    }
}

/// The keys of every date in these fields.
#[cfg(test)]
pub(super) fn date_keys(fields: &[FieldDefinition]) -> Vec<String> {
    fn keys(control: &Control, key: &str) -> Vec<String> {
        match control {
            Control::Day | Control::Period => vec![key.to_owned()],
            Control::Record(fields) | Control::TextOrRecord { fields, .. } => {
                date_keys(&fields()).into_iter().map(|inner| format!("{key}.{inner}")).collect()
            }
            Control::WordOr { other, .. } => keys(other, key),
            Control::List(item) | Control::Labelled(item) | Control::PerBenchmark(item) => keys(item, key),
            _ => Vec::new(),
        }
    }
    fields.iter().flat_map(|field| keys(&field.control, field.key)).collect()
}
