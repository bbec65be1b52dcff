//! What has to be done, found out by looking only.
//!
//! Takes the new files and what stands in the folder. Gives the files to write and the files to remove.
//! Refuses strangers' files in the way, and links where we would write or remove.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::disk::{self, Kind};
use super::paths::{self, Layout, folders_of};
use super::{ExistingOutput, OutputFile, Refusal, Stamp};

/// The work that is to be done.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// The new site.
    pub(super) layout: &'a Layout<'a>,
    /// Files that are new or differ.
    pub(super) writes: Vec<&'a OutputFile>,
    /// Our old files that must go before the new ones can land: a file that becomes a folder, a folder that
    /// becomes a file, a name that changes only in case.
    pub(super) in_the_way: Vec<&'a str>,
    /// Our other old files.
    pub(super) stale: Vec<&'a str>,
    /// What each new file holds.
    pub(super) stamps: BTreeMap<String, Stamp>,
}

/// What was found where a file must go.
enum Found {
    Same,
    Different,
    Foreign(Vec<Utf8PathBuf>),
}

/// Everything that looking needs to know.
struct Look<'a> {
    out: &'a Utf8Path,
    standing: &'a ExistingOutput,
    folders: HashMap<&'a str, Kind>,
    owned_folders: BTreeSet<&'a str>,
    /// Old paths by what they share with a path of another case.
    stale: HashMap<String, &'a str>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(
        layout: &'a Layout<'a>,
        standing: &'a ExistingOutput,
        out: &'a Utf8Path,
    ) -> Result<Self, Refusal> {
        let stale: Vec<_> = standing.owned().filter(|path| !layout.has_file(path)).collect();
        let look = Look::new(layout, standing, out, &stale)?;
        let stale = look.still_ours(stale)?;

        let mut foreign = look.foreign_among_folders(layout);
        let found: Vec<_> = layout
            .files()
            .par_iter()
            .with_min_len(16)
            .map_init(Vec::new, |buffer, file| Ok((Stamp::of(&file.bytes), look.at(file, buffer)?)))
            .collect::<Result<_, Refusal>>()?;

        let mut stamps = BTreeMap::new();
        let mut writes = Vec::new();
        for (file, (stamp, found)) in layout.files().iter().zip(found) {
            stamps.insert(file.path.clone(), stamp);
            match found {
                Found::Same => {}
                Found::Different => writes.push(*file),
                Found::Foreign(paths) => foreign.extend(paths),
            }
        }
        Refusal::unless_empty(foreign)?;
        let (in_the_way, stale) = stale.into_iter().partition(|path| layout.is_blocked_by(path));
        Ok(Self { layout, writes, in_the_way, stale, stamps })
    }

    /// False if every file is already as it should be, and none is too many.
    pub(super) fn changes_files(&self) -> bool {
        !(self.writes.is_empty() && self.in_the_way.is_empty() && self.stale.is_empty())
    }
}

/// Removes these files and the folders that are empty then. Gives how many files there were.
pub(super) fn remove(out: &Utf8Path, paths: &[&str], layout: &Layout<'_>) -> Result<usize, Refusal> {
    let mut removed = 0;
    for path in paths {
        removed += usize::from(disk::remove_file(&out.join(path))?);
    }
    let folders: BTreeSet<_> = paths.iter().flat_map(|path| folders_of(path)).collect();
    // Backwards, a folder comes before the one it stands in.
    for folder in folders.into_iter().rev().filter(|folder| !layout.folders().contains(folder)) {
        disk::remove_empty_folder(&out.join(folder))?;
    }
    Ok(removed)
}

impl<'a> Look<'a> {
    /// Looks at all folders on the way, and refuses those that are links.
    fn new(
        layout: &Layout<'a>,
        standing: &'a ExistingOutput,
        out: &'a Utf8Path,
        stale: &[&'a str],
    ) -> Result<Self, Refusal> {
        let owned_folders: BTreeSet<_> = standing.owned().flat_map(folders_of).collect();
        let on_the_way: BTreeSet<_> = stale.iter().flat_map(|path| folders_of(path)).collect();
        let on_the_way: Vec<_> = on_the_way.union(layout.folders()).copied().collect();
        let folders = on_the_way
            .into_par_iter()
            .with_min_len(16)
            .map(|folder| match disk::kind(&out.join(folder))? {
                Kind::Link => Err(Refusal::LinkInside { path: out.join(folder) }),
                kind => Ok((folder, kind)),
            })
            .collect::<Result<_, _>>()?;
        let stale = stale.iter().map(|path| (paths::fold(path), *path)).collect();
        Ok(Self { out, standing, folders, owned_folders, stale })
    }

    /// The old files without those that are folders of somebody else by now.
    fn still_ours(&self, stale: Vec<&'a str>) -> Result<Vec<&'a str>, Refusal> {
        let kinds: Vec<_> = stale.par_iter().map(|path| disk::kind(&self.out.join(path))).collect::<Result<_, _>>()?;
        let mut ours = Vec::new();
        for (path, kind) in stale.into_iter().zip(kinds) {
            match kind {
                // One that is gone may have left an empty folder, if the last run was killed.
                Kind::File(_) | Kind::Missing => ours.push(path),
                Kind::Link => return Err(Refusal::LinkInside { path: self.out.join(path) }),
                Kind::Folder | Kind::Other => {}
            }
        }
        Ok(ours)
    }

    /// Strangers' files that bear the name of a folder of ours.
    fn foreign_among_folders(&self, layout: &Layout<'_>) -> Vec<Utf8PathBuf> {
        let is_in_the_way = |folder: &&&str| match self.folders.get(**folder) {
            Some(Kind::File(_)) => !self.is_ours(folder),
            Some(Kind::Other) => true,
            _ => false,
        };
        layout.folders().iter().filter(is_in_the_way).map(|folder| self.out.join(folder)).collect()
    }

    /// What stands where this file must go.
    fn at(&self, file: &OutputFile, buffer: &mut Vec<u8>) -> Result<Found, Refusal> {
        let folder = folders_of(&file.path).next();
        if folder.is_some_and(|folder| self.folders.get(folder) != Some(&Kind::Folder)) {
            return Ok(Found::Different);
        }
        let path = self.out.join(&file.path);
        match disk::kind(&path)? {
            Kind::Missing => Ok(Found::Different),
            Kind::Link => Err(Refusal::LinkInside { path }),
            Kind::File(length) => {
                let is_same = length == file.bytes.len() as u64 && disk::equals(&path, &file.bytes, buffer)?;
                Ok(match (is_same, self.standing.owns(&file.path)) {
                    (true, true) => Found::Same,
                    (false, true) => Found::Different,
                    // Under its old name it will be removed, so it must be written again.
                    _ if self.is_renamed(&file.path) => Found::Different,
                    (true, false) => Found::Same,
                    (false, false) => Found::Foreign(vec![path]),
                })
            }
            Kind::Folder => {
                let mut foreign = Vec::new();
                self.foreign_within(&file.path, &mut foreign)?;
                Ok(if foreign.is_empty() { Found::Different } else { Found::Foreign(foreign) })
            }
            Kind::Other => Ok(Found::Foreign(vec![path])),
        }
    }

    /// Whatever in this folder we do not own: the folder can only go if there is nothing.
    fn foreign_within(&self, folder: &str, foreign: &mut Vec<Utf8PathBuf>) -> Result<(), Refusal> {
        if !self.owned_folders.contains(folder) {
            foreign.push(self.out.join(folder));
            return Ok(());
        }
        for entry in disk::entries(&self.out.join(folder))? {
            let path = format!("{folder}/{}", entry.name);
            if entry.is_folder {
                self.foreign_within(&path, foreign)?;
            } else if !self.is_ours(&path) {
                foreign.push(self.out.join(path));
            }
        }
        Ok(())
    }

    fn is_ours(&self, path: &str) -> bool {
        self.standing.owns(path) || self.is_renamed(path)
    }

    /// True if the file at this path is an old one of ours whose name differs only in case.
    fn is_renamed(&self, path: &str) -> bool {
        let old = self.stale.get(&paths::fold(path));
        old.is_some_and(|old| disk::is_same_file(&self.out.join(old), &self.out.join(path)))
    }
}
