//! The one door to the disk of this stage. Every error names its path.
//!
//! No function here follows a link in a path's last part, except those that say so.
#![expect(clippy::disallowed_methods, reason = "writing the site is what this room is for")]

use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Read, Write};

use camino::Utf8Path;

use super::{Refusal, Stamp};

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Missing,
    /// A file of so many bytes.
    File(u64),
    Folder,
    Link,
    /// A device or the like.
    Other,
}

/// A file or folder in a folder.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its name; one that is not UTF-8 is none of ours, and only ever shown.
    pub(super) name: String,
    pub(super) is_folder: bool,
}

/// What stands at this path.
pub(super) fn kind(path: &Utf8Path) -> Result<Kind, Refusal> {
    kind_from(fs::symlink_metadata(path)).map_err(reading(path))
}

/// What stands at this path, or where the link there leads.
pub(super) fn kind_behind_links(path: &Utf8Path) -> Result<Kind, Refusal> {
    kind_from(fs::metadata(path)).map_err(reading(path))
}

/// True if two paths lead to one file, as they do where capitals and small letters are the same.
pub(super) fn is_same_file(one: &Utf8Path, other: &Utf8Path) -> bool {
    #[cfg(unix)]
    let identity = |path: &Utf8Path| {
        use std::os::unix::fs::MetadataExt;
        fs::symlink_metadata(path).ok().map(|found| (found.dev(), found.ino()))
    };
    #[cfg(not(unix))]
    let identity = |path: &Utf8Path| fs::canonicalize(path).ok();
    identity(one).is_some_and(|one| identity(other) == Some(one))
}

/// The whole file.
pub(super) fn read(path: &Utf8Path) -> Result<Vec<u8>, Refusal> {
    fs::read(path).map_err(reading(path))
}

/// True if the file holds these bytes. The buffer is only there to be used again.
pub(super) fn equals(path: &Utf8Path, bytes: &[u8], buffer: &mut Vec<u8>) -> Result<bool, Refusal> {
    read_up_to(path, bytes.len() as u64 + 1, buffer).map_err(reading(path))?;
    Ok(buffer == bytes)
}

/// True if the file can be read (through links as well) and has this stamp.
pub(super) fn holds(path: &Utf8Path, stamp: Stamp, buffer: &mut Vec<u8>) -> bool {
    read_up_to(path, stamp.bytes.saturating_add(1), buffer).is_ok() && Stamp::of(buffer) == stamp
}

/// Everything in a folder, in no order.
pub(super) fn entries(folder: &Utf8Path) -> Result<Vec<Entry>, Refusal> {
    let entry = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        Ok(Entry { name, is_folder: entry.file_type()?.is_dir() })
    };
    fs::read_dir(folder).and_then(|entries| entries.map(entry).collect()).map_err(reading(folder))
}

/// Makes one folder. False if it was there.
pub(super) fn make_folder(path: &Utf8Path) -> Result<bool, Refusal> {
    unless(fs::create_dir(path), &[ErrorKind::AlreadyExists]).map_err(writing(path))
}

/// Makes a folder and those above it, whatever is there already.
pub(super) fn make_folders(path: &Utf8Path) -> Result<(), Refusal> {
    fs::create_dir_all(path).map_err(writing(path))
}

/// Writes a file that must not be there yet.
pub(super) fn write_new(path: &Utf8Path, bytes: &[u8]) -> Result<(), Refusal> {
    File::create_new(path).and_then(|mut file| file.write_all(bytes)).map_err(writing(path))
}

/// Moves a file over whatever file is there, or a folder to where nothing is.
pub(super) fn rename(from: &Utf8Path, to: &Utf8Path) -> Result<(), Refusal> {
    fs::rename(from, to).map_err(writing(to))
}

/// Removes a file. False if it was gone.
pub(super) fn remove_file(path: &Utf8Path) -> Result<bool, Refusal> {
    unless(fs::remove_file(path), &[ErrorKind::NotFound, ErrorKind::NotADirectory]).map_err(writing(path))
}

/// Removes a folder if nothing is in it. False if it stays or was gone.
pub(super) fn remove_empty_folder(path: &Utf8Path) -> Result<bool, Refusal> {
    let fine = [ErrorKind::NotFound, ErrorKind::NotADirectory, ErrorKind::DirectoryNotEmpty];
    unless(fs::remove_dir(path), &fine).map_err(writing(path))
}

/// Removes a folder and all in it.
pub(super) fn remove_tree(path: &Utf8Path) -> Result<(), Refusal> {
    fs::remove_dir_all(path).map_err(writing(path))
}

/// Makes a new file and holds its lock as long as the handle lives. `None` if somebody else has it.
pub(super) fn lock_new(path: &Utf8Path) -> Result<Option<File>, Refusal> {
    let file = File::create_new(path).map_err(writing(path))?;
    Ok(can_lock(&file).then_some(file))
}

/// True if a living process holds the lock of this file.
pub(super) fn is_locked(path: &Utf8Path) -> bool {
    File::open(path).is_ok_and(|file| !can_lock(&file))
}

/// A file system that knows no locks holds up nobody.
fn can_lock(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// At most so many bytes: enough to tell a file that has grown.
fn read_up_to(path: &Utf8Path, limit: u64, buffer: &mut Vec<u8>) -> io::Result<()> {
    buffer.clear();
    File::open(path)?.take(limit).read_to_end(buffer).map(drop)
}

fn kind_from(found: io::Result<Metadata>) -> io::Result<Kind> {
    match found {
        Ok(found) if found.is_symlink() => Ok(Kind::Link),
        Ok(found) if found.is_dir() => Ok(Kind::Folder),
        Ok(found) if found.is_file() => Ok(Kind::File(found.len())),
        Ok(_) => Ok(Kind::Other),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Kind::Missing),
        Err(error) => Err(error),
    }
}

/// True if it was done, false if it failed in one of these ways.
fn unless(done: io::Result<()>, fine: &[ErrorKind]) -> io::Result<bool> {
    match done {
        Ok(()) => Ok(true),
        Err(error) if fine.contains(&error.kind()) => Ok(false),
        Err(error) => Err(error),
    }
}

fn reading(path: &Utf8Path) -> impl FnOnce(io::Error) -> Refusal {
    move |error| Refusal::CannotRead { path: path.to_owned(), error }
}

fn writing(path: &Utf8Path) -> impl FnOnce(io::Error) -> Refusal {
    move |error| Refusal::CannotWrite { path: path.to_owned(), error }
}
