//! Benchmark evaluations: each criterion in its own words, to answer in the form.

use crate::client::get;
use crate::html_form::HtmlForm;
use crate::preview::Preview;

#[test]
fn a_new_evaluation_asks_for_each_criterion_and_writes_only_what_was_answered() {
    let preview = Preview::small();
    let page = get(&preview, "/-/new/benchmarks").text();
    assert!(page.contains("<h2>Benchmark 1: A stable careers programme (0 of 4)</h2>"), "{page}");
    assert!(page.contains("1.1 The school should have a stable and structured careers programme"), "{page}");
    let mut form = HtmlForm::of(&page, "/-/new/benchmarks");
    assert_eq!(form.value("framework"), "schools-2025");
    form.set("tool", "Our own self-evaluation");
    form.tick("statements.c1-2.status", "in-progress");
    form.set("statements.c1-2.evidence", "The outcomes of each year are written.");
    form.tick("statements.c1-1.status", "achieved");
    let response = form.press(&preview, "save");
    let place = response.header("location").expect("a place").to_owned();
    assert_eq!(response.status, 303, "{}", response.text());
    let path = place.trim_start_matches("/-/edit/").trim_end_matches("?saved=1");
    let text = preview.read(path);
    let statements = "statements:\n  - criterion: \"1.1\"\n    status: achieved\n  - criterion: \"1.2\"\n    status: in-progress\n    evidence: The outcomes of each year are written.\n";
    assert!(text.starts_with("date: ") && text.contains("framework: schools-2025\n"), "{text}");
    assert!(text.contains(statements) && text.matches("criterion:").count() == 2, "{text}");
    // The file's own form: an answer changes, one is added, and nothing else.
    let address = format!("/-/edit/{path}");
    let page = get(&preview, &address).text();
    assert!(page.contains("<h2>Benchmark 1: A stable careers programme (2 of 4)</h2>"), "{page}");
    let mut form = HtmlForm::of(&page, &address);
    assert_eq!(form.press(&preview, "save").status, 303);
    assert_eq!(preview.read(path), text);
    form.set("statements.0.status", "not-achieved");
    form.tick("statements.c8-1.status", "not-scored");
    assert_eq!(form.press(&preview, "save").status, 303);
    let changed = text
        .replacen("status: achieved", "status: not-achieved", 1)
        .replace("are written.\n", "are written.\n  - criterion: \"8.1\"\n    status: not-scored\n");
    assert_eq!(preview.read(path), changed);
}
