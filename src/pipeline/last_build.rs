//! What is known of the last build into a folder.

use camino::Utf8Path;

use crate::publish;
use crate::read::{self, FolderChanges};
use crate::report::Findings;

/// What has changed in a content folder since the last build into an output folder. `None` if there is no site in it that was
/// built from this content by this version of the program.
pub fn changes_since_build(folder: &Utf8Path, out: &Utf8Path) -> Option<FolderChanges> {
    let built = publish::built_from(folder, out)?;
    Some(read::find(folder, Some(out), &mut Findings::default()).changes_since(&built))
}

/// The path of every file of the site in an output folder, in order. Empty if there is no site that was published completely.
pub fn published_files(out: &Utf8Path) -> Vec<String> {
    publish::published_paths(out)
}

/// The bytes of a file of the site in an output folder. `None` if it can't be read.
pub fn published_file(out: &Utf8Path, path: &str) -> Option<Vec<u8>> {
    publish::published_bytes(out, path)
}
