//! Reads events from an iCalendar file (RFC 5545).

use ical::parser::ical::component::IcalEvent;
use ical::property::Property;
use jiff::civil::{Date, DateTime, Time};

use super::{ImportedEvent, drafts};
use crate::import::findings::SheetError;
use crate::import::headings::one_line;
use crate::import::{Draft, SheetFile};
use crate::programme::Audience;
use crate::report::Findings;
use crate::view::to_uk_time;

/// No school plans more.
const MAX_EVENTS: usize = 5_000;
/// In bytes.
const MAX_SIZE: usize = 10_000_000;

/// Drafts the files of the events. Organisers and attendees are not read. Returns `None` after adding findings if something is wrong.
pub fn from_calendar(file: SheetFile<'_>, findings: &mut Findings) -> Option<Vec<Draft>> {
    if file.bytes.len() > MAX_SIZE {
        file.report(SheetError::TooLarge, findings);
        return None;
    }
    let text = String::from_utf8_lossy(file.bytes);
    let mut events = Vec::new();
    let mut notes = Vec::new();
    if !text.trim_start_matches('\u{feff}').trim_start().starts_with("BEGIN:VCALENDAR") {
        file.report(SheetError::BadCalendar { line: 1 }, findings);
        return None;
    }
    for calendar in ical::IcalParser::new(text.trim_start_matches('\u{feff}').as_bytes()) {
        let Ok(calendar) = calendar else {
            let line = text.lines().count();
            file.report(SheetError::BadCalendar { line }, findings);
            return None;
        };
        for event in &calendar.events {
            match parse_event(event, &mut notes) {
                Ok(event) => events.push(event),
                Err(value) => file.report(SheetError::BadTimestamp { value }, findings),
            }
        }
    }
    if events.len() > MAX_EVENTS {
        file.report(SheetError::TooLarge, findings);
    } else if events.is_empty() && !findings.any_error() {
        file.report(SheetError::Empty, findings);
    }
    if findings.any_error() {
        return None;
    }
    events.sort_by(|a, b| (a.date, a.starts, &a.title).cmp(&(b.date, b.starts, &b.title)));
    let mut drafts = drafts(events);
    if let Some(first) = drafts.first_mut() {
        first.notes = notes;
    }
    Some(drafts)
}

/// A date, with a time unless it is a whole day.
#[derive(Clone, Copy)]
struct Timestamp {
    day: Date,
    time: Option<Time>,
}

fn parse_event(event: &IcalEvent, notes: &mut Vec<String>) -> Result<ImportedEvent, String> {
    let property = |name: &str| event.properties.iter().find(|property| property.name == name);
    let text =
        |name: &str| property(name).and_then(|property| property.value.as_deref()).map_or_else(String::new, unescaped);
    let title = one_line(&text("SUMMARY"));
    let title = if title.is_empty() { "Event without a name".to_owned() } else { title };
    let starts =
        property("DTSTART").and_then(timestamp).ok_or_else(|| value_with_title(property("DTSTART"), &title))?;
    let ends = match property("DTEND") {
        Some(ends) => Some(timestamp(ends).ok_or_else(|| value_with_title(Some(ends), &title))?),
        None => None,
    };
    if property("RRULE").is_some() {
        notes.push(format!(
            "“{title}” repeats, but only its first date was imported. Add the other dates with `every:`."
        ));
    }
    // In iCalendar, a whole-day event ends on the day after its last day.
    let last = ends.map(|ends| match ends.time {
        None => ends.day.yesterday().unwrap_or(ends.day),
        Some(_) => ends.day,
    });
    Ok(ImportedEvent {
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

fn value_with_title(property: Option<&Property>, title: &str) -> String {
    let value = property.and_then(|property| property.value.clone()).unwrap_or_default();
    format!("{value} ({title})")
}

/// Parses `20270304`, `20270304T173000` in local time, or `20270304T173000Z` in UTC.
fn timestamp(property: &Property) -> Option<Timestamp> {
    let value = property.value.as_deref()?.trim();
    let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
    let day = Date::strptime("%Y%m%d", day).ok()?;
    let Some(time) = time else { return Some(Timestamp { day, time: None }) };
    let clock = Time::strptime("%H%M%S", time.trim_end_matches('Z')).ok()?;
    let at: DateTime = day.to_datetime(clock);
    let at = if time.ends_with('Z') { to_uk_time(at) } else { at };
    Some(Timestamp { day: at.date(), time: Some(at.time()) })
}

/// Removes the backslashes that iCalendar puts before commas, semicolons and line breaks.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(ch) = chars.next() {
        match ch {
            '\\' => match chars.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(other) => plain.push(other),
                None => {}
            },
            other => plain.push(other),
        }
    }
    plain
}
