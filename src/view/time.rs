//! Local times of Great Britain as timestamps.
//!
//! The rule has not changed since 1996: clocks go forward at 1 am on the last Sunday of March, and back at
//! 2 am (1 am UTC) on the last Sunday of October (Directive 2000/84/EC, retained by the Summer Time Order
//! 2002). It is coded here so that the result doesn't depend on a machine's time zone database.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::programme::Event;

static LONDON: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0").unwrap_or(TimeZone::UTC));

/// A UK local time with its UTC offset: `2027-03-04T17:30:00+00:00`.
pub(crate) fn to_rfc3339(at: DateTime) -> String {
    let offset = LONDON.to_ambiguous_timestamp(at).compatible().map_or(0, |time| LONDON.to_offset(time).seconds());
    format!("{}+{:02}:00", at.strftime("%Y-%m-%dT%H:%M:%S"), offset / 3600)
}

pub fn to_utc(at: DateTime) -> DateTime {
    LONDON.to_ambiguous_timestamp(at).compatible().map_or(at, |time| TimeZone::UTC.to_datetime(time))
}

pub fn to_uk_time(at: DateTime) -> DateTime {
    TimeZone::UTC.to_timestamp(at).map_or(at, |time| LONDON.to_datetime(time))
}

pub(crate) fn hours(event: &Event, first: Date, last: Date) -> Hours {
    match event.times {
        None => Hours::AllDay { first, last },
        Some((starts, ends)) => {
            let ends = match ends {
                Some(ends) => Some(last.to_datetime(ends)),
                None if last > first => Some(midnight_after(last)),
                None => None,
            };
            let starts = first.to_datetime(starts);
            Hours::Timed { starts, ends: ends.filter(|ends| *ends > starts) }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    AllDay {
        first: Date,
        last: Date,
    },
    Timed {
        starts: DateTime,
        /// The end, always after the start; `None` if unknown.
        ends: Option<DateTime>,
    },
}

/// When an event is over: at its end or, if that is unknown, at the end of its last day.
pub(crate) fn over_at(event: &Event) -> String {
    let ends = event.times.and_then(|(_, ends)| ends);
    to_rfc3339(ends.map_or_else(|| midnight_after(event.until), |ends| event.until.to_datetime(ends)))
}

fn midnight_after(day: Date) -> DateTime {
    day.saturating_add(1.day()).to_datetime(Time::midnight())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn timestamps_are_right_on_both_sides_of_the_clock_changes() {
        for (at, expected) in [
            (date(2026, 3, 29).at(0, 59, 0, 0), "2026-03-29T00:59:00+00:00"),
            (date(2026, 3, 29).at(9, 0, 0, 0), "2026-03-29T09:00:00+01:00"),
            (date(2026, 10, 25).at(0, 30, 0, 0), "2026-10-25T00:30:00+01:00"),
            (date(2026, 10, 25).at(9, 0, 0, 0), "2026-10-25T09:00:00+00:00"),
            (date(2027, 3, 28).at(2, 0, 0, 0), "2027-03-28T02:00:00+01:00"),
            (date(2028, 2, 29).at(0, 0, 0, 0), "2028-02-29T00:00:00+00:00"),
        ] {
            assert_eq!(to_rfc3339(at), expected);
        }
    }
}
