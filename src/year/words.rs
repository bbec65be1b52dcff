//! Dates and years in the words of a file, a year later.

use jiff::civil::Date;

use crate::programme::{AcademicYear, MONTHS, date_in_words, weekday_name};
use crate::text::WrittenDate;

/// A new day in the form of an old one: as a number, or in words with or without the weekday.
pub(super) fn day_as_written(old: &str, new: Date) -> String {
    let old = old.trim();
    if !old.chars().any(char::is_alphabetic) {
        return new.to_string();
    }
    if old.starts_with(|ch: char| ch.is_alphabetic()) { day_in_words(new) } else { date_in_words(new) }
}

/// “Thursday 4 March 2027”.
pub(super) fn day_in_words(day: Date) -> String {
    format!("{} {}", weekday_name(day.weekday()), date_in_words(day))
}

/// “26 to 30 October 2026”, or “2 September to 18 December 2026”.
pub(super) fn days_in_words((first, last): (Date, Date)) -> String {
    let first_in_words = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => first.day().to_string(),
        (true, false) => first.strftime("%-d %B").to_string(),
        _ => date_in_words(first),
    };
    format!("{first_in_words} to {}", date_in_words(last))
}

/// A new day in the form of a date in a text: with or without weekday and year, in full or short. Of the first day of a range,
/// the month and year follow after its last day, unless that is in another month.
pub(super) fn in_same_form(written: &WrittenDate, was: &str, (new, last): (Date, Option<Date>)) -> String {
    if !was.chars().any(char::is_alphabetic) && !written.starts_range {
        let separator = was.chars().find(|ch| !ch.is_ascii_digit()).unwrap_or('/');
        return new.strftime(&format!("%d{separator}%m{separator}%Y")).to_string();
    }
    let name = |month: i8| usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    let is_short = |name: &str| !was.to_lowercase().contains(&name.to_lowercase());
    let short = |name: &'static str, is_short: bool| if is_short { name.get(..3).unwrap_or(name) } else { name };
    let weekday = written
        .weekday
        .map(|weekday| format!("{} ", short(weekday_name(new.weekday()), is_short(weekday_name(weekday)))));
    let mut text = format!("{}{}", weekday.unwrap_or_default(), new.day());
    if written.starts_range && last.is_none_or(|last| last.month() == new.month()) {
        return text;
    }
    text.push(' ');
    text.push_str(short(name(new.month()), !written.starts_range && is_short(name(written.month))));
    if written.year.is_some() && !written.starts_range {
        text.push_str(&format!(" {}", new.year()));
    }
    text
}

/// A text with each year of this academic year a year later: “March 2027” becomes “March 2028”, and “2026-27” “2027-28”.
/// `None` if it names none, or also others.
pub(super) fn with_next_years(text: &str, year: &AcademicYear) -> Option<String> {
    let years = [year.starts.year(), year.ends.year()];
    let mut result = String::with_capacity(text.len());
    let (mut rest, mut is_named) = (text, false);
    while let Some(start) = rest.find(|ch: char| ch.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let length = from.find(|ch: char| !ch.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at(length);
        result.push_str(before);
        match digits.parse::<i16>() {
            // “2027-28” is another academic year, which begins in this one.
            Ok(number) if digits.len() == 4 && number == years[1] && begins_academic_year(number, after) => {
                return None;
            }
            Ok(number) if digits.len() == 4 && years.contains(&number) => {
                is_named = true;
                result.push_str(&(number + 1).to_string());
            }
            Ok(number) if digits.len() == 4 && (1900..2200).contains(&number) => return None,
            // The end of “2026-27”.
            Ok(number) if digits.len() == 2 && is_named && before.chars().count() == 1 && number == years[1] % 100 => {
                result.push_str(&format!("{:02}", (number + 1) % 100));
            }
            _ => result.push_str(digits),
        }
        rest = after;
    }
    result.push_str(rest);
    is_named.then_some(result)
}

/// True if the rest after a year is the second year of an academic year: “-28”.
fn begins_academic_year(year: i16, after: &str) -> bool {
    let Some(second) = after.strip_prefix(['-', '/', '–']) else { return false };
    let digits: String = second.chars().take_while(char::is_ascii_digit).collect();
    digits.parse::<i16>().is_ok_and(|second| second == (year + 1) % 100 || second == year + 1)
}

/// The number of the line at an offset, from 1.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.get(..offset).map_or(0, |before| before.matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_keeps_the_form_in_which_it_is_written() {
        let new = date(2028, 3, 9);
        assert_eq!(day_as_written("2027-03-04", new), "2028-03-09");
        assert_eq!(day_as_written("4 March 2027", new), "9 March 2028");
        assert_eq!(day_as_written("Thursday 4 March 2027", new), "Thursday 9 March 2028");
    }

    #[test]
    fn a_date_in_a_sentence_keeps_its_form() {
        let changed = |text: &str, new: Date| {
            let written = crate::text::written_dates(text).remove(0);
            in_same_form(&written, text.get(written.span.clone()).unwrap_or_default(), (new, Some(date(2028, 7, 7))))
        };
        for (text, expected) in [
            ("on Thursday 4 March 2027", "Thursday 9 March 2028"),
            ("on 4 March", "9 March"),
            ("Thu 4 Mar 2027", "Thu 9 Mar 2028"),
            ("04/03/2027", "09/03/2028"),
        ] {
            assert_eq!(changed(text, date(2028, 3, 9)), expected, "{text}");
        }
        assert_eq!(changed("5 to 9 July 2027", date(2028, 7, 3)), "3");
        assert_eq!(changed("Monday 5 to Friday 9 July 2027", date(2028, 6, 26)), "Monday 26 June");
    }

    #[test]
    fn years_of_this_academic_year_become_the_next() {
        let year = AcademicYear {
            label: "2026-27".into(),
            starts: date(2026, 9, 1),
            ends: date(2027, 8, 31),
            terms: Vec::new(),
            closed: Vec::new(),
            weeks: Vec::new(),
            is_confirmed: true,
        };
        let next = |text| with_next_years(text, &year);
        assert_eq!(next("Summer term 2027"), Some("Summer term 2028".into()));
        assert_eq!(next("2026-27"), Some("2027-28".into()));
        assert_eq!(next("2026/27"), Some("2027/28".into()));
        assert_eq!(next("2026–27"), Some("2027–28".into()));
        assert_eq!(next("2027-28"), None);
        assert_eq!(next("2026 to 2027"), Some("2027 to 2028".into()));
        assert_eq!(next("by Easter"), None);
        assert_eq!(next("March 2025"), None);
        assert_eq!(next("Year 10"), None);
    }
}
