//! Finds the files of a content folder.
//!
//! Returns relative paths in a fixed order. Skips hidden files, leftovers of editors and systems, and sites
//! that Fingerpost built there. Reports names that a web host can't serve.

use std::collections::HashMap;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntry, WalkDir};

use super::{disk, limits};
use crate::read::findings::ReadProblem;
use crate::report::{ContentPath, Findings, Place};

/// Names that Windows reserves, with any extension.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

pub(super) fn walk(folder: &Utf8Path, output: Option<&Utf8Path>, findings: &mut Findings) -> Vec<ContentPath> {
    let Some(root) = disk::resolve(folder).filter(|root| root.is_dir()) else {
        findings.add(ReadProblem::NoFolder, Place::of_file("."));
        return Vec::new();
    };
    let output = output.and_then(disk::resolve);
    let mut seen: HashMap<String, ContentPath> = HashMap::new();
    let mut paths = Vec::new();
    let is_content =
        |entry: &DirEntry| entry.depth() == 0 || !(is_leftover(entry) || is_output(entry, output.as_deref()));
    let mut walker = WalkDir::new(&root).sort_by_file_name().into_iter().filter_entry(is_content);
    while let Some(entry) = walker.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                findings.add(ReadProblem::Unreadable { reason: error.to_string() }, place_of_error(&root, &error));
                continue;
            }
        };
        match accept(&root, &entry, findings) {
            Entry::File(path) => {
                if let Some(other) = seen.insert(path.as_str().to_lowercase(), path.clone()) {
                    let place = Place::of_file(path.as_str());
                    findings.add(ReadProblem::NamesDifferInCase { other: other.to_string() }, place);
                }
                paths.push(path);
            }
            Entry::Skip => {}
            Entry::SkipFolder => walker.skip_current_dir(),
        }
        if paths.len() > limits::MAX_FILES {
            findings.add(
                ReadProblem::TooMany { what: "files in this folder", limit: limits::MAX_FILES },
                Place::of_file("."),
            );
            break;
        }
    }
    if paths.is_empty() && findings.is_empty() {
        findings.add(ReadProblem::EmptyFolder, Place::of_file("."));
    }
    paths.sort();
    paths
}

enum Entry {
    File(ContentPath),
    Skip,
    SkipFolder,
}

fn accept(root: &Utf8Path, entry: &DirEntry, findings: &mut Findings) -> Entry {
    let Some(path) = relative(root, entry.path()) else {
        let shown = ContentPath::new(&entry.path().strip_prefix(root).unwrap_or(entry.path()).to_string_lossy());
        findings.add(
            ReadProblem::FileName { why: "it contains a character that is not Unicode" },
            Place::of_file(shown.as_str()),
        );
        return Entry::Skip;
    };
    if entry.file_type().is_dir() {
        if entry.depth() > limits::MAX_DEPTH {
            findings.add(ReadProblem::TooDeep { limit: limits::MAX_DEPTH }, Place::of_file(path.as_str()));
            return Entry::SkipFolder;
        }
        return Entry::Skip;
    }
    if let Some(why) = unusable_reason(path.file_name()) {
        findings.add(ReadProblem::FileName { why }, Place::of_file(path.as_str()));
        return Entry::Skip;
    }
    if entry.path_is_symlink() {
        return accept_link(root, path, findings);
    }
    if entry.file_type().is_file() {
        return Entry::File(path);
    }
    let reason = "it is not an ordinary file".to_owned();
    findings.add(ReadProblem::Unreadable { reason }, Place::of_file(path.as_str()));
    Entry::Skip
}

/// A link to a file inside the folder counts as that file. A link to a folder inside is skipped, because its
/// files are read where they are. All other links are reported and not followed.
fn accept_link(root: &Utf8Path, path: ContentPath, findings: &mut Findings) -> Entry {
    match disk::resolve(&root.join(path.as_str())) {
        Some(target) if target.starts_with(root) => {
            if target.is_file() {
                Entry::File(path)
            } else {
                Entry::Skip
            }
        }
        Some(target) => {
            let target = target.file_name().unwrap_or("elsewhere").to_owned();
            findings.add(ReadProblem::LinkLeavesFolder { target }, Place::of_file(path.as_str()));
            Entry::Skip
        }
        None => {
            let reason = "it is a link to something that does not exist".to_owned();
            findings.add(ReadProblem::Unreadable { reason }, Place::of_file(path.as_str()));
            Entry::Skip
        }
    }
}

fn relative(root: &Utf8Path, path: &std::path::Path) -> Option<ContentPath> {
    let path = Utf8PathBuf::from_path_buf(path.to_path_buf()).ok()?;
    let relative = path.strip_prefix(root).ok()?;
    Some(ContentPath::new(relative.as_str()))
}

fn place_of_error(root: &Utf8Path, error: &walkdir::Error) -> Place {
    let path = error.path().and_then(|path| path.strip_prefix(root).ok());
    Place::of_file(path.map_or_else(|| ".".into(), |path| path.to_string_lossy()).as_ref())
}

fn is_output(entry: &DirEntry, output: Option<&Utf8Path>) -> bool {
    let Some(path) = Utf8Path::from_path(entry.path()) else { return false };
    entry.file_type().is_dir() && (output == Some(path) || disk::is_our_output(path))
}

/// Hidden files, and leftovers of editors, office programs and systems.
fn is_leftover(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy().to_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.starts_with('#')
        || name.ends_with('~')
        || [".swp", ".swo", ".bak", ".tmp", ".orig", ".lnk"].iter().any(|extension| name.ends_with(extension))
        || ["thumbs.db", "desktop.ini", "__macosx", "readme.md", "license", "readme.txt"].contains(&name.as_str())
}

fn unusable_reason(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or(name).to_lowercase();
    if RESERVED.contains(&stem.as_str()) {
        Some("Windows reserves it")
    } else if name.ends_with([' ', '.']) || name.starts_with(' ') {
        Some("it begins or ends with a space or a full stop")
    } else if name.contains(['<', '>', ':', '"', '|', '?', '*', '\\', '#', '%']) || name.chars().any(char::is_control) {
        Some("it contains a character that web addresses or Windows do not allow")
    } else if !stem.chars().any(char::is_alphanumeric) {
        Some("it has no letter or digit")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::unusable_reason;

    #[test]
    fn names_that_windows_or_the_web_cannot_use_are_refused() {
        for name in ["CON.md", "nul", "com1.yaml", "a?.md", "50%.md", "name .", "q:r.md", "tab\t.md"] {
            assert!(unusable_reason(name).is_some(), "{name}");
        }
        for name in ["console.md", "2027-03-04-careers-fair.md", "Añadir.md", "a b.md"] {
            assert!(unusable_reason(name).is_none(), "{name}");
        }
    }
}
