//! Files with personal data are never published.

use camino::Utf8PathBuf;
use fingerpost::read;
use fingerpost::render::OutputFile;
use fingerpost::report::Severity;
use jiff::civil::date;

/// The site of the case in which pages and policies link to sheets with names.
fn site() -> Vec<OutputFile> {
    let folder = Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sheet-kept-out/session.in/careers");
    let facts = crate::common::facts();
    let sources = read::read(&folder, None, &mut Default::default());
    let mut findings = fingerpost::report::Findings::default();
    let made = fingerpost::build_sources(sources, facts, date(2026, 11, 23), &mut |_| {}, &mut findings);
    let errors = findings.sorted().into_iter().filter(|finding| finding.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "the site can be built");
    made.expect("a site").files
}

#[test]
fn a_linked_sheet_of_people_is_not_published() {
    let files = site();
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert!(
        paths.contains(&"media/counts.xlsx") && paths.contains(&"media/fair.csv"),
        "sheets of counts are published"
    );
    assert!(!paths.iter().any(|path| path.contains("responses") || path.contains("pupils.xlsx")), "{paths:?}");
    for file in files.iter().filter(|file| file.path.ends_with(".html") || file.path.ends_with(".json")) {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(!text.contains("responses.xlsx") && !text.contains("pupils.xlsx"), "{} links to it", file.path);
    }
}

#[test]
fn the_text_of_a_removed_link_stays() {
    let files = site();
    let page = files.iter().find(|file| file.path == "pages/fair.html").expect("the page");
    let text = String::from_utf8_lossy(&page.bytes);
    assert!(text.contains("See all answers, <a href="), "the text without its link");
}
