//! The search index: which pages it lists, and its size.

use crate::common::{pages, site};
use fingerpost::render::OutputFile;
use serde_json::Value;

/// The size and the content of the index file.
fn index(files: &[OutputFile]) -> (usize, Value) {
    let file = files.iter().find(|file| file.path.starts_with("assets/search-index.")).expect("an index");
    let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
    let data = text.strip_prefix("globalThis.searchIndex = ").and_then(|rest| rest.strip_suffix(";\n"));
    (text.len(), serde_json::from_str(data.expect("one value")).expect("JSON"))
}

#[test]
fn the_index_lists_every_page_with_content() {
    let files = site("content-example");
    let (_, index) = index(files);
    let pages = index["pages"].as_array().expect("pages");
    let mut listed: Vec<&str> = pages.iter().filter_map(|page| page[0].as_str()).collect();
    listed.sort_unstable();
    let not_listed = ["404.html", "a-to-z.html", "search.html"];
    let html = files.iter().map(|file| file.path.as_str()).filter(|path| path.ends_with(".html"));
    // The page of an event is the one to find, not its sheets.
    let html = html.filter(|path| !path.contains("/sheets/"));
    assert_eq!(listed, html.filter(|path| !not_listed.contains(path)).collect::<Vec<_>>());
    let page = |address: &str| pages.iter().find(|page| page[0] == address).expect("a page");
    let audience_and_group = |address: &str| [page(address)[4].clone(), page(address)[5].clone()];
    assert_eq!(audience_and_group("parents/year-9.html"), ["parents", "year-9"]);
    assert_eq!(audience_and_group("team.html"), ["", ""]);
    let words = index["words"].as_str().expect("words");
    assert!(words.split(' ').count() > 2000, "few words");
}

#[test]
fn the_index_has_what_ranks_a_page_and_what_its_title_leaves_out() {
    let (_, index) = index(site("content-example"));
    let pages = index["pages"].as_array().expect("pages");
    let page = |address: &str| pages.iter().find(|page| page[0] == address).expect("a page");
    assert_eq!(page("pupils/year-10.html")[3], "What is work really like, and what suits me?");
    assert_eq!(page("pupils/index.html")[3], "Careers dates, activities and contacts for pupils at Ridgeway School.");
    assert_eq!(page("policies/index.html")[3], "Careers policies at Ridgeway School.");
    for (address, rank) in [
        ("guidance.html", 0),
        ("programme/by-term.html", 1),
        ("staff/matrix.html", 1),
        ("evidence.html", 1),
        ("events/index.html", 1),
        ("events/past.html", 1),
        ("events/2026-11-26-boatyard-visit.html", 2),
        ("events/2027-03-04-careers-fair.html", 0),
    ] {
        assert_eq!(page(address)[6], rank, "{address}");
    }
    assert_eq!(page("events/2027-03-04-careers-fair.html")[7], "2027-03-04T18:30:00+00:00");
    assert_eq!(page("guidance.html")[7], "");
    let ignored = index["language"]["ignored"].as_array().expect("words");
    assert!(ignored.iter().any(|word| word == "the"), "{ignored:?}");
    let meanings = index["language"]["synonyms"].as_array().expect("meanings");
    let has = |meaning: &&Value, phrase: &str| meaning.as_array().into_iter().flatten().any(|other| other == phrase);
    let guidance = meanings.iter().find(|meaning| has(meaning, "personal guidance")).expect("guidance");
    assert!(has(&guidance, "careers interview"), "{guidance:?}");
}

#[test]
fn scripts_are_loaded_only_where_needed() {
    let files = site("content-example");
    for (code, wanted) in [
        ("function openForm(", &["events/index.html", "events/past.html", "search.html"][..]),
        (".filtered-events li", &["events/index.html", "events/past.html"]),
        ("dataset.ranking", &["search.html"]),
        // These are loaded with the first search and the first results.
        ("class Index", &[]),
        ("function showSentence(", &[]),
    ] {
        let scripts = files.iter().filter(|file| file.path.ends_with(".js"));
        let scripts = scripts.filter(|file| String::from_utf8_lossy(&file.bytes).contains(code));
        let paths: Vec<&str> = scripts.map(|file| file.path.as_str()).collect();
        assert!(!paths.is_empty(), "no script has {code}");
        let has = |html: &str| paths.iter().any(|path| html.contains(&format!("{path}\" defer")));
        let pages = pages(files).into_iter().filter(|(_, html)| has(html)).map(|(page, _)| page);
        assert_eq!(pages.collect::<Vec<_>>(), wanted, "{code}");
    }
}

#[test]
fn the_index_stays_small() {
    for (name, max) in [("content-example", 3.0), ("tests/fixtures/college", 6.0), ("tests/fixtures/special", 6.0)] {
        let (size, index) = index(site(name));
        let words = index["words"].as_str().expect("words");
        let pairs = words.matches(|ch: char| ch.is_ascii_uppercase()).count();
        assert!(pairs > 300, "{name}: {pairs} words of pages");
        let bytes = |bytes: usize| bytes as f64 / pairs as f64;
        assert!(bytes(words.len()) < max, "{name}: {} bytes each", bytes(words.len()));
        assert!(bytes(size) < 2.0 * max, "{name}: {} bytes each with titles and descriptions", bytes(size));
    }
}
