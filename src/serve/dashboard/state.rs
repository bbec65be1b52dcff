//! What the dashboard keeps while the preview runs.

use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::build_job::BuildJob;
use super::page::PageTemplates;
use crate::editor::EditableFolder;
use crate::serve::secret::Secret;
use crate::serve::write_guard::FormSecrets;

pub(in crate::serve) struct DashboardState {
    pub(super) secrets: FormSecrets,
    /// Its cookie is shared by all ports of this computer, so its name has the port in it.
    pub(super) cookie_name: String,
    /// The folder that the site is built into.
    pub(super) out: Utf8PathBuf,
    pub(super) build: BuildJob,
    /// The content, for changes.
    pub(super) content: EditableFolder,
    pub(super) templates: PageTemplates,
}

impl DashboardState {
    /// Fails if the system has no random numbers, or the content folder can't be used.
    pub(in crate::serve) fn new(port: u16, folder: &Utf8Path, out: Utf8PathBuf) -> io::Result<Self> {
        Ok(Self {
            secrets: FormSecrets { cookie: Secret::random()?, field: Secret::random()? },
            cookie_name: format!("fingerpost-{port}"),
            out,
            build: BuildJob::default(),
            content: EditableFolder::new(folder).map_err(io::Error::other)?,
            templates: PageTemplates::load().map_err(io::Error::other)?,
        })
    }
}
