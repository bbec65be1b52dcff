//! Events that repeat in term time: `every: Tuesday and Thursday in spring`.
//!
//! Takes one line as a teacher writes it, the terms and the days that are left out; returns the
//! pattern and each day on which it takes place. Holidays, half-terms, bank holidays and closed days
//! are left out automatically. Rejects unknown words, patterns without a day, and days to leave out
//! that are not in the pattern.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde_json::{Value as Json, json};

use super::dates::{WEEKDAYS, date_in_words, weekday_name};
use super::findings::{ContentProblem, Expected};
use super::format::{Control, Day, FieldReader, FromNode, Located};
use super::terms::{AcademicYear, When};
use super::year::WhenText;
use crate::read::{Node, Value};
use crate::report::{Findings, Place, did_you_mean};

/// A pattern as written: one line, or a list of weekdays.
#[derive(Clone, Debug)]
pub struct RecurrenceText(pub String);

impl FromNode for RecurrenceText {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let Value::List(items) = &node.value else {
            return Some(Self(reader.scalar(node, Expected::Text)?.to_owned()));
        };
        let words: Vec<&str> = items.iter().filter_map(|item| reader.scalar(item, Expected::Text)).collect();
        (words.len() == items.len()).then(|| Self(words.join(", ")))
    }
    fn schema() -> Json {
        let examples = ["Tuesday", "Tuesday and Thursday", "other Friday in spring", "first Monday"];
        json!({
            "anyOf": [{ "type": "string", "examples": examples }, { "type": "array", "items": { "type": "string" } }]
        })
    }
    fn control() -> Control {
        Control::Text
    }
}

/// The days on which an event repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The weekdays, Monday first. Never empty.
    pub weekdays: Vec<Weekday>,
    pub frequency: Frequency,
    /// The term, half-term or month, if it is not all year.
    pub within: Option<When>,
}

/// How often an event repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    Weekly,
    /// Every second week, counted from the first.
    Fortnightly,
    /// Once a month: on the first to fourth such weekday, or the last (-1).
    Monthly(i8),
}

/// The pattern of a repeated event, and its days.
#[derive(Clone, Debug)]
pub struct Recurrence {
    pub pattern: Pattern,
    days: Vec<Date>,
}

/// The pattern, its bounds, and the days to leave out.
pub(super) struct RecurrenceRequest<'a> {
    pub(super) every: &'a Located<RecurrenceText>,
    pub(super) first: Option<Date>,
    pub(super) last: Option<Date>,
    pub(super) except: &'a [Located<Day>],
}

impl Recurrence {
    /// Every day of a pattern. `None` if it has no days or can't be parsed, which is reported.
    pub(super) fn new(request: &RecurrenceRequest<'_>, year: &AcademicYear, findings: &mut Findings) -> Option<Self> {
        let pattern = Pattern::parse(request.every, year, findings)?;
        let (starts, ends) = year.span(pattern.within.unwrap_or(When::AllYear));
        let starts = request.first.map_or(starts, |first| first.max(starts));
        let ends = request.last.map_or(ends, |last| last.min(ends));
        let mut days: Vec<Date> =
            pattern.days_between(starts, ends, None).into_iter().filter(|day| year.in_session(*day)).collect();
        if let (Frequency::Fortnightly, Some(first)) = (pattern.frequency, days.first().copied()) {
            days.retain(|day| pattern.falls_on(*day, Some(first)));
        }
        for except in request.except.iter().filter(|except| !days.contains(&except.value)) {
            let date = format!("{} {}", weekday_name(except.value.weekday()), date_in_words(except.value));
            findings.add(ContentProblem::RepeatNotOnDay { date }, except.place.clone());
        }
        days.retain(|day| !request.except.iter().any(|except| except.value == *day));
        if days.is_empty() {
            findings.add(ContentProblem::RepeatNever, request.every.place.clone());
            return None;
        }
        Some(Self { pattern, days })
    }

    /// The days, in order. Never empty.
    pub fn days(&self) -> &[Date] {
        &self.days
    }

    /// The first of its days that is not past.
    pub fn next(&self, today: Date) -> Option<Date> {
        self.days.iter().copied().find(|day| *day >= today)
    }

    /// The days of the bare pattern, between its first and its last, on which it does not take place.
    pub fn left_out(&self) -> Vec<Date> {
        let (Some(first), Some(last)) = (self.days.first(), self.days.last()) else { return Vec::new() };
        let bare = self.pattern.days_between(*first, *last, Some(*first));
        bare.into_iter().filter(|day| self.days.binary_search(day).is_err()).collect()
    }
}

/// Every day of a pattern from one day to another, as a build finds them. Empty if the line can't be parsed.
pub fn pattern_days(every: &str, first: Date, last: Date, year: &AcademicYear) -> Vec<Date> {
    let every = Located { value: RecurrenceText(every.to_owned()), place: Place::of_file("") };
    let request = RecurrenceRequest { every: &every, first: Some(first), last: Some(last), except: &[] };
    Recurrence::new(&request, year, &mut Findings::default()).map_or_else(Vec::new, |recurrence| recurrence.days)
}

impl Pattern {
    /// Parses a line such as `Tuesday and Thursday in spring`.
    fn parse(written: &Located<RecurrenceText>, year: &AcademicYear, findings: &mut Findings) -> Option<Self> {
        let line = written.value.0.to_lowercase();
        let (days, time) = line.split_once(" in ").map_or((line.as_str(), None), |(days, time)| (days, Some(time)));
        let within = match time.map(str::trim) {
            None | Some("term" | "term time" | "term-time" | "terms") => None,
            Some(time) => {
                let time = Located { value: WhenText(time.to_owned()), place: written.place.clone() };
                Some(year.parse_when(&time, findings)?)
            }
        };
        match parse_days(days) {
            Ok((weekdays, frequency)) => Some(Self { weekdays, frequency, within }),
            Err(problem) => {
                findings.add(problem, written.place.clone());
                None
            }
        }
    }

    /// The days of the pattern from one day to another. Of every other week, all weeks without `from`.
    fn days_between(&self, starts: Date, ends: Date, from: Option<Date>) -> Vec<Date> {
        starts.series(1.day()).take_while(|day| *day <= ends).filter(|day| self.falls_on(*day, from)).collect()
    }

    /// True if the pattern has this day. `from` is a day of the first week.
    fn falls_on(&self, day: Date, from: Option<Date>) -> bool {
        let frequency = match self.frequency {
            Frequency::Weekly => true,
            Frequency::Fortnightly => from.is_none_or(|from| weeks_between(from, day) % 2 == 0),
            Frequency::Monthly(nth) => day.nth_weekday_of_month(nth, day.weekday()).ok() == Some(day),
        };
        frequency && self.weekdays.contains(&day.weekday())
    }
}

/// How many weeks, beginning with Monday, are between two days.
fn weeks_between(from: Date, to: Date) -> i64 {
    let monday = |day: Date| day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days());
    monday(from).until(monday(to)).map_or(0, |span| i64::from(span.get_days())) / 7
}

/// The weekdays and the frequency in a line without its time.
fn parse_days(line: &str) -> Result<(Vec<Weekday>, Frequency), ContentProblem> {
    const NTH: [(&str, i8); 10] = [
        ("first", 1),
        ("1st", 1),
        ("second", 2),
        ("2nd", 2),
        ("third", 3),
        ("3rd", 3),
        ("fourth", 4),
        ("4th", 4),
        ("last", -1),
        ("final", -1),
    ];
    let mut weekdays = Vec::new();
    let mut frequency = Frequency::Weekly;
    // “Every second Tuesday” is every other Tuesday, and “second Tuesday” that of each month.
    let is_of_month = line.contains("month");
    let fortnightly = line.replace("every second ", "every other ").replace("every 2nd ", "every other ");
    let line = if is_of_month { line } else { &fortnightly };
    for word in line.split([' ', ',', '&', '/']).filter(|word| !word.is_empty()) {
        if let Some((_, nth)) = NTH.iter().find(|(name, _)| *name == word) {
            frequency = only_rhythm(frequency, Frequency::Monthly(*nth))?;
        } else if let Some(day) = weekday(word) {
            weekdays.push(day);
        } else {
            match word {
                "and" | "every" | "each" | "the" | "of" | "month" | "school" => {}
                "other" | "alternate" => frequency = only_rhythm(frequency, Frequency::Fortnightly)?,
                "day" | "days" | "weekday" | "weekdays" => {
                    weekdays.extend(WEEKDAYS.iter().take(5).map(|(_, day)| *day));
                }
                _ => {
                    let known = WEEKDAYS.iter().map(|(name, _)| *name);
                    let suggestion = did_you_mean(word, known).map(str::to_owned);
                    return Err(ContentProblem::RepeatUnknownWord { word: word.to_owned(), suggestion });
                }
            }
        }
    }
    weekdays.sort_unstable_by_key(|day| day.to_monday_zero_offset());
    weekdays.dedup();
    match (weekdays.len(), frequency) {
        (0, _) => Err(ContentProblem::RepeatNoWeekday),
        // The first school day of a month is none of the first five weekdays.
        (5.., Frequency::Monthly(_)) => Err(ContentProblem::RepeatTwoRhythms),
        _ => Ok((weekdays, frequency)),
    }
}

/// The second of two rhythms would replace the first.
fn only_rhythm(before: Frequency, new: Frequency) -> Result<Frequency, ContentProblem> {
    if before == Frequency::Weekly { Ok(new) } else { Err(ContentProblem::RepeatTwoRhythms) }
}

/// “Tuesday”, “Tuesdays”, “tues”, “Tue”.
fn weekday(word: &str) -> Option<Weekday> {
    let named = |word: &str| {
        let found = |(name, _): &&(&str, Weekday)| word.len() >= 3 && name.to_lowercase().starts_with(word);
        WEEKDAYS.iter().find(found).map(|(_, day)| *day)
    };
    let word = word.trim_end_matches('.');
    named(word).or_else(|| named(word.strip_suffix('s')?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::programme::terms::tests::year;
    use crate::report::Problem;

    fn recurrence(line: &str, except: &[Date]) -> (Option<Recurrence>, Vec<String>) {
        let place = Place::of_file("events/a.md");
        let every = Located { value: RecurrenceText(line.into()), place: place.clone() };
        let except: Vec<_> = except.iter().map(|day| Located { value: *day, place: place.clone() }).collect();
        let mut findings = Findings::default();
        let request = RecurrenceRequest { every: &every, first: None, last: None, except: &except };
        let recurrence = Recurrence::new(&request, &year(), &mut findings);
        (recurrence, findings.sorted().into_iter().map(|finding| finding.message).collect())
    }

    fn days(line: &str) -> Vec<Date> {
        let (recurrence, problems) = recurrence(line, &[]);
        assert!(problems.is_empty(), "{line}: {problems:?}");
        recurrence.expect("a pattern").days().to_vec()
    }

    #[test]
    fn a_weekday_leaves_out_holidays_half_terms_and_closed_days() {
        let all = days("Tuesday");
        assert_eq!(all.first(), Some(&date(2026, 9, 8)));
        assert_eq!(all.last(), Some(&date(2027, 5, 25)));
        assert_eq!(all.len(), 14 + 11 + 7, "{all:?}");
        assert!(!all.contains(&date(2026, 10, 27)), "half-term");
        assert!(!days("Friday").contains(&date(2026, 11, 27)), "closed");
    }

    #[test]
    fn patterns_are_read_as_teachers_write_them() {
        assert_eq!(days("Tuesdays"), days("every Tuesday in term time"));
        assert_eq!(days("Tuesday and Thursday"), days("Tue, Thurs"));
        assert_eq!(days("Tuesday in spring 2").first(), Some(&date(2027, 2, 23)));
        assert_eq!(
            days("first Monday of the month in autumn"),
            [date(2026, 9, 7), date(2026, 10, 5), date(2026, 11, 2), date(2026, 12, 7)]
        );
        assert_eq!(
            days("other Friday in autumn 1"),
            [date(2026, 9, 4), date(2026, 9, 18), date(2026, 10, 2), date(2026, 10, 16)]
        );
        assert_eq!(days("school day in autumn 1").len(), 3 + 5 * 7);
        assert_eq!(days("every second Friday in autumn 1"), days("other Friday in autumn 1"));
        assert_eq!(days("every second Friday of the month"), days("second Friday"));
    }

    #[test]
    fn unknown_words_and_days_outside_the_pattern_are_reported() {
        let problems = |line, except: &[Date]| recurrence(line, except).1;
        let unknown = ContentProblem::RepeatUnknownWord { word: "tusday".into(), suggestion: Some("Tuesday".into()) };
        assert_eq!(problems("Tusday", &[]), [unknown.message()]);
        assert_eq!(problems("every other", &[]), [ContentProblem::RepeatNoWeekday.message()]);
        assert!(problems("Saturday in september", &[]).is_empty());
        assert_eq!(problems("Tuesday in winter", &[]), ["`winter` is not a time in this academic year"]);
        let not_on_day = ContentProblem::RepeatNotOnDay { date: "Wednesday 25 November 2026".into() };
        assert_eq!(problems("Tuesday", &[date(2026, 11, 25)]), [not_on_day.message()]);
        assert_eq!(problems("Tuesday in august", &[]), [ContentProblem::RepeatNever.message()]);
    }

    #[test]
    fn two_rhythms_in_one_pattern_are_refused() {
        for line in [
            "first and third Monday",
            "first Monday, last Friday",
            "first school day of the month",
            "other first Friday",
        ] {
            let (pattern, problems) = recurrence(line, &[]);
            assert!(pattern.is_none(), "{line}");
            assert_eq!(problems, ["this repeats in two ways, and an event can only repeat in one"], "{line}");
        }
    }

    #[test]
    fn days_that_the_pattern_skips_are_listed() {
        let (recurrence, _) = recurrence("Friday in autumn", &[date(2026, 12, 4)]);
        let left_out = recurrence.expect("a pattern").left_out();
        assert_eq!(left_out, [date(2026, 10, 30), date(2026, 11, 27), date(2026, 12, 4)]);
    }

    proptest::proptest! {
        #[test]
        fn parsing_any_line_does_not_panic(line: String) {
            let _ = parse_days(&line.to_lowercase());
        }
    }
}
