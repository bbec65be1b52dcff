//! What the dashboard keeps while the preview runs.

use std::io;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::build_job::BuildJob;
use super::import_review::ImportReview;
use super::open_forms::OpenForms;
use super::pages::DashboardPages;
use super::staged::{Staged, StagedMedia};
use crate::editor::EditableFolder;

pub(in crate::serve) struct DashboardState {
    pub(super) pages: Arc<DashboardPages>,
    /// The folder that the site is built into.
    pub(super) out: Utf8PathBuf,
    pub(super) build: BuildJob,
    /// The content, for changes.
    pub(super) content: EditableFolder,
    pub(super) open_forms: OpenForms,
    /// What was imported and waits for its review.
    pub(super) imports: Staged<ImportReview>,
    /// Files that were chosen and are not saved yet.
    pub(super) uploads: Staged<StagedMedia>,
}

impl DashboardState {
    /// Fails if the content folder can't be used.
    pub(in crate::serve) fn new(pages: Arc<DashboardPages>, folder: &Utf8Path, out: Utf8PathBuf) -> io::Result<Self> {
        let content = EditableFolder::new(folder).map_err(io::Error::other)?;
        Ok(Self {
            pages,
            out,
            build: BuildJob::default(),
            content,
            open_forms: OpenForms::default(),
            imports: Staged::default(),
            uploads: Staged::default(),
        })
    }

    /// True if a form is half filled.
    pub(in crate::serve) fn has_drafts(&self) -> bool {
        !self.content.drafts_kept().is_empty()
    }
}
