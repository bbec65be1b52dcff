//! The archive of the year that ends: its texts, as they were.

use super::row::YearRow;
use super::table::csv;
use crate::editor::{ContentChange, OpenFile};
use crate::read::CHANGE_LIST;
use crate::report::ContentPath;

/// Results stay where they are, and the archive is not archived again. Other files are not texts.
const NOT_ARCHIVED: [&str; 5] = ["evaluation", "archive", "media", "theme", "provider-access"];

/// The folder of a year, such as `archive/2026-27`.
pub(super) fn folder(label: &str) -> String {
    let name: String = label.chars().map(|ch| if ch.is_alphanumeric() { ch } else { '-' }).collect();
    format!("archive/{name}")
}

/// The list of what changes and what has to be decided, next to the old texts.
pub(super) fn list(folder: &str, rows: &[YearRow]) -> ContentChange {
    // In memory, writing does not fail.
    let bytes = csv(rows).unwrap_or_default();
    ContentChange { path: ContentPath::new(&format!("{folder}/{CHANGE_LIST}")), before: None, after: Some(bytes) }
}

/// A copy of each text of the year.
pub(super) fn copies(files: &[OpenFile], folder: &str) -> Vec<ContentChange> {
    let is_archived = |file: &&OpenFile| !NOT_ARCHIVED.contains(&file.path().top_folder());
    let copy = |file: &OpenFile| ContentChange {
        path: ContentPath::new(&format!("{folder}/{}", file.path())),
        before: None,
        after: Some(file.bytes().to_vec()),
    };
    files.iter().filter(is_archived).map(copy).collect()
}
