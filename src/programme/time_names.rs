//! The times that activities are planned for, as teachers write them: `spring 2`, `Aut 2`, `HT3`, `December 2026`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::dates::last_date_in;
use super::findings::ContentProblem;
use super::format::Located;
use super::terms::{AcademicYear, Rhythm, When};
use super::year::WhenText;
use crate::report::{Findings, did_you_mean};

const ALL_YEAR: [&str; 13] = [
    "all year",
    "every term",
    "each term",
    "termly",
    "throughout",
    "throughout the year",
    "all through the year",
    "whole year",
    "the whole year",
    "year round",
    "all year round",
    "ongoing",
    "any time",
];

/// Other times, for “did you mean”.
const OTHER_TIMES: [&str; 5] = ["all year", "weekly", "fortnightly", "monthly", "date to come"];

const TO_COME: [&str; 9] = [
    "date to come",
    "dates to come",
    "to come",
    "date to be confirmed",
    "to be confirmed",
    "date tbc",
    "tbc",
    "tba",
    "date to follow",
];

impl AcademicYear {
    /// Parses `all year`, a rhythm, a term, a half-term, a named week, a month, a day, or `date to come`.
    pub fn parse_when(&self, written: &Located<WhenText>, findings: &mut Findings) -> Option<When> {
        let text = &written.value.0;
        let when = self.parse(text);
        if when.is_none() {
            let known = self.names();
            let suggestion = self.suggestion(text, &known);
            let problem = ContentProblem::UnknownTime { value: text.clone(), known, suggestion };
            findings.add(problem, written.place.clone());
        }
        when
    }

    /// Every term and half-term, as it may be written.
    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for term in &self.terms {
            let name = term.name.to_lowercase();
            if term.half_term.is_some() {
                names.extend([format!("{name} 1"), format!("{name} 2")]);
            }
            names.push(name);
        }
        names
    }

    /// What an unknown time most likely means.
    fn suggestion(&self, text: &str, known: &[String]) -> Option<String> {
        let plain = plain(text);
        // The month of another year.
        if let (name, Some(_)) = with_year(&plain)
            && let Some(When::Month(month)) = self.month_named(name)
        {
            return Some(month.strftime("%B %Y").to_string().to_lowercase());
        }
        // Schools with six terms call the half-terms of others “term 4”. “Term 2” may also be the second of three.
        let half = plain.strip_prefix("term ").and_then(|number| number.parse().ok());
        if let Some((index, half)) =
            half.filter(|number| *number > self.terms.len()).and_then(|number| self.half_term(number))
        {
            return self.terms.get(index).map(|term| format!("{} {half}", term.name.to_lowercase()));
        }
        let weeks = self.weeks.iter().map(|week| week.name.as_str());
        let others = known.iter().map(String::as_str).chain(OTHER_TIMES).chain(weeks);
        did_you_mean(&plain, others).map(str::to_owned)
    }

    /// The last day of a time that a school wrote in its own words: of the last date in it, or of a term or month.
    /// `None` if it is neither.
    pub fn last_day_of(&self, text: &str) -> Option<Date> {
        last_date_in(text).or_else(|| match self.parse(text)? {
            When::AllYear | When::Often(_) | When::ToCome => None,
            when => Some(self.span(when).1),
        })
    }

    /// True if a text names a time of this academic year.
    pub fn has_time(&self, text: &str) -> bool {
        self.parse(text).is_some()
    }

    /// The times of this academic year among some texts.
    pub fn times_in(&self, texts: &[String]) -> Vec<When> {
        texts.iter().filter_map(|text| self.parse(text)).collect()
    }

    /// Reads a time. `None` if it is not one of this academic year.
    fn parse(&self, text: &str) -> Option<When> {
        let plain = plain(text);
        let plain = plain.as_str();
        if ALL_YEAR.contains(&plain) {
            return Some(When::AllYear);
        }
        if let Some(when) = self.term_or_half(plain) {
            return Some(when);
        }
        if let Some(rhythm) = rhythm(plain) {
            return Some(When::Often(rhythm));
        }
        if TO_COME.contains(&plain) {
            return Some(When::ToCome);
        }
        if let Some(index) = self.weeks.iter().position(|week| is_called(&week.name, plain)) {
            return Some(When::Week(index));
        }
        self.month_named(plain).or_else(|| super::format::day(text).map(When::Day))
    }

    fn month_named(&self, name: &str) -> Option<When> {
        let (name, year) = with_year(name);
        let first = self.starts.first_of_month();
        // A year that begins in the last days of August has two of them: the longer one is meant, unless a year says which.
        let months = (0..=12).map(|month| first.saturating_add(month.months()));
        let named = months.filter(|day| is_month(name, *day) && year.is_none_or(|year| year == day.year()));
        let days_in_year = |month: &Date| {
            let (from, to) = (self.starts.max(*month), self.ends.min(month.last_of_month()));
            (to - from).get_days()
        };
        named.filter(|month| days_in_year(month) >= 0).max_by_key(days_in_year).map(When::Month)
    }

    /// The first day of the month of this academic year that has this number.
    pub(super) fn month_numbered(&self, month: i8) -> Option<Date> {
        let name = Date::new(self.starts.year(), month, 1).ok()?.strftime("%B").to_string().to_lowercase();
        if let Some(When::Month(first)) = self.month_named(&name) { Some(first) } else { None }
    }
}

fn rhythm(plain: &str) -> Option<Rhythm> {
    Some(match plain {
        "daily" | "every day" => Rhythm::Daily,
        "weekly" | "every week" | "each week" | "once a week" => Rhythm::Weekly,
        "fortnightly" | "every fortnight" | "every other week" | "every two weeks" => Rhythm::Fortnightly,
        "monthly" | "every month" | "once a month" => Rhythm::Monthly,
        "half termly" | "every half term" | "each half term" | "once a half term" => Rhythm::HalfTermly,
        _ => return None,
    })
}

/// True for a week's name, with or without “National”, or for its initials: `ncw`.
fn is_called(week: &str, plain: &str) -> bool {
    let week = week.to_lowercase();
    let initials: String = week.split(' ').filter_map(|word| word.chars().next()).collect();
    week == plain || week.strip_prefix("national ") == Some(plain) || initials.len() > 2 && initials == plain
}

fn plain(text: &str) -> String {
    text.to_lowercase().replace(['-', '_', '–'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `december 2026` → `december` and 2026.
fn with_year(name: &str) -> (&str, Option<i16>) {
    match name.rsplit_once(' ') {
        Some((month, year)) if year.len() == 4 => year.parse().map_or((name, None), |year| (month, Some(year))),
        _ => (name, None),
    }
}

/// “december” or “dec”.
fn is_month(name: &str, day: Date) -> bool {
    let long = day.strftime("%B").to_string().to_lowercase();
    let short = long.get(..3).unwrap_or(&long);
    name == long || name == short || name == "sept" && short == "sep"
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::programme::terms::tests::year;
    use crate::report::Place;

    /// A year of three terms with half-terms.
    fn three_terms() -> AcademicYear {
        let mut year = year();
        if let Some(last) = year.terms.last_mut() {
            last.name = "Summer".into();
            last.half_term = Some((date(2027, 5, 3), date(2027, 5, 4)));
        }
        year
    }

    /// The help with a time that is not read.
    fn help(year: &AcademicYear, text: &str) -> String {
        let written = Located { value: WhenText(text.into()), place: Place::of_file("programme/a.md") };
        let mut findings = Findings::default();
        assert_eq!(year.parse_when(&written, &mut findings), None, "{text}");
        findings.sorted().remove(0).help
    }

    #[test]
    fn times_are_parsed_as_teachers_write_them() {
        let year = year();
        assert_eq!(year.parse("All year"), Some(When::AllYear));
        assert_eq!(year.parse("spring"), Some(When::Term(1)));
        assert_eq!(year.parse("Spring term"), Some(When::Term(1)));
        assert_eq!(year.parse("spring 2"), Some(When::Half(1, 2)));
        assert_eq!(year.parse("term 5"), Some(When::Term(2)));
        assert_eq!(year.parse("March"), Some(When::Month(date(2027, 3, 1))));
        assert_eq!(year.parse("2027-03-04"), Some(When::Day(date(2027, 3, 4))));
        assert_eq!(year.parse("term 5 1"), None);
        assert_eq!(year.parse("winter"), None);
        assert_eq!(year.parse("Weekly"), Some(When::Often(Rhythm::Weekly)));
        assert_eq!(year.parse("fortnightly"), Some(When::Often(Rhythm::Fortnightly)));
        for text in ["National Careers Week", "careers week", "NCW"] {
            assert_eq!(year.parse(text), Some(When::Week(0)), "{text}");
        }
        for text in ALL_YEAR {
            assert_eq!(year.parse(text), Some(When::AllYear), "{text}");
        }
        for text in TO_COME {
            assert_eq!(year.parse(&text.to_uppercase()), Some(When::ToCome), "{text}");
        }
        for text in ["half-termly", "every half term", "once a half term"] {
            assert_eq!(year.parse(text), Some(When::Often(Rhythm::HalfTermly)), "{text}");
        }
    }

    #[test]
    fn august_is_the_longer_one_of_a_year_that_begins_in_august() {
        let mut year = year();
        (year.starts, year.ends) = (date(2026, 8, 24), date(2027, 8, 23));
        assert_eq!(year.parse("August"), Some(When::Month(date(2027, 8, 1))));
        assert_eq!(year.parse("August 2026"), Some(When::Month(date(2026, 8, 1))));
        assert_eq!(year.parse("August 2028"), None);
        assert_eq!(year.parse("September"), Some(When::Month(date(2026, 9, 1))));
    }

    #[test]
    fn short_forms_with_one_meaning_are_read() {
        let year = three_terms();
        for text in
            ["Aut 2", "aut2", "Autumn 2", "Autumn Term 2", "Autumn-2", "HT2", "half-term 2", "second half of autumn"]
        {
            assert_eq!(year.parse(text), Some(When::Half(0, 2)), "{text}");
        }
        assert_eq!(year.parse("Spr"), Some(When::Term(1)));
        assert_eq!(year.parse("Sum 1"), Some(When::Half(2, 1)));
        assert_eq!(year.parse("December 2026"), Some(When::Month(date(2026, 12, 1))));
        assert_eq!(year.parse("Sept"), Some(When::Month(date(2026, 9, 1))));
        assert_eq!(year.parse("s"), None);
    }

    #[test]
    fn times_with_more_than_one_meaning_are_suggested() {
        let year = three_terms();
        assert!(help(&year, "Term 6").starts_with("Did you mean `summer 2`?"));
        assert!(help(&year, "Term 2").starts_with("Write a date"));
        assert!(help(&year, "National Carers Week").starts_with("Did you mean `National Careers Week`?"));
        assert!(help(&year, "December 2025").starts_with("Did you mean `december 2026`?"));
    }
}
