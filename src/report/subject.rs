//! What a finding is about in addition to its place, so that one mistake is reported once.

use super::{ContentPath, Place};

/// Something that one finding breaks and another needs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A file of the content folder by its path; all files of a folder if the path ends with a slash.
    File(String),
    /// A file that errors mention, by its name.
    Mention(String),
    /// All that a file says, or the files of a folder if the path ends with a slash.
    Content(String),
    /// A key of the map that begins at a byte of a file.
    Key { file: ContentPath, map: usize, key: String },
    /// The line of a file that begins at a byte.
    Line { file: ContentPath, start: usize },
}

impl Subject {
    /// The file or folder of a place.
    pub fn file(place: &Place) -> Self {
        Self::File(place.path().to_string())
    }

    /// A key of the map at a place.
    pub fn key(map: &Place, key: &str) -> Self {
        Self::Key { file: map.path().clone(), map: map.span.start, key: key.to_owned() }
    }

    /// The line in which a place begins.
    pub fn line(place: &Place) -> Self {
        let before = place.source.text.get(..place.span.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self::Line { file: place.path().clone(), start }
    }
}
