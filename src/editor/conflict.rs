//! Two versions of a file that has changed since it was opened, compared part by part.

use super::file_edit::{FileEdit, PathStep, ValuePath, YamlValue};
use super::open_file::OpenFile;
use crate::report::ContentPath;

/// Two versions of a file: what is on the disk now, and what was to be saved.
#[derive(Debug)]
pub struct Conflict {
    /// As it was opened. `None` if nobody remembers it, after the program was started again.
    pub(super) base: Option<OpenFile>,
    /// What was to be saved. `None` if it can't be worked out without the base.
    pub(super) yours: Option<OpenFile>,
    /// What is on the disk.
    pub(super) theirs: OpenFile,
}

/// A part of a file that differs between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferentPart {
    /// `None` for the text below the front matter.
    pub path: Option<ValuePath>,
    /// What was to be saved. `None` if the key is missing there.
    pub yours: Option<YamlValue>,
    /// What is on the disk. `None` if the key is missing there.
    pub theirs: Option<YamlValue>,
    pub changed_by: ChangedBy,
}

/// Who changed a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedBy {
    You,
    Them,
    /// Both, in different ways, or nobody knows.
    Both,
}

impl Conflict {
    /// The path of the file.
    pub fn path(&self) -> &ContentPath {
        self.theirs.path()
    }

    /// What was to be saved. `None` if the file as it was opened is not known any more.
    pub fn yours(&self) -> Option<&OpenFile> {
        self.yours.as_ref()
    }

    /// What is on the disk.
    pub fn theirs(&self) -> &OpenFile {
        &self.theirs
    }

    /// The parts that differ: keys in their order, keys inside keys, whole lists, and the text.
    pub fn parts(&self) -> Vec<DifferentPart> {
        let Some(yours) = &self.yours else { return Vec::new() };
        let base = self.base.as_ref().map(OpenFile::values);
        let versions = (base.as_ref(), Some(&yours.values()), Some(&self.theirs.values()));
        let mut parts = Vec::new();
        compare(&ValuePath::default(), versions, &mut parts);
        if base.is_none() {
            parts.iter_mut().for_each(|part| part.changed_by = ChangedBy::Both);
        }
        let bodies = (self.base.as_ref().map(OpenFile::body), yours.body(), self.theirs.body());
        if bodies.1 != bodies.2 {
            let text = |body: &str| Some(YamlValue::Text(body.to_owned()));
            let changed_by = match &bodies.0 {
                Some(base) if *base == bodies.1 => ChangedBy::Them,
                Some(base) if *base == bodies.2 => ChangedBy::You,
                _ => ChangedBy::Both,
            };
            parts.push(DifferentPart { path: None, yours: text(&bodies.1), theirs: text(&bodies.2), changed_by });
        }
        parts
    }

    /// The edits of the file on the disk that give it these parts of what was to be saved. `order` gives the keys of the
    /// record at a path, in their order.
    pub fn edits(parts: &[DifferentPart], order: impl Fn(&ValuePath) -> Vec<&'static str>) -> Vec<FileEdit> {
        let edit = |part: &DifferentPart| {
            let Some(path) = &part.path else {
                let Some(YamlValue::Text(text)) = &part.yours else { return None };
                return Some(FileEdit::SetBody { text: text.clone() });
            };
            match (&part.yours, &part.theirs) {
                (Some(value), Some(_)) => Some(FileEdit::Set { path: path.clone(), value: value.clone() }),
                (None, Some(_)) => Some(FileEdit::RemoveKey { path: path.clone() }),
                (Some(value), None) => {
                    let (parent, PathStep::Key(key)) = path.split()? else { return None };
                    let order = order(&parent);
                    Some(FileEdit::AddKey { path: parent, key: key.clone(), value: value.clone(), order })
                }
                (None, None) => None,
            }
        };
        parts.iter().filter_map(edit).collect()
    }
}

/// One value in the file as it was opened, as it was to be saved, and as it is.
type Versions<'v> = (Option<&'v YamlValue>, Option<&'v YamlValue>, Option<&'v YamlValue>);

/// True if both have the same keys in another order, which is a difference of the whole.
fn has_other_order(mine: &[(String, YamlValue)], other: &[(String, YamlValue)]) -> bool {
    let keys = |entries: &[(String, YamlValue)]| entries.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
    let (mine, other) = (keys(mine), keys(other));
    mine != other && mine.len() == other.len() && mine.iter().all(|key| other.contains(key))
}

fn compare(path: &ValuePath, (base, yours, theirs): Versions<'_>, parts: &mut Vec<DifferentPart>) {
    if yours == theirs {
        return;
    }
    if let (Some(YamlValue::Map(mine)), Some(YamlValue::Map(other))) = (yours, theirs)
        && !has_other_order(mine, other)
    {
        let added = other.iter().filter(|(key, _)| !mine.iter().any(|(name, _)| name == key));
        for (key, _) in mine.iter().chain(added) {
            let path_of_key = ValuePath::default().key(key);
            let inside = |value: Option<&'_ YamlValue>| value.and_then(|value| value.at(&path_of_key)).cloned();
            let (base, yours, theirs) = (inside(base), inside(yours), inside(theirs));
            compare(&path.key(key), (base.as_ref(), yours.as_ref(), theirs.as_ref()), parts);
        }
        return;
    }
    let changed_by = match base {
        _ if base == yours => ChangedBy::Them,
        _ if base == theirs => ChangedBy::You,
        _ => ChangedBy::Both,
    };
    parts.push(DifferentPart { path: Some(path.clone()), yours: yours.cloned(), theirs: theirs.cloned(), changed_by });
}
