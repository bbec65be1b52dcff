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

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::check::phrases::{Phrases, signals_of};
use crate::check::{PageText, Passage, TextCheck, TextRuleInput};
use crate::programme::Programme;
use crate::programme::dates::{MONTHS, WEEKDAYS, date_in_words, weekday_name};
use crate::programme::format::wrong_weekday;
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("wrong-weekday");

/// Short forms of weekdays. In lower case they are other words.
const SHORT_FORMS: [(&str, Weekday); 10] = [
    ("Mon", Weekday::Monday),
    ("Tue", Weekday::Tuesday),
    ("Tues", Weekday::Tuesday),
    ("Wed", Weekday::Wednesday),
    ("Thu", Weekday::Thursday),
    ("Thur", Weekday::Thursday),
    ("Thurs", Weekday::Thursday),
    ("Fri", Weekday::Friday),
    ("Sat", Weekday::Saturday),
    ("Sun", Weekday::Sunday),
];

/// A weekday with a day and a month, and a year if one is written.
#[derive(Debug, PartialEq, Eq)]
struct WrittenDate {
    weekday: Weekday,
    day: i8,
    month: i8,
    year: Option<i16>,
    /// Its span in the text of the passage.
    span: Range<usize>,
}

struct WeekdaySearch<'a> {
    weekdays: Vec<(&'static str, Weekday)>,
    names: Phrases,
    /// The first day of the academic year.
    starts: Date,
    /// The files of events whose first date is not in the academic year.
    outside: &'a HashSet<String>,
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let weekdays: Vec<(&str, Weekday)> = WEEKDAYS.into_iter().chain(SHORT_FORMS).collect();
    let names = Phrases::as_written(weekdays.iter().map(|(name, _)| name));
    let signals = signals_of(weekdays.iter().map(|(name, _)| *name));
    let outside = &input.context.outside_year;
    let search = WeekdaySearch { weekdays, names, starts: input.context.year_starts, outside };
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
    for (number, name) in search.names.find(words) {
        let Some((_, weekday)) = search.weekdays.get(number) else { continue };
        let Some(written) = parse(words, name, *weekday) else { continue };
        let at = DateInText { text, place: text.place_of(passage, &written.span) };
        match written.year {
            Some(year) => check_with_year(at, &written, year, findings),
            None => check_without_year(at, &written, search, findings),
        }
    }
}

struct DateInText<'a> {
    text: &'a PageText,
    place: Place,
}

/// Reports it like a date in the front matter, because the year is certain.
fn check_with_year(at: DateInText<'_>, written: &WrittenDate, year: i16, findings: &mut Findings) {
    let Ok(date) = Date::new(year, written.month, written.day) else { return };
    if let Some(problem) = wrong_weekday(&format!("{} {}", weekday_name(written.weekday), date_in_words(date))) {
        findings.add(problem, at.place);
    }
}

/// Assumes the academic year of the text.
fn check_without_year(at: DateInText<'_>, written: &WrittenDate, search: &WeekdaySearch<'_>, findings: &mut Findings) {
    let Some(starts) = year_of(at.text, search) else { return };
    let Some(date) = in_year(written, starts).filter(|date| date.weekday() != written.weekday) else { return };
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
fn in_year(written: &WrittenDate, starts: Date) -> Option<Date> {
    let this = Date::new(starts.year(), written.month, written.day).ok().filter(|date| *date >= starts);
    this.or_else(|| {
        Date::new(starts.year() + 1, written.month, written.day)
            .ok()
            .filter(|date| *date < starts.saturating_add(1.year()))
    })
}

/// Parses a date after a weekday: `, the 16th of December 2026`. `None` if no day and month follow.
fn parse(text: &str, name: Range<usize>, weekday: Weekday) -> Option<WrittenDate> {
    let mut words = Words { text, at: name.end };
    let mut next = words.next()?;
    if next.0 == "the" {
        next = words.next()?;
    }
    let digits = next.0.trim_end_matches(|ch: char| ch.is_ascii_alphabetic());
    let ordinal = next.0.get(digits.len()..)?;
    let day: i8 = digits.parse().ok().filter(|_| ["", "st", "nd", "rd", "th"].contains(&ordinal))?;
    let mut next = words.next()?;
    if next.0 == "of" {
        next = words.next()?;
    }
    let word = next.0.trim_end_matches(|ch: char| !ch.is_alphanumeric()).to_lowercase();
    let month = MONTHS.iter().map(|month| month.to_lowercase()).position(|month| {
        word == month || word == "sept" && month == "september" || word.len() == 3 && month.starts_with(&word)
    })?;
    let mut end = next.1 + word.len();
    let ends_here = next.0.ends_with(['.', '!', '?', ')', ';', ':']);
    let mut year = None;
    if let Some((word, at)) = words.next().filter(|_| !ends_here) {
        let digits = word.trim_end_matches(|ch: char| !ch.is_alphanumeric());
        match digits.parse() {
            Ok(number @ 1900..=2199) => {
                year = Some(number);
                end = at + digits.len();
            }
            _ if digits == "last" => return None,
            _ => {}
        }
    }
    Some(WrittenDate { weekday, day, month: i8::try_from(month).ok()? + 1, year, span: name.start..end })
}

/// Iterates over words separated by spaces, commas and single line breaks, with their offsets.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = (&'a str, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let after = self.text.get(self.at..)?;
        let gap = after.len() - after.trim_start_matches([' ', ',', '\r', '\n', '\u{a0}']).len();
        let between = after.get(..gap)?;
        if between.matches('\n').count() > 1 {
            return None;
        }
        let start = self.at + gap;
        let word =
            self.text.get(start..)?.split([' ', ',', '\r', '\n', '\u{a0}']).next().filter(|word| !word.is_empty())?;
        self.at = start + word.len();
        Some((word, start))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn parse_first(text: &str) -> Option<(Option<i16>, &str)> {
        let (at, name, weekday) =
            WEEKDAYS.iter().chain(&SHORT_FORMS).find_map(|(name, day)| Some((text.find(name)?, name, *day)))?;
        let written = parse(text, at..at + name.len(), weekday)?;
        assert_eq!((written.day, written.month), (16, 12), "{text}");
        Some((written.year, &text[written.span]))
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
        let written = |day, month| WrittenDate { weekday: Weekday::Monday, day, month, year: None, span: 0..0 };
        assert_eq!(in_year(&written(16, 12), date(2026, 9, 1)), Some(date(2026, 12, 16)));
        assert_eq!(in_year(&written(31, 8), date(2026, 9, 1)), Some(date(2027, 8, 31)));
        assert_eq!(in_year(&written(29, 2), date(2026, 9, 1)), None);
        assert_eq!(in_year(&written(29, 2), date(2027, 9, 1)), Some(date(2028, 2, 29)));
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_parsed(text in "Friday[ ,a-z0-9\n.é]{0,40}") {
            if let Some(written) = parse(&text, 0..6, Weekday::Friday) {
                proptest::prop_assert!(text.get(written.span).is_some());
            }
        }
    }
}
