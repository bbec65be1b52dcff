//! Console sessions: what a teacher types and what the program prints. Each is a folder in `tests/cases`.

#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test reads files")]

use std::path::{Path, PathBuf};

#[test]
fn every_session_prints_what_it_records() {
    trycmd::TestCases::new().case("tests/cases/*/session.md");
}

/// A finding that no session shows is in a test of hostile input.
#[test]
fn every_finding_code_has_a_case() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let sessions = entries(&root.join("cases")).into_iter().map(|case| case.join("session.md"));
    let texts: String = sessions
        .chain(entries(&root.join("program/hostile")))
        .map(|path| std::fs::read_to_string(path).unwrap_or_default())
        .collect();
    let missing: Vec<&str> = fingerpost::explain::codes()
        .map(|code| code.as_str())
        .filter(|code| !texts.contains(&format!("[{code}]")) && !texts.contains(&format!("\"{code}\"")))
        .collect();
    assert!(missing.is_empty(), "these codes have no case: {missing:?}");
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder of tests");
    entries.map(|entry| entry.expect("a folder entry").path()).collect()
}
