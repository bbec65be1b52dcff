//! Stage 6: files in memory become a folder, safely. The only stage that writes.
//!
//! Takes every [`OutputFile`] of the site and the output folder.
//! Gives a folder that holds exactly these files and a [`MANIFEST`] that lists them, beside
//! whatever else stood there. Only files whose bytes differ are written, and only files that
//! the manifest lists are ever removed.
//! Refuses, with nothing changed: a folder that is not ours, a stranger's file in the way, links inside
//! the folder, paths that could leave it or that clash on some computer, and a disk that is full.
//!
//! The order, so that a reader never meets half a page and a kill at any moment can be repaired:
//!
//! 1. `paths`: are all paths safe, and can they stand side by side?
//! 2. `standing`: is the folder ours, and what did we write there?
//! 3. `plan`: which bytes differ, what is stale, is anything in the way? Nothing is written so far.
//! 4. `staging`: all that differs is written beside the site, in `.fingerpost-staging`.
//! 5. A manifest of old and new paths together, marked unfinished, lands.
//! 6. The staged tree is merged into place by renaming, stale files go, the final manifest lands.
//!
//! A run that is killed before 5 changed nothing; after 5, the next one owns all it may find, and compares
//! real bytes. So losing power is repaired as well, and nothing waits for the disk to be flushed.

mod disk;
mod existing_output;
mod findings;
mod manifest;
mod paths;
mod plan;
mod refusal;
mod staging;

use camino::Utf8Path;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::render::OutputFile;
use existing_output::ExistingOutput;
pub use findings::PublishProblem;
use manifest::{Manifest, Stamp};
use paths::Layout;
use plan::Plan;
pub use refusal::Refusal;
use staging::Staging;

pub use crate::report::MANIFEST;

/// The folder in an output folder that holds what is not in place yet.
const STAGING: &str = ".fingerpost-staging";

/// What to publish and how.
#[derive(Debug)]
pub struct Publication<'a> {
    /// Every file of the site, in any order.
    pub files: &'a [OutputFile],
    /// A digest of everything that the files were made from.
    pub digest: String,
    /// True if the build found nothing that it tells one by one.
    pub only_advice: bool,
    /// What it only counts.
    pub advice: AdviceCounts,
}

/// How many findings a build only counts, for `check` to tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceCounts {
    /// They should be mended.
    pub should: usize,
    /// They could be better.
    pub could: usize,
}

/// What publishing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or differ from those that stood there.
    pub written: usize,
    /// Files that already held the right bytes.
    pub unchanged: usize,
    /// Files of an earlier build that are gone now.
    pub removed: usize,
    /// The size of the whole site, whether written or not.
    pub bytes: u64,
}

/// Makes the folder `out` hold these files, or changes nothing and tells why.
///
/// `adopt` allows a folder that has no manifest of ours (or one that cannot be read), but never
/// that a file which we did not write is replaced.
///
/// # Errors
///
/// A [`Refusal`]. Up to step 5 of this module's list the folder is as it was; later, only the disk itself
/// can fail, and the next build repairs what it left.
pub fn publish(publication: &Publication<'_>, out: &Utf8Path, adopt: bool) -> Result<Published, Refusal> {
    let out = or_here(out);
    let layout = Layout::new(publication.files)?;
    let standing = ExistingOutput::of(out, adopt)?;
    let plan = Plan::new(&layout, &standing, out)?;
    let last = Manifest::finished(publication, plan.stamps.clone());

    let mut published = Published {
        written: plan.writes.len(),
        unchanged: layout.files().len() - plan.writes.len(),
        removed: 0,
        bytes: plan.stamps.values().map(|stamp| stamp.bytes).sum(),
    };
    let text = last.to_text();
    if !plan.changes_files() && !standing.leftovers && standing.text.as_ref() == Some(&text) {
        return Ok(published);
    }

    let staging = Staging::begin(out)?;
    match swap(&staging, &plan, &standing, &text) {
        Ok(removed) => {
            published.removed = removed;
            staging.finish()?;
            Ok(published)
        }
        Err(refusal) => {
            staging.abandon();
            Err(refusal)
        }
    }
}

/// What the last build counted, if the folder holds exactly what its manifest says and the manifest was made
/// from the same digest in a only_advice build: then a build may stop early.
///
/// It reads every file: sizes alone would pass a page that somebody edited or a power cut emptied.
#[must_use]
pub fn up_to_date(out: &Utf8Path, digest: &str) -> Option<AdviceCounts> {
    let out = or_here(out);
    let standing = ExistingOutput::of(out, false).ok()?;
    let manifest = standing.manifest.as_ref()?;
    let holds = manifest.finished
        && manifest.only_advice
        && manifest.digest == digest
        && !standing.leftovers
        && manifest
            .files
            .par_iter()
            .map_init(Vec::new, |buffer, (path, stamp)| disk::holds(&out.join(path), *stamp, buffer))
            .all(|holds| holds);
    holds.then_some(manifest.advice)
}

/// Everything from the first staged byte to the final manifest. Gives how many files it removed.
fn swap(staging: &Staging, plan: &Plan<'_>, standing: &ExistingOutput, last: &[u8]) -> Result<usize, Refusal> {
    staging.write_files(&plan.writes)?;
    // Both manifests are on the disk before anything moves, so that it cannot be full in the middle.
    let provisional = Manifest::unfinished(standing.manifest.as_ref(), plan.stamps.clone());
    let provisional = staging.write_manifest("provisional.json", &provisional.to_text())?;
    let last = staging.write_manifest("final.json", last)?;
    standing.check_unmoved(staging.out())?;

    let mut removed = 0;
    if plan.changes_files() {
        staging.land_manifest(&provisional)?;
        removed += plan::remove(staging.out(), &plan.in_the_way, plan.layout)?;
        staging.merge()?;
        removed += plan::remove(staging.out(), &plan.stale, plan.layout)?;
    }
    staging.land_manifest(&last)?;
    Ok(removed)
}

/// The working folder has an empty name in some callers' paths, but not for the disk.
fn or_here(out: &Utf8Path) -> &Utf8Path {
    if out.as_str().is_empty() { Utf8Path::new(".") } else { out }
}
