//! The one clock: today's date, and how long something took.
#![expect(clippy::disallowed_methods, reason = "the clock stands here and nowhere else")]

use std::time::{Duration, Instant};

use jiff::ZonedDateTime;
use jiff::civil::Date;

/// Today, where this computer is.
pub(super) fn today() -> Date {
    ZonedDateTime::now().date()
}

/// A stopwatch.
pub(super) struct Stopwatch(Instant);

impl Stopwatch {
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }

    pub(super) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// A day as an argument: 2027-03-04.
pub(super) fn parse_day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write it as 2027-03-04 (year, month, day)".to_owned())
}
