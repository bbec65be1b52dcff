//! When one event of a calendar takes place, in British time.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Span, ToSpan};

use super::components::CalendarPart;
use super::lines::CalendarProperty;
use super::moments::{Moment, duration};
use super::zones::CalendarZones;

/// Properties with which programs mark a whole day that they write with times.
const WHOLE_DAY: [&str; 3] =
    ["X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY"];

/// Days and hours in British time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub(super) first: Date,
    pub(super) last: Date,
    /// `None` for whole days.
    pub(super) starts: Option<Time>,
    pub(super) ends: Option<Time>,
}

/// Why an event can't be placed in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TimeError {
    NoStart,
    BadStart { value: String, line: usize },
}

/// The start and the length of an event, in the local time of its zone.
#[derive(Clone, Debug)]
pub(super) struct EventTime {
    pub(super) start: DateTime,
    /// `None` for British time.
    pub(super) zone: Option<String>,
    /// True for an event with a date and no time.
    pub(super) is_date: bool,
    is_marked_whole_day: bool,
    length: Option<Length>,
    /// The line of an end that comes before the start, or can't be read.
    pub(super) bad_end: Option<usize>,
    /// A zone that isn't known, and its line.
    pub(super) unknown_zone: Option<(String, usize)>,
}

/// Time on the clock, then time that passes.
#[derive(Clone, Copy, Debug)]
struct Length {
    on_the_clock: Span,
    passing: Span,
}

/// The zone that a property names: `None` for British time, `UTC` for a time with a Z.
fn zone_of(property: &CalendarProperty, moment: Moment) -> Option<String> {
    if moment.is_utc {
        return Some("UTC".to_owned());
    }
    property.param("TZID").filter(|_| moment.time.is_some()).map(str::to_owned)
}

impl EventTime {
    pub(super) fn of(event: &CalendarPart, zones: &mut CalendarZones) -> Result<Self, TimeError> {
        let property = event.get("DTSTART").or_else(|| event.get("RECURRENCE-ID")).ok_or(TimeError::NoStart)?;
        let bad = || TimeError::BadStart { value: property.value.trim().to_owned(), line: property.line };
        let moment = Moment::parse(&property.value).ok_or_else(bad)?;
        let mut zone = zone_of(property, moment);
        let mut unknown_zone = None;
        if zones.british(moment.local(), zone.as_deref()).is_none() {
            unknown_zone = zone.take().map(|name| (name, property.line));
        }
        let mut time = Self {
            start: moment.local(),
            zone,
            is_date: moment.time.is_none(),
            is_marked_whole_day: WHOLE_DAY.iter().any(|name| event.is(name, &["TRUE", "1"])),
            length: None,
            bad_end: None,
            unknown_zone,
        };
        time.read_length(event, zones);
        Ok(time)
    }

    fn read_length(&mut self, event: &CalendarPart, zones: &mut CalendarZones) {
        if let Some(ends) = event.get("DTEND") {
            let end = Moment::parse(&ends.value).map(|moment| {
                let zone = zone_of(ends, moment).filter(|name| zones.british(moment.local(), Some(name)).is_some());
                let end = self.in_own_zone(moment.local(), zone.as_deref(), zones);
                // The day after a time is the end of that day.
                if moment.time.is_none() && !self.is_date { end.max(self.start) } else { end }
            });
            match end.filter(|end| *end >= self.start) {
                Some(end) => self.length = Length::until(self.start, end),
                None => self.bad_end = Some(ends.line),
            }
        } else if let Some(lasts) = event.get("DURATION") {
            match duration(&lasts.value) {
                Some((on_the_clock, passing)) => self.length = Some(Length { on_the_clock, passing }),
                None => self.bad_end = Some(lasts.line),
            }
        }
    }

    /// A moment of another zone in this event's own.
    pub(super) fn in_own_zone(&self, moment: DateTime, zone: Option<&str>, zones: &mut CalendarZones) -> DateTime {
        if zone == self.zone.as_deref() {
            return moment;
        }
        let utc = zones.utc(moment, zone);
        zones.local(utc, self.zone.as_deref())
    }

    /// Parses a list of moments, such as the value of EXDATE, in the event's own zone. Of a period, its start.
    pub(super) fn moments(&self, property: &CalendarProperty, zones: &mut CalendarZones) -> Vec<Moment> {
        let starts = property.value.split(',').map(|value| value.split('/').next().unwrap_or(value));
        let parsed: Vec<Moment> = starts.filter_map(Moment::parse).collect();
        let own = |moment: Moment| match moment.time {
            None => moment,
            Some(_) => {
                let local = self.in_own_zone(moment.local(), zone_of(property, moment).as_deref(), zones);
                Moment { day: local.date(), time: Some(local.time()), is_utc: false }
            }
        };
        parsed.into_iter().map(own).collect()
    }

    /// The same length from another start, in British time.
    pub(super) fn at(&self, start: DateTime, zones: &mut CalendarZones) -> Occurrence {
        if self.is_date {
            let end = self.length.and_then(|length| start.checked_add(length.on_the_clock).ok());
            let last = end.and_then(|end| {
                if end.time() == Time::midnight() { end.date().yesterday().ok() } else { Some(end.date()) }
            });
            let first = start.date();
            return Occurrence { first, last: last.map_or(first, |last| last.max(first)), starts: None, ends: None };
        }
        let starts = zones.british(start, self.zone.as_deref()).unwrap_or(start);
        let end = self.length.and_then(|length| {
            let on_the_clock = start.checked_add(length.on_the_clock).ok()?;
            let utc = zones.utc(on_the_clock, self.zone.as_deref()).checked_add(length.passing).ok()?;
            Some(crate::view::to_uk_time(utc))
        });
        let end = end.filter(|end| *end > starts);
        let is_midnight = |at: DateTime| at.time() == Time::midnight();
        let is_whole_day = self.is_marked_whole_day || is_midnight(starts) && end.is_some_and(is_midnight);
        if is_whole_day {
            // Another zone's midnight is up to half a day away.
            let day = |at: DateTime| at.saturating_add(12.hours()).date();
            let first = day(starts);
            let last = end.and_then(|end| day(end).yesterday().ok()).map_or(first, |last| last.max(first));
            return Occurrence { first, last, starts: None, ends: None };
        }
        let last = end.map_or(starts.date(), DateTime::date);
        Occurrence { first: starts.date(), last, starts: Some(starts.time()), ends: end.map(DateTime::time) }
    }
}

impl Length {
    fn until(start: DateTime, end: DateTime) -> Option<Self> {
        let seconds = end.duration_since(start).as_secs();
        Some(Self { on_the_clock: seconds.seconds(), passing: Span::new() })
    }
}
