//! Imported calendars have every time that an independent library reads from them.

use std::collections::BTreeMap;
use std::fmt::Write;

use fingerpost::import::SheetFile;
use fingerpost::import::events::{EventOptions, from_calendar};
use fingerpost::programme::{Programme, pattern_days};
use fingerpost::read::{Sources, document};
use fingerpost::report::{ContentPath, Findings};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::{common, tools};

const CALENDARS: usize = 300;
const ZONES: [&str; 6] = ["Europe/London", "Europe/Paris", "America/New_York", "UTC", "GMT Standard Time", ""];
const RULES: [&str; 9] = [
    "",
    "",
    "FREQ=WEEKLY;COUNT=6",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=5",
    "FREQ=DAILY;COUNT=4",
    "FREQ=MONTHLY;COUNT=3",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=9",
    "FREQ=MONTHLY;BYDAY=-1FR;COUNT=4",
    "FREQ=WEEKLY;UNTIL=20270630T120000Z",
];

/// A calendar with one event, which differs with the number.
fn calendar(number: usize) -> String {
    let day = Date::constant(2026, 9, 7).saturating_add(i64::try_from(number * 37 % 280).expect("a number").days());
    let (zone, rule) = (ZONES[number % ZONES.len()], RULES[number / 6 % RULES.len()]);
    let hour = 8 + number % 11;
    // A rule begins on a day that it names.
    let day = match rule {
        rule if rule.contains("BYDAY=MO") => day.nth_weekday(-1, jiff::civil::Weekday::Monday).expect("a day"),
        rule if rule.contains("-1FR") => day.nth_weekday_of_month(-1, jiff::civil::Weekday::Friday).expect("a day"),
        _ => day,
    };
    let compact = day.strftime("%Y%m%d");
    let mut text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:{number}\r\nSUMMARY:Event\r\n");
    let zone = if zone.is_empty() { String::new() } else { format!(";TZID={zone}") };
    let mut line = |line: String| write!(text, "{line}\r\n").expect("written");
    if number.is_multiple_of(7) {
        line(format!("DTSTART;VALUE=DATE:{compact}"));
        line(format!("DURATION:P{}D", 1 + number % 3));
    } else {
        line(format!("DTSTART{zone}:{compact}T{hour:02}3000"));
        line("DURATION:PT1H15M".into());
    }
    let is_day = number.is_multiple_of(7);
    if !(rule.is_empty() || is_day && rule.contains("UNTIL")) {
        line(format!("RRULE:{rule}"));
        if number.is_multiple_of(5) && !is_day {
            let later = day.saturating_add(7.days()).strftime("%Y%m%d").to_string();
            line(format!("EXDATE{zone}:{later}T{hour:02}3000"));
        }
    }
    text + "END:VEVENT\r\nEND:VCALENDAR\r\n"
}

fn programme() -> Programme {
    let school =
        "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms: []\ngroups: [Year 7]\n";
    let team = "people:\n  - { name: A. Leader, role: careers-leader, email: a@a.example, phone: 01632 960123 }\n";
    let mut findings = Findings::default();
    let files = [("school.yaml", school), ("team.yaml", team)];
    let documents = files
        .into_iter()
        .filter_map(|(path, text)| document(ContentPath::new(path), text.as_bytes().to_vec(), &mut findings));
    let sources = Sources { documents: documents.collect(), ..Sources::default() };
    fingerpost::programme::load(&sources, common::facts(), common::today(), &mut findings).expect("a programme")
}

/// The times in a draft, written as the script writes them.
fn times(draft: &str, programme: &Programme) -> Vec<String> {
    let value = |key: &str| {
        let line = draft.lines().find_map(|line| line.strip_prefix(&format!("{key}: ")));
        line.map(|value| value.trim_matches('"').to_owned())
    };
    let day = |key: &str| value(key).map(|day| day.parse::<Date>().expect("a day"));
    let (first, until) = (day("date").expect("a date"), day("until"));
    let except = value("except").unwrap_or_default();
    let days: Vec<(Date, Date)> = match value("every") {
        Some(every) => pattern_days(&every, first, until.unwrap_or(first), &programme.year)
            .into_iter()
            .filter(|day| !except.contains(&day.to_string()))
            .map(|day| (day, day))
            .collect(),
        None => vec![(first, until.unwrap_or(first))],
    };
    let format = |(first, last): (Date, Date)| match (value("starts"), value("ends")) {
        (Some(starts), Some(ends)) => format!("{first}T{starts} {last}T{ends}"),
        _ => format!("{first} {}", last.tomorrow().expect("a day")),
    };
    days.into_iter().map(format).collect()
}

#[test]
fn imported_calendars_have_every_time() {
    let folder = tools::folder("imports");
    let programme = programme();
    let mut imported: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for number in 0..CALENDARS {
        let (name, text) = (format!("{number:03}.ics"), calendar(number));
        std::fs::write(folder.join(&name), &text).expect("written");
        let mut findings = Findings::default();
        let file = SheetFile { name: &name, bytes: text.as_bytes() };
        let drafts = from_calendar(file, &EventOptions::default(), &programme, &mut findings).unwrap_or_default();
        let mut all: Vec<String> = drafts.iter().flat_map(|draft| times(&draft.text, &programme)).collect();
        all.sort();
        imported.insert(name, all);
    }
    let mut read: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&tools::python("imports.py", &[&folder])).expect("JSON");
    // What repeats is left out on bank holidays, and a note names the days.
    let is_in_session = |time: &String| {
        time.get(..10).and_then(|day| day.parse().ok()).is_some_and(|day| programme.year.in_session(day))
    };
    for list in read.values_mut().chain(imported.values_mut()).filter(|list| list.len() > 1) {
        list.retain(is_in_session);
    }
    let wrong: Vec<String> = read
        .iter()
        .filter(|(name, times)| imported.get(*name) != Some(times))
        .map(|(name, times)| format!("{name}\n  {times:?}\n  {:?}", imported.get(name)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.iter().take(6).cloned().collect::<Vec<_>>().join("\n")
    );
}
