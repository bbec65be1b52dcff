//! Past academic years: each folder directly below `archive/` holds the texts of a content folder as they were.

use super::{Document, Sources, document};
use crate::report::{ContentPath, Findings};

const ARCHIVE: &str = "archive/";

/// A past academic year. Mistakes in its texts are not reported, because they stay as they were.
#[derive(Debug)]
pub struct ArchivedYear {
    /// The name of its folder.
    pub name: String,
    /// Its texts, with paths from its folder. It has no media.
    pub sources: Sources,
}

/// The folder of the past year that a text is in, and its path from there. `None` for all other texts.
pub(super) fn in_archive(path: &ContentPath) -> Option<(&str, &str)> {
    path.as_str().strip_prefix(ARCHIVE)?.split_once('/')
}

/// Parses archived texts. They are sorted by path.
pub(super) fn parse(texts: Vec<(ContentPath, Vec<u8>)>) -> Vec<ArchivedYear> {
    let mut years: Vec<ArchivedYear> = Vec::new();
    for (path, bytes) in texts {
        let Some((name, path)) = in_archive(&path) else { continue };
        let text = parsed(path, bytes);
        match years.last_mut().filter(|year| year.name == name) {
            Some(year) => year.sources.documents.extend(text),
            None => {
                let sources = Sources { documents: text.into_iter().collect(), ..Sources::default() };
                years.push(ArchivedYear { name: name.to_owned(), sources });
            }
        }
    }
    years
}

fn parsed(path: &str, bytes: Vec<u8>) -> Option<Document> {
    document(ContentPath::new(path), bytes, &mut Findings::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_sorted_into_their_years_without_the_folder() {
        let text = |path: &str| (ContentPath::new(path), b"title: A".to_vec());
        let years = parse(vec![
            text("archive/2025-26/school.yaml"),
            text("archive/2026-27/events/fair.md"),
            text("archive/2026-27/school.yaml"),
        ]);
        let files = |year: &ArchivedYear| {
            let paths = year.sources.documents.iter().map(|document| document.source.path.to_string());
            (year.name.clone(), paths.collect::<Vec<_>>().join(" "))
        };
        let all: Vec<_> = years.iter().map(files).collect();
        let expected = [("2025-26", "school.yaml"), ("2026-27", "events/fair.md school.yaml")];
        assert_eq!(all, expected.map(|(name, paths)| (name.to_owned(), paths.to_owned())));
    }

    #[test]
    fn a_file_directly_in_the_archive_is_of_no_year() {
        for path in ["archive/notes.md", "archive.md", "events/archive/2026-27/fair.md"] {
            assert_eq!(in_archive(&ContentPath::new(path)), None, "{path}");
        }
        assert_eq!(in_archive(&ContentPath::new("archive/2026-27/a/b.md")), Some(("2026-27", "a/b.md")));
    }
}
