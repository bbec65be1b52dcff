//! Events of an iCalendar file, as calendar programs export it (RFC 5545).

use ical::parser::ical::component::IcalEvent;
use ical::property::Property;
use jiff::civil::{Date, DateTime, Time};

use super::{Found, drafts};
use crate::import::findings::SheetError;
use crate::import::headings::one_line;
use crate::import::{Draft, SheetFile};
use crate::programme::Audience;
use crate::report::{Findings, Found as Told};
use crate::view::to_uk_time;

/// The most events: nobody plans more.
const MOST_EVENTS: usize = 5_000;
/// The largest calendar, in bytes.
const LARGEST: usize = 10_000_000;

/// The texts of the events in a calendar. Who is invited and who invites is not read.
pub fn calendar(file: SheetFile<'_>) -> Told<Option<Vec<Draft>>> {
    let mut findings = Findings::default();
    if file.bytes.len() > LARGEST {
        file.tell(SheetError::TooLarge, &mut findings);
        return Told { value: None, findings };
    }
    let text = String::from_utf8_lossy(file.bytes);
    let mut events = Vec::new();
    let mut notes = Vec::new();
    if !text.trim_start_matches('\u{feff}').trim_start().starts_with("BEGIN:VCALENDAR") {
        file.tell(SheetError::BadCalendar { line: 1 }, &mut findings);
        return Told { value: None, findings };
    }
    for calendar in ical::IcalParser::new(text.trim_start_matches('\u{feff}').as_bytes()) {
        let Ok(calendar) = calendar else {
            let line = text.lines().count();
            file.tell(SheetError::BadCalendar { line }, &mut findings);
            return Told { value: None, findings };
        };
        for event in &calendar.events {
            match read(event, &mut notes) {
                Ok(found) => events.push(found),
                Err(value) => file.tell(SheetError::BadTimestamp { value }, &mut findings),
            }
        }
    }
    if events.len() > MOST_EVENTS {
        file.tell(SheetError::TooLarge, &mut findings);
    } else if events.is_empty() && !findings.any_error() {
        file.tell(SheetError::Empty, &mut findings);
    }
    if findings.any_error() {
        return Told { value: None, findings };
    }
    events.sort_by(|a, b| (a.date, a.starts, &a.title).cmp(&(b.date, b.starts, &b.title)));
    let mut drafts = drafts(events);
    if let Some(first) = drafts.first_mut() {
        first.notes = notes;
    }
    Told { value: Some(drafts), findings }
}

/// A day, and the time of day if there is one.
#[derive(Clone, Copy)]
struct Stamp {
    day: Date,
    time: Option<Time>,
}

fn read(event: &IcalEvent, notes: &mut Vec<String>) -> Result<Found, String> {
    let property = |name: &str| event.properties.iter().find(|property| property.name == name);
    let text =
        |name: &str| property(name).and_then(|property| property.value.as_deref()).map_or_else(String::new, unescaped);
    let title = one_line(&text("SUMMARY"));
    let title = if title.is_empty() { "Event without a name".to_owned() } else { title };
    let starts = property("DTSTART").and_then(stamp).ok_or_else(|| told(property("DTSTART"), &title))?;
    let ends = match property("DTEND") {
        Some(ends) => Some(stamp(ends).ok_or_else(|| told(Some(ends), &title))?),
        None => None,
    };
    if property("RRULE").is_some() {
        notes.push(format!("“{title}” is repeated: only its first day was taken. Say the rest with `every:`."));
    }
    // The end of whole days is the day after the last.
    let last = ends.map(|ends| match ends.time {
        None => ends.day.yesterday().unwrap_or(ends.day),
        Some(_) => ends.day,
    });
    Ok(Found {
        date: starts.day,
        until: last.filter(|last| *last > starts.day),
        starts: starts.time,
        ends: ends.and_then(|ends| ends.time).filter(|ends| Some(*ends) != starts.time),
        place: one_line(&text("LOCATION")),
        summary: String::new(),
        kind: None,
        audiences: vec![Audience::Staff],
        groups: Vec::new(),
        benchmarks: Vec::new(),
        with: Vec::new(),
        cancelled: text("STATUS").eq_ignore_ascii_case("cancelled"),
        body: text("DESCRIPTION").trim().to_owned(),
        title,
    })
}

fn told(property: Option<&Property>, title: &str) -> String {
    let value = property.and_then(|property| property.value.clone()).unwrap_or_default();
    format!("{value} ({title})")
}

/// `20270304`, `20270304T173000` as clocks show it there, or `20270304T173000Z` in Greenwich time.
fn stamp(property: &Property) -> Option<Stamp> {
    let value = property.value.as_deref()?.trim();
    let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
    let day = Date::strptime("%Y%m%d", day).ok()?;
    let Some(time) = time else { return Some(Stamp { day, time: None }) };
    let clock = Time::strptime("%H%M%S", time.trim_end_matches('Z')).ok()?;
    let at: DateTime = day.to_datetime(clock);
    let at = if time.ends_with('Z') { to_uk_time(at) } else { at };
    Some(Stamp { day: at.date(), time: Some(at.time()) })
}

/// Text without the signs that iCalendar puts before line ends, commas and semicolons.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(other) => plain.push(other),
                None => {}
            },
            other => plain.push(other),
        }
    }
    plain
}
