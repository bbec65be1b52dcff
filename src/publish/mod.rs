//! Stage 6: writes the files in memory to a folder, safely.
//!
//! Takes every file of the site and the output folder. Afterwards the folder holds exactly these files and a
//! [`MANIFEST`] that lists them, next to files that aren't Fingerpost's. Only files whose bytes differ are written, and
//! only files in the manifest are ever removed.
//!
//! Refuses, without changing anything: a folder that isn't Fingerpost's, other people's files in the way, links inside
//! the folder, paths that could leave it or that clash on some computers, and a full disk.
//!
//! The order means that a visitor never gets half a page, and that a run killed at any moment can be repaired:
//!
//! 1. `paths`: are all paths safe, and can they exist next to each other?
//! 2. `existing_output`: is the folder Fingerpost's, and what did it write there?
//! 3. `plan`: which bytes differ, what is stale, is anything in the way? Nothing has been written so far.
//! 4. `staging`: writes everything that differs to `.fingerpost-staging`.
//! 5. Moves a manifest of old and new paths, marked unfinished, into place.
//! 6. Merges the staged tree by renaming, removes stale files, moves the final manifest into place.
//!
//! A run killed before 5 has changed nothing. After 5, the next run owns everything it may find, and compares real
//! bytes. So a power cut is repaired as well, and nothing waits for the disk to be flushed.
//!
//! Also holds [`DiskPictureStore`], the cache of encoded pictures that rendering gets from outside.

mod disk;
mod existing_output;
mod findings;
mod manifest;
mod paths;
mod picture_store;
mod plan;
mod publication;
mod refusal;
mod staging;
mod write;

pub use crate::report::MANIFEST;
pub use findings::PublishProblem;
pub use picture_store::DiskPictureStore;
pub use publication::{AdviceCounts, Publication, Published};
pub use refusal::Refusal;
pub use write::{publish, up_to_date};
