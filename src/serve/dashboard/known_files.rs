//! Which files the dashboard opens. The path of a request is only ever compared with names that are in the content folder.

use super::request::PageRequest;
use crate::programme::CONTENT_FILES;
use crate::report::ContentPath;
use crate::serve::panel::is_editable;

/// The text file with this path, if the content folder has it.
pub(super) fn known_file(request: &PageRequest, path: &str) -> Option<ContentPath> {
    let known = ContentPath::new(path);
    // Looking for one file is faster than finding all.
    if known.as_str() == path && is_editable(&known) && request.state.dashboard.content.has(&known) {
        return Some(known);
    }
    let files = crate::content_files(request.state.previews.folder());
    files.into_iter().find(|file| file.as_str() == path && is_editable(file))
}

/// The text file with this path, if the format has one of exactly this path, there or not.
pub(super) fn file_of_format(path: &str) -> Option<ContentPath> {
    let paths = CONTENT_FILES.iter().flat_map(|kind| kind.files.split(", "));
    paths.filter(|known| !known.contains(['*', '('])).find(|known| *known == path).map(ContentPath::new)
}
