//! Calendars as iCalendar files (RFC 5545, RFC 7986).
//!
//! Takes the calendars of stage 4 and returns a file for each. The lines are written here because the `icalendar` crate
//! (0.17) gives every component the current time and a random UID, also those of a time zone, where neither is allowed;
//! its folded lines can have 76 octets, and it doesn't escape NAME. It and readers in two other languages parse these
//! files in `tests/readers`.
//!
//! Times are local times with the time zone's rules, not UTC: something at 12.40 every Tuesday must stay at 12.40 when
//! the clocks change.
//!
//! An entry's time stamp is the day of the build, so the same input and day give the same bytes. SEQUENCE counts days
//! since 2000. It only grows, so an entry of a build on a later day replaces an earlier one, whatever has changed.

mod lines;

use jiff::civil::{Date, DateTime, Weekday, date};
use rayon::prelude::*;

use self::lines::Lines;
use super::output_file::OutputFile;
use crate::programme::Frequency;
use crate::view::{CalendarEntry, CalendarFile, Calendars, EntryStatus, Hours, RecurrenceRule, to_utc};

/// The time zone of Great Britain, by the rules since 1996.
const LONDON: &str = "BEGIN:VTIMEZONE\r\n\
TZID:Europe/London\r\n\
BEGIN:DAYLIGHT\r\n\
DTSTART:19960331T010000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
TZNAME:BST\r\n\
TZOFFSETFROM:+0000\r\n\
TZOFFSETTO:+0100\r\n\
END:DAYLIGHT\r\n\
BEGIN:STANDARD\r\n\
DTSTART:19961027T020000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
TZNAME:GMT\r\n\
TZOFFSETFROM:+0100\r\n\
TZOFFSETTO:+0000\r\n\
END:STANDARD\r\n\
END:VTIMEZONE\r\n";

/// How often calendar apps should reload.
const REFRESH_INTERVAL: &str = "PT12H";

/// Every calendar as a file.
pub(super) fn files(calendars: &Calendars<'_>) -> Vec<OutputFile> {
    let stamp = Stamp::of(calendars.issued);
    calendars.calendars.par_iter().map(|calendar| file(calendar, &stamp)).collect()
}

/// The day of the build, as entries contain it.
struct Stamp {
    time: String,
    sequence: String,
}

impl Stamp {
    fn of(issued: Date) -> Self {
        let days = date(2000, 1, 1).until(issued).map_or(0, |span| span.get_days()).max(0);
        Self { time: format!("{}T000000Z", basic(issued)), sequence: days.to_string() }
    }
}

fn file(calendar: &CalendarFile<'_>, stamp: &Stamp) -> OutputFile {
    let mut lines = Lines::new(calendar.entries.len());
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Fingerpost//Careers programme//EN");
    lines.add("CALSCALE", "GREGORIAN");
    // Apps without support for NAME read X-WR-CALNAME, and so on.
    lines.text("NAME", &calendar.name);
    lines.text("X-WR-CALNAME", &calendar.name);
    lines.text("DESCRIPTION", &calendar.about);
    lines.text("X-WR-CALDESC", &calendar.about);
    lines.add("X-WR-TIMEZONE", "Europe/London");
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", REFRESH_INTERVAL);
    lines.add("X-PUBLISHED-TTL", REFRESH_INTERVAL);
    lines.raw(LONDON);
    for entry in &calendar.entries {
        event(entry, stamp, &mut lines);
    }
    lines.add("END", "VCALENDAR");
    OutputFile { path: calendar.address.to_string(), bytes: lines.into_bytes() }
}

fn event(entry: &CalendarEntry<'_>, stamp: &Stamp, lines: &mut Lines) {
    lines.add("BEGIN", "VEVENT");
    lines.text("UID", &entry.uid);
    lines.add("DTSTAMP", &stamp.time);
    lines.add("LAST-MODIFIED", &stamp.time);
    lines.add("SEQUENCE", &stamp.sequence);
    hours(entry, lines);
    lines.text("SUMMARY", &entry.title);
    if !entry.about.is_empty() {
        lines.text("DESCRIPTION", &entry.about.join("\n\n"));
    }
    if let Some(place) = &entry.place {
        lines.text("LOCATION", place);
    }
    lines.texts("CATEGORIES", &entry.categories);
    if let Some(url) = &entry.url {
        lines.add("URL", url);
    }
    let status = match entry.status {
        EntryStatus::Confirmed => "CONFIRMED",
        EntryStatus::Tentative => "TENTATIVE",
        EntryStatus::Cancelled => "CANCELLED",
    };
    lines.add("STATUS", status);
    lines.add("TRANSP", if entry.free { "TRANSPARENT" } else { "OPAQUE" });
    lines.add("END", "VEVENT");
}

/// Start, end and recurrence.
fn hours(entry: &CalendarEntry<'_>, lines: &mut Lines) {
    let how = match entry.hours {
        Hours::AllDay { .. } => "VALUE=DATE",
        Hours::Timed { .. } => "TZID=Europe/London",
    };
    let mut add = |name: &str, value: &str| lines.add(&format!("{name};{how}"), value);
    match entry.hours {
        Hours::AllDay { first, last } => {
            // DTEND is the day after the last (section 3.6.1).
            add("DTSTART", &basic(first));
            add("DTEND", &basic(last.tomorrow().unwrap_or(last)));
        }
        Hours::Timed { starts, ends } => {
            add("DTSTART", &local(starts));
            if let Some(ends) = ends {
                add("DTEND", &local(ends));
            }
        }
    }
    let Some(repeats) = &entry.repeats else { return };
    let left_out = repeats.left_out.iter().map(|day| match entry.hours {
        Hours::AllDay { .. } => basic(*day),
        Hours::Timed { starts, .. } => local(day.to_datetime(starts.time())),
    });
    let left_out: Vec<String> = left_out.collect();
    if !left_out.is_empty() {
        add("EXDATE", &left_out.join(","));
    }
    lines.add("RRULE", &rule(repeats, entry.hours));
}

/// A recurrence rule. UNTIL is a day, or a time in UTC (section 3.3.10).
fn rule(repeats: &RecurrenceRule<'_>, hours: Hours) -> String {
    let pattern = repeats.pattern;
    let nth = match pattern.frequency {
        Frequency::Monthly(nth) => nth.to_string(),
        Frequency::Weekly | Frequency::Fortnightly => String::new(),
    };
    let days: Vec<String> = pattern.weekdays.iter().map(|day| format!("{nth}{}", weekday_code(*day))).collect();
    let how = match pattern.frequency {
        Frequency::Weekly => "WEEKLY",
        Frequency::Fortnightly => "WEEKLY;INTERVAL=2;WKST=MO",
        Frequency::Monthly(_) => "MONTHLY",
    };
    let until = match hours {
        Hours::AllDay { .. } => basic(repeats.last),
        Hours::Timed { starts, .. } => format!("{}Z", local(to_utc(repeats.last.to_datetime(starts.time())))),
    };
    format!("FREQ={how};BYDAY={};UNTIL={until}", days.join(","))
}

fn weekday_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// `20270304`.
fn basic(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// `20270304T173000`.
fn local(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}
