//! The accessibility statement claims only what was checked.

use std::fs;

use crate::common::{facts, folder, text_of, today};
use camino::Utf8Path;

/// The text of the statement of a content folder.
fn statement(content: &Utf8Path) -> String {
    let made = fingerpost::build_in_memory(content, facts(), today(), &mut Default::default()).expect("a site");
    let page = made.files.iter().find(|file| file.path == "accessibility.html").expect("the statement");
    text_of(std::str::from_utf8(&page.bytes).expect("UTF-8"))
}

/// Runs a check on a copy of a content folder, with lines added to the end of its `school.yaml`.
fn with_lines(case: &str, lines: &str, check: impl FnOnce(&Utf8Path)) {
    let copy = tempfile::tempdir().expect("a folder");
    let root = Utf8Path::from_path(copy.path()).expect("Unicode");
    let from = folder(case);
    for entry in walkdir::WalkDir::new(&from) {
        let entry = entry.expect("an entry");
        let to = root.join(entry.path().strip_prefix(&from).expect("inside").to_str().expect("Unicode"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).expect("a folder is made");
        } else {
            fs::copy(entry.path(), to).expect("a file is copied");
        }
    }
    let school = fs::read_to_string(root.join("school.yaml")).expect("the school");
    fs::write(root.join("school.yaml"), school.trim_end().to_owned() + "\n" + lines).expect("it is written");
    check(root);
}

/// The statement describes the tests of the theme: each of its lines names a test module, and the version is that of
/// the checker used.
#[test]
fn the_stated_theme_tests_are_in_this_repository() {
    let tests = &facts().theme_tests;
    let package = fs::read_to_string(folder("tests/browser/package.json")).expect("the tools");
    let checker = format!("\"{}\": \"{}\"", tests.checker, tests.checker_version);
    assert!(package.contains(&checker), "tests/browser/package.json has no {checker}");
    let driver = fs::read_to_string(folder("tests/browser/driver.rs")).expect("what starts the browser");
    let installs = format!("install_from_debian(&[\"{}-driver\"", tests.browser.to_lowercase());
    assert!(driver.contains(&installs), "tests/browser/driver.rs does not install the driver of {}", tests.browser);
    let main = fs::read_to_string(folder("tests/browser/main.rs")).expect("the list of test modules");
    for test in &tests.tests {
        assert!(main.contains(&format!("mod {};", test.checked_by)), "no test module for: {}", test.what);
    }
}

#[test]
fn the_statement_lists_every_rule_applied() {
    let sources = fingerpost::read::read(&folder("content-example"), None, &mut Default::default());
    let programme =
        fingerpost::programme::load(&sources, facts(), today(), &mut Default::default()).expect("a programme");
    let figures = fingerpost::programme::disclosure::PublishedFigures::new(&programme);
    let input = fingerpost::check::RuleInput::new(&sources, (&programme, &figures), facts(), today());
    let (report, _) = fingerpost::check::check(&input, &mut fingerpost::report::Findings::default());
    let applied = report.audit.rules.len();
    let page = statement(&folder("content-example"));
    let rules =
        page.split("for anything that breaks these rules:").nth(1).and_then(|rest| rest.split("It found").next());
    assert_eq!(rules.expect("the rules").matches('.').count(), applied);
}

#[test]
fn the_statement_lists_faults_found_in_documents() {
    let page = statement(&folder("tests/cases/documents/session.in/careers"));
    assert!(page.contains("Documents are hard to use with a screen reader"), "{page}");
    assert!(page.contains("Booklet (PDF"), "{page}");
    assert!(page.contains("1.3.1 Info and relationships (level A)"), "{page}");
    // No page links to it, so it is not published.
    assert!(!page.contains("Last year"), "{page}");
}

#[test]
fn compliance_is_only_claimed_after_a_check() {
    let case = "tests/cases/reading-age/session.in/careers";
    let unchecked = statement(&folder(case));
    assert!(unchecked.contains("We have not yet assessed how far this website complies"), "{unchecked}");
    assert!(unchecked.contains("Nobody has checked this website by hand yet."), "{unchecked}");
    with_lines(case, "  status: full\n", |content| {
        let page = statement(content);
        assert!(page.contains("We have not yet assessed") && !page.contains("fully compliant"), "{page}");
    });
    let checked = "  status: full\n  checked-on: 2026-11-16\n  checked-by: The SENDCo\n";
    with_lines(case, checked, |content| {
        let page = statement(content);
        assert!(page.contains("This website is fully compliant"), "{page}");
        assert!(page.contains("The SENDCo confirmed this on 16 November 2026"), "{page}");
    });
    with_lines(case, &format!("{checked}  known-problems: [The map has no text]\n"), |content| {
        let page = statement(content);
        assert!(page.contains("partially compliant") && !page.contains("fully compliant"), "{page}");
    });
}

#[test]
fn the_law_is_named_for_institutions_it_binds() {
    for (content, binds) in [
        ("content-example", true),
        ("tests/fixtures/college", true),
        ("tests/cases/reading-age/session.in/careers", false),
    ] {
        let page = statement(&folder(content));
        assert_eq!(page.contains("Enforcement procedure"), binds, "{content}");
        assert_eq!(page.contains("Accessibility Regulations 2018"), binds, "{content}");
    }
}

#[test]
fn a_changed_theme_is_not_described_as_tested() {
    with_lines("tests/cases/reading-age/session.in/careers", "", |content| {
        fs::create_dir_all(content.join("theme/style")).expect("a folder is made");
        fs::write(content.join("theme/style/10-tokens.css"), ":root { --ink: #999; }").expect("it is written");
        let page = statement(content);
        assert!(page.contains("We have changed parts of the design") && !page.contains("axe-core"), "{page}");
    });
}
