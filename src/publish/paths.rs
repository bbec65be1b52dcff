//! Checks that all paths are safe and don't clash.
//!
//! Takes the paths of all files. Returns them sorted, with their folders. Refuses paths that could leave the output
//! folder, and paths that clash here or on a computer that ignores case.

use std::collections::{BTreeSet, HashMap};

use super::refusal::Refusal;
use crate::read::is_windows_device;
use crate::report::MANIFEST;

/// The folder in an output folder for files that aren't in place yet.
pub(super) const STAGING: &str = ".fingerpost-staging";

/// All files of a publication, with safe paths and without clashes.
#[derive(Debug)]
pub(super) struct OutputLayout<'a> {
    files: Vec<&'a str>,
    folders: BTreeSet<&'a str>,
    taken: HashMap<String, Taken<'a>>,
}

/// A path in use by a file or folder.
#[derive(Clone, Copy, Debug)]
struct Taken<'a> {
    spelling: &'a str,
    is_folder: bool,
}

impl<'a> OutputLayout<'a> {
    /// Takes sorted paths.
    pub(super) fn new(files: Vec<&'a str>) -> Result<Self, Refusal> {
        let taken = HashMap::with_capacity(files.len());
        let mut layout = Self { taken, files: Vec::new(), folders: BTreeSet::new() };
        for &path in &files {
            if !is_safe(path) {
                return Err(Refusal::UnsafePath { path: path.into() });
            }
            for folder in folders_of(path) {
                if !layout.folders.insert(folder) {
                    break; // its parents are known as well
                }
                layout.take(Taken { spelling: folder, is_folder: true })?;
            }
            layout.take(Taken { spelling: path, is_folder: false })?;
        }
        layout.files = files;
        Ok(layout)
    }

    /// All folders, sorted.
    pub(super) fn folders(&self) -> &BTreeSet<&'a str> {
        &self.folders
    }

    /// True if a file has exactly this path.
    pub(super) fn has_file(&self, path: &str) -> bool {
        self.files.binary_search(&path).is_ok()
    }

    /// True if a file at this path would block one of the new files.
    pub(super) fn is_blocked_by(&self, path: &str) -> bool {
        let is_file = |folder| self.taken.get(&fold(folder)).is_some_and(|taken| !taken.is_folder);
        self.taken.contains_key(&fold(path)) || folders_of(path).any(is_file)
    }

    fn take(&mut self, new: Taken<'a>) -> Result<(), Refusal> {
        match self.taken.insert(fold(new.spelling), new) {
            None => Ok(()),
            Some(old) => Err(Refusal::Clash { path: new.spelling.into(), other: old.spelling.into() }),
        }
    }
}

/// Equal for paths that differ only in case.
pub(super) fn fold(path: &str) -> String {
    path.to_lowercase()
}

/// The parent folders of a path, nearest first.
pub(super) fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    let above = |path: &'_ str| path.rfind('/').and_then(|slash| path.get(..slash).map(str::len));
    std::iter::successors(above(path), move |&end| path.get(..end).and_then(above)).filter_map(|end| path.get(..end))
}

/// True if a path stays inside the output folder on every operating system.
pub(super) fn is_safe(path: &str) -> bool {
    path.split('/').all(is_safe_name) && path.split('/').next().is_some_and(|first| !is_reserved(first))
}

fn is_safe_name(name: &str) -> bool {
    let is_odd = |ch: char| ch.is_control() || matches!(ch, '\\' | ':');
    // Windows drops trailing dots and spaces; this also covers `.` and `..`. Git can be configured to run files in
    // `.git`.
    let is_special = name.eq_ignore_ascii_case(".git") || is_windows_device(name);
    !name.is_empty() && !name.contains(is_odd) && !name.ends_with(['.', ' ']) && !is_special
}

fn is_reserved(name: &str) -> bool {
    [MANIFEST, STAGING].iter().any(|reserved| name.eq_ignore_ascii_case(reserved))
}

#[cfg(test)]
mod tests {
    use super::{OutputLayout, Refusal, folders_of, is_safe};

    fn clash(paths: &[&str]) -> Option<(String, String)> {
        let mut paths = paths.to_vec();
        paths.sort_unstable();
        match OutputLayout::new(paths) {
            Ok(_) => None,
            Err(Refusal::Clash { path, other }) => Some((path.into(), other.into())),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn safe_paths_stay_inside() {
        for path in [
            "index.html",
            "pupils/year-7.html",
            ".nojekyll",
            "a/b/c/d.txt",
            "événements/é.html",
            "..a/b..c",
            "events/console.html",
            "nullable",
        ] {
            assert!(is_safe(path), "{path}");
        }
    }

    #[test]
    fn unsafe_paths_are_rejected() {
        for path in [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../a",
            "a/../b",
            "a/..",
            ".",
            "./a",
            "a//b",
            "a/",
            "a\\b",
            "\\\\server\\a",
            "C:/a",
            "C:a",
            "a:stream",
            "a\0b",
            "a\nb",
            "a.",
            "a /b",
            "...",
            ".git/config",
            "a/.GIT/hooks/x",
            ".fingerpost-manifest.json",
            ".Fingerpost-Staging/a",
            ".fingerpost-staging",
            "nul",
            "events/con.html",
            "aux/a.html",
            "COM1.tar.gz",
        ] {
            assert!(!is_safe(path), "{path:?}");
        }
    }

    #[test]
    fn parents_are_nearest_first() {
        assert_eq!(folders_of("a/b/c.html").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(folders_of("c.html").count(), 0);
    }

    #[test]
    fn paths_that_differ_only_in_case_clash() {
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(clash(&["a.html", "b/a.html", "b/c.html", "b/d/e.html"]), None);
        assert_eq!(clash(&["a.html", "A.html"]), pair("a.html", "A.html"));
        assert_eq!(clash(&["É.html", "é.html"]), pair("é.html", "É.html"));
        assert_eq!(clash(&["B/a.html", "b/c.html"]), pair("b", "B"));
        assert_eq!(clash(&["a", "a"]), pair("a", "a"));
        assert_eq!(clash(&["a/b", "a"]), pair("a/b", "a").and(pair("a", "a")));
        assert_eq!(clash(&["A", "a/b"]), pair("a", "A"));
    }
}
