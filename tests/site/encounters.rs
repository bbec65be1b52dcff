//! Which encounters with providers count for the law on provider access, phase by phase.

use std::fs;

use camino::Utf8Path;
use fingerpost::report::{Code, Finding, Severity};
use jiff::civil::date;

/// An event in Year 8 with Hallowmere College that counts, with further lines or other values.
fn event(date: &str, lines: &str) -> (String, String) {
    let text = format!(
        "---\ntitle: A visit on {date}\ndate: {date}\naudiences: [pupils]\nattendance: everyone\n{lines}\n---\n\nWelcome.\n"
    );
    (format!("events/{date}-visit.md"), text)
}

const HALLOWMERE: &str = "groups: [year-8]\nprovider: further-education-college\nwith: [Hallowmere College]";
const TARN_VALLEY: &str = "groups: [year-8]\nprovider: university-technical-college\nwith: [Tarn Valley UTC]";

fn check(groups: &str, files: &[(String, String)]) -> Vec<Finding> {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8Path::from_path(folder.path()).expect("Unicode");
    let school = format!(
        "name: Ridgeway\nkind: academy\nyear: {{ label: 2026-27, starts: 2026-09-01, terms: [{{ name: Autumn, starts: \
         2026-09-02, ends: 2026-12-18 }}, {{ name: Spring, starts: 2027-01-04, ends: 2027-03-25 }}] }}\n\
         school-day: {{ starts: 08:40, ends: 15:10 }}\ngroups: [{groups}]\n"
    );
    let team = "people:\n  - { role: careers-leader, email: careers@ridgeway.example }\n".to_owned();
    for (path, text) in [("school.yaml".to_owned(), school), ("team.yaml".to_owned(), team)].iter().chain(files) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let sources = fingerpost::read::read(root, None, &mut Default::default());
    let mut findings = fingerpost::report::Findings::default();
    fingerpost::build_sources(sources, crate::common::facts(), date(2026, 11, 23), &mut |_| {}, &mut findings);
    findings.sorted()
}

/// What is said of the first key phase of a school with Years 7 to 9; empty if it is met.
fn said(files: &[(String, String)]) -> String {
    let found = check("Year 7, Year 8, Year 9", files);
    assert!(found.iter().all(|finding| finding.severity > Severity::Error), "{found:#?}");
    let of_phase = found.iter().find(|finding| finding.code == Code::new("provider-access"));
    let message = of_phase.map_or("", |finding| finding.message.as_str());
    message.rsplit_once("first key phase, and ").map_or(String::new(), |(_, said)| said.to_owned())
}

#[test]
fn two_different_providers_in_the_school_day_are_enough() {
    assert_eq!(said(&[event("2026-11-10", HALLOWMERE), event("2026-11-17", TARN_VALLEY)]), "");
}

/// An activity in which both groups meet a college, and an event of it for one of them.
fn activity_and_event(groups: &str, with: &str, event_groups: &str) -> Vec<(String, String)> {
    let activity = format!(
        "---\ngroups: [{groups}]\nactivities:\n  - {{ title: A, when: autumn, kind: talk, benchmarks: [7], event: 2026-11-10-visit, \
         provider: further-education-college, attendance: everyone{with} }}\n---\n\nThis year.\n"
    );
    let lines = format!("groups: [{event_groups}]\nprovider: further-education-college\nwith: [One]");
    vec![("programme/both.md".to_owned(), activity), event("2026-11-10", &lines)]
}

#[test]
fn activity_counts_for_years_without_an_event_of_it() {
    let said = |groups: &str, files: Vec<(String, String)>| {
        let found = check(groups, &files);
        let of_phase = found.into_iter().find(|finding| finding.code == Code::new("provider-access"));
        of_phase.map_or_else(String::new, |finding| finding.message)
    };
    let years = "Year 8, Year 9";
    assert_eq!(said(years, activity_and_event("year-8, year-9", ", with: [One, Two]", "year-8")), "");
    // Nothing says that it is another provider than that of the event.
    assert!(said(years, activity_and_event("year-8, year-9", "", "year-8")).contains("with different providers"));
    // An event for others does not make it two encounters.
    assert!(said(years, activity_and_event("year-9", ", with: [Two]", "year-8")).contains("there is 1"));
    let halves = "Year 8, { name: 9X, years: [9] }, { name: 9Y, years: [9] }";
    assert!(said(halves, activity_and_event("9x, 9y", ", with: [One, Two]", "9x")).contains("there is 1"));
}

#[test]
fn the_same_provider_each_time_is_not_enough() {
    let same = "there are 2 with the same provider each time";
    assert_eq!(said(&[event("2026-11-10", HALLOWMERE), event("2026-11-17", HALLOWMERE)]), same);
}

#[test]
fn an_event_for_both_years_of_a_phase_counts_in_each() {
    let both = HALLOWMERE.replace("[year-8]", "[year-8, year-9]");
    assert_eq!(said(&[event("2026-11-10", &both)]), "there are 2 with the same provider each time");
    assert_eq!(said(&[event("2026-11-10", &both), event("2026-11-17", TARN_VALLEY)]), "");
    // After February it counts only for pupils who are in the first year.
    assert_eq!(said(&[event("2027-03-02", &both)]), "there is 1");
}

#[test]
fn evenings_saturdays_and_holidays_do_not_count() {
    let evening = format!("{TARN_VALLEY}\nstarts: 17:30\nends: 19:30");
    for other in [event("2026-11-17", &evening), event("2026-11-14", TARN_VALLEY), event("2026-12-29", TARN_VALLEY)] {
        assert_eq!(said(&[event("2026-11-10", HALLOWMERE), other.clone()]), "there is 1", "{}", other.0);
        let found = check("Year 7, Year 8, Year 9", &[other]);
        assert!(found.iter().any(|finding| finding.code == Code::new("outside-school-day")), "{found:#?}");
    }
}

#[test]
fn a_sixth_form_counts_for_its_technical_education_only() {
    let sixth_form = "groups: [year-8]\nprovider: sixth-form-college\nwith: [Millrace Sixth Form College]";
    assert_eq!(said(&[event("2026-11-10", HALLOWMERE), event("2026-11-17", sixth_form)]), "there is 1");
    let technical = format!("{sixth_form}\ntechnical: yes");
    assert_eq!(said(&[event("2026-11-10", HALLOWMERE), event("2026-11-17", &technical)]), "");
}

#[test]
fn an_encounter_that_leaves_out_what_the_law_asks_for_does_not_count() {
    let short = format!("{TARN_VALLEY}\ncovers: [provider, careers, learning]");
    assert_eq!(said(&[event("2026-11-10", HALLOWMERE), event("2026-11-17", &short)]), "there is 1");
    let whole = format!("{TARN_VALLEY}\ncovers: [provider, careers, learning, questions]");
    assert_eq!(said(&[event("2026-11-10", HALLOWMERE), event("2026-11-17", &whole)]), "");
}

#[test]
fn the_archive_decides_for_pupils_of_the_second_year() {
    let plan = [event("2026-11-10", HALLOWMERE), event("2026-11-17", TARN_VALLEY)];
    let archive = |encounters: &str| {
        ("provider-access/2025-26.yaml".to_owned(), format!("starts: 2025-09-01\nencounters:\n{encounters}"))
    };
    let college =
        "  - { title: Hallowmere, years: [8], with: [Hallowmere College], provider: further-education-college }\n";
    let sixth_form = "  - { title: Millrace, years: [8], with: [Millrace], provider: sixth-form-college }\n";
    let one = [plan.to_vec(), vec![archive(&format!("{college}{sixth_form}"))]].concat();
    assert_eq!(said(&one), "pupils now in Year 9 will have had 1");
    let same = [plan.to_vec(), vec![archive(&format!("{college}{college}"))]].concat();
    assert_eq!(said(&same), "pupils now in Year 9 will have had 2 with the same provider each time");
    let other = college.replace("Hallowmere College", "Saltgate College");
    let two = [plan.to_vec(), vec![archive(&format!("{college}{other}"))]].concat();
    assert_eq!(said(&two), "");
}

/// An archived year with events, in which the groups may have been others.
fn archived_year(groups: &str, events: &[(String, String)]) -> Vec<(String, String)> {
    let school = format!(
        "name: Ridgeway\nkind: academy\nyear: {{ label: 2025-26, starts: 2025-09-01, terms: [{{ name: Autumn, starts: \
         2025-09-02, ends: 2025-12-18 }}, {{ name: Spring, starts: 2026-01-05, ends: 2026-03-25 }}] }}\n\
         school-day: {{ starts: 08:40, ends: 15:10 }}\ngroups: [{groups}]\n"
    );
    let team = "people:\n  - { role: careers-leader, email: careers@ridgeway.example }\n".to_owned();
    let files = [("school.yaml".to_owned(), school), ("team.yaml".to_owned(), team)];
    let archived = files.into_iter().chain(events.iter().cloned());
    archived.map(|(path, text)| (format!("archive/2025-26/{path}"), text)).collect()
}

#[test]
fn an_archived_year_decides_for_pupils_who_were_in_the_first_year_then() {
    let plan = [event("2026-11-10", HALLOWMERE), event("2026-11-17", TARN_VALLEY)];
    let years = "Year 7, Year 8, Year 9";
    let with = |events: &[(String, String)]| [plan.to_vec(), archived_year(years, events)].concat();
    let both = [event("2025-11-11", HALLOWMERE), event("2025-11-18", TARN_VALLEY)];
    assert_eq!(said(&with(&both)), "");
    assert_eq!(said(&with(&both[..1])), "pupils now in Year 9 will have had 1");
    // Those who were in Year 9 then have left the phase, and what is cancelled or outside the school day did not count.
    let of_year_9 = event("2025-11-18", &TARN_VALLEY.replace("year-8", "year-9"));
    let cancelled = event("2025-11-18", &format!("{TARN_VALLEY}\ncancelled: yes"));
    let evening = event("2025-11-18", &format!("{TARN_VALLEY}\nstarts: 17:30\nends: 19:30"));
    for other in [of_year_9, cancelled, evening] {
        let events = [both[0].clone(), other];
        assert_eq!(said(&with(&events)), "pupils now in Year 9 will have had 1", "{}", events[1].1);
    }
}

#[test]
fn what_the_school_lists_comes_before_the_archived_year() {
    let list = "starts: 2025-09-01\nencounters:\n  - { title: Hallowmere, years: [8], with: [Hallowmere College], \
                provider: further-education-college }\n";
    let plan = [event("2026-11-10", HALLOWMERE), event("2026-11-17", TARN_VALLEY)];
    let archived =
        archived_year("Year 7, Year 8", &[event("2025-11-11", HALLOWMERE), event("2025-11-18", TARN_VALLEY)]);
    let listed = vec![("provider-access/2025-26.yaml".to_owned(), list.to_owned())];
    assert_eq!(said(&[plan.to_vec(), archived, listed].concat()), "pupils now in Year 9 will have had 1");
}

#[test]
fn half_a_phase_is_advice_only() {
    let found = check("Year 5, Year 6, Year 7, Year 8", &[]);
    let severity = found.iter().find(|finding| finding.code == Code::new("provider-access"));
    assert_eq!(severity.map(|finding| finding.severity), Some(Severity::Should));
}

/// The events of which it is said that those who are away meet too few providers.
fn without_catch_up(files: &[(String, String)]) -> Vec<String> {
    let found = check("Year 7, Year 8, Year 9", files);
    let of_rule = found.into_iter().filter(|finding| finding.code == Code::new("catch-up"));
    of_rule.map(|finding| finding.message).collect()
}

#[test]
fn pupils_who_are_away_catch_up_where_there_is_no_encounter_to_spare() {
    let (first, second) = (event("2026-11-10", HALLOWMERE), event("2026-11-17", TARN_VALLEY));
    assert_eq!(without_catch_up(&[first.clone(), second.clone()]).len(), 2);
    let caught_up = event("2026-11-17", &format!("{TARN_VALLEY}\ncatch-up: Online on 25 November 2026"));
    let left = without_catch_up(&[first.clone(), caught_up]);
    assert!(left.len() == 1 && left.iter().all(|message| message.contains("2026-11-10")), "{left:?}");
    let third = event("2026-11-24", &HALLOWMERE.replace("[year-8]", "[year-9]"));
    assert_eq!(without_catch_up(&[first, second, third]), [""; 0]);
}
