//! The parts of a file that a form can't express.

use super::file_values::{entry, value};
use super::form_value::FormValue;
use crate::editor::file_edit::{ValuePath, YamlValue};
use crate::editor::open_file::OpenFile;
use crate::programme::Benchmark;
use crate::programme::format::{Control, FieldDefinition};

/// A part of a file that can only be changed as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPart {
    pub path: ValuePath,
    /// As it is written in the file, with its key.
    pub text: String,
    pub why: WhyText,
}

/// Why a part of a file can only be changed as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyText {
    /// The format has no such key.
    UnknownKey,
    /// The value is not of the kind that the format has there, such as a list in place of a text.
    OtherKind,
}

/// The parts of a file that a form can't express, in the order of the file's records.
pub(super) fn text_parts(fields: &[FieldDefinition], file: &OpenFile) -> Vec<TextPart> {
    let mut found = Vec::new();
    match file.values() {
        YamlValue::Map(map) => record(fields, (&ValuePath::default(), &map), &mut found),
        _ => found.push((ValuePath::default(), WhyText::OtherKind)),
    }
    let part =
        |(path, why): (ValuePath, WhyText)| TextPart { text: file.text_of(&path).unwrap_or_default(), path, why };
    found.into_iter().map(part).collect()
}

/// True if a value has parts inside that a form can't express.
pub(super) fn has_text_parts(control: &Control, written: &YamlValue) -> bool {
    let mut found = Vec::new();
    inside(control, (&ValuePath::default(), written), &mut found);
    !found.is_empty()
}

type Found = Vec<(ValuePath, WhyText)>;

fn record(fields: &[FieldDefinition], (path, map): (&ValuePath, &[(String, YamlValue)]), found: &mut Found) {
    let mut known = Vec::new();
    for field in fields {
        if let Some((key, written)) = entry(field, fields, map) {
            known.push(key.as_str());
            inside(&field.control, (&path.key(key), written), found);
        }
    }
    unknown((path, map), |key| known.contains(&key), found);
}

fn unknown((path, map): (&ValuePath, &[(String, YamlValue)]), is_known: impl Fn(&str) -> bool, found: &mut Found) {
    let unknown = map.iter().map(|(key, _)| key).filter(|key| !is_known(key));
    found.extend(unknown.map(|key| (path.key(key), WhyText::UnknownKey)));
}

fn inside(control: &Control, (path, written): (&ValuePath, &YamlValue), found: &mut Found) {
    if value(control, Some(written)) == FormValue::TextOnly {
        found.push((path.clone(), WhyText::OtherKind));
        return;
    }
    match (control, written) {
        (Control::Record(fields) | Control::TextOrRecord { fields, .. }, YamlValue::Map(map)) => {
            record(&fields(), (path, map), found);
        }
        (Control::List(item), YamlValue::List(items)) => {
            items.iter().enumerate().for_each(|(at, written)| inside(item, (&path.index(at), written), found));
        }
        (Control::WordOr { other, .. }, written) => inside(other, (path, written), found),
        (Control::Labelled(item), YamlValue::Map(map)) => {
            map.iter().for_each(|(label, written)| inside(item, (&path.key(label), written), found));
        }
        (Control::PerBenchmark(item), YamlValue::Map(map)) => {
            let is_number = |key: &str| Benchmark::parse(key).is_some();
            map.iter()
                .filter(|(key, _)| is_number(key))
                .for_each(|(key, written)| inside(item, (&path.key(key), written), found));
            unknown((path, map), is_number, found);
        }
        _ => {}
    }
}
