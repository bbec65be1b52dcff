//! Calendars as iCalendar files (RFC 5545, RFC 7986).
//!
//! Takes the calendars of stage 4; gives a file each. The `icalendar` crate writes the entries: it
//! knows which values are text, escapes them and folds lines at 75 octets. It cannot write a time
//! zone, for it stamps every component with the time of day and a random name; so the frame of a
//! file and the time zone stand here as text. Times are local times of that zone rather than
//! instants: only so does something at 12.40 every Tuesday stay at 12.40 when the clocks change.
//!
//! An entry is stamped with the day of the build, never with the time: the same input and the same
//! day give the same bytes. SEQUENCE counts the days since the year 2000 up to that day. It only ever
//! grows, so the entry of a later build is newer than any that a reader holds, whatever has changed in it,
//! and takes its place.

use icalendar::{Component, Event, EventLike, EventStatus, Property};
use jiff::civil::{Date, DateTime, Weekday, date};
use rayon::prelude::*;

use super::OutputFile;
use crate::programme::Rhythm;
use crate::view::{Calendar, Calendars, Entry, Hours, Recurrence, moment_in_utc};

/// The clocks of Great Britain, by the rule that has stood since 1996.
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

/// How often a calendar program should look again.
const REFRESH: &str = "PT12H";

/// Every calendar as a file.
pub(super) fn files(calendars: &Calendars<'_>) -> Vec<OutputFile> {
    let stamp = Stamp::of(calendars.issued);
    calendars.calendars.par_iter().map(|calendar| file(calendar, &stamp)).collect()
}

/// The day of the build, as entries carry it.
struct Stamp {
    time: String,
    sequence: u32,
}

impl Stamp {
    fn of(issued: Date) -> Self {
        let days = date(2000, 1, 1).until(issued).map_or(0, |span| span.get_days());
        Self { time: format!("{}T000000Z", basic(issued)), sequence: u32::try_from(days).unwrap_or(0) }
    }
}

fn file(calendar: &Calendar<'_>, stamp: &Stamp) -> OutputFile {
    let mut text = String::with_capacity(1024 * (1 + calendar.entries.len()));
    text.push_str("BEGIN:VCALENDAR\r\n");
    for property in head(calendar) {
        text.push_str(&line(property));
    }
    text.push_str(LONDON);
    for entry in &calendar.entries {
        // Writing to a String cannot fail.
        text.push_str(&event(entry, stamp).try_into_string().unwrap_or_default());
    }
    text.push_str("END:VCALENDAR\r\n");
    OutputFile { path: calendar.address.to_string(), bytes: text.into_bytes() }
}

/// What stands above the entries. Programs that do not know NAME know X-WR-CALNAME.
fn head(calendar: &Calendar<'_>) -> Vec<Property> {
    vec![
        Property::new("VERSION", "2.0"),
        Property::new("PRODID", "-//Fingerpost//Careers programme//EN"),
        Property::new("CALSCALE", "GREGORIAN"),
        Property::new("NAME", escaped(&calendar.name)),
        Property::new("X-WR-CALNAME", &calendar.name),
        Property::new("X-WR-CALDESC", &calendar.about),
        Property::new("X-WR-TIMEZONE", "Europe/London"),
        Property::new("REFRESH-INTERVAL", REFRESH).add_parameter("VALUE", "DURATION").done(),
        Property::new("X-PUBLISHED-TTL", REFRESH),
    ]
}

/// Text as values have it, for the one property that the crate does not know to be text.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;")
}

fn line(property: Property) -> String {
    // Writing to a String cannot fail.
    property.try_into().unwrap_or_default()
}

fn event(entry: &Entry<'_>, stamp: &Stamp) -> Event {
    let mut event = Event::with_uid(&entry.uid);
    event.add_property("DTSTAMP", &stamp.time);
    event.add_property("LAST-MODIFIED", &stamp.time);
    event.sequence(stamp.sequence);
    event.summary(&entry.title);
    event.status(if entry.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    event.add_property("TRANSP", if entry.free { "TRANSPARENT" } else { "OPAQUE" });
    event.categories(&entry.categories);
    if !entry.about.is_empty() {
        event.description(&entry.about.join("\n\n"));
    }
    if let Some(place) = &entry.place {
        event.location(place);
    }
    if let Some(url) = &entry.url {
        event.url(url);
    }
    hours(&mut event, entry);
    event
}

/// Beginning, end and repetition.
fn hours(event: &mut Event, entry: &Entry<'_>) {
    let zone = Timing::of(entry.hours);
    match entry.hours {
        Hours::AllDay { first, last } => {
            // The end is the first day that is free again (RFC 5545, section 3.6.1).
            event.append_property(zone.property("DTSTART", basic(first)));
            event.append_property(zone.property("DTEND", basic(last.tomorrow().unwrap_or(last))));
        }
        Hours::Timed { starts, ends } => {
            event.append_property(zone.property("DTSTART", local(starts)));
            if let Some(ends) = ends {
                event.append_property(zone.property("DTEND", local(ends)));
            }
        }
    }
    let Some(repeats) = &entry.repeats else { return };
    event.add_property("RRULE", rule(repeats, entry.hours));
    if !repeats.left_out.is_empty() {
        let days: Vec<String> = repeats.left_out.iter().map(|day| zone.on(*day)).collect();
        event.append_property(zone.property("EXDATE", days.join(",")));
    }
}

/// How the days of an entry are written: as whole days, or at a time of the zone.
enum Timing {
    Days,
    At(jiff::civil::Time),
}

impl Timing {
    fn of(hours: Hours) -> Self {
        match hours {
            Hours::AllDay { .. } => Self::Days,
            Hours::Timed { starts, .. } => Self::At(starts.time()),
        }
    }

    fn property(&self, key: &str, value: String) -> Property {
        let (name, said) = match self {
            Self::Days => ("VALUE", "DATE"),
            Self::At(_) => ("TZID", "Europe/London"),
        };
        Property::new(key, value).add_parameter(name, said).done()
    }

    fn on(&self, day: Date) -> String {
        match self {
            Self::Days => basic(day),
            Self::At(time) => local(day.to_datetime(*time)),
        }
    }
}

/// A recurrence rule. Its end is a day, or an instant in Greenwich time (RFC 5545, section 3.3.10).
fn rule(repeats: &Recurrence<'_>, hours: Hours) -> String {
    let pattern = repeats.pattern;
    let nth = match pattern.rhythm {
        Rhythm::Monthly(nth) => nth.to_string(),
        Rhythm::Weekly | Rhythm::Fortnightly => String::new(),
    };
    let days: Vec<String> = pattern.weekdays.iter().map(|day| format!("{nth}{}", code(*day))).collect();
    let how = match pattern.rhythm {
        Rhythm::Weekly => "WEEKLY",
        Rhythm::Fortnightly => "WEEKLY;INTERVAL=2;WKST=MO",
        Rhythm::Monthly(_) => "MONTHLY",
    };
    let until = match hours {
        Hours::AllDay { .. } => basic(repeats.last),
        Hours::Timed { starts, .. } => format!("{}Z", local(moment_in_utc(repeats.last.to_datetime(starts.time())))),
    };
    format!("FREQ={how};BYDAY={};UNTIL={until}", days.join(","))
}

fn code(day: Weekday) -> &'static str {
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
