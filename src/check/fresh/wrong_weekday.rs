//! The date and the weekday do not match. One of them is wrong, and families may come on the wrong day. Check which one
//! you mean. A date without a year is read as a date in your academic year: if it was right a year ago, it is probably
//! left over from then.
//!
//! Wrong:
//!
//! ```yaml
//! date: Friday 4 March 2027
//! pupils: Hand your form in by Friday 16 December.     (but that is a Wednesday)
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: Thursday 4 March 2027
//! pupils: Hand your form in by Wednesday 16 December.
//! ```

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::{HashMap, HashSet};

use crate::check::phrases::signals_of;
use crate::check::{PageText, Passage, TextCheck, TextRuleInput};
use crate::programme::Programme;
use crate::programme::dates::{WEEKDAYS, date_in_words, weekday_name};
use crate::programme::format::wrong_weekday;
use crate::report::{Advice, Code, Findings, Place, Severity};
use crate::text::{WrittenDate, written_dates};

pub(super) const CODE: Code = Code::new("wrong-weekday");

/// Short forms of weekdays.
const SHORT_FORMS: [&str; 10] = ["Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"];

struct WeekdaySearch<'a> {
    /// The first day of the academic year.
    starts: Date,
    /// The files of events whose first date is not in the academic year.
    outside: &'a HashSet<String>,
    today: Date,
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let signals = signals_of(WEEKDAYS.into_iter().map(|(name, _)| name).chain(SHORT_FORMS));
    let outside = &input.context.outside_year;
    let search = WeekdaySearch { starts: input.context.year_starts, outside, today: input.today };
    TextCheck::passages(signals, move |text, passage, findings| report(text, passage, &search, findings))
}

/// The files of events whose first date is not in the academic year.
pub(in crate::check) fn outside_year(programme: &Programme) -> HashSet<String> {
    let mut first_dates = HashMap::new();
    for event in &programme.events {
        first_dates.entry(event.prose.path()).or_insert(event.date);
    }
    let outside = first_dates.into_iter().filter(|(_, date)| !programme.year.contains(*date));
    outside.map(|(path, _)| path.to_string()).collect()
}

fn report(text: &PageText, passage: &Passage, search: &WeekdaySearch<'_>, findings: &mut Findings) {
    let words = text.text_of(passage);
    for (written, date) in dates_with_weekdays(words) {
        let at = DateInText { text, place: text.place_of(passage, &written.span) };
        match written.year {
            Some(_) => check_with_year(at, date, findings),
            None => check_without_year(at, date, search, findings),
        }
    }
}

/// A weekday, and the day, the month and the year that are written with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NamedDay {
    weekday: Weekday,
    day: i8,
    month: i8,
    year: Option<i16>,
}

/// The dates with weekdays, other than those of “last year”.
fn dates_with_weekdays(text: &str) -> impl Iterator<Item = (WrittenDate, NamedDay)> {
    written_dates(text).into_iter().filter_map(move |written| {
        let (weekday, day) = written.weekday.zip(written.day)?;
        let before = text.get(written.span.clone())?;
        let after = text.get(written.span.end..)?.trim_start_matches([' ', ',']);
        // In lower case “sat” and “sun” are other words.
        if !before.starts_with(char::is_uppercase) || after.starts_with("last ") {
            return None;
        }
        let named = NamedDay { weekday, day, month: written.month, year: written.year };
        Some((written, named))
    })
}

struct DateInText<'a> {
    text: &'a PageText,
    place: Place,
}

/// Reports it like a date in the front matter, because the year is certain.
fn check_with_year(at: DateInText<'_>, written: NamedDay, findings: &mut Findings) {
    let date = written.year.and_then(|year| Date::new(year, written.month, written.day).ok());
    let Some(date) = date else { return };
    if let Some(problem) = wrong_weekday(&format!("{} {}", weekday_name(written.weekday), date_in_words(date))) {
        findings.add(problem, at.place);
    }
}

/// Assumes the academic year of the text.
fn check_without_year(at: DateInText<'_>, written: NamedDay, search: &WeekdaySearch<'_>, findings: &mut Findings) {
    let Some(starts) = year_of(at.text, search) else { return };
    let Some(date) = in_year(written, starts).filter(|date| date.weekday() != written.weekday) else { return };
    let next = in_year(written, starts.saturating_add(1.year()));
    // In summer a day of September is one of the next year.
    let is_summer = search.starts.saturating_add(10.months()) <= search.today;
    if is_summer && date < search.today && next.is_some_and(|next| next.weekday() == written.weekday) {
        return;
    }
    let last = in_year(written, starts.saturating_sub(1.year()));
    let was_right = last.filter(|last| last.weekday() == written.weekday);
    if was_right.is_some() && is_about_the_past(at.text.path().as_str()) {
        return;
    }
    let day = date_in_words(date);
    let message = format!("{day} is a {}, not a {}", weekday_name(date.weekday()), weekday_name(written.weekday));
    let help = match was_right {
        Some(last) => format!(
            "It was right in {}. Is this left over from last year? Correct the weekday or the date.",
            last.year()
        ),
        None => "Correct the weekday or the date: people trust what they read.".to_owned(),
    };
    let advice = Advice { code: CODE, severity: Severity::Should, message, help };
    findings.advise(advice, at.place);
}

/// Evaluations and policies are often about last year.
fn is_about_the_past(path: &str) -> bool {
    path.starts_with("evaluation") || path.starts_with("policies/")
}

/// The first day of the academic year that a text is about. `None` for events outside the school's year, which have
/// their own finding.
fn year_of(text: &PageText, search: &WeekdaySearch<'_>) -> Option<Date> {
    let is_outside = search.outside.contains(text.path().as_str());
    (!is_outside).then_some(search.starts)
}

/// The day in the twelve months that begin on `starts`.
fn in_year(written: NamedDay, starts: Date) -> Option<Date> {
    let this = Date::new(starts.year(), written.month, written.day).ok().filter(|date| *date >= starts);
    this.or_else(|| {
        Date::new(starts.year() + 1, written.month, written.day)
            .ok()
            .filter(|date| *date < starts.saturating_add(1.year()))
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn parse_first(text: &str) -> Option<(Option<i16>, &str)> {
        let (written, named) = dates_with_weekdays(text).next()?;
        assert_eq!((named.day, named.month), (16, 12), "{text}");
        Some((named.year, &text[written.span]))
    }

    #[test]
    fn both_ends_of_a_range_and_figures_are_parsed() {
        let days = |text| dates_with_weekdays(text).map(|(_, named)| (named.weekday, named.day)).collect::<Vec<_>>();
        let monday_to_friday = [(Weekday::Monday, 25), (Weekday::Friday, 29)];
        assert_eq!(days("Monday 25 to Friday 29 October 2027"), monday_to_friday);
        assert_eq!(days("Friday 04/03/2027"), [(Weekday::Friday, 4)]);
    }

    #[test]
    fn date_is_parsed_in_every_usual_form() {
        for text in [
            "Friday 16 December",
            "Friday, 16th December",
            "Friday the 16th of December",
            "Fri 16 Dec",
            "Friday\n16 December",
        ] {
            assert_eq!(parse_first(text), Some((None, text)), "{text}");
        }
        assert_eq!(parse_first("by Friday 16 December."), Some((None, "Friday 16 December")));
        assert_eq!(parse_first("Friday 16 December, 2022."), Some((Some(2022), "Friday 16 December, 2022")));
        assert_eq!(parse_first("Friday 16 December 17:30"), Some((None, "Friday 16 December")));
    }

    #[test]
    fn weekday_without_a_date_is_ignored() {
        for text in [
            "Friday 16 and Saturday",
            "Friday in December",
            "Friday 16",
            "Friday 16 places",
            "Friday\n\n16 December",
            "Friday 16 December last year",
            "Friday 16–Sunday",
            "Friday at 16.30",
        ] {
            assert_eq!(parse_first(text), None, "{text}");
        }
    }

    #[test]
    fn date_without_a_year_is_in_the_academic_year() {
        let written = |day, month| NamedDay { weekday: Weekday::Monday, day, month, year: None };
        assert_eq!(in_year(written(16, 12), date(2026, 9, 1)), Some(date(2026, 12, 16)));
        assert_eq!(in_year(written(31, 8), date(2026, 9, 1)), Some(date(2027, 8, 31)));
        assert_eq!(in_year(written(29, 2), date(2026, 9, 1)), None);
        assert_eq!(in_year(written(29, 2), date(2027, 9, 1)), Some(date(2028, 2, 29)));
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_parsed(text in "Friday[ ,a-z0-9\n.é]{0,40}") {
            for (written, _) in dates_with_weekdays(&text) {
                proptest::prop_assert!(text.get(written.span).is_some());
            }
        }
    }
}
