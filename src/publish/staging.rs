//! The folder beside the site where everything is written before anything is moved.
//!
//! It holds a lock that dies with its process, the staged tree, and the two manifests. Takes files;
//! gives them in place. Whatever fails, it cleans up after itself and never hides the first error.

use std::collections::BTreeSet;
use std::fs::File;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::disk::{self, Kind};
use super::paths::folders_of;
use super::{MANIFEST, OutputFile, Refusal, STAGING};

/// A staging folder that is ours alone while this value lives.
#[derive(Debug)]
pub(super) struct Staging {
    out: Utf8PathBuf,
    folder: Utf8PathBuf,
    tree: Utf8PathBuf,
    /// Empty until the folder is ours.
    lock: Option<File>,
    /// The output folder and those above it, as far as we made them, the deepest last.
    made: Vec<Utf8PathBuf>,
}

impl Staging {
    /// Makes the output folder if need be, and a new staging folder in it.
    pub(super) fn begin(out: &Utf8Path) -> Result<Self, Refusal> {
        let folder = out.join(STAGING);
        let tree = folder.join("tree");
        let mut staging = Self { out: out.to_owned(), folder, tree, lock: None, made: Vec::new() };
        match staging.make() {
            Ok(()) => Ok(staging),
            Err(refusal) => {
                staging.abandon();
                Err(refusal)
            }
        }
    }

    fn make(&mut self) -> Result<(), Refusal> {
        for folder in missing_folders(&self.out)? {
            if disk::make_folder(&folder)? {
                self.made.push(folder);
            }
        }
        self.clear_leftovers()?;
        let busy = || Refusal::Busy { path: self.out.clone() };
        if !disk::make_folder(&self.folder)? {
            return Err(busy());
        }
        self.lock = Some(disk::lock_new(&self.folder.join("lock"))?.ok_or_else(busy)?);
        disk::make_folder(&self.tree).map(drop)
    }

    /// Removes what a killed run left, but nothing of a run that is alive.
    fn clear_leftovers(&self) -> Result<(), Refusal> {
        match disk::kind(&self.folder)? {
            Kind::Missing => Ok(()),
            Kind::Folder if disk::is_locked(&self.folder.join("lock")) => Err(Refusal::Busy { path: self.out.clone() }),
            Kind::Folder => disk::remove_tree(&self.folder),
            Kind::Link => Err(Refusal::LinkInside { path: self.folder.clone() }),
            Kind::File(_) | Kind::Other => Err(Refusal::foreign(&self.folder)),
        }
    }

    /// The output folder.
    pub(super) fn out(&self) -> &Utf8Path {
        &self.out
    }

    /// Writes the staged tree. Two files that the disk takes for one are an error here, before anything moved.
    pub(super) fn write_files(&self, files: &[&OutputFile]) -> Result<(), Refusal> {
        let folders: BTreeSet<_> = files.iter().filter_map(|file| folders_of(&file.path).next()).collect();
        folders.into_par_iter().try_for_each(|folder| disk::make_folders(&self.tree.join(folder)))?;
        files.par_iter().with_min_len(16).try_for_each(|file| disk::write_new(&self.tree.join(&file.path), &file.bytes))
    }

    /// Writes a manifest next to the site and gives its path.
    pub(super) fn write_manifest(&self, name: &str, text: &[u8]) -> Result<Utf8PathBuf, Refusal> {
        let path = self.folder.join(name);
        disk::write_new(&path, text)?;
        Ok(path)
    }

    /// Moves a manifest to its place.
    pub(super) fn land_manifest(&self, staged: &Utf8Path) -> Result<(), Refusal> {
        disk::rename(staged, &self.out.join(MANIFEST))
    }

    /// Moves everything staged to its place.
    pub(super) fn merge(&self) -> Result<(), Refusal> {
        merge(&self.tree, &self.out)
    }

    /// Removes the staging folder after all went well.
    pub(super) fn finish(mut self) -> Result<(), Refusal> {
        self.lock = None; // Windows does not remove a file that is open
        disk::remove_tree(&self.folder)
    }

    /// Removes what we made after something failed. Errors are not told: there is a first one to tell.
    pub(super) fn abandon(mut self) {
        if self.lock.take().is_some() {
            disk::remove_tree(&self.folder).ok();
        } else if !disk::is_locked(&self.folder.join("lock")) {
            disk::remove_empty_folder(&self.folder).ok();
        }
        for folder in self.made.iter().rev() {
            disk::remove_empty_folder(folder).ok();
        }
    }
}

/// Moves all that is in one folder into another: whole folders where nothing stands in the way.
fn merge(from: &Utf8Path, to: &Utf8Path) -> Result<(), Refusal> {
    disk::entries(from)?.into_par_iter().try_for_each(|entry| {
        let (from, to) = (from.join(&entry.name), to.join(&entry.name));
        if !entry.is_folder {
            return disk::rename(&from, &to);
        }
        match disk::kind(&to)? {
            Kind::Missing => disk::rename(&from, &to),
            Kind::Folder => merge(&from, &to),
            Kind::Link => Err(Refusal::LinkInside { path: to }),
            Kind::File(_) | Kind::Other => Err(Refusal::foreign(&to)),
        }
    })
}

/// The folder and those above it that are not there, the highest first.
fn missing_folders(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Refusal> {
    let mut missing = Vec::new();
    for folder in folder.ancestors().filter(|folder| !folder.as_str().is_empty()) {
        if disk::kind_behind_links(folder)? != Kind::Missing {
            break;
        }
        missing.push(folder.to_owned());
    }
    missing.reverse();
    Ok(missing)
}
