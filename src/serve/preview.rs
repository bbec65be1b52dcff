//! The preview for one day: the last good site, and the findings of the latest build.

use std::sync::Arc;

use jiff::civil::Date;

use super::served_site::ServedSite;
use crate::report::{Finding, Severity};
use crate::{BuiltPreview, ContentList, EditedPreview, PreviewBase};

#[derive(Debug)]
pub(super) struct Preview {
    /// Goes up with each rebuild, so a different number means that files have changed.
    pub(super) build_number: u64,
    pub(super) day: Date,
    /// `None` until a build gives a site.
    pub(super) site: Option<Arc<ServedSite>>,
    pub(super) state: PreviewState,
    /// The findings of the latest build.
    pub(super) findings: Vec<Finding>,
    /// Everything there is in the content, as the latest build that could read it found it.
    pub(super) content: Arc<ContentList>,
    /// What the latest build has read, and what an edit of the site starts from if it is current. `None` if a file could not
    /// be read.
    pub(super) base: Option<PreviewBase>,
}

/// How the site relates to the content files as they are now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum PreviewState {
    /// The site is what a build would write.
    Current,
    /// The latest build has errors: this is the site of the last good build.
    Stale,
    /// The latest build has errors, and there was no good build yet: the site may not be complete.
    Partial,
}

impl Preview {
    /// The preview after a build for `day`. `previous` is the preview before it, for the same day.
    pub(super) fn new(
        build_number: u64,
        day: Date,
        (mut built, findings): (Option<BuiltPreview>, Vec<Finding>),
        previous: Option<&Self>,
    ) -> Self {
        let read = built.as_mut().map(|built| Arc::new(std::mem::take(&mut built.content)));
        let content = read.or_else(|| Some(previous?.content.clone())).unwrap_or_default();
        let base = built.as_mut().and_then(|built| built.base.take());
        let has_errors = findings.iter().any(|finding| finding.severity == Severity::Error);
        let good =
            previous.filter(|preview| preview.state != PreviewState::Partial).and_then(|preview| preview.site.clone());
        let serve = |built: Option<BuiltPreview>| built.map(|built| Arc::new(ServedSite::new(built)));
        let (site, state) = match (has_errors, good) {
            (false, _) => (serve(built), PreviewState::Current),
            (true, Some(good)) => (Some(good), PreviewState::Stale),
            (true, None) => (serve(built), PreviewState::Partial),
        };
        Self { build_number, day, site, state, findings, content, base }
    }

    /// The preview after an edit of words.
    pub(super) fn edited(&self, edited: EditedPreview) -> Self {
        let EditedPreview { files, removed, findings, base } = edited;
        let site = self.site.as_ref().map(|site| Arc::new(site.edited(files, removed)));
        Self {
            build_number: self.build_number + 1,
            day: self.day,
            site,
            state: self.state,
            findings: findings.sorted(),
            content: self.content.clone(),
            base: Some(base),
        }
    }
}
