//! The place of a finding: a file and a span of bytes in its text.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use super::position::{Position, PositionFinder};

/// A path inside the content folder, relative, with `/` on every system.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentPath(Arc<str>);

impl ContentPath {
    /// Takes a relative path with `/` or `\` as its separator.
    pub fn new(path: &str) -> Self {
        Self(path.replace('\\', "/").into())
    }

    /// The path, such as `events/2027-03-04-careers-fair.md`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file's name with its extension.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The file's name without its extension.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The extension in lower case, without the dot; empty if there is none.
    pub fn extension(&self) -> String {
        self.file_name().rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_lowercase())
    }

    /// The first folder of the path; the file's name for a file at the top.
    pub fn top_folder(&self) -> &str {
        self.0.split('/').next().unwrap_or(&self.0)
    }

    /// The folder, without a closing slash; empty for a file at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Resolves a path that is written in this file: from its folder, or from the top after a slash. `None` if it leaves the
    /// content folder.
    pub fn resolve(&self, written: &str) -> Option<Self> {
        let folder = if written.starts_with('/') { "" } else { self.folder() };
        let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in written.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Some(Self(parts.join("/").into()))
    }
}

impl Borrow<str> for ContentPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ContentPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ContentPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl Serialize for ContentPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A file's path and text. Clones share the text.
#[derive(Clone, Debug, Eq)]
pub struct Source {
    /// The path in the content folder.
    pub path: ContentPath,
    /// Its complete text, including the front matter. Empty if it is not a text file.
    pub text: Arc<str>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        // Findings are compared with each other, and most of a file share its text.
        self.path == other.path && (Arc::ptr_eq(&self.text, &other.text) || self.text == other.text)
    }
}

impl Source {
    /// A file of which only the path is known: missing, unreadable, or not text.
    pub fn without_text(path: ContentPath) -> Self {
        Self { path, text: "".into() }
    }

    /// The place of a span of bytes in this file, of whole characters: a parser of others may end inside one.
    pub fn place(&self, span: Range<usize>) -> Place {
        let is_inside = span.start <= span.end && span.end <= self.text.len();
        let whole = || self.text.floor_char_boundary(span.start)..self.text.ceil_char_boundary(span.end);
        let span = if is_inside { whole() } else { span };
        Place { source: self.clone(), span, location: FileLocation::InContent }
    }

    pub fn whole_file(&self) -> Place {
        self.place(0..0)
    }
}

/// A span of bytes in a file. An empty span at the start means the file as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub source: Source,
    /// In bytes of the file's text.
    pub span: Range<usize>,
    /// Where the file is, or should be.
    pub location: FileLocation,
}

/// Where the file of a place is, or should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileLocation {
    InContent,
    /// It is still to be created in the content folder.
    ToCreate,
    /// In the output folder.
    InOutput,
}

impl Place {
    /// A file or folder of which only the path is known.
    pub fn of_file(path: &str) -> Self {
        Source::without_text(ContentPath::new(path)).whole_file()
    }

    /// The first character.
    pub fn start(&self) -> Self {
        self.source.place(self.span.start..self.span.start + 1)
    }

    /// The output folder or a file in it.
    pub fn of_output(path: &str) -> Self {
        Self { location: FileLocation::InOutput, ..Self::of_file(path) }
    }

    /// A file that is still to be created.
    pub fn to_create(path: &str) -> Self {
        Self { location: FileLocation::ToCreate, ..Self::of_file(path) }
    }

    pub fn path(&self) -> &ContentPath {
        &self.source.path
    }

    /// True if it means the file as a whole.
    pub fn is_whole_file(&self) -> bool {
        self.span == (0..0)
    }

    /// Where the span starts and ends.
    pub fn positions(&self) -> (Position, Position) {
        self.positions_with(&mut PositionFinder::default())
    }

    /// The same, with what is known from earlier searches.
    pub(super) fn positions_with(&self, finder: &mut PositionFinder) -> (Position, Position) {
        finder.find(&self.source.text, &self.span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_of_whole_characters() {
        let source = Source { path: ContentPath::new("theme/strings/en.ftl"), text: "ed🎓ition".into() };
        assert_eq!(source.place(2..3).span, 2..6);
        assert_eq!(source.place(3..7).span, 2..7);
        assert_eq!(source.place(0..2).span, 0..2);
        // Of a file whose text is not known.
        assert_eq!(Source::without_text(ContentPath::new("a.md")).place(4..9).span, 4..9);
    }

    #[test]
    fn paths_in_files_are_resolved_and_never_leave_the_folder() {
        let resolve =
            |from: &str, written: &str| ContentPath::new(from).resolve(written).map(|path| path.as_str().to_owned());
        assert_eq!(resolve("pages/a.md", "../programme/year-9.md").as_deref(), Some("programme/year-9.md"));
        assert_eq!(resolve("pages/a.md", "/team.yaml").as_deref(), Some("team.yaml"));
        assert_eq!(resolve("a.md", "./team.yaml").as_deref(), Some("team.yaml"));
        assert_eq!(resolve("pages/a.md", "../../etc/passwd"), None);
    }

    proptest::proptest! {
        #[test]
        fn a_resolved_path_is_always_inside(from in "([a-z]{1,4}/){0,3}[a-z]{1,4}", written in "[a-z/.\\\\%2e]{0,24}") {
            if let Some(path) = ContentPath::new(&from).resolve(&written) {
                proptest::prop_assert!(!path.as_str().starts_with('/'));
                proptest::prop_assert!(path.as_str().split('/').all(|part| part != ".."));
            }
        }
    }

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let source = Source { path: ContentPath::new("a.md"), text: "é: 1\r\nb: two\n".into() };
        let (start, end) = source.place(10..13).positions();
        assert_eq!((start.line, start.column), (2, 4));
        assert_eq!((end.line, end.column), (2, 7));
    }

    #[test]
    fn backslashes_become_slashes_and_paths_split_into_parts() {
        let path = ContentPath::new(r"events\2027-03-04-fair.MD");
        assert_eq!(path.as_str(), "events/2027-03-04-fair.MD");
        assert_eq!((path.folder(), path.stem(), path.extension().as_str()), ("events", "2027-03-04-fair", "md"));
    }
}
