//! The bank holidays of England and Wales that can fall into a term.
//!
//! Good Friday and Easter Monday move with Easter; the others are Mondays of May and August (Banking and Financial Dealings
//! Act 1971, schedule 1, and the yearly proclamations). Terms in Leicestershire begin before the one in August; Christmas
//! and New Year are in every school's holidays. A day proclaimed for one year only belongs in `closed:` in `school.yaml`.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// True for Good Friday, Easter Monday, and the early May, spring and summer bank holidays.
pub(super) fn is_bank_holiday(day: Date) -> bool {
    let monday = |month: i8, nth: i8| {
        let first = Date::new(day.year(), month, 1).ok()?;
        first.nth_weekday_of_month(nth, Weekday::Monday).ok()
    };
    let from_easter = |days: i64| easter(day.year()).ok().map(|sunday| sunday.saturating_add(days.days()));
    [from_easter(-2), from_easter(1), monday(5, 1), monday(5, -1), monday(8, -1)].contains(&Some(day))
}

/// Easter Sunday, by the anonymous Gregorian algorithm (Nature, 20 April 1876, page 487; Meeus, Astronomical Algorithms,
/// chapter 8). Fails for a year that the calendar does not have.
pub(crate) fn easter(year: i16) -> Result<Date, jiff::Error> {
    let number = i32::from(year);
    let (golden, century, year_of_century) = (number % 19, number / 100, number % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - epact - year_of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    // Days after 22 March, the earliest possible date of Easter.
    let days = epact + sunday - 7 * late;
    Date::new(year, 3, 22)?.checked_add(days.days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn easter_falls_on_known_dates() {
        let known =
            [(2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2038, 4, 25)];
        for (year, month, day) in known {
            assert_eq!(easter(year).expect("the year exists"), date(year, month, day));
        }
    }

    #[test]
    fn known_bank_holidays_are_recognised() {
        for day in [
            date(2026, 4, 3),
            date(2026, 4, 6),
            date(2026, 5, 4),
            date(2026, 5, 25),
            date(2027, 5, 3),
            date(2027, 5, 31),
            date(2026, 8, 31),
            date(2027, 8, 30),
        ] {
            assert!(is_bank_holiday(day), "{day}");
        }
        assert!(!is_bank_holiday(date(2027, 5, 10)));
    }
}
