//! The bank holidays of England and Wales that can fall into a term.
//!
//! Good Friday and Easter
//! Monday move with Easter; the others are Mondays of May (Banking and Financial Dealings Act 1971,
//! schedule 1, and the yearly proclamations). Christmas, New Year and the August bank holiday are in
//! every school's holidays. A day proclaimed for one year only belongs in `closed:` in `school.yaml`.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// True for Good Friday, Easter Monday, the early May bank holiday and the spring bank holiday.
pub(super) fn is_bank_holiday(day: Date) -> bool {
    let may = |nth: i8| {
        let first = Date::new(day.year(), 5, 1).ok()?;
        first.nth_weekday_of_month(nth, Weekday::Monday).ok()
    };
    let from_easter = |days: i64| easter(day.year()).map(|sunday| sunday.saturating_add(days.days()));
    [from_easter(-2), from_easter(1), may(1), may(-1)].contains(&Some(day))
}

/// Easter Sunday, by the anonymous Gregorian algorithm (Nature, 20 April 1876, page 487; Meeus,
/// Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let year_of = i32::from(year);
    let (golden, century, rest) = (year_of % 19, year_of / 100, year_of % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let shift = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * shift + 114;
    Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn easter_falls_on_known_dates() {
        for day in [date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)] {
            assert_eq!(easter(day.year()), Some(day));
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
        ] {
            assert!(is_bank_holiday(day), "{day}");
        }
        assert!(!is_bank_holiday(date(2027, 5, 10)));
    }
}
