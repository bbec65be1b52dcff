//! Stage 6: writes the files of a site to a folder, safely.
//!
//! Takes every file of the site as it is made, and the output folder. Afterwards the folder holds exactly these files and
//! a [`MANIFEST`] that lists them, next to files that aren't Fingerpost's. Only files whose bytes differ are written, and
//! only files in the manifest are ever removed.
//!
//! Refuses, without changing anything: a folder that isn't Fingerpost's, other people's files in the way, links inside
//! the folder, paths that could leave it or that clash on some computers, folders that may not be changed, and a full
//! disk.
//!
//! The order means that a visitor never gets half a page, and that a run killed at any moment can be repaired:
//!
//! 1. `existing_output`: is the folder Fingerpost's, and what did an earlier build write there?
//! 2. For each file of the site: do its bytes differ? Then `staging` writes it to `.fingerpost-staging`.
//! 3. `paths`: are all paths safe, and can they exist next to each other?
//! 4. `plan`: what is stale, is anything in the way, may the folders be changed? Nothing has been moved so far.
//! 5. Moves a manifest of old and new paths, marked unfinished, into place.
//! 6. Merges the staged tree by renaming, removes stale files, moves the final manifest into place.
//!
//! If 5 or 6 fail, `old_files` puts back what was there: until the end, the staging folder has a second path of every file
//! that is replaced or removed. A run killed before 5 has changed nothing. After 5, the next run owns everything it may find, and compares real
//! bytes. So a power cut is repaired as well, and nothing waits for the disk to be flushed.
//!
//! Also holds the caches in the content folder: [`DiskPictureStore`], the cache of encoded pictures that rendering gets
//! from outside, and [`BuildCache`], with which a build that would change nothing or only
//! words ends early.

mod build_cache;
mod cache_folder;
mod cached_build;
mod cached_finding;
mod disk;
mod existing_output;
#[cfg(test)]
mod failing_disk;
#[cfg(test)]
mod faults;
mod findings;
mod manifest;
mod old_files;
mod paths;
mod picture_store;
mod plan;
mod publication;
mod published_school;
mod publisher;
mod refusal;
mod report_refusal;
mod staging;
mod written_file;

pub use crate::report::MANIFEST;
pub use build_cache::{BuildCache, CachedFindings, FindingsAfterEdit, LastBuild, built_from};
pub use cache_folder::file_system_time;
pub(crate) use cache_folder::folder_in_cache;
pub use existing_output::{published_bytes, published_paths};
pub use findings::PublishProblem;
pub use picture_store::DiskPictureStore;
pub use publication::{AdviceCounts, Published, PublishedFiles};
pub use publisher::Publisher;
pub use refusal::Refusal;
