//! Public test suites as content: whatever they hold, a build ends with a site or with findings.

use fingerpost::programme::Programme;
use fingerpost::read::{Document, Sources, document};
use fingerpost::report::{ContentPath, Findings, Severity};
use serde::Deserialize;

use crate::{common, tools};

const SCHOOL: [(&str, &str); 2] = [
    (
        "school.yaml",
        "name: Hill School\nkind: academy\nyear: { label: 2026-27, starts: 2026-09-01, terms: [] }\ngroups: [Year 9]\n",
    ),
    ("team.yaml", "people:\n  - { role: careers-leader, name: A. Leader, email: a@hill.example }\n"),
];

#[derive(Deserialize)]
struct Suites {
    markdown: Vec<String>,
    yaml: Vec<String>,
}

fn suites() -> Suites {
    serde_json::from_str(&tools::node("suites.mjs", &[])).expect("the inputs")
}

fn parse(path: &str, text: &str, findings: &mut Findings) -> Option<Document> {
    document(ContentPath::new(path), text.as_bytes().to_vec(), findings)
}

/// Builds the site of a small school with more files. Returns its findings.
fn build(files: &[(String, String)]) -> Findings {
    let mut findings = Findings::default();
    let school = SCHOOL.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let documents = school.iter().chain(files).filter_map(|(path, text)| parse(path, text, &mut findings));
    let sources = Sources { documents: documents.collect(), ..Sources::default() };
    let site = fingerpost::build_sources(sources, common::facts(), common::today(), &mut |_| {}, &mut findings);
    assert!(site.is_some(), "the school and its careers leader are there");
    findings
}

#[test]
#[ignore = "takes minutes"]
fn every_example_of_the_markdown_specification_is_built() {
    let examples = suites().markdown;
    assert!(examples.len() > 600, "{} examples", examples.len());
    let page = |(number, text): (usize, &String)| {
        let front = format!("---\ntitle: Example {number}\naudiences: [pupils]\n---\n");
        (format!("pages/example-{number}.md"), front + text)
    };
    let pages: Vec<(String, String)> = examples.iter().enumerate().map(page).collect();
    let findings = build(&pages);
    assert!(findings.iter().all(|finding| !finding.message.is_empty()));
}

#[test]
#[ignore = "takes minutes"]
fn every_document_of_the_yaml_suite_is_read_or_reported() {
    let texts = suites().yaml;
    assert!(texts.len() > 300, "{} documents", texts.len());
    for text in &texts {
        for path in ["offers.yaml", "evaluation/surveys/a.yaml", "media/pictures.yaml", "school.yaml"] {
            let mut findings = Findings::default();
            let Some(document) = parse(path, text, &mut findings) else { continue };
            let sources = Sources { documents: vec![document], ..Sources::default() };
            let programme: Option<Programme> =
                fingerpost::programme::load(&sources, common::facts(), common::today(), &mut findings);
            let has_error = findings.iter().any(|finding| finding.severity == Severity::Error);
            assert!(programme.is_none() && has_error, "{path}: {text:?} has no school, and no finding");
        }
        build(&[("offers.yaml".to_owned(), text.clone())]);
    }
}
