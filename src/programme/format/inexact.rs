//! Dates as schools know them: a day, or a month, a term, “by Easter 2027”, an academic year.
//!
//! Rules use the first and the last day that are meant; pages show the words of the file.

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::day::{day, read_day};
use super::{Control, FieldReader, FromNode};
use crate::programme::bank_holidays::easter;
use crate::programme::dates::MONTHS;
use crate::programme::findings::{ContentProblem, Expected};
use crate::programme::terms::{AcademicYear, When};
use crate::read::Node;

/// A day, or a time that is not exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InexactDate {
    /// The first day that it can be.
    pub earliest: Date,
    /// The last day that it can be.
    pub latest: Date,
    /// The words of the file; `None` for a day.
    pub words: Option<String>,
}

impl InexactDate {
    pub fn day(day: Date) -> Self {
        Self { earliest: day, latest: day, words: None }
    }

    /// A day or a time in words, which without a year is in this academic year. `None` if it can't be read.
    pub fn read(text: &str, year: &AcademicYear) -> Option<Self> {
        day(text).map(Self::day).or_else(|| Self::words(text, Some(year)))
    }

    fn words(text: &str, year: Option<&AcademicYear>) -> Option<Self> {
        let (earliest, latest) = read_inexact(text, year)?;
        Some(Self { earliest, latest, words: Some(text.split_whitespace().collect::<Vec<_>>().join(" ")) })
    }

    /// “By Easter”, “end of March”: a time of this academic year in the school's words.
    pub fn in_year(text: &str, year: &AcademicYear) -> Option<Self> {
        let lower = text.trim().to_lowercase();
        BEFORE_TIMES.iter().find(|start| lower.starts_with(**start))?;
        let (first, last) = read_inexact(text, Some(year))?;
        let starts_with = |word: &str| lower.starts_with(word);
        let (earliest, latest) = if starts_with("by ") {
            (term_around(first, year).0, last)
        } else if starts_with("before ") {
            let last = first.saturating_sub(1.day());
            (term_around(last, year).0, last)
        } else if starts_with("after ") {
            // A few days at the end of a term are not all that is meant.
            (last.saturating_add(1.day()), term_around(last.saturating_add(28.days()), year).1)
        } else {
            (first, last)
        };
        let is_in_year = year.contains(earliest) && year.contains(latest);
        is_in_year.then(|| Self { earliest, latest, words: Some(text.trim().to_owned()) })
    }

    /// True if all of it is over. What happens again and again never is.
    pub fn is_past(&self, today: Date) -> bool {
        self.latest < today && !self.is_recurring()
    }

    /// True for “every term” and “annually”, which name no date.
    pub fn is_recurring(&self) -> bool {
        self.words.as_ref().is_some_and(|words| RECURRING.contains(&plain(words).as_str()))
    }

    /// “by 4 March 2027”, “by Easter”, for findings.
    pub fn by_in_words(&self) -> String {
        let words = self.in_words();
        if words.to_lowercase().starts_with("by ") { words } else { format!("by {words}") }
    }

    /// “on 4 March 2027”, or “(Summer term 2027)”, for findings.
    pub fn on_in_words(&self) -> String {
        match &self.words {
            Some(words) => format!("({words})"),
            None => format!("on {}", self.in_words()),
        }
    }

    /// The words of the file, or the day in English.
    pub fn in_words(&self) -> String {
        self.words.clone().unwrap_or_else(|| crate::programme::dates::date_in_words(self.latest))
    }
}

impl FromNode for InexactDate {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Text)?;
        match read_day(text) {
            Ok(day) => Some(Self::day(day)),
            Err(ContentProblem::BadDate { value }) => {
                Self::words(text, reader.year).or_else(|| reader.reject(node, ContentProblem::UnknownDate { value }))
            }
            Err(problem) => reader.reject(node, problem),
        }
    }
    fn schema() -> Json {
        json!({
            "type": ["string", "integer"],
            "examples": ["2027-03-04", "4 March 2027", "March 2027", "Summer term 2027", "by Easter 2027", "2026-27"],
        })
    }
    fn control() -> Control {
        Control::Period
    }
}

/// What happens again and again has no date of its own: it is any day of the academic year.
const RECURRING: [&str; 10] = [
    "every term",
    "each term",
    "termly",
    "every half-term",
    "every month",
    "monthly",
    "every year",
    "each year",
    "annually",
    "ongoing",
];

/// How a time of a plan begins that is neither a term nor a month.
const BEFORE_TIMES: [&str; 12] = [
    "by ",
    "before ",
    "after ",
    "during ",
    "around ",
    "mid ",
    "mid-",
    "end of ",
    "the end of ",
    "at the end of ",
    "start of ",
    "beginning of ",
];

/// Words that say more than a date and change nothing about the days that are meant.
const BEFORE: [&str; 24] = [
    "by the end of ",
    "at the end of ",
    "the end of ",
    "end of ",
    "beginning of ",
    "start of ",
    "academic year ",
    "school year ",
    "before ",
    "after ",
    "during ",
    "throughout ",
    "around ",
    "about ",
    "early ",
    "mid-",
    "mid ",
    "late ",
    "each ",
    "every ",
    "the ",
    "by ",
    "in ",
    "at ",
];

/// The first and the last day of the term that a day is in or, in a holiday, of the one before; of the year if it has none.
fn term_around(day: Date, year: &AcademicYear) -> (Date, Date) {
    let term = year.terms_of(When::Day(day)).into_iter().find_map(|index| year.terms.get(index));
    term.map_or((year.starts, year.ends), |term| (term.starts.min(day), term.ends.max(day)))
}

/// The first and the last day of a time in words. Times without a year are in the academic year of school.yaml.
fn read_inexact(text: &str, year: Option<&AcademicYear>) -> Option<(Date, Date)> {
    let plain = plain(text);
    if RECURRING.contains(&plain.as_str()) {
        return year.map(|year| (year.starts, year.ends));
    }
    let mut rest = plain.as_str();
    while let Some(shorter) = BEFORE.iter().find_map(|words| rest.strip_prefix(words)) {
        rest = shorter;
    }
    if let Some(day) = rest.strip_prefix("week of ").or_else(|| rest.strip_prefix("week beginning ")) {
        let first = read_day(day).ok()?;
        return Some((first, first.saturating_add(6.days())));
    }
    one(rest, year).or_else(|| range(rest, year))
}

/// In lower case, without commas, and with a hyphen for each dash: Word writes “2026–27”.
fn plain(text: &str) -> String {
    let plain = text.to_lowercase().replace([',', '_'], " ").replace(['–', '—'], "-").replace("half term", "half-term");
    plain.split_whitespace().collect::<Vec<_>>().join(" ").replace(" - ", "-")
}

/// “March to May 2027”, “spring and summer 2027”, “8 to 12 March 2027”.
fn range(text: &str, year: Option<&AcademicYear>) -> Option<(Date, Date)> {
    [" to ", " and ", " or ", "/", "-"].iter().find_map(|between| {
        let (first, last) = text.split_once(between)?;
        let end = one(last, year).or_else(|| day_span(last))?;
        let (from, _) = one(first, year).filter(|(from, _)| *from <= end.0 && has_year(first)).or_else(|| {
            let rest = last.split_once(' ').map_or("", |(_, rest)| rest);
            let year_alone = last.rsplit(' ').next().filter(|word| has_year(word)).unwrap_or("");
            [format!("{first} {rest}"), format!("{first} {year_alone}"), first.to_owned()]
                .iter()
                .filter_map(|text| one(text.trim(), year).or_else(|| day_span(text.trim())))
                // “November to February 2027” begins in the year before.
                .find(|(from, _)| *from <= end.1)
        })?;
        (from <= end.1).then_some((from, end.1))
    })
}

fn day_span(text: &str) -> Option<(Date, Date)> {
    read_day(text).ok().map(|day| (day, day))
}

fn has_year(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| calendar_year(word).is_some() || academic_year(word).is_some())
}

fn one(text: &str, year: Option<&AcademicYear>) -> Option<(Date, Date)> {
    if let Some(year) = calendar_year(text) {
        return Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?));
    }
    if let Some(first) = academic_year(text) {
        return whole_year(first);
    }
    let (name, number) = match text.rsplit_once(' ') {
        Some((name, number)) if has_year(number) => (name, Some(number)),
        _ => (text, None),
    };
    let name = name.strip_suffix(" of").unwrap_or(name);
    // The calendar year in which the academic year of this time begins, if one is written.
    let known = year.map(|year| year.starts.year());
    if let Some(month) = month(name) {
        let written = match number {
            Some(number) => calendar_year(number).or_else(|| Some(academic_year(number)? + i16::from(month < 9)))?,
            None => year?.month_numbered(month)?.year(),
        };
        let first = Date::new(written, month, 1).ok()?;
        return Some((first, first.last_of_month()));
    }
    let (first, last, shift) = in_academic_year(name, year)?;
    let year_of = |shifted: Date| match number {
        Some(number) => {
            calendar_year(number).map(|year| year - shifted.year()).or_else(|| Some(academic_year(number)? - shift))
        }
        None => known.map(|known| known - shift),
    };
    let years = year_of(first)?;
    if ["easter", "easter holidays"].contains(&name) {
        let sunday = easter(first.year() + years).ok()?;
        return Some((sunday.saturating_sub(2.days()), sunday.saturating_add(1.day())));
    }
    Some((first.saturating_add(years.years()), last.saturating_add(years.years())))
}

/// A term, a half-term or a holiday: its days in some academic year, and the calendar year in which that begins.
fn in_academic_year(name: &str, year: Option<&AcademicYear>) -> Option<(Date, Date, i16)> {
    if let Some(year) = year
        && let Some(when) = year.term_or_half(name)
    {
        let (first, last) = year.span(when);
        return Some((first, last, year.starts.year()));
    }
    // Months and days of a usual year, for a term that the school does not have and a year that is not this one.
    let name = name.strip_suffix(" term").unwrap_or(name);
    let ((from_month, from), (to_month, to)) = match name {
        "autumn" => ((9, 1), (12, 22)),
        "autumn 1" | "first half of autumn" => ((9, 1), (10, 25)),
        "autumn 2" | "second half of autumn" => ((11, 1), (12, 22)),
        "christmas" => ((12, 25), (12, 25)),
        "spring" => ((1, 1), (4, 15)),
        "spring 1" | "first half of spring" => ((1, 1), (2, 20)),
        "spring 2" | "second half of spring" => ((2, 15), (4, 15)),
        "easter" | "easter holidays" => ((4, 1), (4, 20)),
        "summer" => ((4, 5), (7, 31)),
        "summer 1" | "first half of summer" => ((4, 5), (5, 31)),
        "summer 2" | "second half of summer" => ((6, 1), (7, 31)),
        "summer holidays" => ((7, 20), (8, 31)),
        "october half-term" | "autumn half-term" => ((10, 20), (11, 1)),
        "february half-term" | "spring half-term" => ((2, 10), (2, 24)),
        "may half-term" | "summer half-term" => ((5, 24), (6, 3)),
        _ => return None,
    };
    let usual = |month: i8, day: i8| Date::new(if month >= 9 { 2001 } else { 2002 }, month, day).ok();
    Some((usual(from_month, from)?, usual(to_month, to)?, 2001))
}

fn whole_year(first: i16) -> Option<(Date, Date)> {
    Some((Date::new(first, 9, 1).ok()?, Date::new(first + 1, 8, 31).ok()?))
}

fn calendar_year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|year| (1990..2100).contains(year) && text.len() == 4)
}

/// “2026-27”, “2026/27”, “2026-2027”: 2026.
fn academic_year(text: &str) -> Option<i16> {
    let (first, second) = text.split_once(['-', '/'])?;
    let first = calendar_year(first)?;
    let second: i16 = second.parse().ok()?;
    (second == first + 1 || second == (first + 1) % 100).then_some(first)
}

fn month(name: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| {
        let month = month.to_lowercase();
        name == month || (name.len() >= 3 && name.len() <= 4 && month.starts_with(name))
    })?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::programme::terms::tests::year;

    #[test]
    fn inexact_dates_are_read_as_schools_write_them() {
        let year = year();
        let days =
            |from: (i16, i8, i8), to: (i16, i8, i8)| Some((date(from.0, from.1, from.2), date(to.0, to.1, to.2)));
        for (text, expected) in [
            ("March 2027", days((2027, 3, 1), (2027, 3, 31))),
            ("Sept 2026", days((2026, 9, 1), (2026, 9, 30))),
            ("March", days((2027, 3, 1), (2027, 3, 31))),
            ("early October", days((2026, 10, 1), (2026, 10, 31))),
            ("2027", days((2027, 1, 1), (2027, 12, 31))),
            ("2026-27", days((2026, 9, 1), (2027, 8, 31))),
            ("academic year 2025/26", days((2025, 9, 1), (2026, 8, 31))),
            ("2025-2026", days((2025, 9, 1), (2026, 8, 31))),
            ("2026–27", days((2026, 9, 1), (2027, 8, 31))),
            ("March–May 2027", days((2027, 3, 1), (2027, 5, 31))),
            ("March - May 2027", days((2027, 3, 1), (2027, 5, 31))),
            ("8–12 March 2027", days((2027, 3, 8), (2027, 3, 12))),
            ("November to February 2027", days((2026, 11, 1), (2027, 2, 28))),
            ("Spring term", days((2027, 1, 4), (2027, 3, 26))),
            ("Spring term 2027", days((2027, 1, 4), (2027, 3, 26))),
            ("Spring 2", days((2027, 2, 20), (2027, 3, 26))),
            ("spring 2 2025-26", days((2026, 2, 20), (2026, 3, 26))),
            ("Summer term 2026", days((2026, 4, 5), (2026, 7, 31))),
            ("end of the autumn term", days((2026, 9, 2), (2026, 12, 18))),
            ("Term 5 2025-26", days((2026, 4, 12), (2026, 5, 28))),
            ("by Easter", days((2027, 3, 26), (2027, 3, 29))),
            ("by Easter 2026", days((2026, 4, 3), (2026, 4, 6))),
            ("October half term", days((2026, 10, 20), (2026, 11, 1))),
            ("March to May 2027", days((2027, 3, 1), (2027, 5, 31))),
            ("June/July 2026", days((2026, 6, 1), (2026, 7, 31))),
            ("November 2026 to February 2027", days((2026, 11, 1), (2027, 2, 28))),
            ("8 to 12 March 2027", days((2027, 3, 8), (2027, 3, 12))),
            ("week beginning 8 March 2027", days((2027, 3, 8), (2027, 3, 14))),
            ("every term", days((2026, 9, 1), (2027, 8, 31))),
            ("Autumn and spring 2026-27", days((2026, 9, 2), (2027, 3, 26))),
        ] {
            assert_eq!(read_inexact(text, Some(&year)), expected, "{text}");
        }
        for text in ["soon", "winter", "Marhc 2027", "2027-28-29", "to be confirmed", "99", ""] {
            assert_eq!(read_inexact(text, Some(&year)), None, "{text}");
        }
    }

    #[test]
    fn times_without_a_year_are_unknown_without_a_school_year() {
        assert_eq!(read_inexact("Spring term", None), None);
        assert_eq!(read_inexact("Spring term 2027", None), Some((date(2027, 1, 1), date(2027, 4, 15))));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text: String) {
            let _ = read_inexact(&text, Some(&year()));
        }
    }
}
