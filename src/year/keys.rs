//! Reads and edits the keys of a content file by their names in the format, however the file writes them.

use crate::editor::form::ContentForm;
use crate::editor::{FileEdit, OpenFile, PathStep, ValuePath, YamlValue};
use crate::programme::format::is_key;

/// The key at the top of a file as it is written, and its value. `None` if it has none.
pub(super) fn entry(file: &OpenFile, key: &'static str) -> Option<(ValuePath, YamlValue)> {
    entry_in(file, &ValuePath::default(), key)
}

/// The key in the record at a path as it is written, and its value. `None` if it has none.
pub(super) fn entry_in(file: &OpenFile, record: &ValuePath, key: &'static str) -> Option<(ValuePath, YamlValue)> {
    let values = file.values();
    let YamlValue::Map(entries) = values.at(record)? else { return None };
    let exact = entries.iter().find(|(written, _)| written == key);
    let (written, value) = exact.or_else(|| entries.iter().find(|(written, _)| is_key(written, key)))?;
    Some((record.key(written), value.clone()))
}

/// The words of a key at the top of a file.
pub(super) fn text(file: &OpenFile, key: &'static str) -> Option<String> {
    text_in(file, &ValuePath::default(), key)
}

/// The words of a key in the record at a path.
pub(super) fn text_in(file: &OpenFile, record: &ValuePath, key: &'static str) -> Option<String> {
    match entry_in(file, record, key)? {
        (_, YamlValue::Text(text) | YamlValue::Word(text)) => Some(text),
        _ => None,
    }
}

/// Gives a key at the top of a file this value, whether it is there or not.
pub(super) fn set(file: &OpenFile, key: &'static str, value: YamlValue) -> FileEdit {
    match entry(file, key) {
        Some((path, _)) => FileEdit::Set { path, value },
        None => add(file, &ValuePath::default(), key, value),
    }
}

/// Adds a key to the record at a path, where the order of the format puts it.
pub(super) fn add(file: &OpenFile, path: &ValuePath, key: &str, value: YamlValue) -> FileEdit {
    let order = ContentForm::of_path(file.path()).map_or_else(Vec::new, |form| form.order(path));
    FileEdit::AddKey { path: path.clone(), key: key.to_owned(), value, order }
}

/// Removes a key at the top of a file. `None` if it has none.
pub(super) fn remove(file: &OpenFile, key: &'static str) -> Option<FileEdit> {
    entry(file, key).map(|(path, _)| FileEdit::RemoveKey { path })
}

/// The number of the first item in a path.
pub(super) fn item_number(path: &ValuePath) -> Option<usize> {
    path.0.iter().find_map(|step| if let PathStep::Index(index) = step { Some(*index) } else { None })
}
