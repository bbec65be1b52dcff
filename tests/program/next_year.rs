//! `year next` and `year undo` on whole folders: the example, random programmes, and programs that are killed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use camino::Utf8PathBuf;
use fingerpost::framework::Facts;
use fingerpost::programme::Programme;
use fingerpost::report::{Findings, Severity};
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tempfile::TempDir;

use crate::common;

const KILLS: u32 = 6;

struct School {
    temporary: TempDir,
}

impl School {
    fn new() -> Self {
        Self { temporary: TempDir::new().expect("a folder") }
    }

    fn example() -> Self {
        let school = Self::new();
        for (path, bytes) in common::files_below(&common::folder("content-example")) {
            school.write(&path, &bytes);
        }
        school
    }

    /// A school with a few events and texts.
    fn small() -> Self {
        let school = Self::new();
        let event = |title: &str, keys: &str| format!("---\ntitle: {title}\naudiences: [pupils, parents]\n{keys}---\n");
        for (path, text) in [
            ("school.yaml", format!("{SCHOOL}{THREE}")),
            ("team.yaml", TEAM.to_owned()),
            ("events/2027-03-04-careers-fair.md", event("Careers fair", "needs: Exhibitors\nneeds-by: 2027-01-29\n")),
            ("events/2026-11-12-college.md", event("Meet the college", "groups: [Year 11]\n")),
            ("events/2027-01-13-ucas.md", event("UCAS deadline", "kind: deadline\n")),
            ("events/drop-in.md", event("Drop-in", "every: Tuesday\nexcept: [2026-11-24]\n")),
            ("events/clinic.md", event("Clinic", "every: other Friday\n")),
            ("programme/year-9.md", "---\ntheme: Choosing\n---\nCome to the fair on 4 March 2027.\n".to_owned()),
            ("parents.md", "See [the fair on 4 March](events/2027-03-04-careers-fair.md).\n".to_owned()),
            ("evaluation/actions.yaml", ACTIONS.to_owned()),
        ] {
            school.write(path, text);
        }
        school
    }

    fn folder(&self) -> Utf8PathBuf {
        Utf8PathBuf::from_path_buf(self.temporary.path().join("careers")).expect("Unicode")
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, bytes).expect("written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder().join(path)).expect(path)
    }

    /// Every file but those of `.fingerpost`.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let files = common::files_below(&self.folder());
        files.into_iter().filter(|(path, _)| !path.starts_with(".fingerpost/")).collect()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(arguments).current_dir(self.temporary.path());
        command
    }

    fn run(&self, arguments: &[&str]) -> (Output, String) {
        let output = self.command(arguments).output().expect("the program");
        let text = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
        (output, String::from_utf8(text).expect("UTF-8"))
    }

    /// Moves on to the next year.
    fn move_on(&self, today: &str) -> String {
        let (output, text) = self.run(&["year", "next", "careers", "--today", today, "--write"]);
        assert!(output.status.success(), "{text}");
        text
    }

    /// The programme on a day, without errors in it.
    fn programme(&self, today: Date) -> Programme {
        let facts = Facts::load().expect("the data files parse");
        let mut findings = Findings::default();
        let loaded = fingerpost::load_programme(&self.folder(), &facts, today, &mut findings);
        let errors: Vec<String> = findings
            .sorted()
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| format!("{}: {}", finding.place.path(), finding.message))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        loaded.expect("a programme").1
    }
}

/// The days of every event that is not repeated, by title.
fn days(programme: &Programme) -> BTreeMap<String, Date> {
    programme.events.iter().map(|event| (event.title.clone(), event.date)).collect()
}

fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[test]
fn the_example_moves_on_twice_and_back() {
    let school = School::example();
    let first = school.files();
    let before = days(&school.programme(date(2027, 7, 22)));
    let mut earlier = before.clone();
    for (today, year, archive) in [("2027-07-22", 2027, "2026-27"), ("2028-07-24", 2028, "2027-28")] {
        let results: Vec<_> = school.files().into_iter().filter(|(path, _)| path.starts_with("evaluation/")).collect();
        let text = school.move_on(today);
        assert!(text.contains(&format!("The old texts are in archive/{archive}/,")), "{text}");
        assert!(school.read(&format!("archive/{archive}/what-changed.csv")).contains("UCAS"));
        let programme = school.programme(today.parse().expect("a day"));
        assert_eq!(programme.year.starts, date(year, 9, 1));
        for event in &programme.events {
            let was_in_school = earlier.get(&event.title).is_some_and(|day| is_weekday(*day));
            let in_school = is_weekday(event.date) && programme.year.in_session(event.date);
            let is_to_come = event.title.ends_with("results day");
            let is_before_term = event.title.starts_with("Staff training");
            assert!(in_school || !was_in_school || is_before_term || is_to_come, "{}", event.title);
            assert!(programme.year.contains(event.date) || is_to_come, "{} is on {}", event.title, event.date);
        }
        let now: Vec<_> = school.files().into_iter().filter(|(path, _)| path.starts_with("evaluation/")).collect();
        assert!(results == now, "results stay as they are");
        earlier = days(&programme);
    }
    // What others set is a draft without a day, and everything else is there.
    let drafts = ["Early UCAS deadline", "National Apprenticeship Week", "National Careers Week"];
    assert!(drafts.iter().all(|title| before.contains_key(*title) && !earlier.contains_key(*title)));
    assert_eq!(earlier.len(), before.len() - 7, "six days of others and one cancelled event");
    let (_, text) = school.run(&["check", "careers", "--today", "2028-07-24"]);
    assert!(!text.contains("[unknown-file]"), "{text}");
    // Nobody has reviewed the example, before and after.
    let text = text.replace("must[review-past]", "");
    assert!(!text.contains("error[") && !text.contains("must["), "{text}");
    // Only the last change can be taken back.
    assert!(school.run(&["year", "undo", "careers"]).0.status.success());
    assert!(school.read("school.yaml").contains("label: 2027-28"));
    assert_eq!(school.run(&["year", "undo", "careers"]).0.status.code(), Some(2));
    assert_ne!(school.files(), first);
}

#[test]
fn undo_gives_back_every_byte_unless_something_was_edited() {
    let school = School::small();
    let before = school.files();
    school.move_on("2027-07-22");
    for (path, bytes) in before.iter().filter(|(path, _)| !path.starts_with("evaluation/")) {
        assert_eq!(school.read(&format!("archive/2026-27/{path}")).as_bytes(), bytes, "{path}");
    }
    assert!(!school.folder().join("archive/2026-27/evaluation").exists());
    assert!(school.read("programme/year-9.md").ends_with("Come to the fair on 2 March 2028.\n"));
    assert!(school.read("parents.md").contains("[the fair on 2 March](events/2028-03-02-careers-fair.md)"));
    assert!(
        school.read("events/drop-in.md").contains("except: [2027-11-23]\n"),
        "{}",
        school.read("events/drop-in.md")
    );
    let fair = "events/2028-03-02-careers-fair.md";
    let moved = school.read(fair);
    assert!(moved.contains("\n# In 2026-27 this was on Thursday 4 March 2027. Check the day"), "{moved}");
    assert!(moved.contains("the next.\nconfirm: yes\nwas: [2027-03-04-careers-fair]\n"), "{moved}");
    school.write(fair, moved.replace("confirm: yes\n", ""));
    let edited = school.files();
    let (output, text) = school.run(&["year", "undo", "careers"]);
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains(fair), "{text}");
    assert_eq!(school.files(), edited);
    school.write(fair, moved);
    assert!(school.run(&["year", "undo", "careers"]).0.status.success());
    assert_eq!(school.files(), before);
}

#[test]
fn a_review_that_is_due_and_not_done_is_not_put_off() {
    let school = School::small();
    for (due, updated, expected) in [
        ("2027-07-16", "last-updated: 2026-11-20", "2027-07-16"),
        ("2027-07-16", "last-updated: October 2026", "2027-07-16"),
        ("2027-07-16", "last-updated: 2027-07-15", "2028-07-14"),
        ("2027-07-16", "last_updated: 2027-07-15", "2028-07-14"),
        ("Summer term 2027", "last-updated: 2026-09-10", "Summer term 2027"),
        ("Summer term 2027", "last-updated: June 2027", "Summer term 2028"),
        ("Summer term", "last-updated: 2026-09-10", "Summer term"),
        ("Summer term", "last-updated: 2027-06-10", "Summer term"),
    ] {
        let reviews = format!("reviews:\n  next-review: {due}\n  {updated}\n");
        school.write("school.yaml", format!("{SCHOOL}{THREE}{reviews}"));
        let text = school.move_on("2027-07-22");
        let next = school.read("school.yaml");
        assert!(next.contains(&format!("next-review: {expected}\n")), "{due}, {updated}: {text}");
        let list = school.read("archive/2026-27/what-changed.csv");
        let row = list.lines().find(|row| row.contains("reviews.next-review")).unwrap_or_default();
        let is_done = updated.contains("2027");
        assert_eq!(row.contains("not marked as done"), !is_done, "{due}, {updated}: {list}");
        // Its line in the file as it was.
        assert!(row.ends_with("school.yaml,,12") || is_done && due == "Summer term", "{row}");
        assert!(school.run(&["year", "undo", "careers"]).0.status.success());
    }
}

#[test]
fn days_with_commas_between_them_become_halves_of_terms() {
    let school = School::small();
    for (written, expected) in [
        ("2027-03-04, 2027-03-11", "spring 2"),
        ("4 March 2027, autumn", "spring 2, autumn"),
        ("Thursday 4 March 2027, May 2027", "spring 2, May 2028"),
        ("[2027-03-04, 2027-03-11]", "[spring 2, spring 2]"),
    ] {
        let text = format!("---\ntheme: Choosing\nactivities:\n  - title: Mentoring\n    when: {written}\n---\n");
        school.write("programme/year-9.md", text);
        school.move_on("2027-07-22");
        let next = school.read("programme/year-9.md");
        assert!(next.contains(&format!("when: {expected}\n")), "{written}: {next}");
        assert!(school.run(&["year", "undo", "careers"]).0.status.success());
    }
}

#[test]
fn a_week_that_begins_on_a_bank_holiday_ends_on_its_friday() {
    let school = School::small();
    school.write(
        "events/2027-04-26-work.md",
        "---\ntitle: Work experience\naudiences: [pupils]\nuntil: 2027-04-30\nneeds: Helpers\nneeds-by: 2027-04-26\n---\n\
         From Monday 26 to Friday 30 April 2027.\n",
    );
    school.move_on("2027-07-22");
    let work = school.read("events/2028-05-02-work.md");
    assert!(work.contains("until: 2028-05-05\n") && work.contains("needs-by: 2028-05-02\n"), "{work}");
}

#[test]
fn names_of_files_with_dates_stay() {
    let school = School::small();
    let text =
        "![Poster](../media/fair-04-03-2027.jpg) [More](https://a.example/open-day/04/03/2027/) Fair: 04/03/2027.\n";
    school.write("programme/year-9.md", format!("---\ntheme: Choosing\n---\n{text}"));
    school.move_on("2027-07-22");
    let next = school.read("programme/year-9.md");
    assert!(next.ends_with(&text.replace("Fair: 04/03/2027", "Fair: 02/03/2028")), "{next}");
}

#[test]
fn only_events_of_earlier_years_are_over() {
    let school = School::small();
    school.write("school.yaml", format!("{SCHOOL}{THREE}").replace("starts: 2026-09-02", "starts: 2026-08-26"));
    let event = |keys: &str| format!("---\ntitle: An event\naudiences: [pupils]\n{keys}---\n");
    school.write("events/club.md", event("every: Tuesday\ndate: 2025-09-09\n"));
    school.write("events/2026-08-27-welcome.md", event(""));
    school.write("events/2026-07-01-old.md", event(""));
    school.move_on("2027-07-22");
    let club = school.read("events/club.md");
    assert!(club.contains("date: 2025-09-09\n") && club.contains("confirm: yes\n"), "{club}");
    let names: Vec<String> = school.files().into_keys().filter(|path| path.starts_with("events/2")).collect();
    assert!(names.iter().any(|name| name.ends_with("-welcome.md")), "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with("-old.md")), "{names:?}");
}

#[test]
fn an_event_in_a_national_week_keeps_its_weekday() {
    let school = School::small();
    let school_yaml = format!("{SCHOOL}{THREE}").replace("2026-27", "2024-25");
    school.write("school.yaml", school_yaml.replace("2027-", "2025-").replace("2026-", "2024-"));
    let event = |keys: &str| format!("---\ntitle: National Careers Week\naudiences: [pupils]\n{keys}---\n");
    school.write("events/2025-03-06-panel.md", event("needs: Speakers\nneeds-by: 2025-02-27\n"));
    school.write("events/2025-03-03-week.md", event("until: 2025-03-07\n"));
    let (output, text) = school.run(&["year", "next", "careers", "--today", "2025-07-22", "--write"]);
    assert!(output.status.success(), "{text}");
    let panel = school.read("events/2026-03-05-panel.md");
    assert!(panel.contains("needs-by: 2026-02-26\n") && panel.contains("confirm: yes\n"), "{panel}");
    assert!(!panel.contains("until:"), "{panel}");
    let week = school.read("events/2026-03-02-week.md");
    assert!(week.contains("until: 2026-03-07\n") && !week.contains("confirm:"), "{week}");
}

#[test]
fn days_off_that_can_not_move_are_listed() {
    let school = School::small();
    let event = "---\ntitle: Club\naudiences: [pupils]\nevery: Monday\nexcept: [2027-04-26, 2026-11-23]\n---\n";
    school.write("events/club.md", event);
    school.move_on("2027-07-22");
    assert!(school.read("events/club.md").contains("except: [2027-11-22]\n"));
    let list = school.read("archive/2026-27/what-changed.csv");
    assert!(list.contains("Club: except,2027-04-26,,,events/club.md,"), "{list}");
    assert!(list.contains("Club: except,2026-11-23,2027-11-22,,events/club.md,"), "{list}");
}

#[test]
fn what_can_not_be_moved_is_named_with_what_to_do() {
    let school = School::small();
    let starts = format!("{SCHOOL}{THREE}").replace("label: 2026-27", "label: 2025-26");
    school.write("school.yaml", starts);
    let (_, text) = school.run(&["year", "next", "careers", "--today", "2027-07-22"]);
    let expected = "school.yaml calls the year `2025-26`, but it begins on 1 September 2026. Correct `starts:`, or write the \
                    label as 2026-27. Nothing was changed.";
    assert!(text.contains(expected), "{text}");
    school.write("school.yaml", format!("{SCHOOL}{THREE}"));
    school.write("events/2027-03-11-a.md", "---\ntitle: &name A talk\nplace: *name\naudiences: [pupils]\n---\n");
    let (_, text) = school.run(&["year", "next", "careers", "--today", "2027-07-22"]);
    let expected = "events/2027-03-11-a.md can't be moved to the next year, because it has a name for a value (“&name”). Write \
                    the value out in each place, then try again. Nothing was changed.";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_translation_is_listed_for_the_days_in_its_text() {
    let school = School::small();
    let text = |body: &str| format!("---\ntitle: Pomoc\ntranslated: 2026-11-16\n---\n{body}\n");
    school.write("pages/help.md", "---\ntitle: Help\n---\nAsk us.\n");
    for (body, is_listed) in [("Pytaj.", false), ("4 marca 2027.", true)] {
        school.write("pages/help.pl.md", text(body));
        let (output, shown) = school.run(&["year", "next", "careers", "--today", "2027-07-22"]);
        assert!(output.status.success(), "{shown}");
        assert_eq!(shown.contains("text in another language"), is_listed, "{body}: {shown}");
    }
}

#[test]
fn what_is_still_to_come_stays_until_its_day() {
    let school = School::small();
    let event = |keys: &str| format!("---\naudiences: [pupils]\n{keys}---\n");
    school.write("events/2027-08-19-results.md", event("title: GCSE results day\n"));
    let text = "Come on Wednesday 28 July 2027. Send the form by 19 July 2027. GCSE results: 19 August 2027.\n";
    let summer = event("title: Summer school\nid: summer\nuntil: 2027-07-30\n");
    school.write("events/2027-07-28-summer.md", format!("\n{summer}{text}"));
    school.move_on("2027-07-22");
    let days = |today| {
        let events = school.programme(today).events;
        events.into_iter().map(|event| (event.title.clone(), event.date)).collect::<BTreeSet<(String, Date)>>()
    };
    let summer = days(date(2027, 7, 22));
    assert!(summer.contains(&("GCSE results day".into(), date(2027, 8, 19))), "{summer:?}");
    assert_eq!(summer.iter().filter(|(title, _)| title == "Summer school").count(), 2);
    assert!(school.read("events/results.md").contains("draft: yes"));
    let next = school.files().into_keys().find(|path| path.starts_with("events/2028-") && path.ends_with("summer.md"));
    let next = school.read(&next.expect("a copy"));
    assert!(next.ends_with("July 2028. Send the form by 17 July 2028. GCSE results: 19 August 2027.\n"), "{next}");
    let (_, text) = school.run(&["check", "careers", "--today", "2027-07-22", "--only", "outside-year"]);
    assert!(!text.contains("outside-year"), "{text}");
    let (_, text) = school.run(&["check", "careers", "--today", "2027-09-02", "--only", "outside-year"]);
    assert!(text.contains("2027-08-19-results.md") && text.contains("2027-07-28-summer.md"), "{text}");
}

#[test]
fn nothing_is_written_without_the_word_and_never_two_years_at_once() {
    let school = School::small();
    let before = school.files();
    let table = school.temporary.path().join("table.csv");
    let (output, text) = school.run(&["year", "next", "careers", "--today", "2027-07-22", "--table", "table.csv"]);
    assert!(output.status.success() && text.contains("Add --write to change"), "{text}");
    assert_eq!(school.files(), before);
    let csv = fs::read_to_string(&table).expect("the table");
    assert!(csv.starts_with("\u{feff}Sure?,Why,What,Was,Becomes,Perhaps,File,New file,Line"), "{csv}");
    let fair = "Careers fair,Thursday 4 March 2027,Thursday 2 March 2028,,events/2027-03-04-careers-fair.md,\
                events/2028-03-02-careers-fair.md,";
    assert!(csv.contains(fair) && !csv.contains("# In 2026-27"), "{csv}");
    let (output, text) = school.run(&["year", "next", "careers", "--today", "2027-07-22", "--table", "table.csv"]);
    assert!(output.status.code() == Some(2) && text.contains("already exists"), "{text}");
    school.move_on("2027-07-22");
    let moved = school.files();
    let (output, text) = school.run(&["year", "next", "careers", "--today", "2027-07-22", "--write"]);
    assert!(output.status.code() == Some(2) && text.contains("2027-28 has not begun yet"), "{text}");
    assert_eq!(school.files(), moved);
}

#[test]
fn the_workbook_has_the_same_rows() {
    use calamine::{Reader, Xlsx};
    let school = School::small();
    for table in ["table.xlsx", "table.csv"] {
        let (output, text) = school.run(&["year", "next", "careers", "--today", "2027-07-22", "--table", table]);
        assert!(output.status.success(), "{text}");
    }
    let path = school.temporary.path().join("table.xlsx");
    let mut workbook: Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    let sheet = workbook.worksheet_range("Next year").expect("the sheet");
    let cells = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = sheet.rows().map(cells).collect();
    let csv = fs::read(school.temporary.path().join("table.csv")).expect("the table");
    let csv = csv.strip_prefix("\u{feff}".as_bytes()).expect("a byte-order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv);
    let records = reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect());
    assert_eq!(rows, records.collect::<Vec<Vec<String>>>());
}

#[test]
fn a_council_list_decides_the_terms() {
    let school = School::small();
    school.write("school.yaml", format!("{SCHOOL}{THREE}  closed: [2026-11-27, 2027-06-28]\n"));
    let list = "Autumn term: Friday 3 September to Friday 17 December 2027\nHalf term: 18 to 29 October 2027\n\
                Spring term: 5 January to 31 March 2028\nHalf term: 21 to 25 February 2028\n\
                Summer term: 18 April to 20 July 2028\nHalf term: 29 May to 2 June 2028\nINSET day: Thursday 2 September 2027\n";
    fs::write(school.temporary.path().join("terms.txt"), list).expect("written");
    let arguments = ["year", "next", "careers", "--today", "2027-07-22", "--terms", "terms.txt", "--write"];
    let (output, text) = school.run(&arguments);
    assert!(output.status.success(), "{text}");
    let year = school.programme(date(2027, 7, 22)).year;
    assert_eq!(
        (year.terms[0].starts, year.terms[0].half_term),
        (date(2027, 9, 3), Some((date(2027, 10, 18), date(2027, 10, 29))))
    );
    assert_eq!((year.terms[2].ends, year.closed), (date(2028, 7, 20), vec![date(2027, 9, 2)]));
    assert!(!school.read("school.yaml").contains("confirm:"), "a council's terms need no confirmation");
    let rows = school.read("archive/2026-27/what-changed.csv");
    let closed = "year.closed,\"27 November 2026, 28 June 2027\",2 September 2027,";
    assert!(rows.lines().any(|row| row.starts_with("to decide,") && row.contains(closed)), "{rows}");
    fs::write(school.temporary.path().join("terms.txt"), "Term starts: 4 September 2028").expect("written");
    let (output, text) = school.run(&["year", "next", "careers", "--today", "2028-07-22", "--terms", "terms.txt"]);
    assert!(output.status.code() == Some(1) && text.contains("when does the term end"), "{text}");
}

#[test]
#[cfg_attr(not(feature = "slow-tests"), ignore = "slow")]
fn a_killed_change_is_the_old_year_or_the_new_one() {
    let school = School::small();
    let old = school.files();
    school.move_on("2027-07-22");
    let new = school.files();
    assert!(school.run(&["year", "undo", "careers"]).0.status.success());
    let pending = school.folder().join(".fingerpost/changes/pending");
    let mut completed = 0;
    for kill in 0..KILLS {
        let mut child = school
            .command(&["year", "next", "careers", "--today", "2027-07-22", "--write"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program");
        let until = Instant::now() + Duration::from_secs(20);
        while !pending.exists() && child.try_wait().expect("a state").is_none() && Instant::now() < until {}
        std::thread::sleep(Duration::from_millis(u64::from(kill) * 4));
        child.kill().expect("killed");
        child.wait().expect("ended");
        let is_interrupted = pending.exists();
        // Whatever runs next completes it.
        let (_, text) = school.run(&["check", "careers", "--today", "2027-07-22"]);
        completed += u32::from(is_interrupted && text.contains("Completed a change of several files"));
        let found = school.files();
        assert!(found == old || found == new, "after kill {kill}: {:?}", found.keys().collect::<Vec<_>>());
        if found == new {
            assert!(school.run(&["year", "undo", "careers"]).0.status.success());
        }
    }
    assert!(completed > 0, "no kill was in the middle");
}

/// A random event: its day in the year, whether it is repeated, and its group.
#[derive(Clone, Debug)]
struct RandomEvent {
    day: i64,
    lasts: i64,
    group: u8,
    is_repeated: bool,
    is_cancelled: bool,
    needs_before: Option<i64>,
}

fn random_event() -> impl Strategy<Value = RandomEvent> {
    (0..365_i64, 0..5_i64, 7..12_u8, prop::bool::weighted(0.1), prop::bool::weighted(0.1), prop::option::of(1..60_i64))
        .prop_map(|(day, lasts, group, is_repeated, is_cancelled, needs_before)| RandomEvent {
            day,
            lasts,
            group,
            is_repeated,
            is_cancelled,
            needs_before,
        })
}

const SCHOOL: &str = "name: A School\nkind: academy\ngroups: [Year 7, Year 8, Year 9, Year 10, Year 11]\nyear:\n  label: 2026-27\n  \
                      starts: 2026-09-01\n  terms:\n";
const THREE: &str = "    - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18, half-term: { starts: 2026-10-26, ends: 2026-10-30 } }\n    \
                     - { name: Spring, starts: 2027-01-04, ends: 2027-03-25, half-term: { starts: 2027-02-15, ends: 2027-02-19 } }\n    \
                     - { name: Summer, starts: 2027-04-12, ends: 2027-07-21, half-term: { starts: 2027-05-31, ends: 2027-06-04 } }\n";
const SIX: &str = "    - { name: Term 1, starts: 2026-09-02, ends: 2026-10-23 }\n    - { name: Term 2, starts: 2026-11-02, ends: 2026-12-18 }\n    \
                   - { name: Term 3, starts: 2027-01-04, ends: 2027-02-12 }\n    - { name: Term 4, starts: 2027-02-22, ends: 2027-03-25 }\n    \
                   - { name: Term 5, starts: 2027-04-12, ends: 2027-05-28 }\n    - { name: Term 6, starts: 2027-06-07, ends: 2027-07-21 }\n";

const TEAM: &str = "people:\n  - { name: Mr A Person, role: careers-leader, email: careers@a.example }\n";
const ACTIONS: &str = "actions:\n  - { said: More visits, by: pupils, did: We ask each firm, due: 2027-03-18 }\n";

fn event_text(number: usize, event: &RandomEvent, first: Date) -> String {
    let mut text = format!("---\ntitle: Event {number}\naudiences: [pupils]\ngroups: [Year {}]\n", event.group);
    if event.is_repeated {
        text.push_str("every: Tuesday\n");
    } else if event.lasts > 0 {
        let last = first.checked_add(jiff::Span::new().days(event.lasts)).expect("a day");
        text.push_str(&format!("until: {last}\n"));
    }
    if let Some(before) = event.needs_before.filter(|_| !event.is_repeated) {
        let by = first.checked_sub(jiff::Span::new().days(before)).expect("a day");
        text.push_str(&format!("needs: Help\nneeds-by: {by}\n"));
    }
    if event.is_cancelled {
        text.push_str("cancelled: yes\n");
    }
    text + "---\n"
}

fn check_random_programme(terms: &str, events: &[RandomEvent]) {
    let school = School::new();
    school.write("school.yaml", format!("{SCHOOL}{terms}"));
    school.write("team.yaml", TEAM);
    for (number, event) in events.iter().enumerate() {
        let first = date(2026, 9, 1).checked_add(jiff::Span::new().days(event.day)).expect("a day");
        let path =
            if event.is_repeated { format!("events/{number}.md") } else { format!("events/{first}-{number}.md") };
        school.write(&path, event_text(number, event, first));
    }
    let old = school.programme(date(2027, 7, 22));
    school.move_on("2027-07-22");
    let new = school.programme(date(2027, 7, 22));
    let titles: BTreeSet<&str> = new.events.iter().map(|event| event.title.as_str()).collect();
    let mut in_order: Vec<(Date, Date)> = Vec::new();
    for before in &old.events {
        let is_to_come = before.until >= date(2027, 7, 22);
        assert_eq!(titles.contains(before.title.as_str()), !before.is_cancelled() || is_to_come, "{}", before.title);
        // This year's event, if it is still to come, is the first.
        let Some(after) = new.events.iter().rev().find(|event| event.title == before.title) else { continue };
        assert_eq!(before.groups, after.groups, "{}", before.title);
        if before.until < date(2027, 7, 22) {
            assert!(new.year.contains(after.date), "{} on {}", after.title, after.date);
        }
        let is_school_day = |programme: &Programme, day: Date| is_weekday(day) && programme.year.in_session(day);
        if is_school_day(&old, before.date) {
            assert!(is_school_day(&new, after.date), "{} on {}", after.title, after.date);
        }
        let lasted = |first: Date, last: Date| (last - first).get_days();
        let is_repeated = school.read(&format!("archive/2026-27/{}", before.prose.path())).contains("every:");
        if !is_repeated {
            if before.date.weekday() == after.date.weekday() {
                assert_eq!(lasted(before.date, before.until), lasted(after.date, after.until), "{}", before.title);
            }
            if is_school_day(&old, before.date) && before.date.weekday() == after.date.weekday() {
                in_order.push((before.date, after.date));
            }
        }
    }
    in_order.sort_unstable();
    let monday = |day: Date| day.checked_sub(jiff::Span::new().days(i64::from(day.weekday().to_monday_zero_offset())));
    for pair in in_order.windows(2) {
        let weeks = (monday(pair[0].1).expect("a day"), monday(pair[1].1).expect("a day"));
        assert!(weeks.0 <= weeks.1, "{pair:?}");
    }
    assert!(school.run(&["year", "undo", "careers"]).0.status.success());
}

#[test]
fn random_programmes_keep_weekdays_order_and_groups() {
    let cases = std::env::var("FINGERPOST_YEARS").map_or(4, |cases| cases.parse().expect("a number"));
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let programmes = (prop::bool::ANY, prop::collection::vec(random_event(), 1..20));
    let result = runner.run(&programmes, |(has_six, events)| {
        check_random_programme(if has_six { SIX } else { THREE }, &events);
        Ok(())
    });
    result.expect("every programme");
}
