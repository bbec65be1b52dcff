//! Reads events from an iCalendar file (RFC 5545).

use icalendar::parser::{Component, Property, read_calendar_simple, unfold};
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
/// No program nests components more deeply. The parser is recursive, so deep nesting could overflow the stack.
const MAX_DEPTH: usize = 8;

/// Drafts the files of the events. Doesn't read organisers and attendees. Returns `None` after adding findings if something
/// is wrong.
pub fn from_calendar(file: SheetFile<'_>, findings: &mut Findings) -> Option<Vec<Draft>> {
    if file.bytes.len() > MAX_SIZE {
        file.report(SheetError::TooLarge, findings);
        return None;
    }
    let text = String::from_utf8_lossy(file.bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with("BEGIN:VCALENDAR") {
        file.report(SheetError::BadCalendar { line: 1 }, findings);
        return None;
    }
    let text = unfolded(text);
    let Some(components) = components(&text) else {
        let line = String::from_utf8_lossy(file.bytes).lines().count();
        file.report(SheetError::BadCalendar { line }, findings);
        return None;
    };
    let mut events = Vec::new();
    let mut notes = Vec::new();
    for event in components.iter().filter(|component| component.name.as_str().eq_ignore_ascii_case("VEVENT")) {
        match parse_event(event, &mut notes) {
            Ok(event) => events.push(event),
            Err(value) => file.report(SheetError::BadTimestamp { value }, findings),
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

/// Joins folded lines. Ends lines with CR and LF: the parser searches the whole text for these before it tries LF.
fn unfolded(text: &str) -> String {
    let text = unfold(text);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\r\n")
}

/// The components of all calendars in a file. `None` if it is damaged.
fn components(text: &str) -> Option<Vec<Component<'_>>> {
    let mut depth = 0_usize;
    for line in text.lines() {
        let starts_with = |start: &str| line.get(..start.len()).is_some_and(|line| line.eq_ignore_ascii_case(start));
        if starts_with("BEGIN:") {
            depth += 1;
        } else if starts_with("END:") {
            depth = depth.saturating_sub(1);
        }
        if depth > MAX_DEPTH {
            return None;
        }
    }
    let mut components = Vec::new();
    for calendar in text.split_inclusive("\r\nEND:VCALENDAR").filter(|text| !text.trim().is_empty()) {
        let calendars = read_calendar_simple(calendar.trim_start()).ok()?;
        components.extend(calendars.into_iter().flat_map(|calendar| calendar.components));
    }
    Some(components)
}

#[derive(Clone, Copy)]
struct Timestamp {
    day: Date,
    time: Option<Time>,
}

fn parse_event(event: &Component<'_>, notes: &mut Vec<String>) -> Result<ImportedEvent, String> {
    let property =
        |name: &str| event.properties.iter().find(|property| property.name.as_str().eq_ignore_ascii_case(name));
    let text = |name: &str| property(name).map_or_else(String::new, |property| property.val.as_str().to_owned());
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

fn value_with_title(property: Option<&Property<'_>>, title: &str) -> String {
    let value = property.map_or("", |property| property.val.as_str());
    format!("{value} ({title})")
}

/// Parses `20270304`, `20270304T173000` in local time, or `20270304T173000Z` in UTC.
fn timestamp(property: &Property<'_>) -> Option<Timestamp> {
    let value = property.val.as_str().trim();
    let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
    let day = Date::strptime("%Y%m%d", day).ok()?;
    let Some(time) = time else { return Some(Timestamp { day, time: None }) };
    let clock = Time::strptime("%H%M%S", time.trim_end_matches('Z')).ok()?;
    let at: DateTime = day.to_datetime(clock);
    let at = if time.ends_with('Z') { to_uk_time(at) } else { at };
    Some(Timestamp { day: at.date(), time: Some(at.time()) })
}
