//! Plans the work without changing anything.
//!
//! Takes the new files and the existing output. Returns the files to write and the files to remove. Refuses other
//! people's files in the way, and links where files would be written or removed.

use std::collections::{BTreeSet, HashMap};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::disk::{self, EntryKind};
use super::existing_output::ExistingOutput;
use super::paths::{self, OutputLayout, folders_of};
use super::refusal::Refusal;
use super::written_file::{FileState, WrittenFile};
use crate::read::{FileIndex, FileStat};
use crate::render::is_style_or_script;

#[derive(Debug)]
pub(super) struct WritePlan<'a> {
    /// The new site.
    pub(super) layout: &'a OutputLayout<'a>,
    /// Staged files that are new or have changed.
    pub(super) writes: Vec<&'a str>,
    /// Other staged files: somebody else's have the same bytes.
    pub(super) spare: Vec<&'a str>,
    /// Old files to remove before new ones can be moved into place: a file that becomes a folder, a folder that
    /// becomes a file, a name that changes only in case.
    pub(super) blocking: Vec<&'a str>,
    /// The other old files to remove.
    pub(super) stale: Vec<&'a str>,
    /// Old files that stay for one more build: pages that were loaded before may still need them.
    pub(super) earlier: Vec<&'a str>,
    /// Existing folders in which something is created or removed.
    changing: BTreeSet<Utf8PathBuf>,
}

/// What is at the path of a new file.
enum TargetState {
    Same,
    Different,
    Foreign(Vec<Utf8PathBuf>),
    /// A file of Fingerpost's that somebody has changed.
    Edited(Utf8PathBuf),
}

/// Inspects the output folder.
struct Inspector<'a> {
    out: &'a Utf8Path,
    existing: &'a ExistingOutput,
    /// What is known about the files in the folder.
    known: &'a FileIndex,
    folders: HashMap<&'a str, EntryKind>,
    owned_folders: BTreeSet<&'a str>,
    /// Old paths by their case-folded form.
    stale: HashMap<String, &'a str>,
}

impl<'a> WritePlan<'a> {
    /// Takes the files of the layout.
    pub(super) fn new(
        layout: &'a OutputLayout<'a>,
        files: &'a [WrittenFile],
        (existing, known): (&'a ExistingOutput, &'a FileIndex),
        out: &'a Utf8Path,
    ) -> Result<Self, Refusal> {
        let stale: Vec<_> = existing.owned().filter(|path| !layout.has_file(path)).collect();
        let inspector = Inspector::new(layout, (existing, known), out, &stale)?;
        let stale = inspector.still_owned(stale)?;

        let mut foreign = inspector.foreign_among_folders(layout)?;
        let states: Vec<_> =
            files.par_iter().with_min_len(16).map(|file| inspector.at(file)).collect::<Result<_, Refusal>>()?;
        let (mut writes, mut spare, mut edited) = (Vec::new(), Vec::new(), Vec::new());
        for (file, state) in files.iter().zip(states) {
            match state {
                TargetState::Same if matches!(file.state, FileState::Staged { .. }) => spare.push(file.path.as_str()),
                TargetState::Same => {}
                TargetState::Different => writes.push(file.path.as_str()),
                TargetState::Foreign(paths) => foreign.extend(paths),
                TargetState::Edited(path) => edited.push(path),
            }
        }
        Refusal::unless_empty(foreign, Refusal::foreign)?;
        Refusal::unless_empty(edited, Refusal::edited)?;
        let (blocking, stale): (Vec<_>, _) = stale.into_iter().partition(|path| layout.is_blocked_by(path));
        let is_same_site =
            writes.is_empty() && blocking.is_empty() && !stale.iter().any(|path| existing.is_current(path));
        let (earlier, stale) = inspector.kept_longer(stale, is_same_site)?;
        let changed = writes.iter().chain(&blocking).chain(&stale);
        let changing = changed.map(|path| inspector.existing_folder(path)).collect();
        Ok(Self { layout, writes, spare, blocking, stale, earlier, changing })
    }

    /// Refuses folders that this account may not change, before anything has moved.
    pub(super) fn check_writable(&self) -> Result<(), Refusal> {
        self.changing.iter().try_for_each(|folder| disk::check_writable(folder))
    }

    /// False if there is nothing to write and nothing to remove.
    pub(super) fn changes_files(&self) -> bool {
        !(self.writes.is_empty() && self.blocking.is_empty() && self.stale.is_empty())
    }
}

/// Removes files, pages before what they load, and the folders that become empty. Returns how many files existed.
pub(super) fn remove(out: &Utf8Path, paths: &[&str], layout: &OutputLayout<'_>) -> Result<usize, Refusal> {
    let mut removed = 0;
    let (pages, others): (Vec<&str>, Vec<&str>) = paths.iter().partition(|path| path.ends_with(".html"));
    for path in pages.into_iter().chain(others) {
        removed += usize::from(disk::remove_file(&out.join(path))?);
    }
    let folders: BTreeSet<_> = paths.iter().flat_map(|path| folders_of(path)).collect();
    // In reverse order a folder comes before its parent.
    for folder in folders.into_iter().rev().filter(|folder| !layout.folders().contains(folder)) {
        disk::remove_empty_folder(&out.join(folder))?;
    }
    Ok(removed)
}

impl<'a> Inspector<'a> {
    /// Inspects all folders on the paths, and refuses links.
    fn new(
        layout: &OutputLayout<'a>,
        (existing, known): (&'a ExistingOutput, &'a FileIndex),
        out: &'a Utf8Path,
        stale: &[&'a str],
    ) -> Result<Self, Refusal> {
        let owned_folders: BTreeSet<_> = existing.owned().flat_map(folders_of).collect();
        let needed: BTreeSet<_> = stale.iter().flat_map(|path| folders_of(path)).collect();
        let needed: Vec<_> = needed.union(layout.folders()).copied().collect();
        let folders = needed
            .into_par_iter()
            .with_min_len(16)
            .map(|folder| match disk::kind(&out.join(folder))? {
                EntryKind::Link => Err(Refusal::LinkInside { path: out.join(folder) }),
                kind => Ok((folder, kind)),
            })
            .collect::<Result<_, _>>()?;
        let stale = stale.iter().map(|path| (paths::fold(path), *path)).collect();
        Ok(Self { out, existing, known, folders, owned_folders, stale })
    }

    /// The old files, except those that somebody has changed, or replaced with a folder. These stay.
    fn still_owned(&self, stale: Vec<&'a str>) -> Result<Vec<&'a str>, Refusal> {
        let kinds: Vec<_> = stale.par_iter().map(|path| disk::kind(&self.out.join(path))).collect::<Result<_, _>>()?;
        let mut owned = Vec::new();
        for (path, kind) in stale.into_iter().zip(kinds) {
            match kind {
                EntryKind::File(stat) if !self.existing.is_as_written(self.out, (path, stat), self.known)? => {}
                // A missing one may have left an empty folder, if the last run was killed.
                EntryKind::File(_) | EntryKind::Missing => owned.push(path),
                EntryKind::Link => return Err(Refusal::LinkInside { path: self.out.join(path) }),
                EntryKind::Folder | EntryKind::Other => {}
            }
        }
        Ok(owned)
    }

    /// Divides old files into those that stay for one more build, and those to remove.
    fn kept_longer(&self, stale: Vec<&'a str>, is_same_site: bool) -> Result<(Vec<&'a str>, Vec<&'a str>), Refusal> {
        let (mut kept, mut removed) = (Vec::new(), Vec::new());
        for path in stale {
            let may_stay = is_style_or_script(path) && (is_same_site || self.existing.is_current(path));
            let is_there = may_stay && matches!(disk::kind(&self.out.join(path))?, EntryKind::File(_));
            if is_there { &mut kept } else { &mut removed }.push(path);
        }
        Ok((kept, removed))
    }

    fn is_folder(&self, folder: &str) -> bool {
        self.folders.get(folder) == Some(&EntryKind::Folder)
    }

    /// The nearest folder above a file that exists.
    fn existing_folder(&self, path: &str) -> Utf8PathBuf {
        let folder = folders_of(path).find(|folder| self.is_folder(folder));
        folder.map_or_else(|| self.out.to_owned(), |folder| self.out.join(folder))
    }

    /// Other people's files with the name of a new folder.
    fn foreign_among_folders(&self, layout: &OutputLayout<'_>) -> Result<Vec<Utf8PathBuf>, Refusal> {
        let mut foreign = Vec::new();
        for folder in layout.folders() {
            let is_in_the_way = match self.folders.get(folder) {
                Some(EntryKind::File(stat)) => !self.may_remove(folder, *stat)?,
                Some(EntryKind::Other) => true,
                _ => false,
            };
            if is_in_the_way {
                foreign.push(self.out.join(folder));
            }
        }
        Ok(foreign)
    }

    /// What is at the path of this file. What was in place before has been compared already.
    fn at(&self, file: &WrittenFile) -> Result<TargetState, Refusal> {
        let is_same = match file.state {
            FileState::InPlace(_) => return Ok(TargetState::Same),
            FileState::Staged { is_same, .. } => is_same,
            FileState::Failed => false,
        };
        let folder = folders_of(&file.path).next();
        if folder.is_some_and(|folder| !self.is_folder(folder)) {
            return Ok(TargetState::Different);
        }
        let path = self.out.join(&file.path);
        match disk::kind(&path)? {
            EntryKind::Missing => Ok(TargetState::Different),
            EntryKind::Link => Err(Refusal::LinkInside { path }),
            // If it was renamed, it is removed under its old name and has to be written again.
            EntryKind::File(stat) if self.may_remove(&file.path, stat)? => Ok(TargetState::Different),
            EntryKind::File(_) if self.existing.owns(&file.path) => Ok(TargetState::Edited(path)),
            EntryKind::File(_) if is_same => Ok(TargetState::Same),
            EntryKind::File(_) => Ok(TargetState::Foreign(vec![path])),
            EntryKind::Folder => {
                let mut foreign = Vec::new();
                self.foreign_within(&file.path, &mut foreign)?;
                Ok(if foreign.is_empty() { TargetState::Different } else { TargetState::Foreign(foreign) })
            }
            EntryKind::Other => Ok(TargetState::Foreign(vec![path])),
        }
    }

    /// Collects everything in this folder that isn't Fingerpost's. The folder can only be removed if there is nothing.
    fn foreign_within(&self, folder: &str, foreign: &mut Vec<Utf8PathBuf>) -> Result<(), Refusal> {
        if !self.owned_folders.contains(folder) {
            foreign.push(self.out.join(folder));
            return Ok(());
        }
        for entry in disk::entries(&self.out.join(folder))? {
            let path = format!("{folder}/{}", entry.name);
            match disk::kind(&self.out.join(&path))? {
                EntryKind::Folder => self.foreign_within(&path, foreign)?,
                EntryKind::File(stat) if self.may_remove(&path, stat)? => {}
                _ => foreign.push(self.out.join(path)),
            }
        }
        Ok(())
    }

    /// True for a file as Fingerpost wrote it.
    fn may_remove(&self, path: &str, stat: FileStat) -> Result<bool, Refusal> {
        Ok(self.is_renamed(path) || self.existing.is_as_written(self.out, (path, stat), self.known)?)
    }

    /// True if the file at this path is an old one whose name differs only in case.
    fn is_renamed(&self, path: &str) -> bool {
        let old = self.stale.get(&paths::fold(path));
        old.is_some_and(|old| *old != path && disk::is_same_file(&self.out.join(old), &self.out.join(path)))
    }
}
