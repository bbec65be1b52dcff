//! The result of publishing.

use serde::{Deserialize, Serialize};

use crate::read::FileIndex;

/// How many findings `build` only counts and `check` prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceCounts {
    /// Should be fixed.
    pub should: usize,
    /// Could be better.
    pub could: usize,
}

/// What publishing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// New and changed files.
    pub written: usize,
    /// Files that already had the right bytes.
    pub unchanged: usize,
    /// Files of an earlier build that were removed.
    pub removed: usize,
    /// How many pages the site has.
    pub pages: usize,
    /// The size of the whole site, written or not.
    pub bytes: u64,
    /// The name on the site that was in the folder before, if it was that of another school.
    pub replaced_school: Option<String>,
    /// Every file of the site.
    pub files: PublishedFiles,
}

/// Every file of a published site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFiles {
    /// A hash of the manifest.
    pub manifest: u128,
    /// Their sizes and hashes.
    pub index: FileIndex,
}
