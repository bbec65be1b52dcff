//! The picture cache on disk: `.fingerpost/pictures/` in the content folder. It may be deleted at any time.
#![expect(clippy::disallowed_methods, reason = "nothing else reads or writes this folder")]

use std::collections::HashSet;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use crate::render::PictureStore;
use crate::report::CACHE_FOLDER;

/// Keeps the cache out of a school's version control.
const GITIGNORE: &str = "# Made by Fingerpost, and safe to delete.\n*\n";

/// The picture cache of one content folder.
#[derive(Debug)]
pub struct DiskPictureStore {
    folder: Utf8PathBuf,
}

impl DiskPictureStore {
    /// The cache of a content folder. Creates nothing yet.
    #[must_use]
    pub fn new(content: &Utf8Path) -> Self {
        Self { folder: content.join(CACHE_FOLDER).join("pictures") }
    }

    fn write(&self, name: &str, temporary: &Utf8Path, bytes: &[u8]) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let gitignore = self.folder.with_file_name(".gitignore");
        if !gitignore.exists() {
            fs::write(gitignore, GITIGNORE)?;
        }
        fs::write(temporary, bytes)?;
        fs::rename(temporary, self.folder.join(name))
    }
}

impl PictureStore for DiskPictureStore {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(name)).ok()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        // The process id keeps two builds from writing to the same temporary file.
        let temporary = self.folder.join(format!("{name}.{}", std::process::id()));
        if self.write(name, &temporary, bytes).is_err() {
            let _ = fs::remove_file(&temporary);
        }
    }

    fn prune(&self, keep: &HashSet<String>) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            if !keep.contains(entry.file_name().to_string_lossy().as_ref()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_bytes_are_returned_until_they_are_pruned() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = DiskPictureStore::new(Utf8Path::from_path(folder.path()).expect("a UTF-8 path"));
        assert_eq!(store.get("a"), None);
        store.put("a", b"bytes");
        assert_eq!(store.get("a").as_deref(), Some(&b"bytes"[..]));
        assert!(folder.path().join(".fingerpost/.gitignore").exists());
        store.prune(&HashSet::new());
        assert_eq!(store.get("a"), None);
    }
}
