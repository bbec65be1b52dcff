//! Detects changes in the content folder.
//!
//! A [`Watcher`] reports a change once nothing has happened for a moment, because editors save in several steps and sync
//! clients write thousands of files together. It doesn't report what changed, because the
//! build reads everything anyway.
//!
//! Where the system reports changes, `native` listens. Where it doesn't (network drives, folders of another system,
//! containers), `poll` compares the folder at intervals. At the start, `probe` tests which one works.

mod mode;
mod native;
mod poll;
mod probe;
mod signal;
mod watcher;

pub use mode::{PollingReason, WatchMode};
pub use watcher::DEBOUNCE;
pub(super) use watcher::{WatchEvent, WatchStopper, Watcher};
