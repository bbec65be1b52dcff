//! A picture, a document or a theme file: its bytes, in memory or read again when needed.

use std::borrow::Cow;

use camino::{Utf8Path, Utf8PathBuf};
use xxhash_rust::xxh3::xxh3_128;

use super::{disk, limits};
use crate::read::findings::ReadProblem;
use crate::report::ContentPath;

/// Files up to this size stay in memory, in bytes. Two hundred photographs would fill it.
const MAX_IN_MEMORY: usize = 128 * 1024;

/// A file that is not a content text.
#[derive(Clone, Debug)]
pub struct Media {
    /// Its path in the content folder.
    pub path: ContentPath,
    /// Its size in bytes.
    pub size: u64,
    /// A hash of its bytes.
    pub fingerprint: u128,
    content: MediaBytes,
}

#[derive(Clone, Debug)]
enum MediaBytes {
    InMemory(Vec<u8>),
    OnDisk(Utf8PathBuf),
}

impl Media {
    /// A file whose bytes stay in memory.
    pub fn in_memory(path: ContentPath, bytes: Vec<u8>) -> Self {
        let (size, fingerprint) = (bytes.len() as u64, xxh3_128(&bytes));
        Self { path, size, fingerprint, content: MediaBytes::InMemory(bytes) }
    }

    /// A file of a folder with its bytes, which are dropped if they are large.
    pub(super) fn in_folder(folder: &Utf8Path, path: ContentPath, bytes: Vec<u8>) -> Self {
        if bytes.len() <= MAX_IN_MEMORY {
            return Self::in_memory(path, bytes);
        }
        let (size, fingerprint) = (bytes.len() as u64, xxh3_128(&bytes));
        let content = MediaBytes::OnDisk(folder.join(path.as_str()));
        Self { path, size, fingerprint, content }
    }

    /// Its bytes, from memory or from the disk.
    ///
    /// # Errors
    /// If it was removed, has grown too large, or may no longer be opened.
    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, ReadProblem> {
        match &self.content {
            MediaBytes::InMemory(bytes) => Ok(Cow::Borrowed(bytes)),
            MediaBytes::OnDisk(path) => disk::read(path, limits::kind_of(&self.path).max_bytes()).map(Cow::Owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_files_stay_in_memory_and_large_ones_are_read_again() {
        let path = || ContentPath::new("media/hall.jpg");
        let folder = Utf8Path::new("/nowhere");
        let small = Media::in_folder(folder, path(), vec![1; 10]);
        assert_eq!(small.bytes().expect("in memory").as_ref(), [1; 10]);
        let large = Media::in_folder(folder, path(), vec![1; MAX_IN_MEMORY + 1]);
        assert_eq!(large.size, MAX_IN_MEMORY as u64 + 1);
        assert!(matches!(large.bytes(), Err(ReadProblem::Unreadable { .. })));
    }
}
