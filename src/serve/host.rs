//! What the preview needs from the program around it: clock, editor, output.

use std::io;
use std::sync::Arc;

use camino::Utf8Path;
use jiff::civil::{Date, DateTime};

use crate::report::Finding;

/// The program that runs a preview.
pub trait PreviewHost: Send + Sync {
    fn today(&self) -> Date;

    /// The day and time of a save.
    fn now(&self) -> DateTime;

    /// Opens a file in the computer's default editor. Fails if there is none.
    fn edit(&self, file: &Utf8Path) -> io::Result<()>;

    /// Handles an event, for example by printing it.
    fn on_event(&self, event: ServeEvent<'_>);
}

/// What happens while a preview runs.
#[derive(Debug)]
pub enum ServeEvent<'a> {
    /// A build starts because files or the day have changed.
    Changed,
    /// A build ended.
    Built {
        findings: &'a [Finding],
        /// Whether the preview shows this build. False if it still shows an earlier or incomplete site.
        current: bool,
    },
}

pub(super) type SharedHost = Arc<dyn PreviewHost>;
