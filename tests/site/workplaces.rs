//! Time in workplaces: what counts, how it adds up, and what the pages show of it.

use std::fs;

use camino::Utf8Path;
use fingerpost::Programme;
use fingerpost::programme::{NotForAll, WorkplaceLedger, WorkplaceTarget};
use jiff::civil::date;

use crate::common::{facts, pages, site, text_of};

/// The programme of an academy, or another kind, with Years 7 to 11.
fn programme(kind: &str, files: &[(&str, &str)]) -> Programme {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8Path::from_path(folder.path()).expect("Unicode");
    let school = |starts: &str| {
        format!(
            "name: Ridgeway\nkind: {kind}\nyear: {{ label: \"{starts}\", starts: {starts}-09-01 }}\n\
             groups: [Year 7, Year 8, Year 9, Year 10, Year 11]\n"
        )
    };
    let team = "people:\n  - { role: careers-leader, email: careers@ridgeway.example }\n";
    let (now, then) = (school("2026"), school("2025"));
    let mut all = vec![("school.yaml", now.as_str()), ("team.yaml", team)];
    if files.iter().any(|(path, _)| path.starts_with("archive/")) {
        all.extend([("archive/2025/school.yaml", then.as_str()), ("archive/2025/team.yaml", team)]);
    }
    for (path, text) in all.iter().chain(files) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let mut findings = fingerpost::report::Findings::default();
    let sources = fingerpost::read::read(root, None, &mut findings);
    fingerpost::programme::load(&sources, facts(), date(2026, 11, 23), &mut findings).expect("a programme")
}

fn plan(activities: &[&str]) -> String {
    let lines: String =
        activities.iter().map(|one| format!("  - {{ kind: workplace, benchmarks: [6], {one} }}\n")).collect();
    format!("---\nactivities:\n{lines}---\n\nThis year.\n")
}

fn event(group: &str, lines: &str) -> String {
    format!("---\naudiences: [pupils]\ngroups: [{group}]\nbenchmarks: [6]\n{lines}\n---\n\nWelcome.\n")
}

fn ledger(programme: &Programme) -> WorkplaceLedger<'_> {
    WorkplaceLedger::new(programme, facts(), date(2026, 11, 23))
}

/// The hours of a year group so far and still planned, as “so far + planned”.
fn hours(year: usize, kind: &str, files: &[(&str, &str)]) -> String {
    let programme = programme(kind, files);
    let ledger = ledger(&programme);
    let of = &ledger.groups[year - 7];
    format!("{} + {}", of.so_far(), of.planned())
}

fn hours_of_academy(year: usize, files: &[(&str, &str)]) -> String {
    hours(year, "academy", files)
}

#[test]
fn event_that_carries_out_an_activity_counts_once() {
    let year_10 = plan(&["title: Week at work, when: july, hours: 20"]);
    let named = event("year-10", "title: Week at work\nuntil: 2027-07-09\nhours: 25");
    let without = event("year-10", "title: Week at work\nuntil: 2027-07-09");
    let of =
        |event: &str| hours(10, "academy", &[("programme/year-10.md", &year_10), ("events/2027-07-05-week.md", event)]);
    assert_eq!(of(&named), "0 + 25");
    assert_eq!(of(&without), "0 + 20");
}

#[test]
fn event_for_another_year_group_leaves_the_activity_its_own_hours() {
    let text = plan(&["title: Week at work, when: july, hours: 20"])
        .replace("---\nact", "---\ngroups: [year-10, year-11]\nact");
    let event = event("year-10", "title: Week at work\nuntil: 2027-07-09\nhours: 25");
    let files = [("programme/later.md", text.as_str()), ("events/2027-07-05-week.md", event.as_str())];
    assert_eq!(hours(10, "academy", &files), "0 + 25");
    assert_eq!(hours(11, "academy", &files), "0 + 20");
}

#[test]
fn hours_of_an_activity_count_where_only_some_of_its_events_have_hours() {
    let both = |hours: &str| {
        let year_10 = plan(&[&format!("title: Afternoons, when: [october, march], {hours}")]);
        let first = event("year-10", "title: Afternoons\nkind: visit\nhours: 3");
        let second = event("year-10", "title: Afternoons\nkind: visit");
        let events = [("events/2026-10-13-first.md", first.as_str()), ("events/2027-03-09-second.md", second.as_str())];
        hours_of_academy(10, &[&[("programme/year-10.md", year_10.as_str())], &events[..]].concat())
    };
    assert_eq!(both("hours: 7"), "0 + 7");
    assert_eq!(both("led-by: Tutors"), "3 + 0");
}

#[test]
fn cancelled_activity_has_no_hours_whoever_names_its_event() {
    let of = |named: &str| {
        let year_10 = plan(&[&format!("title: Week at work, when: july, hours: 20{named}")]);
        let event = event("year-10", "title: Week at work\nuntil: 2027-07-09\ncancelled: yes");
        hours_of_academy(10, &[("programme/year-10.md", &year_10), ("events/2027-07-05-week.md", &event)])
    };
    assert_eq!(of(""), "0 + 0");
    assert_eq!(of(", event: 2027-07-05-week"), "0 + 0");
}

#[test]
fn event_that_left_the_site_still_counts() {
    let event = event("year-9", "title: A day\nhours: 5\nexpire: 2026-11-01");
    assert_eq!(hours_of_academy(9, &[("events/2026-10-13-day.md", &event)]), "5 + 0");
}

#[test]
fn repeated_event_counts_each_time_and_is_split_by_today() {
    let text = event("year-9", "title: Afternoons\nevery: Monday\ndate: 2026-11-09\nuntil: 2026-11-30\nhours: 2.5");
    // 9 and 16 November are over; today is the 23rd.
    assert_eq!(hours(9, "academy", &[("events/afternoons.md", &text)]), "5 + 5");
}

#[test]
fn several_days_give_their_hours_in_all() {
    let text = event("year-9", "title: Two days\nuntil: 2026-11-20\nhours: 10");
    assert_eq!(hours(9, "academy", &[("events/2026-11-19-days.md", &text)]), "10 + 0");
}

#[test]
fn activity_with_fewer_events_than_times_is_still_planned() {
    let year_9 = plan(&["title: Visits, when: [october, march], event: 2026-10-13-first, hours: 8"]);
    let first = event("year-9", "title: The first visit");
    let files = [("programme/year-9.md", year_9.as_str()), ("events/2026-10-13-first.md", first.as_str())];
    assert_eq!(hours(9, "academy", &files), "0 + 8");
    let once = year_9.replace("[october, march]", "october");
    assert_eq!(hours(9, "academy", &[("programme/year-9.md", once.as_str()), files[1]]), "8 + 0");
}

#[test]
fn what_not_everyone_does_is_listed_and_not_counted() {
    let year_9 = plan(&[
        "title: Some, when: march, hours: 5, attendance: optional",
        "title: Perhaps, when: march, hours: 5, status: proposed",
        "title: Cancelled, when: march, hours: 5, status: cancelled",
        "title: (Example) A visit, when: march, hours: 5",
        "title: All, when: march, hours: 2",
    ]);
    let programme = programme("academy", &[("programme/year-9.md", &year_9)]);
    let ledger = ledger(&programme);
    let of = &ledger.groups[2];
    let listed: Vec<_> = of.experiences.iter().map(|one| (one.title, one.not_counted)).collect();
    let expected = [("Some", Some(NotForAll::Optional)), ("Perhaps", Some(NotForAll::Proposed)), ("All", None)];
    assert_eq!(listed, expected);
    assert_eq!(of.total().to_string(), "2");
}

#[test]
fn years_of_a_stage_add_up() {
    let (year_7, year_9) = (plan(&["title: A, when: march, hours: 2.5"]), plan(&["title: B, when: march, hours: 4"]));
    let programme = programme("academy", &[("programme/year-7.md", &year_7), ("programme/year-9.md", &year_9)]);
    let ledger = ledger(&programme);
    let [first, second] = &ledger.stages[..] else { panic!("two stages") };
    assert_eq!((first.name().as_str(), first.hours.to_string().as_str()), ("Years 7 to 9", "6.5"));
    assert_eq!(first.short().map(|short| short.to_string()).as_deref(), Some("18.5"));
    assert_eq!((second.name().as_str(), second.hours.to_string().as_str()), ("Years 10 and 11", "0"));
    assert!(first.cohorts.is_empty(), "nothing is known of earlier years");
}

#[test]
fn earlier_years_are_those_of_the_archive_or_of_the_list() {
    let year_8 = plan(&["title: A, when: march, hours: 4"]);
    let then = plan(&["title: A, when: march, hours: 1"]);
    let list = "starts: 2025-09-01\nworkplaces:\n  - { title: A, years: [8], hours: 1.5 }\n  - { title: B, years: [8], hours: 2 }\n";
    let by_end = |more: (&str, &str)| {
        let programme = programme("academy", &[("programme/year-8.md", &year_8), more]);
        ledger(&programme).stages[0].cohort(2).expect("Year 9").by_end.to_string()
    };
    assert_eq!(by_end(("archive/2025/programme/year-8.md", &then)), "1");
    assert_eq!(by_end(("provider-access/2025-26.yaml", list)), "3.5");
}

#[test]
fn archived_year_without_hours_is_not_taken_for_none() {
    let year_8 = plan(&["title: A, when: march, hours: 4"]);
    let then = plan(&["title: A, when: march"]);
    let files = [("programme/year-8.md", year_8.as_str()), ("archive/2025/programme/year-8.md", then.as_str())];
    assert!(ledger(&programme("academy", &files)).stages[0].cohorts.is_empty());
}

#[test]
fn number_of_hours_is_only_for_kinds_and_years_that_have_one() {
    let year_8 = plan(&["title: A, when: march, hours: 4"]);
    let special = programme("special-school", &[("programme/year-8.md", &year_8)]);
    assert!(ledger(&special).stages.is_empty() && ledger(&special).has_hours());
    let mut middle = programme("middle-school", &[("programme/year-8.md", &year_8)]);
    middle.groups.truncate(2);
    assert_eq!(ledger(&middle).stages[0].target, WorkplaceTarget::Shared);
}

#[test]
fn list_of_workplaces_alone_does_not_mean_that_no_provider_came() {
    let list = "starts: 2025-09-01\nworkplaces:\n  - { title: A, years: [8], hours: 1.5 }\n";
    let programme = programme("academy", &[("provider-access/2025-26.yaml", list)]);
    let phases = fingerpost::programme::provider_access_ledger(&programme, facts());
    assert!(phases.iter().all(|phase| phase.second_year.is_none()));
}

#[test]
fn each_audience_reaches_the_page_from_its_own() {
    let pages = pages(site("content-example"));
    let page = |path: &str| &pages.iter().find(|(name, _)| *name == path).expect("the page").1;
    for path in
        ["parents/index.html", "pupils/index.html", "employers/index.html", "evidence.html", "parents/year-9.html"]
    {
        assert!(page(path).contains("workplaces.html"), "{path}");
    }
    assert!(page("staff/index.html").contains("matrix.html#part-workplaces"));
    let text = text_of(page("workplaces.html"));
    assert!(text.contains("By the end of Year 9: 25 of 25 hours"), "{text}");
    assert!(text.contains("in Year 8 now will have had 19.5 hours by the end of Year 9"), "{text}");
    assert!(text.contains("Not for everyone"), "{text}");
    // The pages of the year group say the same.
    for path in ["pupils/year-8.html", "parents/year-8.html"] {
        let text = text_of(page(path));
        assert!(text.contains("By the end of Year 9: 19.5 of 25 hours"), "{path}: {text}");
    }
}
