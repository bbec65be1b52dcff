//! Calendars, as Outlook, Google Calendar, Exchange and old telephones write them.

use fingerpost::import::events::{self, EventOptions};
use fingerpost::import::{Draft, SheetFile};
use fingerpost::report::{Code, Findings};
use icalendar::{Calendar, Component, EventLike};
use jiff::civil::{date, time};

use super::files::read_back;

fn calendar(text: &str) -> (Option<Vec<Draft>>, Findings) {
    calendar_bytes(text.as_bytes())
}

fn calendar_bytes(bytes: &[u8]) -> (Option<Vec<Draft>>, Findings) {
    let mut findings = Findings::default();
    let file = SheetFile { name: "a.ics", bytes };
    let drafts = events::from_calendar(file, &EventOptions::default(), &read_back(&[]), &mut findings);
    (drafts, findings)
}

/// A calendar with these lines in its events.
fn events(events: &[&str]) -> String {
    let events: Vec<String> = events.iter().map(|lines| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")).collect();
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n", events.concat())
}

/// The drafts of a calendar that has no findings.
fn drafts(lines: &[&str]) -> Vec<Draft> {
    let (drafts, findings) = calendar(&events(lines));
    assert!(findings.is_empty(), "{:?}", findings.sorted());
    let drafts = drafts.expect("drafts");
    read_back(&drafts);
    drafts
}

/// The lines of the drafts that say when, and the body.
fn when(drafts: &[Draft]) -> Vec<String> {
    let keys = ["every", "date", "until", "except", "starts", "ends", "cancelled"];
    let is_when = |line: &&str| line.split_once(": ").is_some_and(|(key, _)| keys.contains(&key));
    let lines = |draft: &Draft| draft.text.lines().filter(is_when).collect::<Vec<_>>().join(" ").replace('"', "");
    drafts.iter().map(lines).collect()
}

fn body(draft: &Draft) -> &str {
    draft.text.rsplit("---\n").next().unwrap_or_default().trim()
}

fn notes(drafts: &[Draft]) -> String {
    drafts.iter().flat_map(|draft| draft.notes.clone()).collect::<Vec<_>>().join(" ")
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
    assert!(
        drafts
            .iter()
            .flat_map(|draft| &draft.notes)
            .any(|note| note.contains("also takes place before or after 2026-27"))
    );
    let read = read_back(&drafts);
    let [fair, week] = read.events.as_slice() else { panic!("{} events", read.events.len()) };
    assert_eq!(fair.title, "Careers fair; bring a pen, please");
    // 18:00 UTC is 19:00 British Summer Time.
    assert_eq!(fair.times, Some((time(17, 30, 0, 0), Some(time(19, 0, 0, 0)))));
    assert_eq!(fair.place.as_deref(), Some("Hall north door"));
    assert_eq!(fair.prose.text().trim(), "First line\\\nSecond, line");
    assert_eq!((week.date, week.until, week.times), (date(2027, 7, 5), date(2027, 7, 9), None));
}

#[test]
fn files_that_are_not_calendars_are_refused() {
    for text in ["", "BEGIN:VCARD\nEND:VCARD\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n", "\u{0}\u{1}"] {
        let (value, findings) = calendar(text);
        assert!(value.is_none() && !findings.is_empty(), "{text}");
    }
}

#[test]
fn hours_of_other_time_zones_are_read_in_british_time() {
    let at = |start: &str| when(&drafts(&[&format!("SUMMARY:A\nDTSTART;TZID={start}")]));
    for (start, expected) in [
        ("UTC:20270604T163000", "date: 2027-06-04 starts: 17:30"),
        ("Europe/Paris:20270204T160000", "date: 2027-02-04 starts: 15:00"),
        ("Romance Standard Time:20270204T160000", "date: 2027-02-04 starts: 15:00"),
        ("America/New_York:20270206T200000", "date: 2027-02-07 starts: 01:00"),
        ("tzone://Microsoft/Utc:20270604T080000", "date: 2027-06-04 starts: 09:00"),
        ("Europe/London;:20270304T090000", "date: 2027-03-04 starts: 09:00"),
    ] {
        assert_eq!(at(start), [expected], "{start}");
    }
}

#[test]
fn an_unknown_time_zone_is_reported_at_its_line() {
    let (drafts, findings) = calendar(&events(&["SUMMARY:A\nDTSTART;TZID=Our own:20270604T163000"]));
    assert_eq!(when(&drafts.expect("drafts")), ["date: 2027-06-04 starts: 16:30"]);
    let findings = findings.sorted();
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!((finding.code, finding.place.positions().0.line), (Code::new("calendar-entry"), 5));
    assert!(finding.message.contains("`Our own`"));
}

#[test]
fn events_of_other_years_are_left_out_and_counted() {
    let all = [
        "SUMMARY:A\nDTSTART:20190304T163000",
        "SUMMARY:B\nDTSTART;TZID=Our own:20190304T163000\nDTEND:20180304T163000",
        "SUMMARY:C\nDTSTART:20270304T163000",
    ];
    let drafts = drafts(&all);
    assert_eq!(when(&drafts), ["date: 2027-03-04 starts: 16:30"]);
    assert!(notes(&drafts).contains("2 events that are not in 2026-27 were left out."), "{}", notes(&drafts));
}

#[test]
fn mistakes_that_repeat_are_not_listed_without_end() {
    let unknown = "SUMMARY:A\nDTSTART;TZID=Our own:20270604T163000";
    let (_, findings) = calendar(&events(&[unknown; 3]));
    let findings = findings.sorted();
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert!(finding.message.contains("`Our own` of “A” and 2 other events"), "{}", finding.message);
    let started = std::time::Instant::now();
    let (_, findings) = calendar(&events(&["SUMMARY:A"; 100_000]));
    assert!(findings.sorted().len() < 30);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn whole_days_are_read_however_programs_write_them() {
    for (lines, expected) in [
        (
            "DTSTART;TZID=GMT Standard Time:20270607T000000\nDTEND;TZID=GMT Standard \
             Time:20270608T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            "date: 2027-06-07",
        ),
        (
            "DTSTART:20270613T230000Z\nDTEND:20270618T230000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            "date: 2027-06-14 until: 2027-06-18",
        ),
        ("DTSTART:20270607T000000\nDTEND:20270609T000000", "date: 2027-06-07 until: 2027-06-08"),
        ("DTSTART;VALUE=DATE:20270607\nDTEND;VALUE=DATE:20270607", "date: 2027-06-07"),
    ] {
        assert_eq!(when(&drafts(&[&format!("SUMMARY:A\n{lines}")])), [expected], "{lines}");
    }
}

#[test]
fn a_length_of_time_gives_the_end() {
    for (lines, expected) in [
        ("DTSTART:20270304T173000\nDURATION:PT1H30M", "date: 2027-03-04 starts: 17:30 ends: 19:00"),
        ("DTSTART;VALUE=DATE:20270310\nDURATION:P3D", "date: 2027-03-10 until: 2027-03-12"),
        ("DTSTART:20270312T200000\nDURATION:PT14H", "date: 2027-03-12 until: 2027-03-13 starts: 20:00 ends: 10:00"),
    ] {
        assert_eq!(when(&drafts(&[&format!("SUMMARY:A\n{lines}")])), [expected], "{lines}");
    }
}

#[test]
fn two_events_of_one_name_on_one_day_are_two_drafts() {
    let lines = ["SUMMARY:Interviews\nDTSTART:20270304T090000", "SUMMARY:Interviews\nDTSTART:20270304T130000"];
    let paths: Vec<String> = drafts(&lines).into_iter().map(|draft| draft.path).collect();
    assert_eq!(paths, ["events/2027-03-04-interviews.md", "events/2027-03-04-interviews-2.md"]);
    let same = drafts(&[lines[0], lines[0]]);
    assert_eq!(same.len(), 1);
    assert!(notes(&same).contains("in the calendar twice"));
}

#[test]
fn an_event_that_cannot_be_read_does_not_hide_the_others() {
    let (drafts, findings) = calendar(&events(&[
        "SUMMARY:Nothing",
        "SUMMARY:Never\nDTSTART:20270231T090000",
        "SUMMARY:Good\nDTSTART:20270305T180000",
    ]));
    assert_eq!(when(&drafts.expect("drafts")), ["date: 2027-03-05 starts: 18:00"]);
    let reported: Vec<(usize, String)> =
        findings.sorted().into_iter().map(|finding| (finding.place.positions().0.line, finding.message)).collect();
    let lines: Vec<usize> = reported.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [3, 8], "{reported:?}");
    assert!(reported[0].1.contains("“Nothing”") && reported[1].1.contains("20270231T090000"), "{reported:?}");
}

#[test]
fn private_entries_are_left_out_and_counted() {
    let all = [
        "SUMMARY:Meeting about a pupil\nCLASS:PRIVATE\nDTSTART:20270304T170000",
        "UID:1\nSUMMARY:Review\nCLASS:confidential\nDTSTART:20270305T170000\nRRULE:FREQ=DAILY;COUNT=3",
        "UID:1\nSUMMARY:Review moved\nRECURRENCE-ID:20270306T170000\nDTSTART:20270306T180000",
        "SUMMARY:Secret\nCLASS:X-STAFF\nDTSTART:20270304T170000",
        "SUMMARY:Open evening\nCLASS:PUBLIC\nDTSTART:20270306T170000",
    ];
    let drafts = drafts(&all);
    assert_eq!(drafts.len(), 1);
    assert!(notes(&drafts).contains("3 private entries were left out."), "{}", notes(&drafts));
    let (none, findings) = calendar(&events(&all[..1]));
    assert!(none.is_none());
    assert!(findings.sorted()[0].message.contains("private"));
}

#[test]
fn joining_details_of_meetings_are_left_out() {
    let lines = "SUMMARY:Governors\nDTSTART:20270304T170000\nDESCRIPTION:Agenda to follow.\\n____________\\nMicrosoft Teams \
                 meeting\\nJoin: https://teams.microsoft.com/l/meetup-join/19\\nMeeting ID: 312 456\\nPasscode: \
                 aB3dE9\nLOCATION:https://hill.zoom.us/j/123?pwd=abc";
    let drafts = drafts(&[lines]);
    assert_eq!(body(&drafts[0]), "Agenda to follow.");
    assert!(!drafts[0].text.contains("place:"), "{}", drafts[0].text);
    assert!(notes(&drafts).contains("“Governors” has joining details"));
}

#[test]
fn descriptions_become_markdown_that_shows_the_same_words() {
    let of =
        |text: &str| body(&drafts(&[&format!("SUMMARY:A\nDTSTART:20270304T170000\nDESCRIPTION:{text}")])[0]).to_owned();
    assert_eq!(of("<p>The <b>hall</b>.</p><ul><li>Firms</li></ul>"), "The **hall**.\n\n- Firms");
    assert_eq!(of("2*3*4\\n# one\\n\\nmore"), "2\\*3\\*4\\\n\\# one\n\nmore");
    let outlook = drafts(&["SUMMARY:A\nDTSTART:20270304T170000\nX-ALT-DESC;FMTTYPE=text/html:<p>Only <i>here</i></p>"]);
    assert_eq!(body(&outlook[0]), "Only *here*");
}

#[test]
fn weekly_events_repeat_in_term_time() {
    let club = drafts(&[
        "UID:1\nSUMMARY:Club\nDTSTART;TZID=Europe/London:20270105T153000\nDTEND;TZID=Europe/London:20270105T163000\n\
                         RRULE:FREQ=WEEKLY;UNTIL=20270323T235959Z\nEXDATE;TZID=Europe/London:20270119T153000",
    ]);
    assert_eq!(
        when(&club),
        ["every: Tuesday date: 2027-01-05 until: 2027-03-23 except: [2027-01-19] starts: 15:30 ends: 16:30"]
    );
    // Half-term.
    assert!(notes(&club).contains("16 February 2027"), "{}", notes(&club));
    let fortnightly = drafts(&["SUMMARY:A\nDTSTART:20270105T153000\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3"]);
    assert_eq!(when(&fortnightly), ["every: other Tuesday date: 2027-01-05 until: 2027-02-02 starts: 15:30"]);
    let monthly = drafts(&["SUMMARY:A\nDTSTART:20260907T153000\nRRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=4"]);
    assert_eq!(when(&monthly), ["every: first Monday date: 2026-09-07 until: 2026-12-07 starts: 15:30"]);
    let added = drafts(&["SUMMARY:A\nDTSTART:20270302T154500\nRDATE:20270309T154500,20270316T154500"]);
    assert_eq!(when(&added), ["every: Tuesday date: 2027-03-02 until: 2027-03-16 starts: 15:45"]);
}

#[test]
fn dates_without_a_pattern_become_single_days() {
    let dates =
        drafts(&["SUMMARY:A\nDTSTART:20270302T154500\nRDATE:20270311T154500,20270319T154500\nEXDATE:20270302T154500"]);
    assert_eq!(when(&dates), ["date: 2027-03-11 starts: 15:45", "date: 2027-03-19 starts: 15:45"]);
    let several_days = drafts(&["SUMMARY:A\nDTSTART;VALUE=DATE:20270301\nDURATION:P2D\nRRULE:FREQ=WEEKLY;COUNT=2"]);
    assert_eq!(when(&several_days), ["date: 2027-03-01 until: 2027-03-02", "date: 2027-03-08 until: 2027-03-09"]);
}

#[test]
fn changes_of_single_dates_are_followed() {
    let club = "UID:1\nSUMMARY:Club\nDTSTART:20270302T153000\nRRULE:FREQ=WEEKLY;COUNT=4";
    let other = "UID:2\nSUMMARY:Choir\nDTSTART:20270302T153000\nRRULE:FREQ=WEEKLY;COUNT=4";
    let moved = "UID:1\nSUMMARY:Club\nRECURRENCE-ID:20270309T153000\nDTSTART:20270310T160000";
    let cancelled = "UID:1\nSUMMARY:Club\nRECURRENCE-ID:20270316T153000\nDTSTART:20270316T153000\nSTATUS:CANCELLED";
    let drafts = drafts(&[club, other, moved, cancelled]);
    assert_eq!(
        when(&drafts),
        [
            "every: Tuesday date: 2027-03-02 until: 2027-03-23 starts: 15:30",
            "every: Tuesday date: 2027-03-02 until: 2027-03-23 except: [2027-03-09, 2027-03-16] starts: 15:30",
            "date: 2027-03-10 starts: 16:00",
        ]
    );
    assert!(notes(&drafts).contains("“Club” is cancelled on 16 March 2027"), "{}", notes(&drafts));
}

#[test]
fn a_rule_that_cannot_be_read_is_reported() {
    let (drafts, findings) = calendar(&events(&["SUMMARY:A\nDTSTART:20270302T154500\nRRULE:W1 TU #10"]));
    assert_eq!(when(&drafts.expect("drafts")), ["date: 2027-03-02 starts: 15:45"]);
    assert!(findings.sorted()[0].message.contains("repeats"));
}

#[test]
fn cancelled_events_are_recognised() {
    let title = drafts(&["SUMMARY:Canceled: Visit\nDTSTART:20270304T170000"]);
    assert!(title[0].text.contains("title: \"Visit\"\n"), "{}", title[0].text);
    assert!(when(&title)[0].ends_with("cancelled: yes"));
    let method = events(&["SUMMARY:Visit\nDTSTART:20270304T170000"]).replace("VERSION:2.0", "METHOD:CANCEL");
    assert!(when(&calendar(&method).0.expect("drafts"))[0].ends_with("cancelled: yes"));
}

#[test]
fn old_encodings_and_split_characters_are_read() {
    for line in [
        b"SUMMARY:Caf\xE9 talk".as_slice(),
        b"SUMMARY:Caf\xC3\r\n \xA9 talk",
        b"SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9=\r\n talk",
        b"summary:Caf\xC3\xA9 talk",
    ] {
        let text =
            [b"begin:vcalendar\r\nBEGIN:VEVENT\r\n", line, b"\r\ndtstart:20270304T170000\r\nEND:VEVENT"].concat();
        let drafts = calendar_bytes(&text).0.expect("drafts");
        assert!(drafts[0].text.contains("title: \"Café talk\""), "{}", drafts[0].text);
    }
}

#[test]
fn a_very_long_line_is_read_in_time() {
    let line = format!("SUMMARY{}:A\nDTSTART:20270304T170000", ";A=\"b\"".repeat(200_000));
    let started = std::time::Instant::now();
    assert_eq!(drafts(&[&line]).len(), 1);
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

#[test]
fn a_calendar_without_events_names_what_it_has() {
    let (drafts, findings) = calendar("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nEND:VCALENDAR\n");
    assert!(drafts.is_none());
    assert!(findings.sorted()[0].message.contains("only tasks"));
}

proptest::proptest! {
    #[test]
    fn any_calendar_is_read_or_refused(lines: Vec<String>) {
        let _ = calendar(&events(&[&lines.join("\n")]));
    }
}
