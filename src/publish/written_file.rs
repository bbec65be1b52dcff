//! A file of the new site, after its bytes were compared with the old site.

use super::manifest::Stamp;
use crate::read::FileStat;

#[derive(Debug)]
pub(super) struct WrittenFile {
    pub(super) path: String,
    pub(super) stamp: Stamp,
    pub(super) state: FileState,
}

/// Where the bytes of a file are.
#[derive(Clone, Copy, Debug)]
pub(super) enum FileState {
    /// In the output folder, written by an earlier build.
    InPlace(FileStat),
    /// In the staging folder.
    Staged {
        stat: FileStat,
        /// True if the output folder has a file of somebody else with the same bytes.
        is_same: bool,
    },
    /// Nowhere, because of an error.
    Failed,
}

impl FileState {
    pub(super) fn stat(&self) -> Option<FileStat> {
        match self {
            Self::InPlace(stat) | Self::Staged { stat, .. } => Some(*stat),
            Self::Failed => None,
        }
    }
}
