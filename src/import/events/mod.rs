//! Converts a calendar, or a list in a spreadsheet, to a file for each event.
//!
//! Takes an iCalendar file (.ics) or a spreadsheet with one event on each row; gives drafts of `events/DATE-TITLE.md`. All
//! have `draft: yes`, and are for staff unless the teacher or the spreadsheet names an audience, because much of a
//! school's calendar isn't for the public. Invitations are not read. Rejects ambiguous dates in spreadsheets.

mod calendar;
mod details;
mod escape;
mod html;
mod joining;
mod sheet;

use std::collections::HashSet;

pub use calendar::from_calendar;
pub(crate) use calendar::{CalendarDays, calendar_days};
pub use sheet::from_sheet;

use jiff::civil::{Date, Time};

use super::Draft;
use super::yaml::{list, numbers, quoted};
use crate::programme::{Audience, EventKind, slug};

/// In characters.
const MAX_NAME: usize = 60;

/// What the teacher states about a list of events.
#[derive(Clone, Debug, Default)]
pub struct EventOptions {
    /// Whether 4/3/2027 is in March, for spreadsheets where this isn't clear.
    pub day_first: Option<bool>,
    /// Who the events are for. Staff if empty.
    pub audiences: Vec<Audience>,
}

impl EventOptions {
    fn audiences(&self) -> Vec<Audience> {
        if self.audiences.is_empty() { vec![Audience::Staff] } else { self.audiences.clone() }
    }

    /// Asks for the audience, if there is none.
    fn note(&self) -> Option<String> {
        self.audiences.is_empty().then(|| {
            "The events are for staff only. If they are for others, add --for, such as --for pupils,parents.".to_owned()
        })
    }
}

/// True for the name of a calendar's file, and not of a spreadsheet.
pub(crate) fn is_calendar(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_lowercase());
    ["ics", "ical", "icalendar", "ifb", "vcs"].contains(&extension.as_str())
}

/// How many events were left out because they are private. `None` if there were none.
fn private_note(private: usize) -> Option<String> {
    match private {
        0 => None,
        1 => Some("One private entry was left out.".to_owned()),
        many => Some(format!("{many} private entries were left out.")),
    }
}

fn joining_note(title: &str) -> String {
    format!(
        "“{title}” has joining details for an online meeting. They were left out, because whoever reads them can join."
    )
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct ImportedEvent {
    title: String,
    date: Date,
    until: Option<Date>,
    /// When it repeats, such as `Tuesday`.
    every: Option<String>,
    /// Days on which a repeated event doesn't take place.
    except: Vec<Date>,
    starts: Option<Time>,
    ends: Option<Time>,
    place: String,
    summary: String,
    kind: Option<EventKind>,
    audiences: Vec<Audience>,
    /// Empty for all groups.
    groups: Vec<String>,
    benchmarks: Vec<u8>,
    with: Vec<String>,
    cancelled: bool,
    body: String,
}

/// Drafts of the events' files, each with a unique name.
fn drafts(events: Vec<ImportedEvent>) -> Vec<Draft> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut drafts = Vec::with_capacity(events.len());
    for event in events {
        let words: String = slug(&event.title).chars().take(MAX_NAME).collect();
        let words = words.trim_end_matches('-');
        let name = format!("{}-{}", event.date, if words.is_empty() { "event" } else { words });
        let candidates = (1..).map(|number| if number == 1 { name.clone() } else { format!("{name}-{number}") });
        let name = candidates.into_iter().find(|name| !taken.contains(name)).unwrap_or(name);
        taken.insert(name.clone());
        drafts.push(Draft::new(format!("events/{name}.md"), text(&event)));
    }
    drafts
}

fn text(event: &ImportedEvent) -> String {
    let mut yaml = "---\n# yaml-language-server: $schema=../.schema/event.json\n".to_owned();
    let mut line = |key: &str, value: String| yaml.push_str(&format!("{key}: {value}\n"));
    line("title", quoted(&event.title));
    if let Some(every) = &event.every {
        line("every", every.clone());
    }
    line("date", event.date.to_string());
    if let Some(until) = event.until {
        line("until", until.to_string());
    }
    if !event.except.is_empty() {
        let days: Vec<String> = event.except.iter().map(Date::to_string).collect();
        line("except", format!("[{}]", days.join(", ")));
    }
    let formatted = |time: Time| quoted(&time.strftime("%H:%M").to_string());
    if let Some(starts) = event.starts {
        line("starts", formatted(starts));
    }
    if let Some(ends) = event.ends.filter(|_| event.starts.is_some()) {
        line("ends", formatted(ends));
    }
    for (key, value) in [("place", &event.place), ("summary", &event.summary)] {
        if !value.is_empty() {
            line(key, quoted(value));
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
