//! Inspects the output folder: is it Fingerpost's, and what did an earlier build write there?
//!
//! Takes the folder. Returns its manifest, if there is one. Refuses a folder with other people's files or an unreadable
//! manifest, unless `adopt` is set.

use camino::Utf8Path;

use super::disk::{self, EntryKind};
use super::manifest::{Manifest, Stamp};
use super::paths::STAGING;
use super::refusal::Refusal;
use crate::read::{FileIndex, FileStat};
use crate::report::MANIFEST;

/// The paths of the files of the last complete site in a folder, sorted. Empty if there is none.
pub fn published_paths(out: &Utf8Path) -> Vec<String> {
    let existing = ExistingOutput::of(out, false).ok().filter(|existing| !existing.leftovers);
    let manifest = existing.and_then(|existing| existing.manifest);
    let current = |manifest: Manifest| {
        let paths: Vec<String> = manifest.files.keys().filter(|path| manifest.is_current(path)).cloned().collect();
        paths
    };
    manifest.map(current).unwrap_or_default()
}

/// The bytes of a file in an output folder. `None` if it can't be read.
pub fn published_bytes(out: &Utf8Path, path: &str) -> Option<Vec<u8>> {
    disk::read(&out.join(path)).ok()
}

/// What an earlier build left in the folder.
#[derive(Debug, Default)]
pub(super) struct ExistingOutput {
    /// False if there is no folder yet.
    pub(super) is_folder: bool,
    /// `None` if there is none or it can't be read.
    pub(super) manifest: Option<Manifest>,
    /// The bytes of the manifest, readable or not.
    pub(super) text: Option<Vec<u8>>,
    /// True if there is a staging folder of a killed run.
    pub(super) leftovers: bool,
}

impl ExistingOutput {
    pub(super) fn of(out: &Utf8Path, adopt: bool) -> Result<Self, Refusal> {
        match disk::kind_following_links(out)? {
            EntryKind::Missing => return Ok(Self::default()),
            EntryKind::Folder => {}
            _ => return Err(Refusal::NotAFolder { path: out.to_owned() }),
        }
        let leftovers = disk::kind(&out.join(STAGING))? != EntryKind::Missing;
        let path = out.join(MANIFEST);
        match disk::kind(&path)? {
            EntryKind::File(_) => {}
            EntryKind::Missing => {
                check_owned(out, adopt)?;
                return Ok(Self { is_folder: true, leftovers, ..Self::default() });
            }
            EntryKind::Link => return Err(Refusal::LinkInside { path }),
            EntryKind::Folder | EntryKind::Other => return Err(Refusal::foreign(path, Vec::new(), 0)),
        }
        let text = disk::read(&path);
        let manifest = match &text {
            Ok(text) => Manifest::from_text(text),
            Err(refusal) => Err(refusal.to_string()),
        };
        match manifest {
            Ok(manifest) => Ok(Self { is_folder: true, manifest: Some(manifest), text: text.ok(), leftovers }),
            // Then no file counts as Fingerpost's: nothing that differs is replaced and nothing is removed.
            Err(_) if adopt => Ok(Self { is_folder: true, manifest: None, text: text.ok(), leftovers }),
            Err(reason) => Err(Refusal::ManifestUnreadable { path, reason }),
        }
    }

    /// True if Fingerpost wrote a file at this path.
    pub(super) fn owns(&self, path: &str) -> bool {
        self.manifest.as_ref().is_some_and(|manifest| manifest.files.contains_key(path))
    }

    /// True for a file of the last complete site, and not of the one before.
    pub(super) fn is_current(&self, path: &str) -> bool {
        self.manifest.as_ref().is_some_and(|manifest| manifest.is_current(path))
    }

    /// True if the file at this path is still as Fingerpost wrote it. `known` knows the hashes of files that have not
    /// changed since the last build.
    ///
    /// A file that a power cut has left empty or with zeros counts as Fingerpost's.
    pub(super) fn is_as_written(
        &self,
        out: &Utf8Path,
        (path, stat): (&str, FileStat),
        known: &FileIndex,
    ) -> Result<bool, Refusal> {
        let stamps: Vec<Stamp> = self.manifest.iter().flat_map(|manifest| manifest.stamps(path)).collect();
        if stat.bytes == 0 || stamps.iter().any(|stamp| known.has(path, stat, stamp.hash)) {
            return Ok(!stamps.is_empty());
        }
        if !stamps.iter().any(|stamp| stamp.bytes == stat.bytes) {
            return Ok(false);
        }
        let bytes = disk::read(&out.join(path))?;
        Ok(stamps.contains(&Stamp::of(&bytes)) || bytes.iter().all(|byte| *byte == 0))
    }

    /// Every path that Fingerpost wrote, sorted.
    pub(super) fn owned(&self) -> impl Iterator<Item = &str> {
        self.manifest.iter().flat_map(|manifest| manifest.files.keys().map(String::as_str))
    }

    /// Refuses if another run has published since this was read, because the plan is out of date.
    pub(super) fn check_unchanged(&self, out: &Utf8Path) -> Result<(), Refusal> {
        if disk::read(&out.join(MANIFEST)).ok() == self.text {
            Ok(())
        } else {
            Err(Refusal::Busy { path: out.to_owned() })
        }
    }
}

/// Ignores names that begin with a dot (`.git`, `.nojekyll`): those are a host's settings, not pages.
fn check_owned(out: &Utf8Path, adopt: bool) -> Result<(), Refusal> {
    if adopt {
        return Ok(());
    }
    match disk::entries(out)?.into_iter().map(|entry| entry.name).filter(|name| !name.starts_with('.')).min() {
        None => Ok(()),
        Some(holds) => Err(Refusal::NotOurs { path: out.to_owned(), holds }),
    }
}
