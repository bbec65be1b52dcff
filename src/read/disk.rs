//! The only disk access of this stage.
#![expect(clippy::disallowed_methods, reason = "this module reads content")]

use camino::Utf8Path;

use crate::read::findings::ReadProblem;

/// Reads a file of at most `limit` bytes.
pub(super) fn read(path: &Utf8Path, limit: u64) -> Result<Vec<u8>, ReadProblem> {
    let unreadable = |error: std::io::Error| ReadProblem::Unreadable { reason: reason(&error) };
    let length = std::fs::metadata(path).map_err(unreadable)?.len();
    if length > limit {
        return Err(ReadProblem::TooLarge { bytes: length, limit });
    }
    std::fs::read(path).map_err(unreadable)
}

/// True if Fingerpost built a site in this folder.
pub(super) fn is_our_output(folder: &Utf8Path) -> bool {
    folder.join(crate::report::MANIFEST).is_file()
}

/// The target of a symbolic link, if there is one.
pub(super) fn resolve(path: &Utf8Path) -> Option<camino::Utf8PathBuf> {
    path.canonicalize_utf8().ok()
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => "this account is not allowed to open it".into(),
        std::io::ErrorKind::NotFound => "it no longer exists".into(),
        _ => error.to_string(),
    }
}
