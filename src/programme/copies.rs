//! Copies that OneDrive, Windows, browsers and Notepad make of a text, found by their names.

use std::collections::HashSet;

use crate::report::ContentPath;

/// The shortest name of a computer that OneDrive may add to a file's name, unless it is a usual one.
const MIN_COMPUTER_NAME: usize = 6;

/// The file that another is a copy of, if that file is there.
pub(super) fn original_of<'a>(path: &ContentPath, all: &HashSet<&'a str>) -> Option<&'a str> {
    let name = path.file_name();
    let without_txt = name.strip_suffix(".txt").filter(|name| name.ends_with(".md") || name.ends_with(".yaml"));
    let extension = path.extension();
    let is_text = ["md", "yaml", "yml"].contains(&extension.as_str());
    let stems = || original_stems(path.stem()).into_iter().map(|stem| format!("{stem}.{extension}"));
    let names = without_txt.map(str::to_owned).into_iter().chain(stems().filter(|_| is_text));
    let in_folder = |name: String| {
        let original = if path.folder().is_empty() { name } else { format!("{}/{name}", path.folder()) };
        all.get(original.as_str()).copied()
    };
    names.into_iter().find_map(in_folder)
}

/// `team.yaml` of `team (1).yaml`.
pub(super) fn without_copy_mark(path: &ContentPath) -> String {
    let stem = original_stems(path.stem()).pop().unwrap_or(path.stem());
    format!("{stem}.{}", path.extension())
}

/// The names that a copy may have had.
fn original_stems(stem: &str) -> Vec<&str> {
    let mut stems = Vec::new();
    let mut stem = stem;
    while let Some(shorter) = without_mark(stem) {
        stems.push(shorter);
        stem = shorter;
    }
    let computers = stem.match_indices('-').filter_map(|(at, _)| stem.split_at_checked(at));
    stems.extend(computers.filter(|(_, name)| is_computer(name)).map(|(original, _)| original));
    stems
}

/// `year-9` of `year-9 (1)`, `year-9 - Copy`, `Copy of year-9` and `year-9 (Jo's conflicted copy)`.
fn without_mark(stem: &str) -> Option<&str> {
    if let Some(original) = stem.strip_prefix("Copy of ") {
        return Some(original);
    }
    let lower = stem.to_ascii_lowercase();
    let copy = [" - copy", " copy", "-copy", "_copy"].iter().find(|mark| lower.ends_with(**mark));
    if let Some(mark) = copy {
        return stem.get(..stem.len() - mark.len());
    }
    let (original, bracket) = stem.rsplit_once(" (").or_else(|| stem.rsplit_once('('))?;
    let inside = bracket.strip_suffix(')')?;
    let is_mark = inside.parse::<u16>().is_ok() || inside.contains("conflicted copy");
    is_mark.then_some(original.trim_end())
}

/// True for `-LAPTOP-123`: OneDrive adds the name of the computer.
fn is_computer(name: &str) -> bool {
    let name = name.trim_start_matches('-');
    let is_usual = name.starts_with("LAPTOP-") || name.starts_with("DESKTOP-") || name.ends_with("-PC");
    let is_capital = name.chars().all(|ch| ch.is_ascii_uppercase() || ch.is_ascii_digit() || ch == '-');
    let is_long = name.len() >= MIN_COMPUTER_NAME && name.contains(|ch: char| ch.is_ascii_digit());
    is_capital && (is_usual || is_long && name.contains(|ch: char| ch.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_found_by_their_names() {
        let all = HashSet::from(["programme/year-9.md", "school.yaml", "events/2027-03-04-fair.md"]);
        let original = |path: &str| original_of(&ContentPath::new(path), &all);
        for path in [
            "programme/year-9-LAPTOP-123.md",
            "programme/year-9-SCH-LT-042.md",
            "programme/year-9 (1).md",
            "programme/year-9(2).md",
            "programme/year-9 - Copy.md",
            "programme/year-9 - Copy (2).md",
            "programme/year-9 copy.md",
            "programme/Copy of year-9.md",
            "programme/year-9 (Jo's conflicted copy 2026-11-28).md",
            "programme/year-9.md.txt",
        ] {
            assert_eq!(original(path), Some("programme/year-9.md"), "{path}");
        }
        assert_eq!(original("school-DESKTOP-A1.yaml"), Some("school.yaml"));
        for path in [
            "programme/year-9.md",
            "programme/year-8 (1).md",
            "pages/year-9 (1).md",
            "events/2027-03-04-fair-STEM.md",
            "events/2027-03-04-fair-KS3.md",
            "programme/year-9-options.md",
        ] {
            assert_eq!(original(path), None, "{path}");
        }
    }
}
