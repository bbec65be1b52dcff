//! Disk access for publishing. Every error names its path.
//!
//! No function follows a link in the last part of a path, unless its comment says so.
#![expect(clippy::disallowed_methods, reason = "this module writes the site")]

use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, Write};

use camino::Utf8Path;
use same_file::Handle;

use super::refusal::Refusal;
use crate::read::{FileStat, may_be_in_use, retried};

/// What is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    Missing,
    File(FileStat),
    Folder,
    Link,
    /// A device or the like.
    Other,
}

/// An entry of a folder.
#[derive(Debug)]
pub(super) struct FolderEntry {
    /// Lossy: a name that isn't UTF-8 can't be Fingerpost's and is only ever displayed.
    pub(super) name: String,
    pub(super) is_folder: bool,
}

/// What is at this path.
pub(super) fn kind(path: &Utf8Path) -> Result<EntryKind, Refusal> {
    attempt(path, || kind_from(fs::symlink_metadata(path))).map_err(read_error(path))
}

/// What is at this path. Follows links.
pub(super) fn kind_following_links(path: &Utf8Path) -> Result<EntryKind, Refusal> {
    kind_from(fs::metadata(path)).map_err(read_error(path))
}

/// True if two paths are the same file, as on disks that ignore case.
pub(super) fn is_same_file(one: &Utf8Path, other: &Utf8Path) -> bool {
    #[cfg(unix)]
    let identity = |path: &Utf8Path| {
        use std::os::unix::fs::MetadataExt;
        fs::symlink_metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()))
    };
    #[cfg(not(unix))]
    let identity = |path: &Utf8Path| fs::canonicalize(path).ok();
    identity(one).is_some_and(|one| identity(other) == Some(one))
}

pub(super) fn read(path: &Utf8Path) -> Result<Vec<u8>, Refusal> {
    attempt(path, || fs::read(path)).map_err(read_error(path))
}

/// True if the file holds these bytes.
pub(super) fn equals(path: &Utf8Path, bytes: &[u8]) -> Result<bool, Refusal> {
    // A file that has grown isn't read in full.
    let limit = bytes.len() + 1;
    let mut found = Vec::with_capacity(limit);
    let open = || {
        found.clear();
        File::open(path).and_then(|file| file.take(limit as u64).read_to_end(&mut found))
    };
    attempt(path, open).map_err(read_error(path))?;
    Ok(found == bytes)
}

/// The entries of a folder, unsorted.
pub(super) fn entries(folder: &Utf8Path) -> Result<Vec<FolderEntry>, Refusal> {
    let entry = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        Ok(FolderEntry { name, is_folder: entry.file_type()?.is_dir() })
    };
    let list = || fs::read_dir(folder).and_then(|entries| entries.map(entry).collect());
    attempt(folder, list).map_err(read_error(folder))
}

/// Creates one folder. False if it existed.
pub(super) fn make_folder(path: &Utf8Path) -> Result<bool, Refusal> {
    succeeded_unless(attempt(path, || fs::create_dir(path)), &[ErrorKind::AlreadyExists]).map_err(write_error(path))
}

/// Creates a folder and its parents, if they don't exist.
pub(super) fn make_folders(path: &Utf8Path) -> Result<(), Refusal> {
    attempt(path, || fs::create_dir_all(path)).map_err(write_error(path))
}

/// Writes a file. Fails if it exists.
pub(super) fn write_new(path: &Utf8Path, bytes: &[u8]) -> Result<FileStat, Refusal> {
    let write = |mut file: File| {
        attempt(path, || {
            file.rewind()?;
            file.write_all(bytes)
        })?;
        Ok(FileStat::of(&file.metadata()?))
    };
    attempt(path, || File::create_new(path)).and_then(write).map_err(write_error(path))
}

/// Gives a file a second path. An error where the file system has no hard links.
pub(super) fn link(from: &Utf8Path, to: &Utf8Path) -> Result<(), Refusal> {
    attempt(to, || fs::hard_link(from, to)).map_err(write_error(to))
}

/// Refuses a folder in which this account may not create or remove anything.
pub(super) fn check_writable(folder: &Utf8Path) -> Result<(), Refusal> {
    #[cfg(target_os = "linux")]
    let check = || {
        use rustix::fs::Access;
        rustix::fs::access(folder.as_std_path(), Access::WRITE_OK | Access::EXEC_OK).map_err(io::Error::from)
    };
    #[cfg(not(target_os = "linux"))]
    let check = || {
        fs::metadata(folder).and_then(|metadata| match metadata.permissions().readonly() {
            true if cfg!(unix) => Err(ErrorKind::PermissionDenied.into()),
            _ => Ok(()),
        })
    };
    attempt(folder, check).map_err(write_error(folder))
}

/// Moves a file, replacing any file there.
pub(super) fn rename(from: &Utf8Path, to: &Utf8Path) -> Result<(), Refusal> {
    attempt(to, || fs::rename(from, to)).map_err(write_error(to))
}

/// Moves a folder to a free path. False if another program may have a file in it open: Windows moves no such folder.
pub(super) fn rename_folder(from: &Utf8Path, to: &Utf8Path) -> Result<bool, Refusal> {
    match attempt_once(to, || fs::rename(from, to)) {
        Err(error) if may_be_in_use(&error) => Ok(false),
        renamed => renamed.map(|()| true).map_err(write_error(to)),
    }
}

/// Removes a file. False if it didn't exist.
pub(super) fn remove_file(path: &Utf8Path) -> Result<bool, Refusal> {
    let expected = [ErrorKind::NotFound, ErrorKind::NotADirectory];
    succeeded_unless(attempt(path, || fs::remove_file(path)), &expected).map_err(write_error(path))
}

/// Removes a folder if it is empty. False if it isn't or didn't exist.
pub(super) fn remove_empty_folder(path: &Utf8Path) -> Result<bool, Refusal> {
    let expected = [ErrorKind::NotFound, ErrorKind::NotADirectory, ErrorKind::DirectoryNotEmpty];
    succeeded_unless(attempt(path, || fs::remove_dir(path)), &expected).map_err(write_error(path))
}

/// Removes a folder and everything in it.
pub(super) fn remove_tree(path: &Utf8Path) -> Result<(), Refusal> {
    attempt(path, || fs::remove_dir_all(path)).map_err(write_error(path))
}

/// Locks a file until the handle is dropped, and creates it if it is missing. `None` if another process has the lock, or has
/// removed the file before it was locked.
pub(super) fn lock(path: &Utf8Path) -> Result<Option<File>, Refusal> {
    let opened = match attempt(path, || File::create_new(path)) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match kind(path)? {
            EntryKind::File(_) | EntryKind::Missing => retried(|| File::open(path)),
            // A link could lead out of the folder.
            EntryKind::Folder | EntryKind::Link | EntryKind::Other => Err(error),
        },
        created => created,
    };
    let file = match opened {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(write_error(path))?,
    };
    let is_still_there = || {
        let handles = Handle::from_path(path).and_then(|named| Ok((named, Handle::from_file(file.try_clone()?)?)));
        handles.is_ok_and(|(named, locked)| named == locked)
    };
    Ok((can_lock(&file) && is_still_there()).then_some(file))
}

/// True also on file systems without locks.
fn can_lock(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// Tries an operation again while another program may have the file open.
fn attempt<T>(path: &Utf8Path, mut operation: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    retried(|| attempt_once(path, &mut operation))
}

/// The operations that tests can let fail go through here.
fn attempt_once<T>(path: &Utf8Path, operation: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    #[cfg(test)]
    super::faults::check(path)?;
    #[cfg(not(test))]
    let _ = path;
    operation()
}

fn kind_from(metadata: io::Result<Metadata>) -> io::Result<EntryKind> {
    match metadata {
        Ok(metadata) if metadata.is_symlink() => Ok(EntryKind::Link),
        Ok(metadata) if metadata.is_dir() => Ok(EntryKind::Folder),
        Ok(metadata) if metadata.is_file() => Ok(EntryKind::File(FileStat::of(&metadata))),
        Ok(_) => Ok(EntryKind::Other),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(EntryKind::Missing),
        Err(error) => Err(error),
    }
}

/// True on success, false on one of the expected errors.
fn succeeded_unless(result: io::Result<()>, expected: &[ErrorKind]) -> io::Result<bool> {
    match result {
        Ok(()) => Ok(true),
        Err(error) if expected.contains(&error.kind()) => Ok(false),
        Err(error) => Err(error),
    }
}

fn read_error(path: &Utf8Path) -> impl FnOnce(io::Error) -> Refusal {
    move |error| Refusal::CannotRead { path: path.to_owned(), error }
}

fn write_error(path: &Utf8Path) -> impl FnOnce(io::Error) -> Refusal {
    move |error| Refusal::CannotWrite { path: path.to_owned(), error }
}
