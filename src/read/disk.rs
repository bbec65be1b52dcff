//! The only disk access of this stage.
#![expect(clippy::disallowed_methods, reason = "this module reads content")]

use std::fs::{self, DirEntry, File};
use std::io::{self, ErrorKind, Read};

use camino::{Utf8Path, Utf8PathBuf};

use super::file_stat::FileStat;
use super::held_file::{disk_reason, is_in_use, read_retried};
use crate::read::findings::ReadProblem;

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundKind {
    File,
    Folder,
    Link,
    /// A device or the like.
    Other,
}

/// An entry of a folder.
#[derive(Debug)]
pub(super) struct FoundEntry {
    /// `Err` with a similar name, if it is not Unicode.
    pub(super) name: Result<String, String>,
    pub(super) kind: FoundKind,
    /// Of files only. `None` if it can't be had.
    pub(super) stat: Option<FileStat>,
}

/// The entries of a folder, unsorted. Entries that vanish meanwhile are left out. An error if the names may be listed but
/// nothing with these names may be opened.
pub(super) fn entries(folder: &Utf8Path) -> Result<Vec<FoundEntry>, ReadProblem> {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.and_then(|entry| found_entry(&entry))).filter(|entry| !has_vanished(entry)).collect()
    });
    entries.map_err(unreadable)
}

fn found_entry(entry: &DirEntry) -> io::Result<FoundEntry> {
    let file_type = entry.file_type()?;
    let kind = match file_type {
        _ if file_type.is_symlink() => FoundKind::Link,
        _ if file_type.is_dir() => FoundKind::Folder,
        _ if file_type.is_file() => FoundKind::File,
        _ => FoundKind::Other,
    };
    // On Windows the entry of a folder may be older than the file.
    let metadata = if cfg!(unix) { entry.metadata() } else { fs::metadata(entry.path()) };
    let stat = match metadata {
        Ok(metadata) => (kind == FoundKind::File).then(|| FileStat::of(&metadata)),
        Err(error) if cfg!(unix) && error.kind() == ErrorKind::PermissionDenied => return Err(error),
        Err(_) => None,
    };
    let name = entry.file_name().into_string().map_err(|name| name.to_string_lossy().into_owned());
    Ok(FoundEntry { name, kind, stat })
}

fn has_vanished<T>(result: &io::Result<T>) -> bool {
    matches!(result, Err(error) if error.kind() == ErrorKind::NotFound)
}

/// What the system knows about a file. Follows links.
pub(super) fn stat(path: &Utf8Path) -> Option<FileStat> {
    fs::metadata(path).ok().map(|metadata| FileStat::of(&metadata))
}

/// Reads a file of at most `limit` bytes.
pub(super) fn read(path: &Utf8Path, limit: u64) -> Result<Vec<u8>, ReadProblem> {
    read_with_stat(path, limit).map(|(bytes, _)| bytes)
}

/// Reads a file of at most `limit` bytes. What is known about it is from before it was read, so that it never looks
/// newer than the bytes.
pub(super) fn read_with_stat(path: &Utf8Path, limit: u64) -> Result<(Vec<u8>, FileStat), ReadProblem> {
    let file = read_retried(|| File::open(path)).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    let length = metadata.len();
    if length > limit {
        return Err(ReadProblem::TooLarge { bytes: length, limit });
    }
    // One more byte of capacity lets the reader find the end without growing the buffer.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    file.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let length = bytes.len() as u64;
    if length > limit {
        return Err(ReadProblem::TooLarge { bytes: length, limit });
    }
    Ok((bytes, FileStat::of(&metadata)))
}

/// True if Fingerpost built a site in this folder.
pub(super) fn is_our_output(folder: &Utf8Path) -> bool {
    folder.join(crate::report::MANIFEST).is_file()
}

/// The path from the root, without symbolic links.
///
/// # Errors
/// There is nothing at their end, or it can't be asked for.
pub fn without_links(path: &Utf8Path) -> io::Result<Utf8PathBuf> {
    match path.canonicalize_utf8() {
        // Windows can't tell where some drives are, such as those in memory.
        Err(_) if cfg!(windows) && path.exists() => camino::absolute_utf8(path),
        resolved => resolved,
    }
}

/// The path without symbolic links. `None` if there is nothing at their end.
pub(super) fn resolve(path: &Utf8Path) -> Result<Option<Utf8PathBuf>, ReadProblem> {
    match without_links(path) {
        Ok(path) => Ok(Some(path)),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(unreadable(error)),
        Err(_) => Ok(None),
    }
}

fn unreadable(error: io::Error) -> ReadProblem {
    let reason = match error.kind() {
        _ if is_in_use(&error) => disk_reason(&error),
        ErrorKind::PermissionDenied => "this account is not allowed to open it".into(),
        ErrorKind::NotFound => "it no longer exists".into(),
        _ => error.to_string(),
    };
    ReadProblem::Unreadable { reason }
}
