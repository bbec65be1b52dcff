//! Changes of several files that are made together or not at all, such as those of a new academic year.
//!
//! All new and old versions are first written into a folder in `.fingerpost`, and a list of them last. From then on the changes
//! are made, even if the program is killed: whoever opens the folder next completes them. They can be undone as long as none
//! of the files has changed since.

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use super::disk;
use super::open_file::FileVersion;
use super::save_error::SaveError;
use crate::report::ContentPath;

const LIST: &str = "changes.json";
/// The largest list that is read, in bytes.
const MAX_LIST: u64 = 50_000_000;
/// Changes that are still being written, and those that are being removed.
const NEXT: &str = "next";
/// Changes that are being made.
const PENDING: &str = "pending";
/// The last changes that were made.
const DONE: &str = "done";

/// A change of a whole file. `None` for a file that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentChange {
    pub path: ContentPath,
    pub before: Option<Vec<u8>>,
    pub after: Option<Vec<u8>>,
}

/// Changes that were made together, and can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastChanges {
    /// What they were, such as “2026-27 to 2027-28”.
    pub name: String,
    pub paths: Vec<ContentPath>,
}

/// The content of `changes.json`.
#[derive(Debug, Serialize, Deserialize)]
struct ChangeList {
    name: String,
    /// True if they undid others, and so can't be undone themselves.
    is_undo: bool,
    changes: Vec<ListedChange>,
}

/// A change, by the hashes of the file. Its versions are in files with its number.
#[derive(Debug, Serialize, Deserialize)]
struct ListedChange {
    path: String,
    before: Option<String>,
    after: Option<String>,
}

/// Where changes are kept while they are made, and after that.
#[derive(Debug)]
pub(super) struct ChangeSets<'r> {
    root: &'r Utf8Path,
    folder: Utf8PathBuf,
}

/// What a file is, compared with a change of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FileState {
    Before,
    After,
    Other,
}

impl<'r> ChangeSets<'r> {
    /// Takes the content folder and the folder for changes, which may be missing.
    pub(super) fn new(root: &'r Utf8Path, folder: Utf8PathBuf) -> Self {
        Self { root, folder }
    }

    /// True if changes were begun and not completed.
    pub(super) fn is_interrupted(&self) -> bool {
        self.list(PENDING).is_some()
    }

    /// Makes all changes or none. Changes that were interrupted must have been completed before.
    ///
    /// # Errors
    /// [`SaveError::ChangedSince`] if a file is not as it was, and [`SaveError::Disk`]: all files are as they were. After
    /// [`SaveError::Interrupted`] [`ChangeSets::complete`] makes the rest of the changes.
    pub(super) fn make(&self, name: &str, changes: &[ContentChange]) -> Result<(), SaveError> {
        self.make_set((name, false), changes)
    }

    fn make_set(&self, (name, is_undo): (&str, bool), changes: &[ContentChange]) -> Result<(), SaveError> {
        let listed = changes.iter().map(ListedChange::of).collect();
        let list = ChangeList { name: name.to_owned(), is_undo, changes: listed };
        self.check(&list)?;
        self.write(&list, changes)?;
        disk::rename_folder(&self.folder.join(NEXT), &self.folder.join(PENDING))?;
        for (number, change) in list.changes.iter().enumerate() {
            if let Err(error) = self.put(PENDING, number, change) {
                return Err(self.take_back(&list, number, error));
            }
        }
        self.finish().map_err(|error| SaveError::Interrupted(Box::new(error)))
    }

    /// Completes changes that were interrupted. What somebody changed since then is returned, before it is replaced.
    ///
    /// # Errors
    /// [`SaveError::Disk`].
    pub(super) fn complete(
        &self,
        keep: impl Fn(&ContentPath, &[u8]) -> Result<(), SaveError>,
    ) -> Result<(), SaveError> {
        disk::remove_folder(&self.folder.join(NEXT))?;
        let Some(list) = self.list(PENDING) else { return Ok(()) };
        for (number, change) in list.changes.iter().enumerate() {
            let path = ContentPath::new(&change.path);
            match self.state(change)? {
                FileState::After => {}
                FileState::Before => self.put(PENDING, number, change)?,
                FileState::Other => {
                    if let Some(current) = self.read(&path)? {
                        keep(&path, &current)?;
                    }
                    self.put(PENDING, number, change)?;
                }
            }
        }
        self.finish()
    }

    /// The last changes. `None` if there are none that can be undone.
    pub(super) fn last(&self) -> Option<LastChanges> {
        let list = self.list(DONE).filter(|list| !list.is_undo)?;
        let paths = list.changes.iter().map(|change| ContentPath::new(&change.path)).collect();
        Some(LastChanges { name: list.name, paths })
    }

    /// Undoes the last changes: all of them, or none.
    ///
    /// # Errors
    /// [`SaveError::NothingToUndo`], and those of [`ChangeSets::make`].
    pub(super) fn undo(&self) -> Result<LastChanges, SaveError> {
        let last = self.last().ok_or(SaveError::NothingToUndo)?;
        let list = self.list(DONE).ok_or(SaveError::NothingToUndo)?;
        let version = |number: usize, is_there: bool, kind: &str| match is_there {
            true => disk::read(&self.version(DONE, number, kind), u64::MAX - 1).map(Some),
            false => Ok(None),
        };
        let mut changes = Vec::new();
        for (number, change) in list.changes.iter().enumerate() {
            changes.push(ContentChange {
                path: ContentPath::new(&change.path),
                before: version(number, change.after.is_some(), "after")?,
                after: version(number, change.before.is_some(), "before")?,
            });
        }
        self.make_set((&last.name, true), &changes)?;
        changes.iter().filter(|change| change.after.is_none()).for_each(|change| {
            disk::remove_empty_folders(self.root, &change.path);
        });
        self.remove(DONE)?;
        Ok(last)
    }

    /// Removes the versions of the last changes, which can't be undone then.
    ///
    /// # Errors
    /// [`SaveError::Disk`].
    pub(super) fn discard_last(&self) -> Result<(), SaveError> {
        self.remove(DONE)
    }

    /// Fails if a file is not as the changes expect it.
    fn check(&self, list: &ChangeList) -> Result<(), SaveError> {
        let mut changed = Vec::new();
        for change in &list.changes {
            let path = ContentPath::new(&change.path);
            let current = self.read(&path)?.map(|bytes| FileVersion::of(&bytes).to_string());
            if current != change.before {
                changed.push(path);
            }
        }
        if changed.is_empty() { Ok(()) } else { Err(SaveError::ChangedSince(changed)) }
    }

    /// Writes the versions, and the list of them last.
    fn write(&self, list: &ChangeList, changes: &[ContentChange]) -> Result<(), SaveError> {
        disk::remove_folder(&self.folder.join(NEXT))?;
        for (number, change) in changes.iter().enumerate() {
            for (kind, bytes) in [("before", &change.before), ("after", &change.after)] {
                if let Some(bytes) = bytes {
                    disk::write(&self.version(NEXT, number, kind), bytes)?;
                }
            }
        }
        // Serialising strings can't fail.
        let list = serde_json::to_vec(list).unwrap_or_default();
        disk::write(&self.folder.join(NEXT).join(LIST), &list)
    }

    /// Gives a file the version after a change.
    fn put(&self, set: &str, number: usize, change: &ListedChange) -> Result<(), SaveError> {
        self.put_version(&change.path, change.after.is_some().then(|| self.version(set, number, "after")))
    }

    fn put_version(&self, path: &str, version: Option<Utf8PathBuf>) -> Result<(), SaveError> {
        let (full_path, _) = disk::locate(self.root, &ContentPath::new(path))?;
        disk::remove_leftovers(&full_path);
        match version {
            Some(version) => disk::write(&full_path, &disk::read(&version, u64::MAX - 1)?),
            None => disk::remove(&full_path),
        }
    }

    /// Takes back the first changes after one failed. If that fails too, they are completed later.
    fn take_back(&self, list: &ChangeList, failed: usize, error: SaveError) -> SaveError {
        for (number, change) in list.changes.iter().enumerate().take(failed + 1).rev() {
            let before = change.before.is_some().then(|| self.version(PENDING, number, "before"));
            let is_taken_back = match self.state(change) {
                Ok(FileState::After) => self.put_version(&change.path, before).is_ok(),
                // What somebody has edited in this moment stays.
                Ok(FileState::Before | FileState::Other) => true,
                // What can't be read could not be written.
                Err(_) => number == failed,
            };
            if !is_taken_back {
                return SaveError::Interrupted(Box::new(error));
            }
            if change.before.is_none() {
                disk::remove_empty_folders(self.root, &ContentPath::new(&change.path));
            }
        }
        if self.remove(PENDING).is_ok() { error } else { SaveError::Interrupted(Box::new(error)) }
    }

    fn finish(&self) -> Result<(), SaveError> {
        self.remove(DONE)?;
        disk::rename_folder(&self.folder.join(PENDING), &self.folder.join(DONE))
    }

    /// Removes changes. Half of them would still have their list, so they lose their name first.
    fn remove(&self, set: &str) -> Result<(), SaveError> {
        if !self.folder.join(set).exists() {
            return Ok(());
        }
        disk::remove_folder(&self.folder.join(NEXT))?;
        disk::rename_folder(&self.folder.join(set), &self.folder.join(NEXT))?;
        // What can't be removed yet goes with the next changes.
        let _ = disk::remove_folder(&self.folder.join(NEXT));
        Ok(())
    }

    fn list(&self, set: &str) -> Option<ChangeList> {
        let bytes = disk::read(&self.folder.join(set).join(LIST), MAX_LIST).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    fn version(&self, set: &str, number: usize, kind: &str) -> Utf8PathBuf {
        self.folder.join(set).join(format!("{number:05}.{kind}"))
    }

    fn state(&self, change: &ListedChange) -> Result<FileState, SaveError> {
        let current = self.read(&ContentPath::new(&change.path))?.map(|bytes| FileVersion::of(&bytes).to_string());
        Ok(if current == change.after {
            FileState::After
        } else if current == change.before {
            FileState::Before
        } else {
            FileState::Other
        })
    }

    fn read(&self, path: &ContentPath) -> Result<Option<Vec<u8>>, SaveError> {
        let (full_path, exists) = disk::locate(self.root, path)?;
        if exists { disk::read(&full_path, u64::MAX - 1).map(Some) } else { Ok(None) }
    }
}

impl ListedChange {
    fn of(change: &ContentChange) -> Self {
        let hash = |bytes: &Option<Vec<u8>>| bytes.as_ref().map(|bytes| FileVersion::of(bytes).to_string());
        Self { path: change.path.to_string(), before: hash(&change.before), after: hash(&change.after) }
    }
}
