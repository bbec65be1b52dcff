//! A programme of many events: on days that calendars get wrong, close to midnight, for whole days, for several days,
//! repeated, and with characters that need escaping.

use std::fmt::Write;
use std::path::Path;

use fingerpost::render::OutputFile;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::common;

/// Both changes of the clocks twice, a leap day, and the days next to them.
const DAYS: [Date; 10] = [
    date(2026, 3, 28),
    date(2026, 3, 29),
    date(2026, 3, 30),
    date(2026, 10, 25),
    date(2026, 12, 31),
    date(2027, 3, 27),
    date(2027, 3, 28),
    date(2027, 10, 31),
    date(2028, 2, 28),
    date(2028, 2, 29),
];

/// No time between one and two in the morning: on one Sunday it does not exist, and on another it comes twice.
const HOURS: [&str; 8] = ["", "00:00", "00:30", "02:30", "09:15", "12:00", "17:30", "23:45"];

const EVERY: [&str; 6] = [
    "Tuesday",
    "Monday, Wednesday and Friday",
    "other Thursday",
    "first Monday",
    "last Friday in spring",
    "school day in autumn 2",
];

const TITLES: [&str; 8] = [
    "Fair; hall, gym & stage",
    r"Talk about C:\\new and \\n",
    "“Quotes”, 'marks' and \\\"more\\\"",
    "Sgwrs gyrfaoedd ym Mhontypŵl",
    "معرض الوظائف",
    "就活フェア：職業体験と面接の練習、保護者の皆さまもどうぞお越しください",
    "👩‍🔬👩‍🚒🏗️ Meet the jobs 🧑‍🍳",
    "A very long title that goes on until it must be folded, and then goes on again so that it is folded twice: options",
];

/// Writes a programme with a number of events.
pub(crate) fn programme(folder: &Path, events: usize) {
    std::fs::create_dir_all(folder.join("events")).expect("a folder is made");
    let write = |path: &str, text: &str| std::fs::write(folder.join(path), text).expect("it is written");
    write("school.yaml", SCHOOL);
    write("team.yaml", "people: [{role: careers-leader, name: Ada Many, email: careers@many.example}]\n");
    let mut random = Random(2027);
    for number in 0..events {
        write(&format!("events/event-{number}.md"), &event(number, &mut random));
    }
}

fn event(number: usize, random: &mut Random) -> String {
    let title = random.pick(&TITLES);
    let mut text = format!("---\ntitle: \"{title} {number}\"\naudiences: [pupils, parents]\nstaff: Between us.\n");
    let mut line = |key: &str, value: &str| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{key}: {value}");
    };
    let repeated = number % 100 == 7;
    let first = if random.below(4) == 0 {
        random.pick(&DAYS)
    } else {
        date(2026, 1, 1).saturating_add(i64::try_from(random.below(900)).expect("a number").days())
    };
    let several = !repeated && random.below(5) == 0;
    if repeated {
        line("every", random.pick(&EVERY));
    } else {
        line("date", &first.to_string());
    }
    if several {
        line("until", &first.saturating_add(i64::try_from(1 + random.below(6)).expect("a number").days()).to_string());
    }
    let starts = random.pick(&HOURS);
    if !starts.is_empty() {
        line("starts", &format!("\"{starts}\""));
        let ends = random.pick(&HOURS);
        if !ends.is_empty() && (several || ends >= starts) {
            line("ends", &format!("\"{ends}\""));
        }
    }
    if random.below(20) == 0 {
        line("cancelled", "The snow, again; and the boiler.");
    }
    // Every length, so that lines are folded at every character.
    let summary: String = "Words, more words; ".chars().cycle().take(1 + random.below(160)).collect();
    line("summary", &format!("\"{summary}.\""));
    line("place", "Hall, beside the gym; upstairs");
    line("groups", &format!("[year-{}]", 7 + random.below(7)));
    text + "---\nMore.\n"
}

/// Builds the site of the programme, which may have warnings but no errors.
pub(crate) fn site(content: &Path) -> Vec<OutputFile> {
    let facts = common::facts();
    let folder = camino::Utf8Path::from_path(content).expect("a path in Unicode");
    let mut findings = fingerpost::report::Findings::default();
    let sources = fingerpost::read::read(folder, None, &mut findings);
    assert!(findings.is_empty(), "{:?}", findings.sorted().first());
    let made = fingerpost::build_sources(sources, facts, common::today(), &mut |_| {}, &mut findings);
    let errors = findings.counts().errors;
    assert_eq!(errors, 0, "{:?}", findings.sorted().first());
    made.expect("a school and a careers leader").files
}

/// A random number generator that gives the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("a number") % limit
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        *all.get(self.below(all.len())).expect("it is below their number")
    }
}

const SCHOOL: &str = "name: Many, Fair & Co; School
kind: academy
web-address: https://many.example/careers
year:
  label: 2026-27
  starts: 2026-09-01
  terms:
    - {name: Autumn, starts: 2026-09-02, ends: 2026-12-18, half-term: {starts: 2026-10-26, ends: 2026-10-30}}
    - {name: Spring, starts: 2027-01-04, ends: 2027-03-25, half-term: {starts: 2027-02-15, ends: 2027-02-19}}
    - {name: Summer, starts: 2027-04-12, ends: 2027-07-21, half-term: {starts: 2027-05-31, ends: 2027-06-04}}
  closed: [2026-11-27]
groups: [Year 7, Year 8, Year 9, Year 10, Year 11, Year 12, Year 13]
";
