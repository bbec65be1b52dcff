//! Sheets to print of what makes an encounter meaningful: each audience gets its own, and nobody another's.

use crate::common::text_of;
use crate::real_schools::{is_there, page, site};

const EVENT: &str = "title: College visit\ndate: 2027-03-04\naudiences: [pupils]\ngroups: [Year 8]\nkind: talk\n\
                     provider: further-education-college\nwith: [Harbour College]\nbenchmarks: [7]\npupils: PUPILS-NOTE\n\
                     employers: COLLEGE-NOTE\nstaff: STAFF-NOTE\n";

const MEANINGFUL: &str = "meaningful:\n  purpose: PURPOSE\n  outcomes: [OUTCOME]\n  two-way: TALK\n  people: [ROLE]\n  \
                    reflection: [QUESTION]\n  before: [STEP]\n";

const SHEETS: [&str; 3] = ["pupils/sheets/visit.html", "employers/sheets/visit.html", "staff/sheets/visit.html"];

const WEB: &str = "web-address: https://careers.a.example/\n";

fn described() -> String {
    format!("{EVENT}{MEANINGFUL}")
}

#[test]
fn only_described_encounters_have_sheets() {
    let files = site("", &[("events/visit.md", EVENT)]);
    for path in SHEETS.iter().chain(&["staff/encounters.html"]) {
        assert!(!is_there(&files, path), "{path}");
    }
    assert!(!text_of(page(&files, "events/visit.html")).contains("To print"));
    let cancelled = format!("{}cancelled: yes\n", described());
    assert!(!is_there(&site("", &[("events/visit.md", &cancelled)]), SHEETS[0]), "nobody prepares for it");
}

#[test]
fn each_audience_reads_its_own_sheet() {
    let access = "safeguarding: RULES\n";
    let files = site("", &[("events/visit.md", &described()), ("provider-access.md", access)]);
    let has = [
        ["PUPILS-NOTE", "ROLE", "QUESTION", "STEP", "OUTCOME"].as_slice(),
        &["COLLEGE-NOTE", "TALK", "RULES", "a@a.example", "careers they can lead to"],
        &["STAFF-NOTE", "TALK", "QUESTION", "Looking back", "who was away"],
    ];
    let has_not = [
        ["STAFF-NOTE", "COLLEGE-NOTE", "RULES"].as_slice(),
        &["STAFF-NOTE", "PUPILS-NOTE", "who was away"],
        &["COLLEGE-NOTE", "RULES"],
    ];
    for (at, path) in SHEETS.iter().enumerate() {
        let html = page(&files, path);
        let text = text_of(html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("a main"));
        for word in has[at].iter().chain(&["PURPOSE", "4 March 2027", "Harbour College"]) {
            assert!(text.contains(word), "{path} has no {word}: {text}");
        }
        for word in has_not[at] {
            assert!(!text.contains(word), "{path} has {word}: {text}");
        }
    }
}

#[test]
fn sheets_are_linked_for_their_readers_and_left_out_of_lists() {
    let files = site(WEB, &[("events/visit.md", &described())]);
    let event = page(&files, "events/visit.html");
    assert!(event.contains("../pupils/sheets/visit.html") && event.contains("../employers/sheets/visit.html"));
    assert!(!event.contains("staff/sheets"), "a note for staff is linked on pages for staff");
    let encounters = page(&files, "staff/encounters.html");
    assert!(SHEETS.iter().all(|path| encounters.contains(path)), "{encounters}");
    assert!(page(&files, "staff/index.html").contains("encounters.html"));
    for list in ["sitemap.xml", "a-to-z.html"] {
        assert!(!page(&files, list).contains("/sheets/"), "{list}");
    }
    let index = files.iter().filter(|file| file.path.contains("search-index"));
    let index: Vec<String> = index.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    assert!(!index.is_empty() && index.iter().all(|part| !part.contains("/sheets/")));
    assert!(page(&files, SHEETS[0]).contains("noindex"));
}

#[test]
fn an_event_takes_the_description_of_its_activity() {
    let indented = MEANINGFUL.replace('\n', "\n    ");
    let plan = format!(
        "activities:\n  - title: Meeting a college\n    when: spring\n    kind: provider\n    event: visit\n    \
         benchmarks: [7]\n    {indented}\n"
    );
    let files = site("", &[("events/visit.md", EVENT), ("programme/year-8.md", &plan)]);
    assert!(page(&files, SHEETS[0]).contains("QUESTION"));
    assert!(!is_there(&files, "pupils/sheets/year-8-meeting-a-college.html"), "it is shown once");
    let without = plan.replace("event: visit", "event: none");
    let files = site("", &[("programme/year-8.md", &without)]);
    assert!(page(&files, "pupils/year-8.html").contains("sheets/year-8-meeting-a-college.html"));
}

#[test]
fn after_the_event_pupils_keep_their_sheet_and_the_brief_is_not_offered() {
    let over = described().replace("2027-03-04", "2026-11-10");
    let files = site("", &[("events/visit.md", &over)]);
    let event = page(&files, "events/visit.html");
    assert!(event.contains("pupils/sheets/visit.html") && !event.contains("employers/sheets"), "{event}");
    assert!(is_there(&files, SHEETS[1]), "a link that the college was sent stays right");
}

#[test]
fn evidence_counts_what_is_meaningful_and_data_has_it() {
    let part = described().replace("  two-way: TALK\n", "").replace("2027-03-04", "2027-03-11");
    let files = site("", &[("events/visit.md", &described()), ("events/second.md", &part)]);
    let evidence = text_of(page(&files, "evidence.html"));
    assert!(
        evidence.contains("Described in full, with purpose, learning, task, feedback and the rest: 1 of 2 encounters."),
        "{evidence}"
    );
    let data: serde_json::Value = serde_json::from_str(page(&files, "programme.json")).expect("JSON");
    assert_eq!(data["events"][0]["meaningful"]["two_way"], "TALK", "{data}");
}
