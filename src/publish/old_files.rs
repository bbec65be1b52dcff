//! Second paths of the files that a build replaces or removes, so that they can be put back if it fails halfway.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use super::disk::{self, EntryKind};
use super::paths::folders_of;
use super::refusal::Refusal;

#[derive(Debug)]
pub(super) struct OldFiles<'a> {
    out: &'a Utf8Path,
    folder: Utf8PathBuf,
    /// Those that were there.
    kept: Vec<&'a str>,
    /// Those that were not.
    new: Vec<&'a str>,
}

impl<'a> OldFiles<'a> {
    /// Keeps files of `out` in a new folder on the same disk. `None` if the disk can't give a file two paths.
    pub(super) fn keep(out: &'a Utf8Path, folder: Utf8PathBuf, paths: impl Iterator<Item = &'a str>) -> Option<Self> {
        let mut old = Self { out, folder, kept: Vec::new(), new: Vec::new() };
        for path in paths {
            match disk::kind(&out.join(path)).ok()? {
                EntryKind::File(_) => {
                    disk::make_folders(old.folder.join(path).parent()?).ok()?;
                    disk::link(&out.join(path), &old.folder.join(path)).ok()?;
                    old.kept.push(path);
                }
                _ => old.new.push(path),
            }
        }
        Some(old)
    }

    /// Makes the site what it was.
    pub(super) fn put_back(&self) -> Result<(), Refusal> {
        let mut folders = BTreeSet::new();
        for path in &self.new {
            let path_in_out = self.out.join(path);
            // It may still be a folder of the old site.
            if let EntryKind::File(_) = disk::kind(&path_in_out)? {
                disk::remove_file(&path_in_out)?;
            }
            folders.extend(folders_of(path));
        }
        // In reverse order a folder comes before its parent.
        for folder in folders.into_iter().rev() {
            disk::remove_empty_folder(&self.out.join(folder))?;
        }
        for path in &self.kept {
            let target = self.out.join(path);
            if let Some(folder) = folders_of(path).next() {
                disk::make_folders(&self.out.join(folder))?;
            }
            disk::rename(&self.folder.join(path), &target)?;
        }
        Ok(())
    }
}
