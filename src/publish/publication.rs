//! What to publish, and the result.

use serde::{Deserialize, Serialize};

use crate::render::OutputFile;

/// What to publish.
#[derive(Debug)]
pub struct Publication<'a> {
    /// Every file of the site, in any order.
    pub files: &'a [OutputFile],
    /// A digest of everything that the files were built from.
    pub digest: String,
    /// True if the build had no findings except advice, which a build only counts.
    pub only_advice: bool,
    /// The advice of the build.
    pub advice: AdviceCounts,
}

/// How many findings `build` only counts and `check` prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceCounts {
    /// Should be fixed.
    pub should: usize,
    /// Could be better.
    pub could: usize,
}

/// What publishing changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// New and changed files.
    pub written: usize,
    /// Files that already had the right bytes.
    pub unchanged: usize,
    /// Files of an earlier build that were removed.
    pub removed: usize,
    /// The size of the whole site, written or not.
    pub bytes: u64,
}
