//! The start page: somebody chooses a content folder that is there, or makes a new one.
//!
//! It has the same guards, tokens and headers as the dashboard, which takes its place at the same address once a folder is
//! open. One run opens one folder, so no page can ever save into another folder than the one it was opened for.
//!
//! - `answer` finds the page for an address; `first_page` has recent folders, `folders` the folders on this computer, and
//!   `new_site` the questions for a new one;
//! - `content_path` decides what a path that was typed means, and `disk` looks at the folders.

mod answer;
mod content_path;
mod disk;
mod first_page;
mod folders;
mod host;
mod new_site;
mod state;

pub(super) use answer::respond;
pub(super) use first_page::open_typed;
pub use host::{SharedStartHost, StartHost};
pub(super) use state::StartState;
