//! Paths as people and other programs write them.

use camino::{Utf8Path, Utf8PathBuf};

/// The path from the root.
pub fn plain_path(path: &Utf8Path) -> Utf8PathBuf {
    // Without links a path begins with `\\?\` on Windows, or with the name of the server in place of the letter of its
    // drive. Many programs can't open these.
    let full = if cfg!(windows) { camino::absolute_utf8(path) } else { path.canonicalize_utf8() };
    full.unwrap_or_else(|_| path.to_owned())
}
