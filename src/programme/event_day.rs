//! The first day of an event: from its front matter or its file's name, which must agree.

use jiff::civil::Date;

use super::findings::ContentProblem;
use super::format::{Day, Located};
use super::groups::slug;
use crate::programme::dates::date_in_words;
use crate::report::{ContentPath, Findings, Place, Subject};

/// A date at the start of a file's name.
enum NameDate {
    None,
    Day(Date),
    /// As written, because there is no such day.
    NoSuchDay(String),
    /// As written, and the day if it can be read.
    Unusual(String, Option<Date>),
}

/// What an event says about its days, besides the name of its file.
#[derive(Clone, Copy)]
pub(super) struct WrittenDay<'e> {
    pub(super) date: Option<&'e Located<Day>>,
    /// True if it says when it was changed. Its file may then keep the name with the day before it was moved.
    pub(super) is_changed: bool,
    pub(super) is_repeated: bool,
}

/// The first day of an event, given the place of its front matter. A repeated event needs none.
pub(super) fn event_day(
    at: &Place,
    WrittenDay { date, is_changed, is_repeated }: WrittenDay<'_>,
    findings: &mut Findings,
) -> Option<Date> {
    let path = at.path();
    let in_name = NameDate::of(path.stem());
    if let Some(written) = date {
        if !is_changed {
            report_difference(written, &in_name, findings);
        }
        return Some(written.value);
    }
    let problem = match in_name {
        NameDate::Day(day) => return Some(day),
        _ if is_repeated => return None,
        NameDate::NoSuchDay(value) => ContentProblem::NoSuchDayInName { value },
        NameDate::Unusual(written, day) => {
            let rest = path.stem().split_at_checked(written.len()).map_or_else(String::new, |(_, rest)| slug(rest));
            let example = |day: Date| if rest.is_empty() { format!("{day}-event") } else { format!("{day}-{rest}") };
            ContentProblem::UnusualDateInName { written, name: day.map(|day| format!("{}.md", example(day))) }
        }
        NameDate::None => ContentProblem::MissingKey { key: "date", example: example(path) },
    };
    let needed = ["date", "every"].map(|key| Subject::key(at, key));
    let place = match problem {
        ContentProblem::MissingKey { .. } => at.clone(),
        _ => at.source.whole_file(),
    };
    findings.add_needing(problem, place, needed);
    None
}

fn example(path: &ContentPath) -> String {
    format!("date: 2027-03-04`, or begin the file's name with the day, as in `2027-03-04-{}.md", slug(path.stem()))
}

fn report_difference(written: &Located<Day>, in_name: &NameDate, findings: &mut Findings) {
    if let NameDate::Day(in_name) = in_name
        && written.value != *in_name
    {
        let problem =
            ContentProblem::DateDiffers { here: date_in_words(written.value), in_name: date_in_words(*in_name) };
        findings.add(problem, written.place.clone());
    }
}

/// The day at the start of an event's file name. `None` if there is none, or it is written in another way.
pub(crate) fn day_in_name(stem: &str) -> Option<Date> {
    match NameDate::of(stem) {
        NameDate::Day(day) => Some(day),
        _ => None,
    }
}

/// True if a file's name begins with a day, even with one that does not exist or is written in another way.
pub(super) fn has_day_in_name(path: &ContentPath) -> bool {
    !matches!(NameDate::of(path.stem()), NameDate::None)
}

impl NameDate {
    fn of(stem: &str) -> Self {
        let written = leading_date(stem);
        let numbers: Vec<&str> = written.split(['-', '.', '_', ' ']).collect();
        let day = |year: &str, month: &str, day: &str| {
            let century = if year.len() <= 2 { 2000 } else { 0 };
            Date::new(century + year.parse::<i16>().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
        };
        let unusual = |day| Self::Unusual(written.to_owned(), day);
        match numbers.as_slice() {
            [year, month, day_of_month] if year.len() == 4 => match day(year, month, day_of_month) {
                None => Self::NoSuchDay(written.to_owned()),
                Some(day) if day.to_string() == written => Self::Day(day),
                found => unusual(found),
            },
            [day_of_month, month, year] if [2, 4].contains(&year.len()) => unusual(day(year, month, day_of_month)),
            [digits] if digits.len() == 8 => match (digits.get(..4), digits.get(4..6), digits.get(6..)) {
                (Some(year), Some(month), Some(day_of_month)) => unusual(day(year, month, day_of_month)),
                _ => Self::None,
            },
            _ => Self::None,
        }
    }
}

/// Three numbers, or eight digits, at the start of a name. Empty if it begins with neither.
fn leading_date(stem: &str) -> &str {
    let is_end = |ch: char| !ch.is_ascii_digit() && !['-', '.', '_', ' '].contains(&ch);
    let start = stem.get(..stem.find(is_end).unwrap_or(stem.len())).unwrap_or_default();
    let numbers: Vec<&str> = start.split(['-', '.', '_', ' ']).take(3).take_while(|part| !part.is_empty()).collect();
    let length = match numbers.as_slice() {
        [digits, ..] if digits.len() == 8 => 8,
        numbers @ [_, _, _] => numbers.iter().map(|number| number.len()).sum::<usize>() + 2,
        _ => 0,
    };
    stem.get(..length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::report::Source;

    #[test]
    fn a_moved_event_with_the_day_of_the_change_keeps_its_file_name() {
        let path = ContentPath::new("events/2027-03-04-fair.md");
        let source = Arc::new(Source { path, text: "date: 2027-03-11".into() });
        let moved = jiff::civil::date(2027, 3, 11);
        let date = Located { value: moved, place: source.place(6..16) };
        for (is_changed, expected) in [(false, 1), (true, 0)] {
            let mut findings = Findings::default();
            let written = WrittenDay { date: Some(&date), is_changed, is_repeated: false };
            assert_eq!(event_day(&source.whole_file(), written, &mut findings), Some(moved));
            assert_eq!(findings.sorted().len(), expected, "{is_changed}");
        }
    }

    #[test]
    fn dates_at_the_start_of_names_are_found() {
        let found = |stem| match NameDate::of(stem) {
            NameDate::None => "none".to_owned(),
            NameDate::Day(day) => format!("day {day}"),
            NameDate::NoSuchDay(written) => format!("no such {written}"),
            NameDate::Unusual(written, day) => format!("{written} is {}", day.unwrap_or_default()),
        };
        for (stem, expected) in [
            ("2027-03-04-careers-fair", "day 2027-03-04"),
            ("2027-03-04", "day 2027-03-04"),
            ("2027-03-04 fair", "day 2027-03-04"),
            ("2027-02-31-careers-fair", "no such 2027-02-31"),
            ("30-01-2027 talk", "30-01-2027 is 2027-01-30"),
            ("4.3.27 talk", "4.3.27 is 2027-03-04"),
            ("2027-1-5-talk", "2027-1-5 is 2027-01-05"),
            ("20270304-talk", "20270304 is 2027-03-04"),
            ("2027_03_04_talk", "2027_03_04 is 2027-03-04"),
            ("careers-fair", "none"),
            ("2027-careers-fair", "none"),
            ("10 jobs", "none"),
            ("1-2-1-guidance", "none"),
        ] {
            assert_eq!(found(stem), expected, "{stem}");
        }
    }
}
