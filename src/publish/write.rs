//! Publishes a site, and checks whether a published site is up to date.

use camino::Utf8Path;
use rayon::prelude::*;

use super::disk;
use super::existing_output::ExistingOutput;
use super::manifest::Manifest;
use super::paths::OutputLayout;
use super::plan::{self, WritePlan};
use super::publication::{AdviceCounts, Publication, Published};
use super::refusal::Refusal;
use super::staging::Staging;

/// Makes the folder `out` hold these files.
///
/// `adopt` allows a folder without a readable manifest, but never the replacement of a file that Fingerpost didn't
/// write.
///
/// # Errors
///
/// A [`Refusal`]. Before step 5 of the module's list the folder is unchanged; after it only the disk can fail, and the
/// next build repairs the folder.
pub fn publish(publication: &Publication<'_>, out: &Utf8Path, adopt: bool) -> Result<Published, Refusal> {
    let out = or_current(out);
    let layout = OutputLayout::new(publication.files)?;
    let existing = ExistingOutput::of(out, adopt)?;
    let plan = WritePlan::new(&layout, &existing, out)?;
    let final_manifest = Manifest::finished(publication, plan.stamps.clone());

    let mut published = Published {
        written: plan.writes.len(),
        unchanged: layout.files().len() - plan.writes.len(),
        removed: 0,
        bytes: plan.stamps.values().map(|stamp| stamp.bytes).sum(),
    };
    let text = final_manifest.to_text();
    if !plan.changes_files() && !existing.leftovers && existing.text.as_ref() == Some(&text) {
        return Ok(published);
    }

    let staging = Staging::begin(out)?;
    match swap(&staging, &plan, &existing, &text) {
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

/// The advice of the last build, if that build had the same digest and no findings except advice, and the folder holds
/// exactly what the manifest lists. Then a build may stop early.
///
/// Reads every file: sizes alone would miss a page that somebody edited or a power cut emptied.
#[must_use]
pub fn up_to_date(out: &Utf8Path, digest: &str) -> Option<AdviceCounts> {
    let out = or_current(out);
    let existing = ExistingOutput::of(out, false).ok()?;
    let manifest = existing.manifest.as_ref()?;
    let holds = manifest.finished
        && manifest.only_advice
        && manifest.digest == digest
        && !existing.leftovers
        && manifest
            .files
            .par_iter()
            .map_init(Vec::new, |buffer, (path, stamp)| disk::holds(&out.join(path), *stamp, buffer))
            .all(|holds| holds);
    holds.then_some(manifest.advice)
}

/// Steps 4 to 6. Returns how many files were removed.
fn swap(
    staging: &Staging,
    plan: &WritePlan<'_>,
    existing: &ExistingOutput,
    final_text: &[u8],
) -> Result<usize, Refusal> {
    staging.write_files(&plan.writes)?;
    // Both manifests are written before anything moves, so the disk can't run full halfway.
    let provisional = Manifest::unfinished(existing.manifest.as_ref(), plan.stamps.clone());
    let provisional = staging.write_manifest("provisional.json", &provisional.to_text())?;
    let final_path = staging.write_manifest("final.json", final_text)?;
    existing.check_unchanged(staging.out())?;

    let mut removed = 0;
    if plan.changes_files() {
        staging.install_manifest(&provisional)?;
        removed += plan::remove(staging.out(), &plan.blocking, plan.layout)?;
        staging.merge()?;
        removed += plan::remove(staging.out(), &plan.stale, plan.layout)?;
    }
    staging.install_manifest(&final_path)?;
    Ok(removed)
}

/// Some callers' paths name the current folder with an empty string.
fn or_current(out: &Utf8Path) -> &Utf8Path {
    if out.as_str().is_empty() { Utf8Path::new(".") } else { out }
}
