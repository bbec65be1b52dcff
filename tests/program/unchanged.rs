//! A build after which nothing has changed prints the same findings as the build before.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::school::{SCHOOL, TEAM};

/// Windows-1252, with much that a check finds.
const PAGE: &[u8] = b"---\ntitle: Caf\xe9 talk\n---\nTHIS IS A VERY LOUD PAGE INDEED\n";

/// A folder with content that has findings of every severity but errors.
fn content() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let put = |path: &str, bytes: &[u8]| {
        let path = folder.path().join("careers").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("its folder");
        fs::write(path, bytes).expect("the file");
    };
    // The law asks more of an academy than of an independent school.
    put("school.yaml", SCHOOL.replace("independent-school", "academy").as_bytes());
    put("team.yaml", TEAM.as_bytes());
    put("pages/talk.md", PAGE);
    put("notes.md", b"No page shows this.\n");
    put("media/unused.txt", b"No page links to this.\n");
    folder
}

/// The exit code, what was printed for each finding, and the line about the whole build without its time.
fn build(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.args(["build", "careers", "--today", "2026-11-23"]).args(arguments).current_dir(folder);
    let output = command.output().expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8") + &String::from_utf8(output.stderr).expect("UTF-8");
    let is_summary = |line: &str| {
        ["Built ", "site/ is up to date", "Nothing was written"].iter().any(|start| line.starts_with(start))
    };
    let (summary, findings): (Vec<_>, Vec<_>) = text.lines().partition(|line| is_summary(line));
    (output.status.code().expect("an exit code"), findings.join("\n"), summary.concat())
}

/// What was found, from the line about the whole build.
fn counts(summary: &str) -> &str {
    summary.split_once("Found: ").expect("what was found").1
}

#[test]
fn findings_are_printed_again_word_for_word_in_every_format() {
    let folder = content();
    for format in ["full", "concise", "json", "github"] {
        let first = build(folder.path(), &["--format", format]);
        let again = build(folder.path(), &["--format", format]);
        assert!(again.2.contains("is up to date"), "{format}: {}", again.2);
        assert_eq!((first.0, again.0), (0, 0), "{format}");
        assert!(first.1.contains("careers/pages/talk.md") && first.1.contains("careers/notes.md"), "{}", first.1);
        assert_eq!(again.1, first.1, "{format}");
        assert_eq!(counts(&again.2), counts(&first.2), "{format}");
        fs::remove_dir_all(folder.path().join("site")).expect("removed");
    }
}

#[test]
fn strict_stops_with_the_same_findings_although_nothing_has_changed() {
    let (fresh, built) = (content(), content());
    build(built.path(), &[]);
    for format in ["full", "json"] {
        let expected = build(fresh.path(), &["--strict", "--format", format]);
        let again = build(built.path(), &["--strict", "--format", format]);
        assert_eq!((expected.0, again.0), (1, 1));
        assert_eq!(again.1, expected.1, "{format}");
        assert!(again.2.contains("The last site in site/ is unchanged."), "{}", again.2);
    }
    assert!(build(built.path(), &[]).2.contains("is up to date"), "a strict build changes nothing");
}

#[test]
fn a_finding_disappears_with_its_cause() {
    let folder = content();
    build(folder.path(), &[]);
    fs::remove_file(folder.path().join("careers/notes.md")).expect("removed");
    let (_, findings, summary) = build(folder.path(), &["--format", "concise"]);
    assert!(!findings.contains("notes.md") && findings.contains("talk.md"), "{findings}");
    assert!(summary.starts_with("Built "), "{summary}");
}

#[test]
fn build_that_stops_does_not_touch_the_site() {
    let folder = content();
    build(folder.path(), &[]);
    let changed = || fs::metadata(folder.path().join("site")).and_then(|site| site.modified()).expect("the site");
    let before = changed();
    fs::write(folder.path().join("careers/pages/talk.md"), "---\ntitle: [Talk\n---\n").expect("the file");
    assert_eq!(build(folder.path(), &[]).0, 1);
    assert_eq!(changed(), before, "something was staged");
}

#[test]
fn folder_named_by_mistake_stays_as_it_was() {
    let folder = TempDir::new().expect("a folder");
    let papers = folder.path().join("papers");
    fs::create_dir(&papers).expect("the folder");
    fs::write(papers.join("letter.md"), "Dear all\n").expect("the file");
    for (name, files) in [("carers", None), ("papers", Some(1))] {
        let out = folder.path().join("site");
        let program = env!("CARGO_BIN_EXE_fingerpost");
        let built = Command::new(program).arg("build").arg(folder.path().join(name)).arg("--out").arg(&out).output();
        assert!(!built.expect("the program runs").status.success(), "{name}");
        let found = fs::read_dir(folder.path().join(name)).ok().map(Iterator::count);
        assert_eq!(found, files, "{name}");
        assert!(!out.exists(), "{name}");
    }
}
