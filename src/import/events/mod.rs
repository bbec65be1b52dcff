//! A calendar or a list in a spreadsheet becomes a file for each event.
//!
//! Takes an iCalendar file (.ics) or a sheet with a row an event; gives the texts of `events/DATE-TITLE.md`. All are
//! drafts (`draft: yes`), and for staff unless the sheet says for whom: a school's calendar holds much that
//! is nobody else's business. Who is invited is not read. Refuses days whose month is not sure.

mod calendar;
mod sheet;

use std::collections::HashSet;

pub use calendar::calendar;
pub use sheet::sheet;

use jiff::civil::{Date, Time};

use super::Draft;
use super::yaml::{list, numbers, quoted};
use crate::programme::{Audience, EventKind, slug};

/// How many letters of an event's title its file's name has.
const LONGEST_NAME: usize = 60;

/// An event, as far as a calendar or a sheet tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    title: String,
    date: Date,
    until: Option<Date>,
    starts: Option<Time>,
    ends: Option<Time>,
    place: String,
    summary: String,
    kind: Option<EventKind>,
    audiences: Vec<Audience>,
    /// Groups as they are written; all if there are none.
    groups: Vec<String>,
    benchmarks: Vec<u8>,
    with: Vec<String>,
    cancelled: bool,
    body: String,
}

/// The texts of the events' files, each under a name of its own.
fn drafts(events: Vec<Found>) -> Vec<Draft> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut drafts = Vec::with_capacity(events.len());
    for event in events {
        let words: String = slug(&event.title).chars().take(LONGEST_NAME).collect();
        let words = words.trim_end_matches('-');
        let name = format!("{}-{}", event.date, if words.is_empty() { "event" } else { words });
        let free = (1..).map(|number| if number == 1 { name.clone() } else { format!("{name}-{number}") });
        let name = free.into_iter().find(|name| !taken.contains(name)).unwrap_or(name);
        taken.insert(name.clone());
        drafts.push(Draft { path: format!("events/{name}.md"), text: text(&event), notes: Vec::new() });
    }
    drafts
}

fn text(event: &Found) -> String {
    let mut yaml = "---\n# yaml-language-server: $schema=../.schema/event.json\n".to_owned();
    let mut line = |key: &str, value: String| yaml.push_str(&format!("{key}: {value}\n"));
    line("title", quoted(&event.title));
    line("date", event.date.to_string());
    if let Some(until) = event.until {
        line("until", until.to_string());
    }
    let clock = |time: Time| quoted(&time.strftime("%H:%M").to_string());
    if let Some(starts) = event.starts {
        line("starts", clock(starts));
    }
    if let Some(ends) = event.ends.filter(|_| event.starts.is_some()) {
        line("ends", clock(ends));
    }
    for (key, said) in [("place", &event.place), ("summary", &event.summary)] {
        if !said.is_empty() {
            line(key, quoted(said));
        }
    }
    if let Some(kind) = event.kind {
        line("kind", kind.as_str().to_owned());
    }
    let audiences: Vec<&str> = event.audiences.iter().map(|audience| audience.as_str()).collect();
    line("audiences", format!("[{}]", audiences.join(", ")));
    if !event.groups.is_empty() {
        line("groups", list(&event.groups));
    }
    if !event.benchmarks.is_empty() {
        line("benchmarks", numbers(&event.benchmarks));
    }
    if !event.with.is_empty() {
        line("with", list(&event.with));
    }
    if event.cancelled {
        line("cancelled", "yes".into());
    }
    line("draft", "yes".into());
    yaml.push_str("---\n");
    if !event.body.is_empty() {
        yaml.push_str(&format!("\n{}\n", event.body));
    }
    yaml
}
