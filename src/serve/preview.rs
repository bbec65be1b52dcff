//! What is shown for one day: the last good site, and what is to be told about it.

use std::sync::Arc;

use jiff::civil::Date;

use super::notice::Notice;
use super::site::Site;
use crate::BuiltSite;
use crate::report::{Finding, Severity};

/// The site as of one day.
#[derive(Debug)]
pub(super) struct Preview {
    /// Counts the builds: another number means that files have changed.
    pub(super) edition: u64,
    pub(super) day: Date,
    /// `None` as long as there was nothing that could be shown.
    pub(super) site: Option<Arc<Site>>,
    /// How the site stands to the files as they are now.
    pub(super) state: State,
    /// What belongs into the panel, errors first.
    pub(super) notices: Vec<Notice>,
    /// How many other findings there are.
    pub(super) others: usize,
}

/// How the site that is shown stands to the files as they are now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    /// It is what a build would write.
    Current,
    /// It is what the last good build gave: there are errors now.
    Kept,
    /// It is as much as could be drawn: there are errors, and there was no good build yet.
    Rough,
}

impl Preview {
    /// What to show after a build on a day. `before` is what was shown until now for the same day.
    pub(super) fn new(edition: u64, day: Date, build: (Option<BuiltSite>, &[Finding]), before: Option<&Self>) -> Self {
        let (made, findings) = build;
        let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
        let good = before.filter(|before| before.state != State::Rough).and_then(|before| before.site.clone());
        let (site, state) = match (errors, good) {
            (false, _) => (made.map(|made| Arc::new(Site::new(made))), State::Current),
            (true, Some(good)) => (Some(good), State::Kept),
            (true, None) => (made.map(|made| Arc::new(Site::new(made))), State::Rough),
        };
        let mut notices: Vec<Notice> = findings.iter().filter(is_pressing).map(Notice::new).collect();
        notices.sort_by_key(|notice| notice.severity);
        let others = findings.len() - notices.len();
        Self { edition, day, site, state, notices, others }
    }
}

/// True if it belongs into the panel: it stops the build, or the law asks for it.
fn is_pressing(finding: &&Finding) -> bool {
    matches!(finding.severity, Severity::Error | Severity::Must)
}
