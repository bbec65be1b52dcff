//! A subscribed phone, from build to build: an event that is renamed, moved or cancelled changes and is never there
//! twice.

use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use serde::Deserialize;

use crate::tools;

#[derive(Deserialize)]
struct Shown {
    uid: String,
    title: String,
    status: String,
    starts: String,
}

const SCHOOL: &str = "name: Phone School\nkind: academy\nweb-address: https://phone.example\n\
    year: {label: 2026-27, starts: 2026-09-01}\ngroups: [Year 7]\n";
const TEAM: &str = "people: [{role: careers-leader, name: Ada Ring, email: careers@phone.example}]\n";

/// One build: the event's file, its front matter, and the day.
struct Build {
    file: &'static str,
    front: &'static str,
    today: Date,
}

/// What a phone shows after reading every build.
fn phone(name: &str, builds: &[Build]) -> Vec<Shown> {
    let facts = crate::common::facts();
    let mut calendars: Vec<PathBuf> = Vec::new();
    for (number, build) in builds.iter().enumerate() {
        let content = tools::folder(&format!("phone-{name}-{number}"));
        std::fs::create_dir_all(content.join("events")).expect("a folder is made");
        let write = |path: &str, text: &str| std::fs::write(content.join(path), text).expect("it is written");
        write("school.yaml", SCHOOL);
        write("team.yaml", TEAM);
        write(build.file, &format!("---\n{}\naudiences: [pupils]\n---\n", build.front));
        let folder = camino::Utf8Path::from_path(&content).expect("a path in Unicode");
        let sources = fingerpost::read::read(folder, None, &mut Default::default());
        let mut findings = fingerpost::report::Findings::default();
        let made = fingerpost::build_sources(sources, facts, build.today, &mut |_| {}, &mut findings);
        assert_eq!(findings.counts().errors, 0, "{:?}", findings.sorted());
        let files = made.expect("a site").files;
        let calendar = files.iter().find(|file| file.path == "calendars/all.ics").expect("a calendar");
        let path = content.join("all.ics");
        std::fs::write(&path, &calendar.bytes).expect("it is written");
        calendars.push(path);
    }
    let calendars: Vec<&Path> = calendars.iter().map(PathBuf::as_path).collect();
    serde_json::from_str(&tools::python("subscriber.py", &calendars)).expect("JSON")
}

fn build(file: &'static str, front: &'static str, today: Date) -> Build {
    Build { file, front, today }
}

const FILE: &str = "events/2027-03-04-careers-fair.md";

#[test]
fn a_new_title_changes_the_entry_and_keeps_its_uid() {
    let shown = phone(
        "title",
        &[
            build(FILE, "title: Careers fair\nstarts: '09:00'", date(2026, 11, 23)),
            build(FILE, "title: The big careers fair\nstarts: '09:30'", date(2026, 11, 24)),
        ],
    );
    let [fair] = shown.as_slice() else { panic!("{} entries", shown.len()) };
    assert_eq!(fair.uid, "event-2027-03-04-careers-fair@phone.example");
    assert_eq!((fair.title.as_str(), fair.starts.as_str()), ("The big careers fair", "2027-03-04T09:30:00+00:00"));
}

#[test]
fn a_cancelled_event_reaches_the_phone() {
    let shown = phone(
        "cancelled",
        &[
            build(FILE, "title: Careers fair", date(2026, 11, 23)),
            build(FILE, "title: Careers fair\ncancelled: Snow.", date(2027, 3, 3)),
        ],
    );
    let [fair] = shown.as_slice() else { panic!("{} entries", shown.len()) };
    assert_eq!((fair.title.as_str(), fair.status.as_str()), ("Cancelled: Careers fair", "CANCELLED"));
}

#[test]
fn a_moved_event_moves_if_its_renamed_file_keeps_its_id() {
    let shown = phone(
        "moved",
        &[
            build(FILE, "title: Careers fair", date(2026, 11, 23)),
            build(
                "events/2027-03-11-careers-fair.md",
                "title: Careers fair\nid: 2027-03-04-careers-fair",
                date(2026, 12, 1),
            ),
        ],
    );
    let [fair] = shown.as_slice() else { panic!("{} entries", shown.len()) };
    assert_eq!(fair.starts, "2027-03-11");
}

#[test]
fn a_build_for_an_earlier_day_does_not_undo_a_later_one() {
    let shown = phone(
        "earlier",
        &[
            build(FILE, "title: Careers fair\ncancelled: yes", date(2026, 12, 1)),
            build(FILE, "title: Careers fair", date(2026, 11, 23)),
        ],
    );
    assert_eq!(shown.iter().map(|event| event.status.as_str()).collect::<Vec<_>>(), ["CANCELLED"]);
}
