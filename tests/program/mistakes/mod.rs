//! The mistakes of a careers leader's first hour: each gets one message, which names the fault and a way to put it right.

mod consequences;
mod dates;
mod files;
mod links;
mod words;
mod yaml;

use std::fs;
use std::sync::LazyLock;

use camino::Utf8Path;
use fingerpost::programme::Kind;
use fingerpost::report::{Finding, Findings};
use fingerpost::scaffold::{NewFile, NewSite, scaffold};
use jiff::civil::{Date, date};

use crate::common::facts;

pub(super) const TODAY: Date = date(2026, 11, 28);

/// A new academy in a temporary folder, to make mistakes in.
pub(super) struct School {
    folder: tempfile::TempDir,
    /// What is found before any mistake.
    before: &'static [Finding],
}

/// The files of a new academy, and what is found in them. All tests of this run begin with them.
static NEW_ACADEMY: LazyLock<(Vec<NewFile>, Vec<Finding>)> = LazyLock::new(|| {
    let files = scaffold(&NewSite::new("Ridgeway School", Kind::Academy, TODAY), facts()).expect("a site");
    let findings = School::with(&files, &[]).all();
    (files, findings)
});

impl School {
    pub(super) fn new() -> Self {
        let (files, before) = &*NEW_ACADEMY;
        Self::with(files, before)
    }

    fn with(files: &[NewFile], before: &'static [Finding]) -> Self {
        let school = Self { folder: tempfile::tempdir().expect("a folder"), before };
        for file in files {
            school.add(&file.path, &file.text);
        }
        school
    }

    pub(super) fn path(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).expect("a plain path")
    }

    /// Writes a file, also over another.
    pub(super) fn add(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("written");
        self
    }

    /// An event with these lines besides its title.
    pub(super) fn event(&self, path: &str, lines: &str) -> &Self {
        self.add(path, format!("---\ntitle: Careers fair\n{lines}---\n\nCome along.\n"))
    }

    /// Replaces the first of a text in a file.
    pub(super) fn change(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = fs::read_to_string(self.path().join(path)).expect("a text");
        assert!(text.contains(from), "{path} has no {from}: {text}");
        self.add(path, text.replacen(from, to, 1))
    }

    fn all(&self) -> Vec<Finding> {
        let mut findings = Findings::default();
        fingerpost::build_in_memory(self.path(), facts(), TODAY, &mut findings);
        findings.sorted()
    }

    /// What is found and was not before, except advice: the place, the code, the message and the help.
    pub(super) fn found(&self) -> Vec<String> {
        let is_same = |a: &Finding, b: &Finding| {
            (a.code, a.place.path(), a.place.span.start) == (b.code, b.place.path(), b.place.span.start)
        };
        let is_old =
            |finding: &Finding| self.before.iter().any(|old| old.message == finding.message || is_same(old, finding));
        let is_new = |finding: &Finding| !finding.is_advice && !is_old(finding);
        self.all().iter().filter(|finding| is_new(finding)).map(line).collect()
    }
}

fn line(finding: &Finding) -> String {
    let place = &finding.place;
    let line = if place.is_whole_file() { String::new() } else { format!(":{}", place.positions().0.line) };
    format!("{}{line}: [{}] {}. {}", place.path(), finding.code, finding.message, finding.help)
}

/// Asserts that exactly these are found, each by the start of its line and words in it.
#[track_caller]
pub(super) fn assert_found(school: &School, expected: &[&[&str]]) {
    let found = school.found();
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (line, words) in found.iter().zip(expected) {
        for word in *words {
            assert!(line.contains(word), "`{word}` is not in: {line}");
        }
    }
}
