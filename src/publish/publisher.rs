//! Publishes a site file by file, while it is made.

use std::collections::HashSet;
use std::sync::{Mutex, OnceLock, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use xxhash_rust::xxh3::xxh3_128;

use super::disk::{self, EntryKind};
use super::existing_output::ExistingOutput;
use super::manifest::{Manifest, Stamp};
use super::old_files::OldFiles;
use super::paths::{self, OutputLayout};
use super::plan::{self, WritePlan};
use super::publication::{Published, PublishedFiles};
use super::published_school::published_school;
use super::refusal::Refusal;
use super::staging::Staging;
use super::written_file::{FileState, WrittenFile};
use crate::read::{FileIndex, IndexedFile};
use crate::render::{OutputFile, SiteOutput};
use crate::report::MANIFEST;

/// Publishes a site into a folder: give it every file with [`SiteOutput::write`], then call [`Publisher::finish`]. If it
/// is dropped before, the folder stays as it was.
#[derive(Debug)]
pub struct Publisher {
    out: Utf8PathBuf,
    existing: ExistingOutput,
    /// What is known about the files in the folder.
    known: FileIndex,
    /// Created for the first file that differs, so that an unchanged site is not touched. `None` if that failed.
    staging: OnceLock<Option<Staging>>,
    files: Mutex<Vec<WrittenFile>>,
    /// The first error.
    error: OnceLock<Refusal>,
}

impl Publisher {
    /// Step 1 of the module's list: inspects the folder `out`.
    ///
    /// `adopt` allows a folder without a readable manifest, but never the replacement of a file that Fingerpost didn't
    /// write. Files of `known` that have not changed since are not read.
    ///
    /// # Errors
    ///
    /// A [`Refusal`].
    pub fn begin(out: &Utf8Path, adopt: bool, known: FileIndex) -> Result<Self, Refusal> {
        let out = or_current(out).to_owned();
        let existing = ExistingOutput::of(&out, adopt)?;
        let (staging, files, error) = (OnceLock::new(), Mutex::default(), OnceLock::new());
        Ok(Self { out, existing, known, staging, files, error })
    }

    /// Keeps the files of the last build, except these. Their bytes have been compared already. False if one is missing.
    pub fn keep(&self, last: &FileIndex, except: &HashSet<&str>) -> bool {
        let mut kept = Vec::new();
        for (path, hash, bytes, stat) in last.iter().filter(|(path, ..)| !except.contains(path)) {
            let now = || match disk::kind(&self.out.join(path)) {
                Ok(EntryKind::File(stat)) => Some(stat),
                _ => None,
            };
            let Some(stat) = stat.or_else(now).filter(|_| self.existing.owns(path)) else { return false };
            kept.push(WrittenFile {
                path: path.to_owned(),
                stamp: Stamp { bytes, hash },
                state: FileState::InPlace(stat),
            });
        }
        self.files.lock().unwrap_or_else(PoisonError::into_inner).extend(kept);
        true
    }

    /// Steps 3 to 6: makes the folder hold exactly the files that were written. `digest` is a digest of everything that
    /// they were made from.
    ///
    /// # Errors
    ///
    /// A [`Refusal`]. The folder is unchanged, unless it is [`Refusal::Unfinished`].
    pub fn finish(self, digest: String) -> Result<Published, Refusal> {
        let Self { out, existing, staging, files, error, known } = self;
        let mut files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let layout = OutputLayout::new(files.iter().map(|file| file.path.as_str()).collect())?;
        if let Some(refusal) = error.into_inner() {
            return Err(refusal);
        }
        let plan = WritePlan::new(&layout, &files, (&existing, &known), &out);
        if plan.is_err() {
            // Files that another run has just written look as if somebody had changed them.
            existing.check_unchanged(&out)?;
        }
        let plan = plan?;
        let stamps = || files.iter().map(|file| (file.path.clone(), file.stamp)).collect();
        let manifest = Manifest::finished(digest, stamps());
        let manifest = manifest.with_earlier(existing.manifest.as_ref(), &plan.earlier).to_text();
        let mut published = Published {
            written: plan.writes.len(),
            unchanged: files.len() - plan.writes.len(),
            removed: 0,
            replaced_school: None,
            pages: files.iter().filter(|file| file.path.ends_with(".html")).count(),
            bytes: files.iter().map(|file| file.stamp.bytes).sum(),
            files: PublishedFiles { manifest: xxh3_128(&manifest), index: index(&files) },
        };
        let is_current = existing.text.as_ref() == Some(&manifest);
        if plan.changes_files() || existing.leftovers || !is_current {
            let staging = match staging.into_inner().flatten() {
                Some(staging) => staging,
                None => Staging::begin(&out)?,
            };
            // Both manifests are written before anything moves, so the disk can't run full halfway.
            let provisional = Manifest::unfinished(existing.manifest.as_ref(), stamps()).to_text();
            let manifests = Manifests {
                provisional: staging.write_manifest("provisional.json", &provisional)?,
                finished: staging.write_manifest("final.json", &manifest)?,
            };
            plan.check_writable()?;
            existing.check_unchanged(&out)?;
            let school = existing.manifest.as_ref().and_then(|_| published_school(&out));
            published.removed = swap(&staging, &plan, &manifests)?;
            staging.finish().map_err(Refusal::unfinished)?;
            published.replaced_school =
                school.filter(|before| published_school(&out).is_some_and(|now| now != *before));
        }
        Ok(published)
    }

    /// Step 2 for one file. Compares it with what is there, and stages it if it differs.
    fn stage(&self, path: &str, bytes: &[u8], stamp: Stamp) -> Result<FileState, Refusal> {
        let target = self.out.join(path);
        let mut is_same = false;
        if self.existing.is_folder
            && let EntryKind::File(stat) = disk::kind(&target)?
            && stat.bytes == stamp.bytes
            && (self.known.has(path, stat, stamp.hash) || disk::equals(&target, bytes)?)
        {
            if self.existing.owns(path) {
                return Ok(FileState::InPlace(stat));
            }
            is_same = true;
        }
        match self.staging() {
            Some(staging) => Ok(FileState::Staged { stat: staging.write_file(path, bytes)?, is_same }),
            None => Ok(FileState::Failed),
        }
    }

    fn staging(&self) -> Option<&Staging> {
        let begin = || match Staging::begin(&self.out) {
            Ok(staging) => Some(staging),
            Err(refusal) => {
                self.fail(refusal);
                None
            }
        };
        self.staging.get_or_init(begin).as_ref()
    }

    /// Keeps the first error.
    fn fail(&self, refusal: Refusal) {
        let _ = self.error.set(refusal);
    }
}

impl SiteOutput for Publisher {
    fn write(&self, file: OutputFile) {
        let OutputFile { path, bytes } = file;
        let stamp = Stamp::of(&bytes);
        // After an error only the path is needed, to report paths that clash.
        let state = if self.error.get().is_some() || !paths::is_safe(&path) {
            FileState::Failed
        } else {
            self.stage(&path, &bytes, stamp).unwrap_or_else(|refusal| {
                self.fail(refusal);
                FileState::Failed
            })
        };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.push(WrittenFile { path, stamp, state });
    }
}

/// The manifests of a publication, in the staging folder.
struct Manifests {
    provisional: Utf8PathBuf,
    finished: Utf8PathBuf,
}

/// Steps 5 and 6. Returns how many files were removed.
fn swap(staging: &Staging, plan: &WritePlan<'_>, manifests: &Manifests) -> Result<usize, Refusal> {
    if !plan.changes_files() {
        return staging.install_manifest(&manifests.finished).map(|()| 0);
    }
    let changed = plan.writes.iter().chain(&plan.blocking).chain(&plan.stale).copied();
    // The list of files is the last to be put back.
    let old_files = OldFiles::keep(staging.out(), staging.old_files(), changed.chain([MANIFEST]));
    staging.install_manifest(&manifests.provisional)?;
    let moved = move_files(staging, plan).and_then(|removed| {
        staging.install_manifest(&manifests.finished)?;
        Ok(removed)
    });
    moved.map_err(|refusal| match old_files.is_some_and(|old_files| old_files.put_back().is_ok()) {
        true => refusal,
        false => refusal.unfinished(),
    })
}

/// Readers may come while files are moved: what pages load is there before the pages, and nothing goes before all are there.
fn move_files(staging: &Staging, plan: &WritePlan<'_>) -> Result<usize, Refusal> {
    plan.spare.iter().try_for_each(|path| staging.discard(path))?;
    let blocking = plan::remove(staging.out(), &plan.blocking, plan.layout)?;
    staging.merge(&plan.writes)?;
    let stale = plan::remove(staging.out(), &plan.stale, plan.layout)?;
    Ok(blocking + stale)
}

fn index(files: &[WrittenFile]) -> FileIndex {
    let indexed = |file: &WrittenFile| Some(IndexedFile::written(&file.path, file.stamp.hash, file.state.stat()?));
    FileIndex::new(files.iter().filter_map(indexed).collect(), Vec::new())
}

/// Some callers' paths name the current folder with an empty string.
pub(super) fn or_current(out: &Utf8Path) -> &Utf8Path {
    if out.as_str().is_empty() { Utf8Path::new(".") } else { out }
}
