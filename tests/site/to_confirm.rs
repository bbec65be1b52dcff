//! Days and term dates that are still to be confirmed: everything that states one says so.

use crate::common::{pages, plain, text_of};
use crate::real_schools::{page, site, site_of};

const EVENT: &str = "title: College visit\ndate: 2027-03-04\nconfirm: yes\naudiences: [pupils, parents, staff, employers]\n\
                     groups: [Year 8]\nkind: visit\nprovider: further-education-college\nattendance: everyone\n\
                     with: [Harbour College]\nbenchmarks: [7]\nareas: [Choices]\nneeds: Two guides\nparents-invited: yes\n";

const PLAN: &str = "activities:\n  - { title: College visit, when: spring, kind: encounter, benchmarks: [7], \
                    staff: Come with us, employers: Guide us }\n";

const SETTINGS: &str = "areas: [Choices]\nweb-address: https://careers.a.example/\n";

/// Every text that states the day of the visit, with its path.
fn texts_with_the_day(files: &[fingerpost::OutputFile]) -> Vec<(&str, String)> {
    let calendars = files.iter().filter(|file| file.path.ends_with(".ics") || file.path.ends_with(".xml"));
    let calendars = calendars.map(|file| {
        let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
        (file.path.as_str(), plain(&text.replace("\r\n ", "")))
    });
    let html = pages(files).into_iter().map(|(path, html)| (path, text_of(html)));
    let states_the_day = |text: &str| text.contains("4 March 2027") || text.contains("SUMMARY:College visit");
    html.chain(calendars).filter(|(_, text)| states_the_day(text)).collect()
}

fn json(files: &[fingerpost::OutputFile]) -> serde_json::Value {
    serde_json::from_str(page(files, "programme.json")).expect("JSON")
}

#[test]
fn unconfirmed_days_are_marked_in_every_text() {
    let files = site(SETTINGS, &[("events/visit.md", EVENT), ("programme/year-8.md", PLAN)]);
    let texts = texts_with_the_day(&files);
    let paths: Vec<&str> = texts.iter().map(|(path, _)| *path).collect();
    for path in [
        "index.html",
        "pupils/index.html",
        "parents/index.html",
        "parents/year-8.html",
        "staff/index.html",
        "staff/matrix.html",
        "employers/index.html",
        "employers/year.html",
        "events/index.html",
        "events/visit.html",
        "programme/index.html",
        "programme/by-area.html",
        "calendars/all.ics",
        "feeds/parents.xml",
    ] {
        assert!(paths.contains(&path), "{path}: {paths:?}");
    }
    for (path, text) in &texts {
        assert!(text.to_lowercase().contains("date to be confirmed"), "{path}: {text}");
    }
    let calendar = page(&files, "events/visit.ics");
    assert!(calendar.contains("SUMMARY:College visit (date to be confirmed)\r\n"), "{calendar}");
    assert!(calendar.contains("STATUS:TENTATIVE\r\n"), "{calendar}");
    assert!(page(&files, "parents/calendar.html").contains("College visit</a> <strong>Date to be confirmed</strong>"));
    let json = json(&files);
    assert_eq!(json["events"][0]["to_be_confirmed"], true, "{json}");
    assert_eq!(json["year"]["to_be_confirmed"], false, "{json}");
}

#[test]
fn a_confirmed_or_cancelled_event_is_not_to_be_confirmed() {
    let confirmed = EVENT.replace("confirm: yes", "confirm: no");
    let cancelled = format!("{EVENT}cancelled: The bus broke down\n");
    for (event, status) in [(confirmed, "STATUS:CONFIRMED"), (cancelled, "STATUS:CANCELLED")] {
        let files = site(SETTINGS, &[("events/visit.md", &event), ("programme/year-8.md", PLAN)]);
        let texts = texts_with_the_day(&files);
        assert!(texts.len() > 10, "{texts:?}");
        for (path, text) in &texts {
            assert!(!text.contains("to be confirmed"), "{path}: {text}");
        }
        assert!(page(&files, "events/visit.ics").contains(status));
        assert_eq!(json(&files)["events"][0]["to_be_confirmed"], false);
    }
}

#[test]
fn a_feed_has_a_new_entry_once_the_day_is_confirmed() {
    let id = |event: &str| {
        let files = site(SETTINGS, &[("events/visit.md", event)]);
        let feed = page(&files, "feeds/parents.xml").to_owned();
        let entry = feed.split("<entry>").nth(1).expect("an entry").to_owned();
        let (_, rest) = entry.split_once("<id>").expect("an id");
        rest.split('<').next().expect("an id").to_owned()
    };
    assert_eq!(id(EVENT), "https://careers.a.example/events/visit.html#2027-03-04-to-confirm");
    assert_eq!(id(&EVENT.replace("confirm: yes\n", "")), "https://careers.a.example/events/visit.html#2027-03-04");
}

#[test]
fn unconfirmed_term_dates_are_marked_in_every_text() {
    let school = |confirm: &str| {
        format!(
            "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n{confirm}  terms:\n    \
             - {{ name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }}\n    \
             - {{ name: Spring, starts: 2027-01-04, ends: 2027-03-26 }}\ngroups: [Year 8]\nareas: [Choices]\n"
        )
    };
    let states_terms = |html: &str| text_of(html).contains("4 January 2027 to 26 March 2027");
    for (confirm, is_marked) in [("  confirm: yes\n", true), ("", false)] {
        let files = site_of(&school(confirm), &[("events/visit.md", EVENT), ("programme/year-8.md", PLAN)]);
        let with_terms: Vec<(&str, &str)> = pages(&files).into_iter().filter(|(_, html)| states_terms(html)).collect();
        assert!(with_terms.len() > 5, "{with_terms:?}");
        for (path, html) in with_terms {
            let mark = "4 January 2027 to 26 March 2027 (term dates to be confirmed)";
            assert_eq!(text_of(html).contains(mark), is_marked, "{path}");
        }
        let calendar = page(&files, "calendars/key-dates.ics").replace("\r\n ", "");
        assert_eq!(
            calendar.contains("SUMMARY:Autumn term begins (term dates to be confirmed)"),
            is_marked,
            "{calendar}"
        );
        assert_eq!(calendar.contains("STATUS:TENTATIVE"), is_marked, "{calendar}");
        assert_eq!(json(&files)["year"]["to_be_confirmed"], is_marked);
    }
}
