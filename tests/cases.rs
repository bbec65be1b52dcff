//! Console sessions: what a teacher did, and what the program says. Each lies in `tests/cases`.

#![expect(clippy::disallowed_methods, reason = "a test reads files")]

#[test]
fn every_session_says_what_it_should() {
    trycmd::TestCases::new().case("tests/cases/*/session.md");
}

/// Every finding code has a session above, or a test of hostile input that asks for it.
#[test]
fn every_finding_code_has_a_case() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut told = std::fs::read_to_string(root.join("program/hostile.rs")).expect("the hostile inputs");
    for case in std::fs::read_dir(root.join("cases")).expect("the cases") {
        told.push_str(&std::fs::read_to_string(case.expect("a case").path().join("session.md")).unwrap_or_default());
    }
    let missing: Vec<&str> = fingerpost::report::Code::ALL
        .iter()
        .map(|code| code.word())
        .filter(|code| !told.contains(&format!("[{code}]")) && !told.contains(&format!("\"{code}\"")))
        .collect();
    assert!(missing.is_empty(), "no case tells {missing:?}");
}
