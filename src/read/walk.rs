//! Finds the files of a content folder.
//!
//! Returns relative paths in a fixed order. Skips hidden files, leftovers of editors and systems, sites that Fingerpost
//! built there, and the forms of `fingerpost audit`. Reports names that a web host can't serve.

use std::collections::HashMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::disk::{self, FoundEntry, FoundKind};
use super::file_stat::FileStat;
use super::limits::{self, SourceKind};
use crate::read::findings::ReadProblem;
use crate::report::{ContentPath, Findings, Place};

/// Names that Windows reserves, with any extension: `learn.microsoft.com/windows/win32/fileio/naming-a-file`, read on 30
/// November 2026. `com` and `lpt` have a digit, also a raised one.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// The folder of the forms for departments, which may come back with names in them. Nothing in it is read or published.
pub const AUDIT_FORMS: &str = "audit";

/// A file of the content folder.
#[derive(Clone, Debug)]
pub(super) struct FoundFile {
    pub(super) path: ContentPath,
    /// `None` if it can't be read.
    pub(super) stat: Option<FileStat>,
}

/// A walk through a content folder.
struct Walk<'a> {
    root: Utf8PathBuf,
    output: Option<Utf8PathBuf>,
    files: Vec<FoundFile>,
    findings: &'a mut Findings,
}

/// There are more files than a content folder may have.
struct TooMany;

pub(super) fn walk(folder: &Utf8Path, output: Option<&Utf8Path>, findings: &mut Findings) -> Vec<FoundFile> {
    let root = match disk::resolve(folder) {
        Ok(Some(root)) if root.is_dir() => root,
        Ok(_) => {
            findings.add(ReadProblem::NoFolder, Place::of_file("."));
            return Vec::new();
        }
        Err(problem) => {
            findings.add(problem, Place::of_file("."));
            return Vec::new();
        }
    };
    let output = output.and_then(|output| disk::resolve(output).ok().flatten());
    let mut walk = Walk { root, output, files: Vec::new(), findings };
    if walk.folder("", 0).is_err() {
        let problem = ReadProblem::TooMany { what: "files in this folder", limit: limits::MAX_FILES };
        walk.findings.add(problem, Place::of_file("."));
    }
    let Walk { mut files, findings, .. } = walk;
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    report_case_clashes(&files, findings);
    if files.is_empty() && findings.is_empty() {
        findings.add(ReadProblem::EmptyFolder, Place::of_file("."));
    }
    files
}

impl Walk<'_> {
    /// Walks through a folder, given by its path in the content folder: empty for the content folder itself.
    fn folder(&mut self, path: &str, depth: usize) -> Result<(), TooMany> {
        let mut entries = match disk::entries(&self.root.join(path)) {
            Ok(entries) => entries,
            Err(problem) => {
                self.report(problem, if path.is_empty() { "." } else { path });
                return Ok(());
            }
        };
        entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        entries.into_iter().try_for_each(|entry| self.entry(path, entry, depth + 1))
    }

    fn entry(&mut self, folder: &str, entry: FoundEntry, depth: usize) -> Result<(), TooMany> {
        let (Ok(name) | Err(name)) = &entry.name;
        if is_ignored(name) {
            return Ok(());
        }
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if entry.name.is_err() {
            self.report(ReadProblem::FileName { why: "it contains a character that is not Unicode" }, &path);
        } else if entry.kind == FoundKind::Folder {
            if self.is_output(&path) || path.eq_ignore_ascii_case(AUDIT_FORMS) {
                return Ok(());
            }
            if depth <= limits::MAX_DEPTH {
                return self.folder(&path, depth);
            }
            self.report(ReadProblem::TooDeep { limit: limits::MAX_DEPTH }, &path);
        } else if let Some(why) = unusable_reason(name) {
            self.report(ReadProblem::FileName { why }, &path);
        } else {
            match entry.kind {
                FoundKind::File => return self.add(&path, entry.stat),
                FoundKind::Link => return self.link(&path),
                _ => self.report(ReadProblem::Unreadable { reason: "it is not an ordinary file".into() }, &path),
            }
        }
        Ok(())
    }

    fn add(&mut self, path: &str, stat: Option<FileStat>) -> Result<(), TooMany> {
        self.files.push(FoundFile { path: ContentPath::new(path), stat });
        if self.files.len() > limits::MAX_FILES { Err(TooMany) } else { Ok(()) }
    }

    /// A link to a file inside the folder counts as that file. A link to a folder inside is skipped, because its
    /// files are read where they are. All other links are reported and not followed.
    fn link(&mut self, path: &str) -> Result<(), TooMany> {
        let full_path = self.root.join(path);
        match disk::resolve(&full_path) {
            Ok(Some(target)) if self.is_walked(&target) => {
                if target.is_file() {
                    return self.add(path, disk::stat(&full_path));
                }
            }
            Ok(Some(target)) => {
                let target = target.file_name().unwrap_or("elsewhere").to_owned();
                self.report(ReadProblem::LinkLeavesFolder { target }, path);
            }
            Err(problem) => self.report(problem, path),
            Ok(None) => {
                let reason = "it is a link to something that does not exist".to_owned();
                self.report(ReadProblem::Unreadable { reason }, path);
            }
        }
        Ok(())
    }

    /// True for a path in the content folder that the walk comes to. `path` is without links.
    fn is_walked(&self, path: &Utf8Path) -> bool {
        let Ok(path) = path.strip_prefix(&self.root) else { return false };
        let folders = path.ancestors().skip(1).filter(|folder| !folder.as_str().is_empty());
        !path.components().any(|part| is_ignored(part.as_str()))
            && !folders
                .map(Utf8Path::as_str)
                .any(|folder| self.is_output(folder) || folder.eq_ignore_ascii_case(AUDIT_FORMS))
    }

    /// True for the output folder of this build, and for a site that Fingerpost built.
    fn is_output(&self, path: &str) -> bool {
        let path = self.root.join(path);
        self.output.as_ref() == Some(&path) || disk::is_our_output(&path)
    }

    fn report(&mut self, problem: ReadProblem, path: &str) {
        self.findings.add(problem, Place::of_file(path));
    }
}

fn report_case_clashes(files: &[FoundFile], findings: &mut Findings) {
    let may_clash = |path: &str| {
        path.contains("--")
            || path.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii() || b" _".contains(&byte))
    };
    if !files.iter().any(|file| may_clash(file.path.as_str())) {
        return;
    }
    let mut seen: HashMap<String, &ContentPath> = HashMap::new();
    for FoundFile { path, .. } in files {
        if let Some(other) = seen.insert(comparable(path), path) {
            let is_case = other.as_str().to_lowercase() == path.as_str().to_lowercase();
            let other = other.to_string();
            let problem = if is_case {
                ReadProblem::NamesDifferInCase { other }
            } else {
                ReadProblem::NamesDifferInSpaces { other }
            };
            findings.add(problem, Place::of_file(path.as_str()));
        }
    }
}

/// What two names must not share. The names of texts become addresses, in which spaces are hyphens.
fn comparable(path: &ContentPath) -> String {
    let lower = path.as_str().to_lowercase();
    match limits::kind_of(path) {
        SourceKind::Text => lower.split([' ', '_', '-']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-"),
        _ => lower,
    }
}

/// Hidden files, leftovers of editors, office programs and systems, and what a repository has about itself.
pub(super) fn is_ignored(name: &str) -> bool {
    let ends_with = |extension: &str| {
        let start = name.len().checked_sub(extension.len());
        start.and_then(|start| name.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(extension))
    };
    let is = |other: &&str| name.eq_ignore_ascii_case(other);
    name.starts_with('.')
        || name.starts_with('#') && name.ends_with('#')
        || name.starts_with("~$")
        || name.ends_with('~')
        || [".swp", ".swo", ".bak", ".tmp", ".orig", ".lnk"].into_iter().any(ends_with)
        || ["thumbs.db", "desktop.ini", "__macosx", "readme.md", "license", "readme.txt"].iter().any(is)
}

/// True for a name that Windows reserves, with any extension.
pub fn is_windows_device(name: &str) -> bool {
    let stem = name.split(['.', ':']).next().unwrap_or(name).trim_end().to_lowercase();
    let is_number = |rest: &str| ["1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"].contains(&rest);
    DEVICES.contains(&stem.as_str())
        || NUMBERED_DEVICES.iter().any(|device| stem.strip_prefix(device).is_some_and(is_number))
}

pub(super) fn unusable_reason(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or(name);
    if is_windows_device(name) {
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
    use super::{FoundFile, is_ignored, report_case_clashes, unusable_reason};
    use crate::report::{ContentPath, Findings};

    #[test]
    fn names_between_hashes_are_of_editors() {
        assert!(is_ignored("#fair.md#") && is_ignored(".#fair.md"));
        assert!(!is_ignored("#teamwork.jpg") && unusable_reason("#teamwork.jpg").is_some());
    }

    #[test]
    fn names_that_become_the_same_address_clash() {
        let file = |path: &str| FoundFile { path: ContentPath::new(path), stat: None };
        for other in ["pages/careers--fair.md", "pages/careers_fair.md", "pages/Careers-fair.md"] {
            let mut findings = Findings::default();
            report_case_clashes(&[file("pages/careers-fair.md"), file(other)], &mut findings);
            assert_eq!(findings.sorted().len(), 1, "{other}");
        }
    }

    #[test]
    fn names_that_windows_or_the_web_cannot_use_are_refused() {
        let devices = ["CON.md", "nul", "com1.yaml", "con .md", "LPT².md", "aux.2027.md"];
        for name in devices.into_iter().chain(["a?.md", "50%.md", "name .", "q:r.md", "tab\t.md"]) {
            assert!(unusable_reason(name).is_some(), "{name}");
        }
        for name in ["console.md", "com.md", "com10.md", "com0.md", "2027-03-04-careers-fair.md", "Añadir.md", "a b.md"]
        {
            assert!(unusable_reason(name).is_none(), "{name}");
        }
    }
}
