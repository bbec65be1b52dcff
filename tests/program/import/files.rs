//! Imported plans and events, from spreadsheets and calendars, read back by a build.

use fingerpost::import::SheetError;
use fingerpost::import::{Draft, SheetFile, events, programme, try_out};
use fingerpost::programme::{Audience, Programme};
use fingerpost::read::{Sources, document};
use fingerpost::report::{Code, ContentPath, Findings, Problem};
use icalendar::{Calendar, Component, EventLike};
use jiff::civil::{date, time};

use super::fixture;
use crate::common::facts;

/// A school with two groups and two terms, and these files.
fn sources(drafts: &[Draft]) -> Sources {
    let school = "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms:\n    \
                  - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18, half-term: { starts: 2026-10-26, ends: 2026-10-30 } }\n    \
                  - { name: Spring, starts: 2027-01-04, ends: 2027-03-25, half-term: { starts: 2027-02-15, ends: 2027-02-19 } }\n\
                  groups: [Year 7, Year 8]\n";
    let team = "people:\n  - { name: A. Leader, role: careers-leader, email: a@a.example, phone: 01632 960123 }\n";
    let existing =
        [("school.yaml", school), ("team.yaml", team)].map(|(path, text)| (path.to_owned(), text.to_owned()));
    let drafts = drafts.iter().map(|draft| (draft.path.clone(), draft.text.clone()));
    let mut findings = Findings::default();
    let documents = existing.into_iter().chain(drafts);
    let documents =
        documents.filter_map(|(path, text)| document(ContentPath::new(&path), text.into_bytes(), &mut findings));
    let sources = Sources { documents: documents.collect(), ..Sources::default() };
    assert!(findings.is_empty());
    sources
}

/// The findings in these files of the school.
fn tried_out(drafts: &[Draft]) -> Findings {
    let mut findings = Findings::default();
    try_out(sources(&[]), drafts, (facts(), crate::common::today()), &mut findings);
    findings
}

/// The programme of the school with these files, which must have no findings.
fn read_back(drafts: &[Draft]) -> Programme {
    let findings = tried_out(drafts);
    assert!(findings.is_empty(), "{:?}", findings.sorted());
    // A programme holds only what is shown, so the drafts are read as if they were finished.
    let finished =
        drafts.iter().map(|draft| Draft { text: draft.text.replace("\ndraft: yes\n", "\n"), ..draft.clone() });
    let finished: Vec<Draft> = finished.collect();
    fingerpost::programme::load(&sources(&finished), facts(), crate::common::today(), &mut Findings::default())
        .expect("a programme")
}

fn plan(name: &str, bytes: &[u8]) -> (Option<Vec<Draft>>, Findings) {
    let mut findings = Findings::default();
    let drafts = programme::from_sheet(SheetFile { name, bytes }, &read_back(&[]), &mut findings);
    (drafts, findings)
}

fn event_sheet(name: &str, bytes: &[u8], day_first: Option<bool>) -> (Option<Vec<Draft>>, Findings) {
    let mut findings = Findings::default();
    let drafts = events::from_sheet(SheetFile { name, bytes }, day_first, &mut findings);
    (drafts, findings)
}

fn calendar(text: &str) -> (Option<Vec<Draft>>, Findings) {
    let mut findings = Findings::default();
    let drafts = events::from_calendar(SheetFile { name: "a.ics", bytes: text.as_bytes() }, &mut findings);
    (drafts, findings)
}

#[test]
fn an_imported_programme_reads_back_as_planned() {
    let drafts = plan("plan.xlsx", &fixture("plan.xlsx")).0.expect("drafts");
    let paths: Vec<&str> = drafts.iter().map(|draft| draft.path.as_str()).collect();
    assert_eq!(paths, ["programme/year-7.md", "programme/year-8.md"]);
    let read = read_back(&drafts);
    let reported: Vec<(usize, &str, &str, Vec<u8>, usize)> = read
        .activities
        .iter()
        .map(|activity| {
            let benchmarks = activity.benchmarks.iter().map(|benchmark| benchmark.number()).collect();
            let group = activity.groups.first().copied().expect("a group");
            (group, activity.title.as_str(), activity.kind.as_str(), benchmarks, activity.when.len())
        })
        .collect();
    let week = "National Careers Week: \"Try it\"";
    assert_eq!(
        reported,
        [
            (0, "What is a career?", "lesson", vec![1, 2], 1),
            (0, "Meet the makers", "encounter", vec![5], 2),
            (0, week, "event", vec![2, 3, 4], 1),
            (1, "Meet the makers", "encounter", vec![5], 2),
            (1, week, "event", vec![2, 3, 4], 1),
            (1, "Careers in science", "lesson", vec![], 1),
        ]
    );
    let first = read.activities.first().expect("an activity");
    assert_eq!(first.notes.pupils.as_deref(), Some("Bring a pencil."));
    // Notes without an audience are for staff only.
    let makers = read.activities.get(1).expect("an activity");
    assert_eq!((makers.notes.staff.as_deref(), makers.notes.pupils.as_deref()), (Some("Room list by the door"), None));
}

#[test]
fn cells_that_do_not_fit_are_reported() {
    let sheet =
        b"Group,Activity,Kind,Benchmarks\nYear 9,A,lesson,1\nYear 7,B,lessson,1\nYear 8,C,lesson,9\nYear 8,,,\n";
    let (value, findings) = plan("plan.csv", sheet);
    assert_eq!(value, None);
    let findings = findings.sorted();
    let mut cells: Vec<&str> =
        findings.iter().filter_map(|finding| finding.message.split_once(" in cell ").map(|(_, cell)| cell)).collect();
    cells.sort_unstable();
    assert_eq!(cells, ["A2", "B5", "C3", "D4"]);
    let none = plan("plan.csv", b"Group,Benchmarks\nYear 7,1\n").1.sorted();
    let missing = SheetError::NoColumn { expected: "Activity" }.message();
    assert!(none.iter().any(|finding| finding.message == missing));
}

#[test]
fn an_unknown_term_is_reported_as_in_a_build() {
    let drafts = plan("plan.csv", b"Group,When,Activity\nYear 7,Trinity,A\n").0.expect("drafts");
    let reported = tried_out(&drafts).sorted();
    assert!(reported.iter().any(|finding| finding.code == Code::new("unknown-time")), "{reported:?}");
}

#[test]
fn events_from_a_sheet_read_back_as_drafts() {
    let drafts = event_sheet("events.xlsx", &fixture("events.xlsx"), None).0;
    let drafts = drafts.expect("drafts");
    assert!(drafts.iter().all(|draft| draft.text.contains("\ndraft: yes\n")));
    let read = read_back(&drafts);
    let [assembly, fair] = read.events.as_slice() else { panic!("{} events", read.events.len()) };
    assert_eq!((assembly.date, assembly.times), (date(2026, 11, 11), None));
    // Without audiences an event is for staff.
    assert_eq!(assembly.audiences.0, [Audience::Staff]);
    assert_eq!((fair.title.as_str(), fair.date), ("Careers fair: 40 stands, \"yes\"", date(2027, 3, 4)));
    assert_eq!(fair.times, Some((time(17, 30, 0, 0), Some(time(19, 0, 0, 0)))));
    assert_eq!((fair.groups.as_slice(), fair.place.as_deref()), ([0].as_slice(), Some("Hall")));
    assert_eq!(fair.audiences.0, [Audience::Pupils, Audience::Parents]);
}

#[test]
fn an_ambiguous_order_of_day_and_month_is_refused() {
    let read = |text: &str, order| {
        let (value, findings) = event_sheet("a.csv", text.as_bytes(), order);
        let message = findings.of_code(Code::new("sheet")).next().map(|finding| finding.message.clone());
        (value.map(|drafts| drafts.iter().map(|draft| draft.path.clone()).collect::<Vec<_>>()), message)
    };
    let open = "Date,Event\n4/3/2027,Fair\n";
    assert_eq!(read(open, None).1, Some(SheetError::AmbiguousOrder { value: "4/3/2027".into() }.message()));
    assert_eq!(read(open, Some(true)).0, Some(vec!["events/2027-03-04-fair.md".to_owned()]));
    assert_eq!(read(open, Some(false)).0, Some(vec!["events/2027-04-03-fair.md".to_owned()]));
    let settled = "Date,Event\n4/3/2027,Fair\n25/3/2027,Fair\n";
    let paths = ["events/2027-03-04-fair.md", "events/2027-03-25-fair.md"].map(str::to_owned).to_vec();
    assert_eq!(read(settled, None).0, Some(paths));
    assert_eq!(read("Date,Event\n25/3/2027,A\n3/25/2027,B\n", None).1, Some(SheetError::MixedOrder.message()));
    let words = "Date,Event\n4 March 2027,Fair\n2027-03-05,Fair\n";
    assert!(read(words, None).0.is_some());
}

#[test]
fn events_from_a_calendar_read_back() {
    let property = |name: &str, value: &str, (key, word): (&str, &str)| {
        icalendar::Property::new(name, value).add_parameter(key, word).done()
    };
    let mut school_calendar = Calendar::new();
    let mut fair = icalendar::Event::new();
    fair.summary("Careers fair; bring a pen, please")
        .location("Hall\nnorth door")
        .description("First line\nSecond, line");
    fair.add_multi_property("ATTENDEE", "mailto:someone@home.example");
    fair.append_property(property("DTSTART", "20270604T173000", ("TZID", "Europe/London")));
    fair.add_property("DTEND", "20270604T180000Z");
    school_calendar.push(fair.done());
    let mut week = icalendar::Event::new();
    week.summary("Work experience week");
    week.append_property(property("DTSTART", "20270705", ("VALUE", "DATE")));
    week.append_property(property("DTEND", "20270710", ("VALUE", "DATE")));
    week.add_property("RRULE", "FREQ=YEARLY");
    school_calendar.push(week.done());
    let text = school_calendar.to_string();
    let (value, findings) = calendar(&text);
    assert!(findings.is_empty(), "{:?}", findings.sorted());
    let drafts = value.expect("drafts");
    assert!(drafts.iter().all(|draft| !draft.text.contains("someone@home.example")));
    assert!(drafts.iter().flat_map(|draft| &draft.notes).any(|note| note.contains("only its first date")));
    let read = read_back(&drafts);
    let [fair, week] = read.events.as_slice() else { panic!("{} events", read.events.len()) };
    assert_eq!(fair.title, "Careers fair; bring a pen, please");
    // 18:00 UTC is 19:00 British Summer Time.
    assert_eq!(fair.times, Some((time(17, 30, 0, 0), Some(time(19, 0, 0, 0)))));
    assert_eq!(fair.place.as_deref(), Some("Hall north door"));
    assert_eq!(fair.prose.text().trim(), "First line\nSecond, line");
    assert_eq!((week.date, week.until, week.times), (date(2027, 7, 5), date(2027, 7, 9), None));
}

#[test]
fn files_that_are_not_calendars_are_refused() {
    for text in ["", "BEGIN:VCARD\nEND:VCARD\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n", "\u{0}\u{1}"] {
        let (value, findings) = calendar(text);
        assert!(value.is_none() && !findings.is_empty(), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_calendar_and_any_sheet_are_read_or_refused(lines: Vec<String>) {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}\nEND:VEVENT\nEND:VCALENDAR\n", lines.join("\n"));
        let _ = calendar(&text);
        let text = format!("Date,Event,Group,Activity\n{}\n", lines.join("\n"));
        let _ = event_sheet("a.csv", text.as_bytes(), None);
    }
}
