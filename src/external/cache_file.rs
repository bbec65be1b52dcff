//! Reads and writes the file of the link cache: `.fingerpost/links.json` in the content folder.
//!
//! The file is replaced in one step. If it is missing or damaged, every link is checked again.
#![expect(clippy::disallowed_methods, reason = "no other module reads or writes this file")]

use std::fs;
use std::io::{self, ErrorKind};

use camino::{Utf8Path, Utf8PathBuf};

use super::cache::LinkCache;
use crate::read::{read_retried, retried};
use crate::report::CACHE_FOLDER;

const NAME: &str = "links.json";
/// In bytes. Fingerpost never writes a larger file.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

#[derive(Debug)]
pub struct LinkCacheFile {
    folder: Utf8PathBuf,
}

#[derive(Debug)]
pub enum CacheError {
    /// It is damaged, or another version of Fingerpost wrote it.
    Unreadable(Utf8PathBuf),
    /// It could not be read or written.
    Disk(Utf8PathBuf, io::Error),
}

impl std::fmt::Display for CacheError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable(path) => {
                write!(f, "{path} is damaged, or from another version, so Fingerpost checks all links again")
            }
            Self::Disk(path, error) => {
                write!(f, "Fingerpost could not use {path} ({error}), so it will check the same links again next time")
            }
        }
    }
}

impl LinkCacheFile {
    pub fn of(content: &Utf8Path) -> Self {
        Self { folder: content.join(CACHE_FOLDER) }
    }

    /// Empty if there is no file yet.
    pub fn read(&self) -> Result<LinkCache, CacheError> {
        let path = self.folder.join(NAME);
        let length = match fs::metadata(&path) {
            Ok(metadata) => metadata.len(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(LinkCache::default()),
            Err(error) => return Err(CacheError::Disk(path, error)),
        };
        if length > MAX_BYTES {
            return Err(CacheError::Unreadable(path));
        }
        let bytes = read_retried(|| fs::read(&path)).map_err(|error| CacheError::Disk(path.clone(), error))?;
        let cache = std::str::from_utf8(&bytes).ok().and_then(LinkCache::parse);
        cache.ok_or(CacheError::Unreadable(path))
    }

    /// Writes a new file, then renames it to replace the old one.
    pub fn write(&self, cache: &LinkCache) -> Result<(), CacheError> {
        let path = self.folder.join(NAME);
        let new = self.folder.join(format!("{NAME}.{}", std::process::id()));
        let written = fs::create_dir_all(&self.folder)
            .and_then(|()| fs::write(&new, cache.to_json()))
            .and_then(|()| retried(|| fs::rename(&new, &path)));
        written.map_err(|error| {
            // The file may not exist.
            let _ = fs::remove_file(&new);
            CacheError::Disk(path, error)
        })
    }
}
