//! What a file should hold after an edit, worked out on values without any text.

use super::added_keys::NewKey;
use super::edit_error::EditError;
use super::file_edit::{FileEdit, PathStep, ValuePath, YamlValue};

/// The values of a file after an edit.
///
/// # Errors
/// [`EditError::NoSuchValue`] and [`EditError::KeyExists`].
pub(super) fn edited(mut value: YamlValue, edit: &FileEdit) -> Result<YamlValue, EditError> {
    let none = |path: &ValuePath| EditError::NoSuchValue(path.clone());
    match edit {
        FileEdit::Set { path, value: new } => *at(&mut value, path).ok_or_else(|| none(path))? = new.clone(),
        FileEdit::AddKey { path, key, value: new, order } => {
            let map = at(&mut value, path).ok_or_else(|| none(path))?;
            if let YamlValue::Null = map {
                *map = YamlValue::Map(Vec::new());
            }
            let YamlValue::Map(entries) = map else { return Err(none(path)) };
            if entries.iter().any(|(name, _)| name == key) {
                return Err(EditError::KeyExists(path.key(key)));
            }
            let index = NewKey { key, value: new, order }.index(entries.iter().map(|(name, _)| name.as_str()));
            entries.insert(index, (key.clone(), new.clone()));
        }
        FileEdit::RemoveKey { path } => {
            let (parent, PathStep::Key(key)) = path.split().ok_or_else(|| none(path))? else { return Err(none(path)) };
            let Some(YamlValue::Map(entries)) = at(&mut value, &parent) else { return Err(none(path)) };
            let index = entries.iter().position(|(name, _)| name == key).ok_or_else(|| none(path))?;
            entries.remove(index);
        }
        FileEdit::RenameKey { path, name } => {
            let (parent, PathStep::Key(key)) = path.split().ok_or_else(|| none(path))? else { return Err(none(path)) };
            let Some(YamlValue::Map(entries)) = at(&mut value, &parent) else { return Err(none(path)) };
            if entries.iter().any(|(other, _)| other == name && name != key) {
                return Err(EditError::KeyExists(parent.key(name)));
            }
            let entry = entries.iter_mut().find(|(other, _)| other == key).ok_or_else(|| none(path))?;
            entry.0.clone_from(name);
        }
        FileEdit::Append { path, value: new } => {
            let list = at(&mut value, path).ok_or_else(|| none(path))?;
            if let YamlValue::Null = list {
                *list = YamlValue::List(Vec::new());
            }
            let YamlValue::List(items) = list else { return Err(none(path)) };
            items.push(new.clone());
        }
        FileEdit::RemoveItem { path } => {
            let (parent, PathStep::Index(index)) = path.split().ok_or_else(|| none(path))? else {
                return Err(none(path));
            };
            match at(&mut value, &parent) {
                Some(YamlValue::List(items)) if *index < items.len() => drop(items.remove(*index)),
                _ => return Err(none(path)),
            }
        }
        FileEdit::MoveItem { path, from, to } => match at(&mut value, path) {
            Some(YamlValue::List(items)) if *from < items.len() && *to < items.len() => {
                let item = items.remove(*from);
                items.insert(*to, item);
            }
            Some(YamlValue::Map(entries)) if *from < entries.len() && *to < entries.len() => {
                let entry = entries.remove(*from);
                entries.insert(*to, entry);
            }
            _ => return Err(none(path)),
        },
        FileEdit::SetBody { .. } | FileEdit::SetText { .. } | FileEdit::Confirm { .. } => {}
    }
    Ok(value)
}

fn at<'v>(value: &'v mut YamlValue, path: &ValuePath) -> Option<&'v mut YamlValue> {
    path.0.iter().try_fold(value, |value, step| match (value, step) {
        (YamlValue::Map(entries), PathStep::Key(key)) => {
            entries.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
        }
        (YamlValue::List(items), PathStep::Index(index)) => items.get_mut(*index),
        _ => None,
    })
}
