//! Imported plans and events, from spreadsheets and calendars, read back by a build.

use fingerpost::import::SheetError;
use fingerpost::import::events::EventOptions;
use fingerpost::import::{Draft, SheetFile, events, programme, try_out};
use fingerpost::programme::{Audience, Programme};
use fingerpost::read::{Sources, document};
use fingerpost::report::{Code, ContentPath, Findings, Problem};
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
pub(super) fn read_back(drafts: &[Draft]) -> Programme {
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
    let school = (&read_back(&[]), facts());
    let drafts = programme::from_sheet(SheetFile { name, bytes }, false, school, &mut findings);
    (drafts, findings)
}

fn event_sheet(name: &str, bytes: &[u8], day_first: Option<bool>) -> (Option<Vec<Draft>>, Findings) {
    let mut findings = Findings::default();
    let options = EventOptions { day_first, ..EventOptions::default() };
    let drafts = events::from_sheet(SheetFile { name, bytes }, &options, &read_back(&[]), &mut findings);
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
    // Quotation marks are typeset when a file is read.
    let week = "National Careers Week: “Try it”";
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

fn fingerpost(folder: &std::path::Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    let output = command.current_dir(folder).args(arguments).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout) + &text(output.stderr))
}

/// A plan is imported into a new site, whose files have activities already.
#[test]
fn rows_for_all_groups_are_added_to_the_files_of_a_new_site() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = temporary.path();
    let run = |arguments: &[&str]| fingerpost(folder, arguments);
    assert_eq!(run(&["new", "school", "--today", "2026-11-25"]).0, Some(0));
    let plan = "Group,Term,Activity,Kind\nall,Autumn,Careers week assembly,assembly\nY9,Spring,Job match,lesson\n";
    std::fs::write(folder.join("plan.csv"), plan).expect("written");
    let site = camino::Utf8Path::from_path(folder).expect("a plain path").join("school");
    let before = crate::common::files_below(&site);
    let (code, shown) = run(&["import", "programme", "plan.csv", "school"]);
    assert_eq!(code, Some(0), "{shown}");
    for words in [
        "== programme/year-7.md: these are added, and everything in it stays as it is",
        "  - title: \"Careers week assembly\"",
        "1 row is for several groups. Its activity is in the file of each of them.",
        "Nothing was written. Add --write to write 5 files into school.",
    ] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    assert!(crate::common::files_below(&site) == before);
    let year_9 = site.join("programme/year-9.md");
    // Saved by Notepad, with a mark and its own line breaks.
    let text = std::fs::read_to_string(&year_9).expect("a plan").replace('\n', "\r\n");
    std::fs::write(&year_9, format!("\u{feff}{text}")).expect("written");
    let (code, shown) = run(&["import", "programme", "plan.csv", "school", "--write"]);
    assert_eq!(code, Some(0), "{shown}");
    let added = "  - title: \"Careers week assembly\"\r\n    when: [\"Autumn\"]\r\n    kind: assembly\r\n  \
                 - title: \"Job match\"\r\n    when: [\"Spring\"]\r\n    kind: lesson\r\n";
    let after = std::fs::read_to_string(&year_9).expect("a plan");
    assert!(after.contains(added), "{after}");
    assert_eq!(after.replace(added, ""), format!("\u{feff}{text}"));
    let written = crate::common::files_below(&site);
    let is_content = |path: &&String| !path.starts_with(".fingerpost/");
    assert!(written.keys().filter(is_content).eq(before.keys()), "no file is new");
    // A second time, there is nothing to add.
    let (code, shown) = run(&["import", "programme", "plan.csv", "school", "--write"]);
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("programme/year-9.md has 2 of the activities already."), "{shown}");
    assert!(crate::common::files_below(&site) == written);
    let (code, shown) = run(&["build", "school", "--today", "2026-11-25"]);
    assert_eq!(code, Some(0), "{shown}");
}

/// A list that can't be continued stays as it is, and keeps no other file from being extended.
#[test]
fn files_that_cannot_be_extended_are_named() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = temporary.path();
    let run = |arguments: &[&str]| fingerpost(folder, arguments);
    assert_eq!(run(&["new", "school", "--today", "2026-11-25"]).0, Some(0));
    std::fs::write(folder.join("plan.csv"), "Group,Activity,Kind\nall,Assembly,assembly\n").expect("written");
    std::fs::write(folder.join("school/programme/year-9.md"), "---\nactivities: []\n---\nText\n").expect("written");
    // The plan of Year 8 has another name.
    let read = |name: &str| std::fs::read_to_string(folder.join("school/programme").join(name)).expect("a plan");
    std::fs::rename(folder.join("school/programme/year-8.md"), folder.join("school/programme/Y8.md")).expect("renamed");
    let (code, shown) = run(&["import", "programme", "plan.csv", "school", "--write"]);
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("nothing can be added to programme/year-9.md") && !shown.contains("--replace"), "{shown}");
    assert_eq!(read("year-9.md"), "---\nactivities: []\n---\nText\n");
    assert!(read("Y8.md").contains("Assembly") && read("year-7.md").contains("Assembly"));
    assert!(!folder.join("school/programme/year-8.md").exists());
}

#[test]
fn an_activity_at_another_time_is_added() {
    let own = Draft {
        path: "programme/year-7.md".to_owned(),
        text: "---\nactivities:\n  - title: Careers assembly\n    when: autumn 1\n    kind: assembly\n---\nText\n"
            .to_owned(),
        addition: None,
        notes: Vec::new(),
    };
    let sheet = b"Group,When,Activity\nYear 7,Aut 1,Careers assembly\nYear 7,Spring 1,Careers assembly\nYear 7,,Careers assembly\n";
    let (file, school) = (SheetFile { name: "plan.csv", bytes: sheet }, read_back(&[own]));
    let drafts = programme::from_sheet(file, false, (&school, facts()), &mut Findings::default()).expect("drafts");
    let added = &drafts[0].addition.as_ref().expect("an addition").added;
    assert!(added.contains("Spring 1") && added.matches("title:").count() == 1, "{added}");
}

/// Whatever the order of the columns is.
#[test]
fn the_clearest_of_several_headings_is_read() {
    let (lines, notes) = listed("Day,Name,Date,Subject,Event\nThursday,Mr A,4 March 2027,Maths,Fair\n");
    assert_eq!(lines, ["title: Fair date: 2027-03-04"]);
    assert!(notes.contains("These columns were not read: Day, Name, Subject."), "{notes}");
    let drafts = plan("plan.csv", b"Name,Group,Activity\nMr A,Year 7,Fair\n").0.expect("drafts");
    assert!(drafts[0].text.contains("title: \"Fair\""), "{}", drafts[0].text);
}

#[test]
fn a_list_with_headings_only_is_empty() {
    let empty = SheetError::Empty.message();
    for (_, findings) in [plan("a.csv", b"Group,Activity\n"), event_sheet("a.csv", b"Date,Event\n", None)] {
        let messages: Vec<String> = findings.sorted().into_iter().map(|finding| finding.message).collect();
        assert_eq!(messages.join(" "), empty);
    }
}

#[test]
fn cells_that_may_name_a_person_are_reported() {
    let sheet = b"Group,Activity,Led by,Notes\nYear 7,A,Mr Patel,Ask Zofia\nYear 7,B,Head of Year 7,Bring a pen\n";
    let (drafts, findings) = plan("plan.csv", sheet);
    assert!(drafts.is_some());
    let messages: Vec<String> = findings.sorted().into_iter().map(|finding| finding.message).collect();
    assert_eq!(messages, ["cells C2 and D2 may name people"]);
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
fn an_unknown_time_is_reported_with_its_cell() {
    let (drafts, findings) = plan("plan.csv", b"Group,When,Activity\nYear 7,Trinity,A\nYear 9,Autumn,B\n");
    assert!(drafts.is_none());
    // All mistakes in one round.
    let messages: Vec<String> = findings.sorted().into_iter().map(|finding| finding.message).collect();
    let has = |words: &str| messages.iter().any(|message| message.contains(words));
    assert!(has("`Trinity` in cell B2") && has("`Year 9` in cell A3"), "{messages:?}");
}

#[test]
fn groups_and_times_are_read_as_schools_write_them() {
    let sheet = b"Careers plan 2026-27,,\nGroup,Term,Activity\nY7,Aut 2,A\nYr 7 & Y8,March 2027,B\n";
    let drafts = plan("plan.csv", sheet).0.expect("drafts");
    let titles: Vec<usize> = drafts.iter().map(|draft| draft.text.matches("- title:").count()).collect();
    assert_eq!(titles, [2, 1]);
    read_back(&drafts);
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
    assert_eq!((fair.title.as_str(), fair.date), ("Careers fair: 40 stands, “yes”", date(2027, 3, 4)));
    assert_eq!(fair.times, Some((time(17, 30, 0, 0), Some(time(19, 0, 0, 0)))));
    assert_eq!((fair.groups.as_slice(), fair.place.as_deref()), ([0].as_slice(), Some("Hall")));
    assert_eq!(fair.audiences.0, [Audience::Pupils, Audience::Parents]);
}

/// The lines of the drafts of a list of events that say what and when.
fn listed(sheet: &str) -> (Vec<String>, String) {
    let drafts = event_sheet("a.csv", sheet.as_bytes(), None).0.expect("drafts");
    read_back(&drafts);
    let keys = ["title", "date", "until", "starts", "ends"];
    let is_known = |line: &&str| line.split_once(": ").is_some_and(|(key, _)| keys.contains(&key));
    let lines = drafts.iter().map(|draft| draft.text.lines().filter(is_known).collect::<Vec<_>>().join(" "));
    let notes = drafts.iter().flat_map(|draft| draft.notes.clone()).collect::<Vec<_>>().join(" ");
    (lines.map(|lines| lines.replace('"', "")).collect(), notes)
}

#[test]
fn days_and_hours_are_read_as_people_write_them() {
    let sheet = "Date,Event\n15-19 March 2027,A\n29 March to 2 April 2027,B\nMon 15 - Fri 19 March 2027,C\n\
                 22nd March 2027,D\n4 March 2027 6:00 pm,E\n2027-03-04T18:30:00,F\n";
    let expected = [
        "title: A date: 2027-03-15 until: 2027-03-19",
        "title: B date: 2027-03-29 until: 2027-04-02",
        "title: C date: 2027-03-15 until: 2027-03-19",
        "title: D date: 2027-03-22",
        "title: E date: 2027-03-04 starts: 18:00",
        "title: F date: 2027-03-04 starts: 18:30",
    ];
    assert_eq!(listed(sheet).0, expected);
    let in_figures = "Date,Event\n22/03/2027 - 26/03/2027,A\n23/03/2027 18:00-20:00,B\n24/03/2027 6pm,C\n\
                      25 March 2027 6-8pm,D\n26 March 2027 11.30am to 1pm,E\n2027-03-27T00:00:00,F\n";
    let expected = [
        "title: A date: 2027-03-22 until: 2027-03-26",
        "title: B date: 2027-03-23 starts: 18:00 ends: 20:00",
        "title: C date: 2027-03-24 starts: 18:00",
        "title: D date: 2027-03-25 starts: 18:00 ends: 20:00",
        "title: E date: 2027-03-26 starts: 11:30 ends: 13:00",
        "title: F date: 2027-03-27",
    ];
    assert_eq!(listed(in_figures).0, expected);
    for wrong in
        ["31 February 2027", "24/03/2027 evening", "24/03/2027 18:00 - 25/03/2027 10:00", "4 March 2027 20:00-18:00"]
    {
        let findings = event_sheet("a.csv", format!("Date,Event\n{wrong},A\n").as_bytes(), None).1.sorted();
        assert!(findings[0].message.contains(&format!("`{wrong}` in cell A2")), "{findings:?}");
    }
}

#[test]
fn calendars_saved_as_sheets_are_read_without_private_events() {
    let google = "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\n\
                  Inset,06/07/2027,12:00:00 AM,06/08/2027,12:00:00 AM,True,,,False\n\
                  Fair,06/25/2027,5:30:00 PM,06/25/2027,7:00:00 PM,False,Join: https://meet.google.com/abc,Hall,False\n\
                  About a pupil,06/25/2027,5:30:00 PM,06/25/2027,7:00:00 PM,False,,Hall,True\n";
    let (lines, notes) = listed(google);
    assert_eq!(lines, ["title: Inset date: 2027-06-07", "title: Fair date: 2027-06-25 starts: 17:30 ends: 19:00"]);
    assert!(notes.contains("One private entry") && notes.contains("“Fair” has joining details"), "{notes}");
}

#[test]
fn an_event_is_private_if_any_column_marks_it() {
    let sheet = "Date,Event,Private,Sensitivity\n2027-03-04,A,False,Normal\n2027-03-04,B,False,Confidential\n2027-03-04,C,True,Normal\n";
    assert_eq!(listed(sheet).0, ["title: A date: 2027-03-04"]);
    let of_calendar = "Date,Event,Class\n2027-03-04,A,PUBLIC\n2027-03-04,B,PRIVATE\n";
    assert_eq!(listed(of_calendar).0, ["title: A date: 2027-03-04"]);
    let (none, findings) = event_sheet("a.csv", b"Date,Event,Private\n2027-03-04,A,True\n", None);
    assert!(none.is_none());
    assert_eq!(findings.sorted()[0].message, SheetError::AllPrivate.message());
}

#[test]
fn groups_of_events_are_read_as_schools_write_them() {
    let school = sources(&[]);
    let documents = school.documents.into_iter().map(|file| {
        let text =
            file.source.text.replace("groups: [Year 7, Year 8]", "groups: [Year 7, Health and Social Care, Art]");
        document(file.source.path.clone(), text.into_bytes(), &mut Findings::default()).expect("a file")
    });
    let school = Sources { documents: documents.collect(), ..Sources::default() };
    let college = fingerpost::programme::load(&school, facts(), crate::common::today(), &mut Findings::default())
        .expect("a programme");
    for (cell, groups) in [
        ("Health and Social Care", Some("groups: [\"Health and Social Care\"]")),
        ("\"Y7, Art\"", Some("groups: [\"Year 7\", \"Art\"]")),
        ("all", Some("audiences: [staff]\ndraft: yes")),
        ("7B", None),
    ] {
        let text = format!("Date,Event,Class\n2027-03-04,A,{cell}\n");
        let file = SheetFile { name: "a.csv", bytes: text.as_bytes() };
        let mut findings = Findings::default();
        let drafts = events::from_sheet(file, &EventOptions::default(), &college, &mut findings);
        match groups {
            Some(groups) => assert!(drafts.expect("drafts")[0].text.contains(groups), "{groups}"),
            None => assert!(findings.sorted()[0].message.contains("`7B` in cell C2")),
        }
    }
}

#[test]
fn joining_details_in_any_column_are_left_out() {
    let sheet = "Date,Event,About,Description\n2027-03-04,Talk https://zoom.us/j/1,Join: https://us02web.zoom.us/j/123,\"Zoom ID: 812, passcode 44\"\n";
    let drafts = event_sheet("a.csv", sheet.as_bytes(), None).0.expect("drafts");
    let text = &drafts[0].text;
    assert!(text.contains("title: \"Talk\"") && !text.contains("zoom") && !text.contains("44"), "{text}");
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
    assert_eq!(read("Date,Event\n25/3/2027,A\n3/25/2027,B\n", None).1, Some(SheetError::MixedOrderInList.message()));
    let words = "Date,Event\n4 March 2027,Fair\n2027-03-05,Fair\n";
    assert!(read(words, None).0.is_some());
}

proptest::proptest! {
    #[test]
    fn any_sheet_is_read_or_refused(lines: Vec<String>) {
        let text = format!("Date,Event,Group,Activity\n{}\n", lines.join("\n"));
        let _ = event_sheet("a.csv", text.as_bytes(), None);
    }
}
