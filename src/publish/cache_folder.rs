//! The cache folder `.fingerpost/` in a content folder. It may be deleted at any time; the editor's history and drafts are
//! then gone.
#![expect(clippy::disallowed_methods, reason = "nothing else reads or writes this folder")]

use std::fs;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use crate::read::{FileStat, FileTime, retried};
use crate::report::CACHE_FOLDER;

/// Keeps the cache out of a school's version control.
const GITIGNORE: &str = "# Made by Fingerpost, and safe to delete.\n*\n";

/// One folder in the cache folder. Created when something is put into it.
#[derive(Debug)]
pub(super) struct CacheFolder(Utf8PathBuf);

/// The time of a content folder's file system. `None` if nothing can be written there.
pub fn file_system_time(content: &Utf8Path) -> Option<FileTime> {
    CacheFolder::new(content, "builds").now()
}

/// The path of a folder in the cache folder, which is created if it is missing.
///
/// # Errors
/// It can't be created, or the content folder does not exist.
pub(crate) fn folder_in_cache(content: &Utf8Path, name: &str) -> io::Result<Utf8PathBuf> {
    let folder = CacheFolder::new(content, name);
    folder.create().map(|()| folder.0)
}

impl CacheFolder {
    pub(super) fn new(content: &Utf8Path, name: &str) -> Self {
        Self(content.join(CACHE_FOLDER).join(name))
    }

    pub(super) fn get(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(name)).ok()
    }

    /// Stores a file, whole or not at all. If that fails, it isn't stored.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) {
        let temporary = self.temporary(name);
        let stored = self.create().and_then(|()| fs::write(&temporary, bytes));
        if stored.and_then(|()| retried(|| fs::rename(&temporary, self.0.join(name)))).is_err() {
            let _ = fs::remove_file(&temporary);
        }
    }

    /// The names of all files, the last stored first.
    pub(super) fn names(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(&self.0) else { return Vec::new() };
        let modified = |entry: &fs::DirEntry| entry.metadata().and_then(|metadata| metadata.modified()).ok();
        let mut files: Vec<_> = entries
            .flatten()
            .map(|entry| (modified(&entry), entry.file_name().to_string_lossy().into_owned()))
            .collect();
        files.sort_unstable();
        files.into_iter().rev().map(|(_, name)| name).collect()
    }

    pub(super) fn remove(&self, name: &str) {
        let _ = fs::remove_file(self.0.join(name));
    }

    /// The time by the clock of the file system, which may not be the clock of this computer. `None` if nothing can be
    /// stored.
    pub(super) fn now(&self) -> Option<FileTime> {
        let temporary = self.temporary("now");
        self.create().ok()?;
        let metadata = fs::write(&temporary, "").and_then(|()| fs::metadata(&temporary));
        let _ = fs::remove_file(&temporary);
        metadata.ok().map(|metadata| FileStat::of(&metadata).modified())
    }

    /// The process id keeps two builds from writing to the same temporary file.
    fn temporary(&self, name: &str) -> Utf8PathBuf {
        self.0.join(format!("{name}.{}", std::process::id()))
    }

    fn create(&self) -> io::Result<()> {
        // The content folder itself is never created: its name may be a mistake.
        for folder in [self.0.with_file_name(""), self.0.clone()] {
            match fs::create_dir(folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
        }
        let gitignore = self.0.with_file_name(".gitignore");
        if gitignore.exists() { Ok(()) } else { fs::write(gitignore, GITIGNORE) }
    }
}
