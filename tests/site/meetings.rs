//! Guidance meetings by group: what the pages show of the counts, and what they leave out.

use fingerpost::read::{Document, Sources, parse_yaml};
use fingerpost::report::{ContentPath, Findings, Source};
use jiff::civil::date;
use serde_json::Value as Json;

const SCHOOL: &str = "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms:\n    \
                      - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }\ngroups:\n  - Year 10\n  - Year 11\n  - \
                      { name: Upper school, years: [10, 11] }\n";
const TEAM: &str = "people:\n  - { name: A. Leader, role: careers-leader, email: a@a.example, phone: 01632 960123 }\n";

/// The text of the pages about guidance and evaluation, and what the open data has of meetings.
fn publish(files: &[(&str, &str)]) -> (String, Json) {
    let guidance = ("guidance.md", "when: In the spring term\n");
    let mut findings = Findings::default();
    let all = [("school.yaml", SCHOOL), ("team.yaml", TEAM), guidance].into_iter().chain(files.iter().copied());
    let documents = all.map(|(path, text)| {
        let source = Source { path: ContentPath::new(path), text: text.into() };
        let data = parse_yaml(&source, 0..text.len(), &mut findings);
        Document { data, unreadable: false, body: text.len()..text.len(), source }
    });
    let sources = Sources { documents: documents.collect(), ..Sources::default() };
    let site = fingerpost::build_sources(sources, crate::common::facts(), date(2027, 2, 1), &mut |_| {}, &mut findings);
    let site = site.unwrap_or_else(|| panic!("no site: {:#?}", findings.sorted()));
    let text = |path: &str| {
        let file = site.files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8(file.bytes.to_vec()).expect("text")
    };
    let data: Json = serde_json::from_str(&text("programme.json")).expect("JSON");
    (
        format!("{}{}", text("guidance.html"), text("evaluation/index.html")),
        data["evaluation"]["guidance_meetings"].clone(),
    )
}

fn counts(day: &str, rows: &str) -> String {
    format!("as-of: {day}\nsource: our diary\nnote: Some met online.\nmeetings: [{rows}]\n")
}

#[test]
fn counts_are_on_the_pages_with_their_day_and_source() {
    let text = counts("2027-01-29", "{ group: Y11, offered: 178, met: 171 }");
    let (pages, data) = publish(&[("evaluation/guidance/2026-27.yaml", &text)]);
    for words in ["29\u{a0}January 2027", "171 of 178", ">96%<", "Year 11", "our diary", "Some met online."] {
        assert_eq!(pages.matches(words).count(), 2, "{words} is not once on each page");
    }
    assert_eq!(data[0]["groups"][0]["had"], "171 of 178");
    assert_eq!(data[0]["groups"][0]["percent"], 96.0);
}

#[test]
fn few_without_a_meeting_are_put_into_words() {
    let text =
        counts("2027-01-29", "{ group: Year 11, offered: 178, met: 175 }, { group: Year 10, offered: 20, met: 17 }");
    let (pages, data) = publish(&[("evaluation/guidance/2026-27.yaml", &text)]);
    assert!(pages.contains("nearly all of 178") && pages.contains("not published"), "{pages}");
    assert!(!pages.contains("175") && !pages.contains("17 of"), "{pages}");
    assert_eq!(data[0]["groups"][0]["percent"], Json::Null);
}

#[test]
fn only_the_newest_counts_of_a_year_are_published() {
    let (early, late) = (
        counts("2026-12-11", "{ group: Year 11, offered: 178, met: 61 }"),
        counts("2027-01-29", "{ group: Year 11, offered: 178, met: 64 }"),
    );
    let before = counts("2026-06-12", "{ group: Year 11, offered: 170, met: 150 }");
    let (pages, _) = publish(&[
        ("evaluation/guidance/december.yaml", &early),
        ("evaluation/guidance/january.yaml", &late),
        ("evaluation/guidance/2025-26.yaml", &before),
    ]);
    assert!(pages.contains("64 of 178") && pages.contains("150 of 170"), "{pages}");
    assert!(!pages.contains("61 of 178"), "the difference to the newest count is three pupils");
}

#[test]
fn a_year_is_left_out_if_it_shows_a_few_of_a_larger_group() {
    let rows = |met: u32| {
        counts(
            "2027-01-29",
            &format!(
                "{{ group: Upper school, offered: 300, met: 200 }}, {{ group: Year 11, offered: 150, met: {met} }}"
            ),
        )
    };
    let (pages, _) = publish(&[("evaluation/guidance/2026-27.yaml", &rows(60))]);
    assert!(pages.contains("200 of 300") && pages.contains("60 of 150"), "{pages}");
    let (pages, _) = publish(&[("evaluation/guidance/2026-27.yaml", &rows(53))]);
    assert!(
        pages.contains("200 of 300") && !pages.contains("53 of"),
        "three of Year 10 without a meeting are left: {pages}"
    );
}
