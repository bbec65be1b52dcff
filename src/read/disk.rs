//! The one door to the disk of this stage.
#![expect(clippy::disallowed_methods, reason = "reading content is what this room is for")]

use camino::Utf8Path;

use crate::read::findings::ReadProblem;

/// A file's bytes, or why not. Never reads more than `limit` bytes.
pub(super) fn read(path: &Utf8Path, limit: u64) -> Result<Vec<u8>, ReadProblem> {
    let unreadable = |error: std::io::Error| ReadProblem::Unreadable { reason: plain(&error) };
    let length = std::fs::metadata(path).map_err(unreadable)?.len();
    if length > limit {
        return Err(ReadProblem::TooLarge { bytes: length, limit });
    }
    std::fs::read(path).map_err(unreadable)
}

/// True if this folder holds a site that we made.
pub(super) fn is_our_output(folder: &Utf8Path) -> bool {
    folder.join(crate::report::MANIFEST).is_file()
}

/// Where a symbolic link ends, if it ends anywhere.
pub(super) fn resolve(path: &Utf8Path) -> Option<camino::Utf8PathBuf> {
    path.canonicalize_utf8().ok()
}

fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => "this account may not open it".into(),
        std::io::ErrorKind::NotFound => "it has gone".into(),
        _ => error.to_string(),
    }
}
