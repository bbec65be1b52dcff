//! Days, times and lists in words.

use jiff::civil::{Date, Time};
use serde::Serialize;

use crate::programme::form::{WEEKDAYS, weekday_name};
use crate::programme::{AcademicYear, Group, Pattern, Rhythm, When, Words};
pub(super) use crate::report::list;

/// What stands in place of a number that is withheld.
pub(super) const WITHHELD: &str = "too few to publish";

/// A share in whole percent, rounded half up.
pub(super) fn share(part: u64, whole: u64) -> u64 {
    if whole == 0 { 0 } else { (part * 200 + whole) / (whole * 2) }
}

/// A day, in the forms that pages need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayInWords {
    /// `2027-03-04`, for machines.
    pub iso: String,
    /// “Thursday 4 March 2027”.
    pub long: String,
    /// “4 March 2027”.
    pub plain: String,
    /// “Thursday”.
    pub weekday: &'static str,
    /// “4”.
    pub day: i8,
    /// “Mar”.
    pub month: String,
}

/// A day in words.
pub(super) fn day(date: Date) -> DayInWords {
    let plain = date.strftime("%-d %B %Y").to_string();
    DayInWords {
        iso: date.to_string(),
        long: format!("{} {plain}", weekday_name(date)),
        weekday: weekday_name(date),
        day: date.day(),
        month: date.strftime("%b").to_string(),
        plain,
    }
}

/// “Careers information” inside a sentence: “careers information”.
pub(super) fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// “5 pm”, “5.30 pm”, “noon”.
pub(super) fn time(time: Time) -> String {
    let half = if time.hour() < 12 { "am" } else { "pm" };
    let hour = (time.hour() + 11) % 12 + 1;
    match (time.hour(), time.minute()) {
        (12, 0) => "noon".into(),
        (_, 0) => format!("{hour} {half}"),
        (_, minute) => format!("{hour}.{minute:02} {half}"),
    }
}

/// “5.30 pm to 7 pm”.
pub(super) fn times((starts, ends): (Time, Option<Time>)) -> String {
    ends.map_or_else(|| time(starts), |ends| format!("{} to {}", time(starts), time(ends)))
}

/// The names of groups: “Year 9”, “Year 7 to Year 9”, “all year groups”.
pub(super) fn groups(set: &[usize], groups: &[Group], words: &Words) -> String {
    if set.len() == groups.len() && groups.len() > 1 {
        return format!("all {}", words.groups);
    }
    let names: Vec<&str> = set.iter().filter_map(|index| groups.get(*index)).map(|group| group.name.as_str()).collect();
    let follow = set.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
    match (names.as_slice(), follow) {
        ([first, _, .., last], true) => format!("{first} to {last}"),
        _ => list(&names),
    }
}

/// When something is planned: “all year”, “Spring term, second half”, “March”.
pub(super) fn when(when: When, year: &AcademicYear) -> String {
    let term = |index: usize| {
        let name = year.terms.get(index).map_or("", |term| term.name.as_str());
        if name.to_lowercase().contains("term") { name.to_owned() } else { format!("{name} term") }
    };
    match when {
        When::AllYear => "All year".into(),
        When::Term(index) => term(index),
        When::Half(index, 1) => format!("{}, first half", term(index)),
        When::Half(index, _) => format!("{}, second half", term(index)),
        When::Month(first) => first.strftime("%B").to_string(),
        When::Day(date) => day(date).long,
    }
}

/// “Every Tuesday and Thursday in term time”, “Every other Friday, Spring term, second half”.
pub(super) fn pattern(pattern: &Pattern, year: &AcademicYear) -> String {
    let is_named = |day: &&(&str, jiff::civil::Weekday)| pattern.weekdays.contains(&day.1);
    let names: Vec<&str> = WEEKDAYS.iter().filter(is_named).map(|(name, _)| *name).collect();
    let days = if names == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] {
        "school day".to_owned()
    } else {
        list(&names)
    };
    let days = match pattern.rhythm {
        Rhythm::Weekly => format!("Every {days}"),
        Rhythm::Fortnightly => format!("Every other {days}"),
        Rhythm::Monthly(nth) => {
            let nth = match nth {
                1 => "first",
                2 => "second",
                3 => "third",
                4 => "fourth",
                _ => "last",
            };
            format!("The {nth} {days} of the month")
        }
    };
    match pattern.within {
        None => format!("{days} in term time"),
        Some(time) => format!("{days}, {}", when(time, year)),
    }
}

/// The first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A word of the content format for people: `mock-interviews` → “Mock interviews”.
pub(super) fn label(word: &str) -> String {
    capital(&word.replace('-', " "))
}

/// “1 event”, “2 events”.
pub(super) fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time as at};

    use super::*;

    #[test]
    fn days_and_times_read_as_people_say_them() {
        assert_eq!(day(date(2027, 3, 4)).long, "Thursday 4 March 2027");
        assert_eq!(times((at(17, 30, 0, 0), Some(at(19, 0, 0, 0)))), "5.30 pm to 7 pm");
        assert_eq!((time(at(0, 5, 0, 0)), time(at(12, 0, 0, 0))), ("12.05 am".into(), "noon".into()));
    }
}
