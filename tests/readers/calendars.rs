//! Other programs read from our calendars exactly the dates that the pages show.

use std::collections::BTreeMap;

use fingerpost::render::OutputFile;
use jiff::Timestamp;
use serde::Deserialize;

use crate::common::{self, pages};
use crate::shown::{Times, shown};
use crate::{generate, tools};

#[derive(Deserialize)]
struct PythonOutput {
    whole: BTreeMap<String, Times>,
    singles: BTreeMap<String, Times>,
}

#[derive(Deserialize)]
struct NodeOutput {
    whole: BTreeMap<String, NodeTimes>,
    singles: BTreeMap<String, NodeTimes>,
}

#[derive(Deserialize)]
struct NodeTimes {
    #[serde(flatten)]
    times: Times,
    moment: Option<String>,
}

#[test]
fn calendars_of_all_sites_match_their_pages() {
    for (name, content) in
        [("example", "content-example"), ("college", "tests/fixtures/college"), ("special", "tests/fixtures/special")]
    {
        compare(name, common::site(content));
    }
}

#[test]
fn calendars_of_eight_hundred_events_match_their_pages() {
    let content = tools::folder("many-content");
    generate::programme(&content, 800);
    let files = generate::site(&content);
    let all = shown(&pages(&files));
    assert_eq!(all.len(), 800);
    for day in ["2026-03-29", "2026-10-25", "2027-03-28", "2028-02-29"] {
        let there = all.values().flat_map(|event| &event.times).filter(|time| time.contains(day)).count();
        assert!(there > 2, "{day} is in {there} events only");
    }
    assert!(all.values().filter(|event| event.times.len() > 10).count() > 5, "some are repeated");
    compare("many", &files);
}

fn compare(name: &str, files: &[OutputFile]) {
    let site = tools::folder(name);
    tools::write(files, &site);
    let pages = pages(files);
    let shown = shown(&pages);
    let python: PythonOutput = serde_json::from_str(&tools::python("calendars.py", &[&site])).expect("JSON");
    let node: NodeOutput = serde_json::from_str(&tools::node("calendars.mjs", &[&site])).expect("JSON");
    let mut wrong = Vec::new();
    let mut check = |reader: &str, uid: &str, read: &Times| {
        let id = id_in(uid).expect("an event's name");
        let page = shown.get(id).expect("a page");
        if read != page {
            wrong.push(format!("{reader}, {id}:\n  {read:?}\n  {page:?}"));
        }
    };
    python.whole.iter().for_each(|(uid, read)| check("icalendar", uid, read));
    python.singles.iter().for_each(|(uid, read)| check("icalendar, its own file", uid, read));
    node.whole.iter().for_each(|(uid, read)| check("ical.js", uid, &read.times));
    node.singles.iter().for_each(|(uid, read)| check("ical.js, its own file", uid, &read.times));
    let count = wrong.len();
    assert!(wrong.is_empty(), "{name}: {count} differ\n{}", wrong.into_iter().take(9).collect::<Vec<_>>().join("\n"));
    assert_eq!(node.singles.len(), shown.len(), "{name}: each event has a file");
    assert_eq!(python.whole.len(), node.whole.len());
    assert!(python.whole.len() * 10 > shown.len() * 8, "{name}: most events are for everybody");
    check_moments(name, &node.whole, &pages);
}

/// The id of the event in a UID. Without a day of its own, it is followed by the first day of the academic year.
fn id_in(uid: &str) -> Option<&str> {
    let (id, _) = uid.strip_prefix("event-")?.rsplit_once('@')?;
    let begins_with_day = id.get(..10).is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok());
    if begins_with_day { Some(id) } else { id.get(..id.len().checked_sub("-2026-09-01".len())?) }
}

/// The time that a calendar program reads is the one in the structured data of the page.
fn check_moments(name: &str, node: &BTreeMap<String, NodeTimes>, pages: &[(&str, &str)]) {
    let pages: BTreeMap<&str, &str> = pages.iter().copied().collect();
    let mut compared = 0;
    for (uid, read) in node.iter().filter(|(_, read)| read.times.times.len() == 1) {
        let (Some(moment), Some(id)) = (&read.moment, id_in(uid)) else { continue };
        let html = pages.get(format!("events/{id}.html").as_str()).expect("a page");
        let text = html.split("\"startDate\":\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a beginning");
        let text: Timestamp = text.parse().expect("a moment");
        assert_eq!(text, moment.parse::<Timestamp>().expect("a moment"), "{name}: {id}");
        compared += 1;
    }
    assert!(compared > 3, "{name}: only {compared} moments");
}

#[test]
fn the_icalendar_crate_reads_every_file() {
    let files = common::site("content-example");
    let calendars: Vec<&OutputFile> = files.iter().filter(|file| file.path.ends_with(".ics")).collect();
    assert!(calendars.len() > 50);
    for file in calendars {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        let calendar: icalendar::Calendar = text.parse().expect("a calendar");
        let entries = text.matches("BEGIN:VEVENT").count();
        assert_eq!(calendar.events().count(), entries, "{}", file.path);
    }
}
