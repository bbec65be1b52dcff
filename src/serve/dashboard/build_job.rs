//! Builds the site while the dashboard shows how far it is.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use super::wording::plain;
use crate::report::{Counts, Finding, Findings};
use crate::{Outcome, Stage};

/// The build that runs or ran last.
#[derive(Debug, Default)]
pub(super) struct BuildJob(Mutex<BuildStatus>);

#[derive(Clone, Debug, Default, Serialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub(super) enum BuildStatus {
    #[default]
    NotStarted,
    Running {
        stage: &'static str,
        /// How many pictures are ready, and how many there are.
        pictures: Option<(usize, usize)>,
    },
    Ended(BuildResult),
}

/// How a build ended.
#[derive(Clone, Debug, Serialize)]
pub(super) struct BuildResult {
    pub(super) is_published: bool,
    /// What was done, or why not.
    message: String,
    /// How many findings stop the build.
    errors: usize,
    must: usize,
}

impl BuildJob {
    pub(super) fn status(&self) -> BuildStatus {
        self.lock().clone()
    }

    /// True if this call may run the build, because none is running.
    pub(super) fn begin(&self) -> bool {
        let mut status = self.lock();
        let is_free = !matches!(*status, BuildStatus::Running { .. });
        if is_free {
            *status = BuildStatus::Running { stage: "Reading your files", pictures: None };
        }
        is_free
    }

    /// Runs the build that [`BuildJob::begin`] has begun. `publish` gets what to call as each stage starts.
    pub(super) fn run(&self, publish: impl FnOnce(&mut dyn FnMut(Stage)) -> (Outcome, Vec<Finding>)) {
        let running = RunningBuild(self);
        let (outcome, findings) = publish(&mut |stage| *self.lock() = in_words(stage));
        running.end(result(&outcome, &findings));
    }

    fn lock(&self) -> MutexGuard<'_, BuildStatus> {
        // The status is replaced as a whole, so it is valid after a panic too.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the build even if it panics: else no other one could begin.
struct RunningBuild<'a>(&'a BuildJob);

impl RunningBuild<'_> {
    fn end(self, result: BuildResult) {
        *self.0.lock() = BuildStatus::Ended(result);
    }
}

impl Drop for RunningBuild<'_> {
    fn drop(&mut self) {
        let mut status = self.0.lock();
        if matches!(*status, BuildStatus::Running { .. }) {
            let message = "The build failed unexpectedly. This is a fault in Fingerpost, not in your files: please \
                           report it.";
            *status = BuildStatus::Ended(BuildResult::failed(message.to_owned(), Counts::default()));
        }
    }
}

impl BuildResult {
    fn failed(message: String, counts: Counts) -> Self {
        Self { is_published: false, message, errors: counts.errors, must: counts.must }
    }
}

fn in_words(stage: Stage) -> BuildStatus {
    let (stage, pictures) = match stage {
        Stage::Read => ("Reading your files", None),
        Stage::Programme | Stage::Check => ("Checking your files", None),
        Stage::Render => ("Making the pages", None),
        Stage::Pictures { ready, all } => ("Preparing the pictures", Some((ready, all))),
        Stage::Publish => ("Writing the site", None),
    };
    BuildStatus::Running { stage, pictures }
}

fn result(outcome: &Outcome, findings: &[Finding]) -> BuildResult {
    let counts = Counts::of(findings);
    let published = |message| BuildResult { is_published: true, message, errors: counts.errors, must: counts.must };
    match outcome {
        Outcome::Published(site, _) => published(format!(
            "The site has {}. {} written, {} removed, and {} the same as before.{}",
            counted(site.pages, "page", "pages"),
            counted(site.written, "file was", "files were"),
            counted(site.removed, "was", "were"),
            counted(site.unchanged, "is", "are"),
            site.replaced_school.as_ref().map(|name| format!(" It replaced the site of {name}.")).unwrap_or_default(),
        )),
        Outcome::UpToDate(_) => published("Nothing has changed since the last build.".to_owned()),
        Outcome::Stopped => {
            BuildResult::failed("Nothing was written. The last good site stays as it was.".to_owned(), counts)
        }
        Outcome::Refused(_) => BuildResult::failed(refused(outcome), counts),
    }
}

/// “1 file was” or “2 files were”.
fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// Why the site was not written, and the way out, which are the same for all files in the way.
fn refused(outcome: &Outcome) -> String {
    let mut findings = Findings::default();
    outcome.report_refusal(&mut findings);
    let findings = findings.sorted();
    let paths: Vec<String> = findings.iter().map(|finding| finding.place.path().to_string()).collect();
    let last = findings.last();
    last.map_or_else(String::new, |last| {
        format!("{}: {}. {}", paths.join(", "), plain(&last.message), plain(&last.help))
    })
}
