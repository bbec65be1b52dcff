//! Writes forms into their folder. A form that somebody has filled in is never written over: a list of what was written
//! says which files are still as they were.
#![expect(clippy::disallowed_methods, reason = "this module writes forms next to the content")]

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;

use camino::Utf8Path;
use xxhash_rust::xxh3::xxh3_128;

use crate::cli::content;

/// The hash of each form as it was written, by its name. Hidden, as the leftovers of other programs are.
const LIST: &str = ".forms.json";

pub(super) struct FormFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// What happened to the forms.
#[derive(Debug, Default)]
pub(super) struct WrittenForms {
    pub(super) written: usize,
    pub(super) unchanged: usize,
    /// The names of forms that somebody has changed. They were left as they are.
    pub(super) changed: Vec<String>,
}

/// Writes the forms that nobody has changed since. The error is a sentence.
pub(super) fn write_forms(folder: &Utf8Path, files: &[FormFile]) -> Result<WrittenForms, String> {
    let list = folder.join(LIST);
    let mut known: BTreeMap<String, String> =
        fs::read(&list).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
    let mut written = WrittenForms::default();
    for FormFile { name, bytes } in files {
        let path = folder.join(name);
        let hash = hash_of(bytes);
        let existing = match fs::read(&path) {
            Ok(existing) => Some(hash_of(&existing)),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(format!("{path} could not be read: {error}")),
        };
        match existing {
            Some(existing) if existing == hash => written.unchanged += 1,
            Some(existing) if known.get(name) != Some(&existing) => {
                written.changed.push(name.clone());
                continue;
            }
            _ => {
                content::replace_bytes(&path, bytes).map_err(|reason| format!("{path} {reason}"))?;
                written.written += 1;
            }
        }
        known.insert(name.clone(), hash);
    }
    // Serialising a map of texts can't fail.
    let text = serde_json::to_string_pretty(&known).unwrap_or_default();
    content::replace(&list, &(text + "\n")).map_err(|reason| format!("{list} {reason}"))?;
    Ok(written)
}

fn hash_of(bytes: &[u8]) -> String {
    format!("{:032x}", xxh3_128(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> FormFile {
        FormFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn a_form_that_somebody_changed_is_left_alone() {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(temporary.path()).expect("a plain path").join("audit");
        let first = write_forms(&folder, &[file("art.md", "1"), file("maths.md", "1")]).expect("written");
        assert_eq!((first.written, first.unchanged), (2, 0));
        fs::write(folder.join("maths.md"), "filled in").expect("written");
        let second = write_forms(&folder, &[file("art.md", "2"), file("maths.md", "2")]).expect("written");
        assert_eq!((second.written, second.unchanged, second.changed), (1, 0, vec!["maths.md".to_owned()]));
        let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a file");
        assert_eq!((read("art.md"), read("maths.md")), ("2".to_owned(), "filled in".to_owned()));
        let third = write_forms(&folder, &[file("art.md", "2")]).expect("written");
        assert_eq!((third.written, third.unchanged), (0, 1));
    }
}
