//! Dates, times and lengths of time in a calendar (RFC 5545, sections 3.3.4 to 3.3.6).

use jiff::Span;
use jiff::civil::{Date, DateTime, Time};

/// A date, or a date and a time, before its time zone is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Date,
    /// `None` for a whole day.
    pub(super) time: Option<Time>,
    pub(super) is_utc: bool,
}

impl Moment {
    /// Parses `20270304`, `20270304T173000` or `20270304T173000Z`, with or without the punctuation of ISO 8601.
    pub(super) fn parse(value: &str) -> Option<Self> {
        let value: String = value.trim().chars().filter(|ch| !matches!(ch, '-' | ':')).collect();
        let value = value.to_ascii_uppercase();
        let (day, time) = value.split_once('T').map_or((value.as_str(), None), |(day, time)| (day, Some(time)));
        let is_day = day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit());
        let day = Date::strptime("%Y%m%d", day).ok().filter(|_| is_day)?;
        let Some(time) = time else { return Some(Self { day, time: None, is_utc: false }) };
        let clock = time.trim_end_matches('Z');
        if clock.starts_with("2400") {
            return Some(Self { day: day.tomorrow().ok()?, time: Some(Time::midnight()), is_utc: clock != time });
        }
        // A leap second has no second of its own.
        let clock =
            if clock.ends_with("60") && clock.len() == 6 { clock.get(..4)?.to_owned() } else { clock.to_owned() };
        let format = match clock.len() {
            4 => "%H%M",
            6 => "%H%M%S",
            _ => return None,
        };
        Some(Self { day, time: Some(Time::strptime(format, &clock).ok()?), is_utc: time.ends_with('Z') })
    }

    pub(super) fn local(self) -> DateTime {
        self.day.to_datetime(self.time.unwrap_or(Time::midnight()))
    }
}

/// Parses a length of time such as `P3D` or `PT1H30M`: its days, and the rest. `None` if it is negative or invalid.
pub(super) fn duration(value: &str) -> Option<(Span, Span)> {
    let value = value.trim().to_ascii_uppercase();
    let rest = value.strip_prefix('+').unwrap_or(&value).strip_prefix('P')?;
    let (mut days, mut seconds) = (0_i64, 0_i64);
    let mut number = String::new();
    for ch in rest.chars() {
        if ch.is_ascii_digit() {
            number.push(ch);
            continue;
        }
        let count = || number.parse::<i64>().ok().filter(|count| *count < 100_000);
        match ch {
            'T' if number.is_empty() => continue,
            'W' => days += count()?.checked_mul(7)?,
            'D' => days += count()?,
            'H' => seconds += count()?.checked_mul(3600)?,
            'M' => seconds += count()?.checked_mul(60)?,
            'S' => seconds += count()?,
            _ => return None,
        }
        number.clear();
    }
    let (days, seconds) = (Span::new().try_days(days).ok()?, Span::new().try_seconds(seconds).ok()?);
    number.is_empty().then_some((days, seconds))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn moments_are_read_as_programs_write_them() {
        let at = |value: &str| Moment::parse(value).map(|moment| (moment.local(), moment.is_utc));
        assert_eq!(at("20270304T173000"), Some((date(2027, 3, 4).at(17, 30, 0, 0), false)));
        assert_eq!(at("20270304t173000z"), Some((date(2027, 3, 4).at(17, 30, 0, 0), true)));
        assert_eq!(at("2027-03-04T17:30"), Some((date(2027, 3, 4).at(17, 30, 0, 0), false)));
        assert_eq!(at("20270304T240000"), Some((date(2027, 3, 5).at(0, 0, 0, 0), false)));
        assert_eq!(at("20270304T235960"), Some((date(2027, 3, 4).at(23, 59, 0, 0), false)));
        assert_eq!(Moment::parse("20270304").and_then(|moment| moment.time), None);
        for wrong in ["20270231", "tomorrow", "20270304T", "20270304T9", "", "270304"] {
            assert_eq!(Moment::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Moment::parse("20270304T000000").and_then(|moment| moment.time), Some(time(0, 0, 0, 0)));
    }

    #[test]
    fn lengths_of_time_are_read() {
        let after = |value: &str| {
            let (days, rest) = duration(value)?;
            date(2027, 3, 4).at(9, 0, 0, 0).checked_add(days).ok()?.checked_add(rest).ok()
        };
        assert_eq!(after("P3D"), Some(date(2027, 3, 7).at(9, 0, 0, 0)));
        assert_eq!(after("PT1H30M"), Some(date(2027, 3, 4).at(10, 30, 0, 0)));
        assert_eq!(after("P1W"), Some(date(2027, 3, 11).at(9, 0, 0, 0)));
        assert_eq!(after("P1DT15M"), Some(date(2027, 3, 5).at(9, 15, 0, 0)));
        assert_eq!((after("-PT15M"), after("PT"), after("P9X")), (None, Some(date(2027, 3, 4).at(9, 0, 0, 0)), None));
        assert_eq!(after(&format!("P{}", "99999W".repeat(11))), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_parsed_or_refused(text: String) {
            let _ = (Moment::parse(&text), duration(&text));
        }
    }
}
