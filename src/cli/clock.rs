//! The system clock for commands: today's date, and a stopwatch.
#![expect(clippy::disallowed_methods, reason = "this module reads the clock")]

use std::time::{Duration, Instant};

use jiff::ZonedDateTime;
use jiff::civil::{Date, DateTime};

/// Today, in this computer's time zone.
pub(super) fn today() -> Date {
    ZonedDateTime::now().date()
}

/// The day and time, in this computer's time zone.
pub(super) fn now() -> DateTime {
    ZonedDateTime::now().datetime()
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
