//! The picture cache on disk: `.fingerpost/pictures/` in the content folder. It may be deleted at any time.

use std::collections::HashSet;

use camino::Utf8Path;

use super::cache_folder::CacheFolder;
use crate::render::PictureStore;

/// The picture cache of one content folder.
#[derive(Debug)]
pub struct DiskPictureStore(CacheFolder);

impl DiskPictureStore {
    /// The cache of a content folder. Creates nothing yet.
    #[must_use]
    pub fn new(content: &Utf8Path) -> Self {
        Self(CacheFolder::new(content, "pictures"))
    }
}

impl PictureStore for DiskPictureStore {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        self.0.get(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        self.0.put(name, bytes);
    }

    fn prune(&self, keep: &HashSet<String>) {
        self.0.names().iter().filter(|name| !keep.contains(*name)).for_each(|name| self.0.remove(name));
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
