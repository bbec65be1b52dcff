//! The versions of files that somebody has opened, to compare them with later ones.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use super::open_file::{FileVersion, OpenFile};
use crate::report::ContentPath;

/// Bounds of what is kept.
const MAX_VERSIONS: usize = 200;
const MAX_BYTES: usize = 16_000_000;

/// Versions of files in memory, the last opened last.
#[derive(Debug, Default)]
pub(super) struct OpenedVersions(Mutex<VecDeque<(ContentPath, Vec<u8>)>>);

impl OpenedVersions {
    /// Keeps a version, and drops the oldest if there are too many.
    pub(super) fn add(&self, file: &OpenFile) {
        let mut versions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        versions.retain(|(path, bytes)| path != file.path() || bytes != file.bytes());
        versions.push_back((file.path().clone(), file.bytes().to_vec()));
        let bytes =
            |versions: &VecDeque<(ContentPath, Vec<u8>)>| versions.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
        while versions.len() > MAX_VERSIONS || bytes(&versions) > MAX_BYTES {
            versions.pop_front();
        }
    }

    /// The bytes of the version with this hash, if it is kept.
    pub(super) fn get(&self, path: &ContentPath, seen: FileVersion) -> Option<Vec<u8>> {
        let versions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = versions.iter().find(|(other, bytes)| other == path && FileVersion::of(bytes) == seen);
        found.map(|(_, bytes)| bytes.clone())
    }
}
