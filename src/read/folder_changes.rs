//! What has changed in a folder since it was read.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_128;

use super::file_index::FileIndex;
use super::load::FoundFiles;
use super::{disk, limits};
use crate::report::ContentPath;

/// What has changed in a folder, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderChanges {
    /// New files.
    pub added: Vec<ContentPath>,
    /// Files with other bytes.
    pub changed: Vec<ContentPath>,
    /// Files that have been removed.
    pub removed: Vec<ContentPath>,
}

impl FolderChanges {
    /// True if nothing has changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

impl FoundFiles {
    /// What has changed since a folder had these files. Only files that may have changed are read.
    pub fn changes_since(&self, before: &FileIndex) -> FolderChanges {
        let mut changes = FolderChanges::default();
        let mut old: BTreeMap<&str, _> =
            before.iter().map(|(path, hash, size, stat)| (path, (hash, size, stat))).collect();
        for file in self.files() {
            let Some((hash, size, stat)) = old.remove(file.path.as_str()) else {
                changes.added.push(file.path.clone());
                continue;
            };
            let is_same_stat = stat.is_some() && stat == file.stat;
            let has_same_bytes = || {
                let path = self.folder().join(file.path.as_str());
                let bytes = disk::read_with_stat(&path, limits::kind_of(&file.path).max_bytes()).ok();
                bytes.is_some_and(|(bytes, _)| xxh3_128(&bytes) == hash)
            };
            let is_same_size = file.stat.is_none_or(|stat| stat.bytes == size);
            if !(is_same_stat || is_same_size && has_same_bytes()) {
                changes.changed.push(file.path.clone());
            }
        }
        changes.removed = old.into_keys().map(ContentPath::new).collect();
        changes
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test changes a folder")]
mod tests {
    use camino::Utf8Path;

    use super::*;
    use crate::read::{find, load};
    use crate::report::Findings;

    #[test]
    fn new_changed_and_removed_files_are_found() {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(temporary.path()).expect("Unicode");
        let write = |path: &str, text: &str| std::fs::write(folder.join(path), text).expect("written");
        let found = || find(folder, None, &mut Findings::default());
        write("same.md", "a");
        write("other.md", "a");
        write("old.md", "a");
        let before = load(found(), None, &mut Findings::default()).index.expect("all were read");
        assert!(found().changes_since(&before).is_empty());
        write("other.md", "b");
        write("same.md", "a");
        write("new.md", "a");
        std::fs::remove_file(folder.join("old.md")).expect("removed");
        let changes = found().changes_since(&before);
        let names = |paths: &[ContentPath]| paths.iter().map(ContentPath::to_string).collect::<Vec<_>>().join(" ");
        let all = [names(&changes.added), names(&changes.changed), names(&changes.removed)];
        assert_eq!(all, ["new.md", "other.md", "old.md"]);
    }
}
