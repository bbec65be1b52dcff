//! What the start page needs from the program around it.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use crate::scaffold::NewSite;
use crate::serve::host::SharedHost;

/// The program that runs a start page.
pub trait StartHost: Send + Sync {
    /// The day on which a new site is made.
    fn today(&self) -> Date;

    /// The folders that were opened before, the last first.
    fn recent(&self) -> Vec<Utf8PathBuf>;

    /// Notes that a folder was opened.
    fn remember(&self, folder: &Utf8Path);

    /// The folder of the person at this computer. `None` if it is not known.
    fn home(&self) -> Option<Utf8PathBuf>;

    /// The folder in which that person keeps documents. `None` if it is not known.
    fn documents(&self) -> Option<Utf8PathBuf>;

    /// Writes a new site into a folder that is empty or does not exist. The error is a sentence for people.
    fn make(&self, folder: &Utf8Path, site: &NewSite) -> Result<(), String>;

    /// What the preview of a folder needs.
    fn preview_host(&self, folder: &Utf8Path) -> SharedHost;
}

/// A host that several threads share.
pub type SharedStartHost = Arc<dyn StartHost>;
