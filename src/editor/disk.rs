//! The only disk access of the editor.
//!
//! Files are written next to their place and then moved there, so that nobody ever reads half a file. Nothing is read or
//! written through a symbolic link below the content folder.
#![expect(clippy::disallowed_methods, reason = "this module writes content files, their history and drafts")]

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::thread::sleep;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};

use super::save_error::{Obstacle, SaveError};
use crate::read::{read_retried, retried, without_links};
use crate::report::ContentPath;

/// How the names of files begin that are still being written.
const TEMPORARY: &str = ".fingerpost-";
/// How long another writer is waited for.
const LOCK_ATTEMPTS: u32 = 100;
const LOCK_WAIT: Duration = Duration::from_millis(20);

/// A lock, until it is dropped or its process ends.
#[derive(Debug)]
pub(super) struct WriterLock(#[expect(dead_code, reason = "the lock ends when the file is closed")] File);

/// Waits a moment for the one lock of a content folder.
///
/// # Errors
/// [`SaveError::Busy`] if another program has it, and [`SaveError::Disk`].
pub(super) fn lock(path: &Utf8Path) -> Result<WriterLock, SaveError> {
    let open = || File::options().create(true).truncate(false).write(true).open(path);
    let file = retried(open).map_err(disk_error(path))?;
    for attempt in 0..LOCK_ATTEMPTS {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if attempt + 1 < LOCK_ATTEMPTS => sleep(LOCK_WAIT),
            Err(TryLockError::WouldBlock) => break,
            // Some network drives have no locks.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(WriterLock(file)),
        }
    }
    Err(SaveError::Busy)
}

/// The content folder without symbolic links.
pub(super) fn resolve(folder: &Utf8Path) -> Result<Utf8PathBuf, SaveError> {
    without_links(folder).map_err(disk_error(folder))
}

/// The full path of a content file. Each part of it is there with exactly this name and is not a symbolic link; the last
/// may be missing.
///
/// # Errors
/// [`SaveError::NotAllowed`] and [`SaveError::Disk`].
pub(super) fn locate(root: &Utf8Path, path: &ContentPath) -> Result<(Utf8PathBuf, bool), SaveError> {
    let mut folder = root.to_owned();
    let mut exists = true;
    for part in path.as_str().split('/') {
        // The names are compared with those in the folder: systems also find other spellings of a name.
        exists = exists && has_entry(&folder, part)?;
        folder.push(part);
        if exists && fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.is_symlink()) {
            return Err(SaveError::NotAllowed { path: path.clone(), why: "it is a link to another place" });
        }
    }
    Ok((folder, exists))
}

fn has_entry(folder: &Utf8Path, name: &str) -> Result<bool, SaveError> {
    let entries = fs::read_dir(folder).map_err(disk_error(folder))?;
    Ok(entries.flatten().any(|entry| entry.file_name() == name))
}

/// Reads a file of at most `limit` bytes.
pub(super) fn read(path: &Utf8Path, limit: u64) -> Result<Vec<u8>, SaveError> {
    let mut bytes = Vec::new();
    let read = read_retried(|| {
        bytes.clear();
        File::open(path)?.take(limit + 1).read_to_end(&mut bytes)
    });
    let read = read.map_err(disk_error(path))?;
    if read as u64 > limit {
        return Err(SaveError::TooLarge { limit });
    }
    Ok(bytes)
}

/// Creates a file with its folders. After a power cut it may be missing or empty, as flushing takes most of the time of a save.
pub(super) fn write_unflushed(path: &Utf8Path, bytes: &[u8]) -> Result<(), SaveError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(disk_error(folder))?;
    }
    retried(|| fs::write(path, bytes)).map_err(disk_error(path))
}

/// A file that is written and flushed next to its place. Dropping it removes it.
#[derive(Debug)]
pub(super) struct FlushedFile<'f> {
    temporary: Utf8PathBuf,
    path: &'f Utf8Path,
    bytes: &'f [u8],
}

impl<'f> FlushedFile<'f> {
    /// Writes a file next to its place, and creates the folders of that.
    pub(super) fn new(path: &'f Utf8Path, bytes: &'f [u8]) -> Result<Self, SaveError> {
        Ok(Self { temporary: written_next_to(path, bytes)?, path, bytes })
    }

    /// Puts it in its place, also of another file. That is whole at every moment, also after a power cut.
    pub(super) fn replace(self) -> Result<(), SaveError> {
        rename(&self.temporary, self.path).map_err(disk_error(self.path))?;
        flush_folder(self.path);
        Ok(())
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// [`SaveError::Disk`], also if a file is there.
    pub(super) fn create(self) -> Result<(), SaveError> {
        // A link is refused if something with this name is there, unlike a move.
        let created = match fs::hard_link(&self.temporary, self.path) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                create_new(self.path, self.bytes).inspect_err(|error| {
                    // Half of it is not content.
                    if error.kind() != ErrorKind::AlreadyExists {
                        let _ = fs::remove_file(self.path);
                    }
                })
            }
            linked => linked,
        };
        created.map_err(disk_error(self.path))?;
        flush_folder(self.path);
        Ok(())
    }
}

impl Drop for FlushedFile<'_> {
    fn drop(&mut self) {
        // It is not there any more if it was moved.
        let _ = fs::remove_file(&self.temporary);
    }
}

/// Replaces a file, or creates it with its folders.
pub(super) fn write(path: &Utf8Path, bytes: &[u8]) -> Result<(), SaveError> {
    FlushedFile::new(path, bytes)?.replace()
}

/// Removes a file. It is no error if it is missing.
pub(super) fn remove(path: &Utf8Path) -> Result<(), SaveError> {
    match retried(|| fs::remove_file(path)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(disk_error(path)(error)),
        _ => Ok(()),
    }
}

/// Removes a folder and everything in it.
pub(super) fn remove_folder(path: &Utf8Path) -> Result<(), SaveError> {
    match retried(|| fs::remove_dir_all(path)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(disk_error(path)(error)),
        _ => Ok(()),
    }
}

/// Gives a folder another name, in one step.
pub(super) fn rename_folder(from: &Utf8Path, to: &Utf8Path) -> Result<(), SaveError> {
    rename(from, to).map_err(disk_error(from))?;
    flush_folder(to);
    Ok(())
}

/// Removes the folders of a file that was removed, as long as they are empty and below the content folder.
pub(super) fn remove_empty_folders(root: &Utf8Path, path: &ContentPath) {
    let mut folder = path.folder();
    // A folder that is not empty can't be removed this way.
    while !folder.is_empty() && fs::remove_dir(root.join(folder)).is_ok() {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
}

/// The names in a folder, unsorted. Empty if there is no such folder.
pub(super) fn names(folder: &Utf8Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// The size of a file in bytes, 0 if it is missing.
pub(super) fn size(path: &Utf8Path) -> u64 {
    fs::symlink_metadata(path).map_or(0, |metadata| metadata.len())
}

/// Removes what a killed run has left next to a file. Only for whoever has the lock: a running one may still need it.
pub(super) fn remove_leftovers(path: &Utf8Path) {
    let Some(folder) = path.parent() else { return };
    let is_leftover = |name: &String| name.starts_with(TEMPORARY) && name.ends_with(".tmp");
    for name in names(folder).into_iter().filter(is_leftover) {
        let _ = fs::remove_file(folder.join(name));
    }
}

/// Writes a file with the permissions of the one that it will replace. Its name is random and hidden.
fn written_next_to(path: &Utf8Path, bytes: &[u8]) -> Result<Utf8PathBuf, SaveError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(disk_error(folder))?;
    }
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(io::Error::other).map_err(disk_error(path))?;
    let temporary = path.with_file_name(format!("{TEMPORARY}{:016x}.tmp", u64::from_le_bytes(random)));
    let written = create_new(&temporary, bytes).and_then(|()| match fs::metadata(path) {
        Ok(metadata) => fs::set_permissions(&temporary, metadata.permissions()),
        Err(_) => Ok(()),
    });
    if let Err(error) = written {
        let _ = fs::remove_file(&temporary);
        return Err(disk_error(path)(error));
    }
    Ok(temporary)
}

fn create_new(path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn rename(from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
    retried(|| fs::rename(from, to))
}

/// On Unix, a move is only certain once the folder is flushed.
fn flush_folder(path: &Utf8Path) {
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

fn disk_error(path: &Utf8Path) -> impl FnOnce(io::Error) -> SaveError {
    move |error| {
        // Elsewhere this belongs to the permissions, and does not prevent that a file is replaced.
        let is_read_only = cfg!(windows)
            && fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.permissions().readonly());
        SaveError::Disk { path: path.to_owned(), obstacle: Obstacle::of(&error, is_read_only), error }
    }
}
