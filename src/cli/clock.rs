//! The only access to the system clock: today's date, and a stopwatch.
#![expect(clippy::disallowed_methods, reason = "this is the only module that reads the clock")]

use std::time::{Duration, Instant};

use jiff::ZonedDateTime;
use jiff::civil::Date;

/// Today, in this computer's time zone.
pub(super) fn today() -> Date {
    ZonedDateTime::now().date()
}

pub(super) struct Stopwatch(Instant);

impl Stopwatch {
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }

    pub(super) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

pub(super) fn parse_day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write the date as year, month, day, such as 2027-03-04".to_owned())
}
