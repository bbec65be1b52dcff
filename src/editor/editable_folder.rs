//! A content folder whose files can be changed.
//!
//! A save checks that the file is still as it was opened, keeps that version in the history, and then puts the new one in its
//! place. One program at a time saves in a folder.

use std::panic::resume_unwind;
use std::thread;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::{Date, DateTime};

use super::allowed_path::{check, check_text, is_same_name};
use super::conflict::Conflict;
use super::disk;
use super::drafts::{DraftId, FormDraft, FormDrafts};
use super::file_edit::FileEdit;
use super::history::{History, HistoryEntry, Save, SavedChange, discard};
use super::new_file;
use super::open_file::{FileVersion, OpenFile};
use super::opened_versions::OpenedVersions;
use super::save_error::{Obstacle, SaveError};
use crate::programme::{ContentFileKind, FilePlace};
use crate::publish::folder_in_cache;
use crate::read::max_bytes;
use crate::report::{CACHE_FOLDER, ContentPath};

/// A content folder whose files can be changed. Several threads may use it.
#[derive(Debug)]
pub struct EditableFolder {
    pub(super) root: Utf8PathBuf,
    opened: OpenedVersions,
}

/// A change of a whole file.
#[derive(Clone, Copy, Debug)]
pub enum FileChange<'c> {
    /// These edits, one after the other.
    Edits(&'c [FileEdit]),
    /// This text in place of all of it, with any line ends.
    Text(&'c str),
}

/// A file was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFile {
    pub path: ContentPath,
    /// The hash of the new version. `None` if the file was removed.
    pub seen: Option<FileVersion>,
    /// The number of the save in the history. `None` if the file was already so.
    pub save: Option<u32>,
}

impl EditableFolder {
    /// A folder that exists.
    ///
    /// # Errors
    /// [`SaveError::Disk`].
    pub fn new(folder: &Utf8Path) -> Result<Self, SaveError> {
        Ok(Self { root: disk::resolve(folder)?, opened: OpenedVersions::default() })
    }

    /// True if there is a text file of a known kind with this path.
    pub fn has(&self, path: &ContentPath) -> bool {
        check_text(path).and_then(|()| disk::locate(&self.root, path)).is_ok_and(|(_, exists)| exists)
    }

    /// Opens a text file of a known kind.
    ///
    /// # Errors
    /// [`SaveError::NotAllowed`], [`SaveError::Missing`], [`SaveError::TooLarge`], [`SaveError::Edit`] if it is not text, and
    /// [`SaveError::Disk`].
    pub fn open(&self, path: &ContentPath) -> Result<OpenFile, SaveError> {
        check_text(path)?;
        let bytes = self.read(path)?.ok_or_else(|| SaveError::Missing(path.clone()))?;
        let file = OpenFile::new(path.clone(), bytes)?;
        self.opened.add(&file);
        Ok(file)
    }

    /// Saves a change of the version `seen` of a file.
    ///
    /// # Errors
    /// Those of [`EditableFolder::open`], [`SaveError::Conflict`] if the file has changed since, [`SaveError::Edit`] and
    /// [`SaveError::Busy`]. The file is as it was.
    pub fn save(
        &self,
        path: &ContentPath,
        seen: FileVersion,
        change: FileChange<'_>,
        now: DateTime,
    ) -> Result<SavedFile, SaveError> {
        check_text(path)?;
        let _lock = self.lock()?;
        let Some(bytes) = self.read(path)? else { return Err(SaveError::Missing(path.clone())) };
        let current = OpenFile::new(path.clone(), bytes)?;
        if current.seen() != seen {
            return Err(SaveError::Conflict(Box::new(self.conflict(current, seen, change)?)));
        }
        let changed = changed(&current, change)?;
        let save = self.put(path, SavedChange::Changed, (Some(current.bytes()), Some(changed.bytes())), now)?;
        self.opened.add(&changed);
        Ok(SavedFile { path: path.clone(), seen: Some(changed.seen()), save })
    }

    /// A new file with a title, which is not written yet: its path, and the keys that it must have, still empty. With a `day`,
    /// its name begins with that. Give it values with a form, then [create](EditableFolder::create) it.
    ///
    /// # Errors
    /// [`SaveError::Exists`] for a kind of which there is only one file, [`SaveError::NotAllowed`] for a translation, and
    /// [`SaveError::Disk`].
    pub fn new_file(&self, kind: &ContentFileKind, title: &str, day: Option<Date>) -> Result<OpenFile, SaveError> {
        let taken = match kind.place() {
            FilePlace::Fixed(_) => Vec::new(),
            FilePlace::Folder { folder, .. } => disk::names(&self.root.join(folder)),
        };
        let is_free = |path: &ContentPath| !taken.iter().any(|name| is_same_name(name, path.file_name()));
        let paths = new_file::paths(kind, (title, day));
        let Some(last) = paths.last().cloned() else {
            let (path, why) = (ContentPath::new(kind.files), "a translation is next to its original");
            return Err(SaveError::NotAllowed { path, why });
        };
        for path in paths.into_iter().filter(is_free) {
            let (_, exists) = disk::locate(&self.root, &path)?;
            if !exists {
                return Ok(new_file::file(kind, path, title)?);
            }
        }
        Err(SaveError::Exists(last))
    }

    /// The path of a new picture or document, named after these words. No file has it, and none has a name that is the same on
    /// some systems.
    ///
    /// # Errors
    /// [`SaveError::Exists`] if a thousand files have that name.
    pub fn new_media_path(&self, words: &str, extension: &str) -> Result<ContentPath, SaveError> {
        let taken = disk::names(&self.root.join("media"));
        let is_free = |path: &ContentPath| !taken.iter().any(|name| is_same_name(name, path.file_name()));
        let mut paths = new_file::media_paths(words, extension);
        let first = paths.next();
        let free = first.clone().into_iter().chain(paths).find(is_free);
        free.ok_or_else(|| SaveError::Exists(first.unwrap_or_else(|| ContentPath::new("media"))))
    }

    /// The bytes of a picture or document.
    ///
    /// # Errors
    /// [`SaveError::NotAllowed`], [`SaveError::Missing`], [`SaveError::TooLarge`] and [`SaveError::Disk`].
    pub fn media(&self, path: &ContentPath) -> Result<Vec<u8>, SaveError> {
        check(path)?;
        self.read(path)?.ok_or_else(|| SaveError::Missing(path.clone()))
    }

    /// Creates a file: a text of a known kind, or a picture or document in `media` or `policies`.
    ///
    /// # Errors
    /// [`SaveError::Exists`], [`SaveError::NotAllowed`], [`SaveError::TooLarge`], [`SaveError::Busy`] and
    /// [`SaveError::Disk`].
    pub fn create(&self, path: &ContentPath, bytes: &[u8], now: DateTime) -> Result<SavedFile, SaveError> {
        check(path)?;
        let limit = max_bytes(path).unwrap_or_default();
        if bytes.len() as u64 > limit {
            return Err(SaveError::TooLarge { limit });
        }
        let _lock = self.lock()?;
        let save = self.put(path, SavedChange::Created, (None, Some(bytes)), now)?;
        Ok(SavedFile { path: path.clone(), seen: Some(FileVersion::of(bytes)), save })
    }

    /// Moves the version `seen` of a file to the history.
    ///
    /// # Errors
    /// Those of [`EditableFolder::save`].
    pub fn remove(&self, path: &ContentPath, seen: FileVersion, now: DateTime) -> Result<SavedFile, SaveError> {
        check(path)?;
        let _lock = self.lock()?;
        let Some(bytes) = self.read(path)? else { return Err(SaveError::Missing(path.clone())) };
        if FileVersion::of(&bytes) != seen {
            let theirs = OpenFile::new(path.clone(), bytes)?;
            let base = self.opened(path, seen);
            return Err(SaveError::Conflict(Box::new(Conflict { base, yours: None, theirs })));
        }
        let save = self.put(path, SavedChange::Deleted, (Some(&bytes), None), now)?;
        Ok(SavedFile { path: path.clone(), seen: None, save })
    }

    /// The saves of the past, the last first.
    pub fn history(&self) -> Vec<HistoryEntry> {
        self.history_folder().entries()
    }

    /// Undoes the last save that has not been undone.
    ///
    /// # Errors
    /// [`SaveError::NothingToUndo`], [`SaveError::Conflict`] if the file has changed since that save, and those of
    /// [`EditableFolder::save`].
    pub fn undo_last(&self, now: DateTime) -> Result<SavedFile, SaveError> {
        let entries = self.history();
        let last = entries.iter().find(|entry| entry.may_be_undone()).ok_or(SaveError::NothingToUndo)?;
        self.undo(last, now)
    }

    /// Undoes a save: the file becomes what it was before.
    ///
    /// # Errors
    /// Those of [`EditableFolder::undo_last`].
    pub fn undo(&self, entry: &HistoryEntry, now: DateTime) -> Result<SavedFile, SaveError> {
        check(&entry.path)?;
        let before = entry.before()?;
        let _lock = self.lock()?;
        let current = self.read(&entry.path)?;
        if current.as_deref().map(FileVersion::of) != entry.after {
            return Err(self.changed_since(&entry.path, current, before)?);
        }
        let path = &entry.path;
        let save = self.put_undoing(
            path,
            SavedChange::Undone,
            (current.as_deref(), before.as_deref()),
            (now, Some(entry.number)),
        )?;
        Ok(SavedFile { path: path.clone(), seen: before.as_deref().map(FileVersion::of), save })
    }

    /// Puts back what a file was before a save. What it is now goes into the history.
    ///
    /// # Errors
    /// [`SaveError::Missing`] if the file was not there before that save, and those of [`EditableFolder::create`].
    pub fn restore(&self, entry: &HistoryEntry, now: DateTime) -> Result<SavedFile, SaveError> {
        check(&entry.path)?;
        let before = entry.before()?.ok_or_else(|| SaveError::Missing(entry.path.clone()))?;
        let _lock = self.lock()?;
        let current = self.read(&entry.path)?;
        let save = self.put(&entry.path, SavedChange::Restored, (current.as_deref(), Some(&before)), now)?;
        Ok(SavedFile { path: entry.path.clone(), seen: Some(FileVersion::of(&before)), save })
    }

    /// Removes a save from the history for good, such as one with a picture that had to go.
    ///
    /// # Errors
    /// [`SaveError::Disk`].
    pub fn forget(&self, entry: &HistoryEntry) -> Result<(), SaveError> {
        let _lock = self.lock()?;
        entry.forget()
    }

    /// Keeps a half-filled form, in place of an earlier draft of the same page.
    ///
    /// # Errors
    /// [`SaveError::TooLarge`] and [`SaveError::Disk`].
    pub fn keep_draft(&self, draft: &FormDraft) -> Result<(), SaveError> {
        self.prepare("drafts")?;
        self.drafts().put(draft)
    }

    /// A draft. `None` if it was not kept, or was dropped.
    pub fn draft(&self, id: DraftId) -> Option<FormDraft> {
        self.drafts().get(id)
    }

    /// All drafts, the last first, also those of earlier versions.
    pub fn drafts_kept(&self) -> Vec<FormDraft> {
        self.drafts().all()
    }

    /// Removes a draft. It is no error if it was not kept.
    ///
    /// # Errors
    /// [`SaveError::Disk`].
    pub fn drop_draft(&self, id: DraftId) -> Result<(), SaveError> {
        self.drafts().remove(id)
    }

    fn drafts(&self) -> FormDrafts {
        FormDrafts::new(self.root.join(CACHE_FOLDER).join("drafts"))
    }

    pub(super) fn history_folder(&self) -> History {
        History::new(self.root.join(CACHE_FOLDER).join("history"))
    }

    pub(super) fn lock(&self) -> Result<disk::WriterLock, SaveError> {
        disk::lock(&self.prepare("history")?.join("lock"))
    }

    /// Creates a folder of the cache folder, so that it is hidden from version control.
    pub(super) fn prepare(&self, name: &str) -> Result<Utf8PathBuf, SaveError> {
        disk::locate(&self.root, &ContentPath::new(&format!("{CACHE_FOLDER}/{name}")))?;
        let path = self.root.join(CACHE_FOLDER);
        folder_in_cache(&self.root, name).map_err(|error| SaveError::Disk {
            path,
            obstacle: Obstacle::of(&error, false),
            error,
        })
    }

    /// The bytes of a file. `None` if it is missing.
    fn read(&self, path: &ContentPath) -> Result<Option<Vec<u8>>, SaveError> {
        let (full_path, exists) = disk::locate(&self.root, path)?;
        if !exists {
            return Ok(None);
        }
        disk::read(&full_path, max_bytes(path).unwrap_or_default()).map(Some)
    }

    fn put(
        &self,
        path: &ContentPath,
        change: SavedChange,
        versions: (Option<&[u8]>, Option<&[u8]>),
        now: DateTime,
    ) -> Result<Option<u32>, SaveError> {
        self.put_undoing(path, change, versions, (now, None))
    }

    /// Keeps the version before in the history, and puts the one after in its place. Returns the number of the save. `None`
    /// if both are the same.
    fn put_undoing(
        &self,
        path: &ContentPath,
        change: SavedChange,
        (before, after): (Option<&[u8]>, Option<&[u8]>),
        (now, undoes): (DateTime, Option<u32>),
    ) -> Result<Option<u32>, SaveError> {
        let (full_path, exists) = disk::locate(&self.root, path)?;
        disk::remove_leftovers(&full_path);
        if before == after {
            return Ok(None);
        }
        if exists && before.is_none() {
            return Err(SaveError::Exists(path.clone()));
        }
        let save = Save { path, change, before, after: after.map(FileVersion::of), undoes };
        // Both take time, and neither changes the content.
        let (kept, written) = thread::scope(|scope| {
            let kept = scope.spawn(|| self.history_folder().keep(save, now));
            let written = after.map(|after| disk::FlushedFile::new(&full_path, after)).transpose();
            (kept.join().unwrap_or_else(|panic| resume_unwind(panic)), written)
        });
        let (number, kept) = kept?;
        let put = written.and_then(|written| match written {
            Some(written) if before.is_none() => written.create(),
            Some(written) => written.replace(),
            None => disk::remove(&full_path),
        });
        if put.is_err() {
            discard(&kept);
        }
        put.map(|()| Some(number))
    }

    fn conflict(&self, theirs: OpenFile, seen: FileVersion, change: FileChange<'_>) -> Result<Conflict, SaveError> {
        let base = self.opened(theirs.path(), seen);
        let yours = match change {
            FileChange::Text(text) => Some(theirs.with_lines(text)?),
            FileChange::Edits(edits) => base.as_ref().map(|base| base.with_edits(edits)).transpose()?,
        };
        Ok(Conflict { base, yours, theirs })
    }

    /// Why a save can't be undone: the file has changed since.
    fn changed_since(
        &self,
        path: &ContentPath,
        current: Option<Vec<u8>>,
        before: Option<Vec<u8>>,
    ) -> Result<SaveError, SaveError> {
        let Some(current) = current else { return Ok(SaveError::Missing(path.clone())) };
        let is_media = ["media", "policies"].contains(&path.top_folder());
        if is_media {
            return Ok(SaveError::ChangedSince(vec![path.clone()]));
        }
        let yours = before.map(|before| OpenFile::new(path.clone(), before)).transpose()?;
        let theirs = OpenFile::new(path.clone(), current)?;
        Ok(SaveError::Conflict(Box::new(Conflict { base: None, yours, theirs })))
    }

    /// The version of a file with this hash, if it is remembered or in the history.
    fn opened(&self, path: &ContentPath, seen: FileVersion) -> Option<OpenFile> {
        let entries = || self.history().into_iter().filter(|entry| entry.path == *path);
        let is_it = |bytes: &Vec<u8>| FileVersion::of(bytes) == seen;
        let in_history = || entries().find_map(|entry| entry.before().ok().flatten().filter(is_it));
        OpenFile::new(path.clone(), self.opened.get(path, seen).or_else(in_history)?).ok()
    }
}

fn changed(file: &OpenFile, change: FileChange<'_>) -> Result<OpenFile, SaveError> {
    match change {
        FileChange::Edits(edits) => Ok(file.with_edits(edits)?),
        FileChange::Text(text) => Ok(file.with_lines(text)?),
    }
}
