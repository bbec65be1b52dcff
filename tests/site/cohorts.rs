//! Cohorts: the stages of the same leavers next to each other, the years beside each other, and what a reader of all pages at once
//! cannot work out.

use fingerpost::read::{Document, Sources, parse_yaml};
use fingerpost::report::{ContentPath, Findings, Source};
use jiff::civil::date;
use serde_json::Value as Json;

const SCHOOL: &str = "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms:\n    \
                      - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }\ngroups: [Year 10, Year 11]\n";
const TEAM: &str = "people:\n  - { name: A. Leader, role: careers-leader, email: a@a.example, phone: 01632 960123 }\n";

/// The page of destinations, the page about guidance, and the evaluation in the open data.
fn publish(files: &[(&str, String)]) -> (String, String, Json) {
    let mut findings = Findings::default();
    let fixed = [("school.yaml", SCHOOL), ("team.yaml", TEAM), ("guidance.md", "when: In spring\n")];
    let all = fixed.into_iter().chain(files.iter().map(|(path, text)| (*path, text.as_str())));
    let documents = all.map(|(path, text)| {
        let source = Source { path: ContentPath::new(path), text: text.into() };
        let data = parse_yaml(&source, 0..text.len(), &mut findings);
        Document { data, unreadable: false, body: text.len()..text.len(), source }
    });
    let sources = Sources { documents: documents.collect(), ..Sources::default() };
    let site =
        fingerpost::build_sources(sources, crate::common::facts(), date(2026, 11, 28), &mut |_| {}, &mut findings);
    let site = site.unwrap_or_else(|| panic!("no site: {:#?}", findings.sorted()));
    let text = |path: &str| {
        let file = site.files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8(file.bytes.to_vec()).expect("text")
    };
    let data: Json = serde_json::from_str(&text("programme.json")).expect("JSON");
    (text("evaluation/destinations.html"), text("guidance.html"), data["evaluation"].clone())
}

fn table(year: u32, basis: &str, cohort: u32, sixth_form: u32) -> String {
    let college = cohort - sixth_form;
    format!(
        "leavers: Year 11\nyear: {year}\nbasis: {basis}\nsource: the {basis} count\ncohort: {cohort}\ndestinations:\n  \
         - {{ to: Sixth form, number: {sixth_form} }}\n  - {{ to: College, number: {college} }}\n"
    )
}

#[test]
fn stages_of_the_same_leavers_are_in_one_table() {
    let (page, _, data) = publish(&[
        ("evaluation/destinations/a.yaml", table(2025, "actual", 100, 53)),
        ("evaluation/destinations/b.yaml", table(2025, "intended", 100, 62)),
        ("evaluation/destinations/c.yaml", table(2024, "actual", 120, 80)),
    ]);
    let joined = &page[page.find("part-joined-1").expect("a joined cohort")..];
    let (intended, actual) = (joined.find("62 (62%)").expect("the plan"), joined.find("53 (53%)").expect("the count"));
    assert!(intended < actual, "the plan comes first: {joined}");
    assert!(joined.contains("Sixth form, down from 62% to 53%"), "{joined}");
    assert!(joined.contains("the intended count") && joined.contains("the actual count"), "{joined}");
    assert_eq!(page.matches("part-joined-").count(), 2, "a cohort with one stage is not joined");
    let years =
        &page[page.find("part-years-1").expect("years beside each other")..page.find("part-joined-1").expect("after")];
    assert!(years.contains("2024 to 2025") && years.contains("down from 67% to 53%"), "{years}");
    assert_eq!(
        (data["destinations"][0]["stage"].as_str(), data["destinations"][0]["year"].as_u64()),
        (Some("actual"), Some(2025))
    );
}

#[test]
fn sizes_of_the_same_pupils_that_differ_by_a_few_are_on_no_page() {
    let meetings = |offered: u32, met: u32| {
        format!("as-of: 2026-06-12\nmeetings: [{{ group: Year 11, offered: {offered}, met: {met} }}]\n")
    };
    // All who were offered a meeting, those who planned, those who were counted: never two sizes with one to five between.
    for (offered, met, intended, actual) in
        [(178, 171, 178, 178), (181, 150, 178, 176), (178, 150, 190, 186), (100, 80, 83, 83)]
    {
        let (page, guidance, data) = publish(&[
            ("evaluation/guidance/2025-26.yaml", meetings(offered, met)),
            ("evaluation/destinations/a.yaml", table(2026, "intended", intended, intended / 2)),
            ("evaluation/destinations/b.yaml", table(2026, "actual", actual, actual / 3)),
        ]);
        let tables = data["destinations"].as_array().expect("tables");
        let mut sizes: Vec<u64> = tables.iter().filter_map(|table| table["number"].as_u64()).collect();
        let had = data["guidance_meetings"][0]["groups"][0]["had"].as_str().expect("words");
        sizes.extend(had.split(" of ").filter_map(|number| number.parse::<u64>().ok()));
        for (one, other) in sizes.iter().flat_map(|one| sizes.iter().map(move |other| (*one, *other))) {
            assert!(
                !(1..6).contains(&one.abs_diff(other)),
                "{one} and {other} are both in the data of {offered}, {intended}"
            );
        }
        let is_on =
            |text: &str, size: u32| text.contains(&format!(": {size}.")) || text.contains(&format!(" of {size}"));
        assert!(is_on(&page, intended), "the first size is shown: {intended}");
        assert_eq!(is_on(&page, actual), intended.abs_diff(actual) == 0 || intended.abs_diff(actual) > 5, "{actual}");
        let is_near = offered.abs_diff(intended) > 0 && offered.abs_diff(intended) < 6
            || (1..6).contains(&met.abs_diff(intended));
        assert_eq!(is_on(&guidance, offered), !is_near, "{offered} next to {intended}");
        let has_reason =
            guidance.contains("We show shares here and not numbers.") || guidance.contains("ot published” means");
        assert_eq!(has_reason, is_near, "each “not published” has its reason: {guidance}");
    }
}
