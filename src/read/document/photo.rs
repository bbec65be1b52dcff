//! Where a photograph inside a document was taken.

use crate::read::exif::{Exif, POSITION};

/// How much of a photograph has its description, in bytes.
pub(super) const HEAD: usize = 256 * 1024;

/// True for a photograph whose EXIF block has a GPS position. `bytes` may be its beginning.
pub(super) fn has_place(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let starts = memchr::memmem::find_iter(head, b"Exif\0\0").map(|at| at + 6);
    // PNG and WebP name the block in other ways.
    let others = [b"eXIf".as_slice(), b"EXIF"]
        .into_iter()
        .flat_map(|name| memchr::memmem::find_iter(head, name))
        .flat_map(|at| [at + 4, at + 8]);
    starts
        .chain(others)
        .filter_map(|start| Exif::new(head.get(start..)?))
        .any(|exif| exif.entries_at(POSITION).is_some_and(|entries| entries > 1))
}
