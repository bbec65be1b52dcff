//! Past academic years: each folder directly below `archive/` holds the texts of a content folder as they were.

use crate::report::ContentPath;

const ARCHIVE: &str = "archive/";

/// What the move to the next year has listed, next to the texts of a past year. It is for the school only.
pub const CHANGE_LIST: &str = "what-changed.csv";

/// The texts of a past year: the name of its folder, and each text with its path from there.
type YearTexts = (String, Vec<(ContentPath, Vec<u8>)>);

/// The folder of the past year that a text is in, and its path from there. `None` for all other texts.
pub(super) fn in_archive(path: &ContentPath) -> Option<(&str, &str)> {
    path.as_str().strip_prefix(ARCHIVE)?.split_once('/')
}

/// True for the list of what the move to the next year changed.
pub(super) fn is_change_list(path: &ContentPath) -> bool {
    in_archive(path).is_some_and(|(_, path)| path == CHANGE_LIST)
}

/// Archived texts by year. They are sorted by path.
pub(super) fn by_year(texts: Vec<(ContentPath, Vec<u8>)>) -> Vec<YearTexts> {
    let mut years: Vec<YearTexts> = Vec::new();
    for (path, bytes) in texts {
        let Some((name, path)) = in_archive(&path) else { continue };
        let text = (ContentPath::new(path), bytes);
        match years.last_mut().filter(|(last, _)| last == name) {
            Some((_, texts)) => texts.push(text),
            None => years.push((name.to_owned(), vec![text])),
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_sorted_into_their_years_without_the_folder() {
        let text = |path: &str| (ContentPath::new(path), Vec::new());
        let years = by_year(vec![
            text("archive/2025-26/school.yaml"),
            text("archive/2026-27/events/fair.md"),
            text("archive/2026-27/school.yaml"),
        ]);
        let paths = |(name, texts): &YearTexts| {
            let paths: Vec<String> = texts.iter().map(|(path, _)| path.to_string()).collect();
            format!("{name}: {}", paths.join(" "))
        };
        let all: Vec<String> = years.iter().map(paths).collect();
        assert_eq!(all, ["2025-26: school.yaml", "2026-27: events/fair.md school.yaml"]);
    }

    #[test]
    fn only_the_list_of_changes_is_known_among_other_files() {
        assert!(is_change_list(&ContentPath::new("archive/2026-27/what-changed.csv")));
        for path in ["archive/what-changed.csv", "what-changed.csv", "archive/2026-27/events/what-changed.csv"] {
            assert!(!is_change_list(&ContentPath::new(path)), "{path}");
        }
    }

    #[test]
    fn a_file_directly_in_the_archive_is_of_no_year() {
        for path in ["archive/notes.md", "archive.md", "events/archive/2026-27/fair.md"] {
            assert_eq!(in_archive(&ContentPath::new(path)), None, "{path}");
        }
        assert_eq!(in_archive(&ContentPath::new("archive/2026-27/a/b.md")), Some(("2026-27", "a/b.md")));
    }
}
