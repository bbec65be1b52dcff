//! The staging folder, where everything is written before anything is moved.
//!
//! It holds a lock that ends with its process, the staged tree, and the two manifests. Unless it is finished, it removes
//! what it created.

use std::collections::HashSet;
use std::fs::File;
use std::sync::{Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::disk::{self, EntryKind};
use super::paths::{STAGING, folders_of};
use super::refusal::Refusal;
use crate::read::FileStat;
use crate::report::MANIFEST;

/// The file in the staging folder that a running build locks.
const LOCK: &str = "lock";

/// A staging folder, locked for this run.
#[derive(Debug)]
pub(super) struct Staging {
    out: Utf8PathBuf,
    folder: Utf8PathBuf,
    tree: Utf8PathBuf,
    /// `None` until the folder is locked.
    lock: Option<File>,
    /// The output folder and its parents, as far as this run created them, deepest last.
    created: Vec<Utf8PathBuf>,
    /// Folders of the staged tree that exist.
    folders: Mutex<HashSet<String>>,
    is_finished: bool,
}

impl Staging {
    /// Creates the output folder if it is missing, and a new staging folder in it.
    pub(super) fn begin(out: &Utf8Path) -> Result<Self, Refusal> {
        let folder = out.join(STAGING);
        let tree = folder.join("tree");
        let (created, folders) = (Vec::new(), Mutex::default());
        let mut staging = Self { out: out.to_owned(), folder, tree, lock: None, created, folders, is_finished: false };
        staging.create()?;
        Ok(staging)
    }

    fn create(&mut self) -> Result<(), Refusal> {
        for folder in missing_folders(&self.out)? {
            if disk::make_folder(&folder)? {
                self.created.push(folder);
            }
        }
        match disk::kind(&self.folder)? {
            EntryKind::Missing | EntryKind::Folder => {}
            EntryKind::Link => return Err(Refusal::LinkInside { path: self.folder.clone() }),
            EntryKind::File(_) | EntryKind::Other => return Err(Refusal::foreign(self.folder.clone(), Vec::new(), 0)),
        }
        disk::make_folder(&self.folder)?;
        self.lock = disk::lock(&self.folder.join(LOCK))?;
        if self.lock.is_none() {
            return Err(Refusal::Busy { path: self.out.clone() });
        }
        self.clear()?;
        disk::make_folder(&self.tree).map(drop)
    }

    /// Removes everything but the lock, also what a killed run has left. Only for the run that has the lock.
    fn clear(&self) -> Result<(), Refusal> {
        for entry in disk::entries(&self.folder)?.iter().filter(|entry| entry.name != LOCK) {
            let path = self.folder.join(&entry.name);
            if entry.is_folder { disk::remove_tree(&path)? } else { disk::remove_file(&path).map(drop)? }
        }
        Ok(())
    }

    /// Removes the staging folder. The lock goes last: before, no other run may use the folder, and afterwards it may
    /// already have a lock of its own in it.
    fn remove(&self, lock: File) -> Result<(), Refusal> {
        self.clear()?;
        // Windows can't remove an open file.
        let lock = (!cfg!(windows)).then_some(lock);
        disk::remove_file(&self.folder.join(LOCK))?;
        disk::remove_empty_folder(&self.folder)?;
        drop(lock);
        Ok(())
    }

    pub(super) fn out(&self) -> &Utf8Path {
        &self.out
    }

    /// Writes a file of the staged tree. Two paths that are one file on this disk are an error here, before anything has
    /// moved.
    pub(super) fn write_file(&self, path: &str, bytes: &[u8]) -> Result<FileStat, Refusal> {
        if let Some(folder) = folders_of(path).next()
            && !self.folders().contains(folder)
        {
            disk::make_folders(&self.tree.join(folder))?;
            self.folders().insert(folder.to_owned());
        }
        disk::write_new(&self.tree.join(path), bytes)
    }

    /// A folder that does not exist yet.
    pub(super) fn old_files(&self) -> Utf8PathBuf {
        self.folder.join("old")
    }

    /// Removes a file of the staged tree.
    pub(super) fn discard(&self, path: &str) -> Result<(), Refusal> {
        disk::remove_file(&self.tree.join(path)).map(drop)
    }

    fn folders(&self) -> MutexGuard<'_, HashSet<String>> {
        self.folders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a manifest to the staging folder and returns its path.
    pub(super) fn write_manifest(&self, name: &str, text: &[u8]) -> Result<Utf8PathBuf, Refusal> {
        let path = self.folder.join(name);
        disk::write_new(&path, text).map(|_| path)
    }

    /// Moves a manifest into place.
    pub(super) fn install_manifest(&self, staged: &Utf8Path) -> Result<(), Refusal> {
        disk::rename(staged, &self.out.join(MANIFEST))
    }

    /// Moves the staged tree into place: what pages load, then the rest. `paths` are its files.
    pub(super) fn merge(&self, paths: &[&str]) -> Result<(), Refusal> {
        let loaded = paths.par_iter().filter(|path| !path.ends_with(".html"));
        loaded.try_for_each(|path| {
            if let Some(folder) = folders_of(path).next() {
                disk::make_folders(&self.out.join(folder))?;
            }
            disk::rename(&self.tree.join(path), &self.out.join(path))
        })?;
        merge(&self.tree, &self.out)
    }

    /// Removes the staging folder after a success.
    pub(super) fn finish(mut self) -> Result<(), Refusal> {
        self.is_finished = true;
        self.lock.take().map_or(Ok(()), |lock| self.remove(lock))
    }
}

/// Without a success, removes what this run created. Further errors are ignored: the first is being reported.
impl Drop for Staging {
    fn drop(&mut self) {
        if self.is_finished {
            return;
        }
        if let Some(lock) = self.lock.take() {
            self.remove(lock).ok();
        } else {
            disk::remove_empty_folder(&self.folder).ok();
        }
        for folder in self.created.iter().rev() {
            disk::remove_empty_folder(folder).ok();
        }
    }
}

/// Moves the contents of one folder into another; whole folders where the target doesn't exist and no file in them is open.
fn merge(from: &Utf8Path, to: &Utf8Path) -> Result<(), Refusal> {
    disk::entries(from)?.into_par_iter().try_for_each(|entry| {
        let (from, to) = (from.join(&entry.name), to.join(&entry.name));
        if !entry.is_folder {
            return disk::rename(&from, &to);
        }
        match disk::kind(&to)? {
            EntryKind::Missing if disk::rename_folder(&from, &to)? => Ok(()),
            EntryKind::Missing => disk::make_folder(&to).and_then(|_| merge(&from, &to)),
            EntryKind::Folder => merge(&from, &to),
            EntryKind::Link => Err(Refusal::LinkInside { path: to }),
            EntryKind::File(_) | EntryKind::Other => Err(Refusal::foreign(to, Vec::new(), 0)),
        }
    })
}

/// The missing folders among a folder and its parents, highest first.
fn missing_folders(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Refusal> {
    let mut missing = Vec::new();
    for folder in folder.ancestors().filter(|folder| !folder.as_str().is_empty()) {
        if disk::kind_following_links(folder)? != EntryKind::Missing {
            break;
        }
        missing.push(folder.to_owned());
    }
    missing.reverse();
    Ok(missing)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn only_one_run_at_a_time_has_the_staging_folder() {
        let folder = tempfile::tempdir().unwrap();
        let out = Utf8Path::from_path(folder.path()).unwrap();
        let (running, most, begun) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        let run = || match Staging::begin(out) {
            Ok(staging) => {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                begun.fetch_add(1, Ordering::SeqCst);
                std::thread::yield_now();
                running.fetch_sub(1, Ordering::SeqCst);
                drop(staging);
            }
            Err(refusal) => assert!(matches!(refusal, Refusal::Busy { .. }), "{refusal:?}"),
        };
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..1000).for_each(|_| run()));
            }
        });
        assert_eq!(most.into_inner(), 1, "of {begun:?}");
    }
}
