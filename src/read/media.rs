//! A picture, a document or a file of the theme: its bytes, held or read again when they are wanted.

use std::borrow::Cow;

use camino::{Utf8Path, Utf8PathBuf};
use xxhash_rust::xxh3::xxh3_128;

use super::{disk, limits};
use crate::read::findings::ReadProblem;
use crate::report::ContentPath;

/// Files up to this size stay in memory, in bytes. Two hundred photographs would fill it.
const SMALL: usize = 128 * 1024;

/// A file that is not content as text.
#[derive(Clone, Debug)]
pub struct Media {
    /// Its path in the content folder.
    pub path: ContentPath,
    /// Its size in bytes.
    pub size: u64,
    /// A fingerprint of its bytes: the same bytes give the same one.
    pub fingerprint: u128,
    content: Content,
}

#[derive(Clone, Debug)]
enum Content {
    Held(Vec<u8>),
    OnDisk(Utf8PathBuf),
}

impl Media {
    /// A file whose bytes stay in memory.
    pub fn held(path: ContentPath, bytes: Vec<u8>) -> Self {
        let (size, fingerprint) = (bytes.len() as u64, xxh3_128(&bytes));
        Self { path, size, fingerprint, content: Content::Held(bytes) }
    }

    /// A file of a folder, with the bytes that were read just now. Large ones are let go.
    pub(super) fn in_folder(folder: &Utf8Path, path: ContentPath, bytes: Vec<u8>) -> Self {
        if bytes.len() <= SMALL {
            return Self::held(path, bytes);
        }
        let (size, fingerprint) = (bytes.len() as u64, xxh3_128(&bytes));
        let content = Content::OnDisk(folder.join(path.as_str()));
        Self { path, size, fingerprint, content }
    }

    /// Its bytes, from memory or from the disk.
    ///
    /// # Errors
    /// It has gone from the disk, has grown too large, or may not be opened any more.
    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, ReadProblem> {
        match &self.content {
            Content::Held(bytes) => Ok(Cow::Borrowed(bytes)),
            Content::OnDisk(path) => disk::read(path, limits::kind_of(&self.path).limit()).map(Cow::Owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_files_are_held_and_large_ones_read_again() {
        let path = || ContentPath::new("media/hall.jpg");
        let folder = Utf8Path::new("/nowhere");
        let small = Media::in_folder(folder, path(), vec![1; 10]);
        assert_eq!(small.bytes().expect("held").as_ref(), [1; 10]);
        let large = Media::in_folder(folder, path(), vec![1; SMALL + 1]);
        assert_eq!(large.size, SMALL as u64 + 1);
        assert!(matches!(large.bytes(), Err(ReadProblem::Unreadable { .. })));
    }
}
