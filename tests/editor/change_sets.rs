//! Changes of several files are made together or not at all, and can be undone together.

use std::collections::BTreeMap;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::ContentPath;
use fingerpost::editor::{ChangeKind, ContentChange, EditableFolder, SaveError};
use jiff::civil::{DateTime, date};

pub(crate) fn now() -> DateTime {
    date(2027, 7, 22).at(9, 0, 0, 0)
}

/// A folder with twenty events.
pub(crate) fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
    let temporary = tempfile::tempdir().unwrap();
    let path = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).unwrap();
    fs::create_dir(path.join("events")).unwrap();
    for number in 0..20 {
        fs::write(path.join(format!("events/{number:02}.md")), format!("old {number}")).unwrap();
    }
    fs::write(path.join("notes.txt"), "not ours").unwrap();
    (temporary, path)
}

/// Half of the events move to another name, the others change, and all are copied.
pub(crate) fn changes() -> Vec<ContentChange> {
    let change = |path: String, before: Option<String>, after: Option<String>| ContentChange {
        path: ContentPath::new(&path),
        before: before.map(String::into_bytes),
        after: after.map(String::into_bytes),
    };
    (0..20)
        .flat_map(|number| {
            let (path, old, new) = (format!("events/{number:02}.md"), format!("old {number}"), format!("new {number}"));
            let copy = change(format!("archive/2026-27/{path}"), None, Some(old.clone()));
            match number % 2 {
                0 => vec![
                    copy,
                    change(path.clone(), Some(old), None),
                    change(format!("events/n{number}.md"), None, Some(new)),
                ],
                _ => vec![copy, change(path, Some(old), Some(new))],
            }
        })
        .collect()
}

/// The same, and two that can't be made together: nothing can be written below a file.
pub(crate) fn changes_that_fail() -> Vec<ContentChange> {
    let new = |path| ContentChange { path: ContentPath::new(path), before: None, after: Some(b"new".to_vec()) };
    changes().into_iter().chain([new("events/new.md"), new("events/new.md/page.md")]).collect()
}

/// Every file but those of `.fingerpost`.
pub(crate) fn files(folder: &Utf8Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in at.read_dir_utf8().unwrap() {
            let path = entry.unwrap().into_path();
            if path.file_name() == Some(".fingerpost") {
                continue;
            }
            match path.is_dir() {
                true => open.push(path),
                false => {
                    let name = path.strip_prefix(folder).unwrap().as_str().replace('\\', "/");
                    files.insert(name, fs::read_to_string(&path).unwrap());
                }
            }
        }
    }
    files
}

#[test]
fn all_files_change_and_come_back() {
    let (_temporary, path) = folder();
    let before = files(&path);
    let folder = EditableFolder::new(&path).unwrap();
    folder.make_changes(ChangeKind::AcademicYear, "2026-27 to 2027-28", &changes()).unwrap();
    let after = files(&path);
    assert_eq!((after.len(), after["events/n4.md"].as_str()), (1 + 20 + 20, "new 4"));
    assert_eq!(after["archive/2026-27/events/04.md"], "old 4");
    assert_eq!(folder.last_changes().unwrap().name, "2026-27 to 2027-28");
    assert_eq!(folder.undo_changes().unwrap().paths.len(), changes().len());
    assert_eq!(files(&path), before);
    assert!(!path.join("archive").exists(), "folders that are empty again go");
    assert!(matches!(folder.undo_changes(), Err(SaveError::NothingToUndo)));
}

#[test]
fn what_was_edited_since_is_never_overwritten() {
    let (_temporary, path) = folder();
    let folder = EditableFolder::new(&path).unwrap();
    fs::write(path.join("events/03.md"), "edited").unwrap();
    let before = files(&path);
    let refused = |result: Result<(), SaveError>| match result {
        Err(SaveError::ChangedSince(paths)) => paths.iter().map(ToString::to_string).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(folder.make_changes(ChangeKind::AcademicYear, "next", &changes())), ["events/03.md"]);
    assert_eq!(files(&path), before);
    fs::write(path.join("events/03.md"), "old 3").unwrap();
    folder.make_changes(ChangeKind::AcademicYear, "next", &changes()).unwrap();
    fs::write(path.join("events/n4.md"), "edited").unwrap();
    fs::remove_file(path.join("events/05.md")).unwrap();
    let after = files(&path);
    assert_eq!(refused(folder.undo_changes().map(drop)), ["events/n4.md", "events/05.md"]);
    assert_eq!(files(&path), after);
}

#[test]
fn a_file_that_cannot_be_written_leaves_all_as_they_were() {
    let (_temporary, path) = folder();
    let before = files(&path);
    let folder = EditableFolder::new(&path).unwrap();
    assert!(matches!(
        folder.make_changes(ChangeKind::AcademicYear, "next", &changes_that_fail()),
        Err(SaveError::Disk { .. })
    ));
    assert_eq!(files(&path), before);
    assert!(!folder.complete_changes(now()).unwrap(), "nothing is left to complete");
}

#[test]
fn what_somebody_edits_in_half_changed_content_goes_into_the_history() {
    let (_temporary, path) = folder();
    let folder = EditableFolder::new(&path).unwrap();
    folder.make_changes(ChangeKind::AcademicYear, "next", &changes()).unwrap();
    // As a program leaves it that is killed before the end.
    fs::rename(path.join(".fingerpost/changes/done"), path.join(".fingerpost/changes/pending")).unwrap();
    fs::write(path.join("events/05.md"), "edited by hand").unwrap();
    assert!(folder.complete_changes(now()).unwrap());
    assert_eq!(fs::read_to_string(path.join("events/05.md")).unwrap(), "new 5");
    let kept = folder.history().first().unwrap().before().unwrap();
    assert_eq!(kept.as_deref(), Some(&b"edited by hand"[..]));
}

#[test]
fn a_change_of_year_can_be_undone_after_an_import() {
    let (_temporary, path) = folder();
    let before = files(&path);
    let folder = EditableFolder::new(&path).unwrap();
    folder.make_changes(ChangeKind::AcademicYear, "2026-27 to 2027-28", &changes()).unwrap();
    let imported = ContentPath::new("programme/year-8.yaml");
    let import = ContentChange { path: imported.clone(), before: None, after: Some(b"imported".to_vec()) };
    folder.make_changes(ChangeKind::Import, "import", &[import]).unwrap();
    assert_eq!(folder.undo_changes().unwrap().name, "2026-27 to 2027-28");
    fs::remove_file(path.join(imported.as_str())).unwrap();
    fs::remove_dir(path.join("programme")).unwrap();
    assert_eq!(files(&path), before);
}

#[test]
fn an_interrupted_import_is_completed() {
    let (_temporary, path) = folder();
    let folder = EditableFolder::new(&path).unwrap();
    folder.make_changes(ChangeKind::AcademicYear, "next", &changes()).unwrap();
    let after = files(&path);
    fs::create_dir(path.join(".fingerpost/imports")).unwrap();
    fs::rename(path.join(".fingerpost/changes/done"), path.join(".fingerpost/imports/pending")).unwrap();
    fs::remove_file(path.join("events/n4.md")).unwrap();
    assert!(folder.complete_changes(now()).unwrap());
    assert_eq!(files(&path), after);
}
