//! Detects changes in the content folder.
//!
//! A [`Watcher`] reports changes once they are complete, because editors save in several steps and sync clients write
//! thousands of files together. Where the system reports that a file has been closed, renamed or removed, that is
//! at once; elsewhere, and if that doesn't come, it is when nothing has happened for a moment. `debouncer` decides.
//! It doesn't report what changed: the preview compares the files with those of its last build.
//!
//! Where the system reports changes, `native` listens. Where it doesn't (network drives, folders of another system,
//! containers), `poll` compares the folder at intervals. At the start, `probe` tests which one works.

mod debouncer;
mod mode;
mod native;
mod poll;
mod probe;
mod signal;
mod watcher;

pub use mode::{PollingReason, WatchMode};
pub(super) use watcher::{WatchEvent, WatchStopper, Watcher};
