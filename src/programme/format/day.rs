//! Days, as people write them.

use jiff::civil::{Date, Weekday};
use serde_json::{Value as Json, json};

use super::{Control, FieldReader, FromNode};
use crate::programme::dates::{WEEKDAYS, date_in_words, weekday_name};
use crate::programme::findings::{ContentProblem, Expected};
use crate::read::Node;

/// A day, written `2027-03-04`, `Thursday 4 March 2027`, or in figures that can only mean one day, as `24/03/2027`. It must
/// exist, and its weekday must be right.
pub type Day = Date;

impl FromNode for Date {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Text)?;
        read_day(text).map_or_else(|problem| reader.reject(node, problem), Some)
    }
    fn schema() -> Json {
        json!({ "type": "string", "examples": ["2027-03-04", "Thursday 4 March 2027"] })
    }
    fn control() -> Control {
        Control::Day
    }
}

pub(super) fn read_day(text: &str) -> Result<Date, ContentProblem> {
    let value = || text.to_owned();
    let bad_date = || ContentProblem::BadDate { value: value() };
    let (written, rest) = split_weekday(text);
    let date = if let Some(figures) = day_in_figures(rest) {
        match figures {
            DayInFigures::Certain(day) => day,
            DayInFigures::Ambiguous(day) => {
                let likely = date_in_words(day);
                return Err(ContentProblem::AmbiguousDate { value: value(), likely, iso: day.to_string() });
            }
            DayInFigures::NoSuchDay => return Err(ContentProblem::NoSuchDay { value: value() }),
        }
    } else if is_iso(rest) {
        rest.parse::<Date>().map_err(|_| ContentProblem::NoSuchDay { value: value() })?
    } else {
        let words = rest.replace(',', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let (day, month_year) = words.split_once(' ').ok_or_else(bad_date)?;
        let day = day.trim_end_matches(|ch: char| ch.is_alphabetic());
        let day: i8 = day.parse().map_err(|_| bad_date())?;
        let month_year = match month_year.split_once(' ') {
            Some((month, year)) if month.eq_ignore_ascii_case("sept") => &format!("Sep {year}"),
            _ => month_year,
        };
        let first = ["%d %B %Y", "%d %b %Y"]
            .iter()
            .find_map(|pattern| Date::strptime(pattern, format!("1 {month_year}")).ok())
            .ok_or_else(bad_date)?;
        // “4 March 27” is in this century, as in figures.
        let year = if first.year() < 100 { first.year() + 2000 } else { first.year() };
        let first = first.with().year(year).build().map_err(|_| bad_date())?;
        first.with().day(day).build().map_err(|_| ContentProblem::NoSuchDay { value: value() })?
    };
    match written {
        Some((written, weekday)) if weekday != date.weekday() => Err(ContentProblem::WrongWeekday {
            written,
            date: date_in_words(date),
            actual: weekday_name(date.weekday()),
        }),
        _ => Ok(date),
    }
}

/// A day in figures, the day of the month first.
enum DayInFigures {
    /// `24/03/2027` can't begin with a month, and `04/04/2027` is the same either way.
    Certain(Date),
    /// `04/03/2027` means another day in other countries.
    Ambiguous(Date),
    /// `31/02/2027`
    NoSuchDay,
}

fn day_in_figures(text: &str) -> Option<DayInFigures> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let (is_short, is_whole_year) = (day.len() <= 2, year.len() == 4);
    let year: i16 = year.parse().ok().map(|year: i16| if year < 100 { 2000 + year } else { year })?;
    let (day, month): (i8, i8) = (day.parse().ok()?, month.parse().ok()?);
    if !is_short || !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    Some(match Date::new(year, month, day) {
        Ok(date) if (day > 12 || day == month) && is_whole_year => DayInFigures::Certain(date),
        Ok(date) => DayInFigures::Ambiguous(date),
        Err(_) => DayInFigures::NoSuchDay,
    })
}

fn split_weekday(text: &str) -> (Option<(&'static str, Weekday)>, &str) {
    let Some((first, rest)) = text.split_once([' ', ',']) else { return (None, text) };
    let first = first.to_lowercase();
    let weekday = WEEKDAYS.iter().find(|(name, _)| {
        let name = name.to_lowercase();
        first.len() >= 3 && name.starts_with(&first)
    });
    weekday.map_or((None, text), |weekday| (Some(*weekday), rest.trim_start_matches([' ', ','])))
}

fn is_iso(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

/// Parses a day. `None` if it is invalid.
pub fn day(text: &str) -> Option<Day> {
    read_day(text).ok()
}

/// The problem with a written date whose weekday is wrong.
pub fn wrong_weekday(text: &str) -> Option<ContentProblem> {
    read_day(text).err().filter(|problem| matches!(problem, ContentProblem::WrongWeekday { .. }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_parsed_in_all_common_formats() {
        for text in
            ["2027-03-04", "4 March 2027", "Thursday 4 March 2027", "Thu 4th Mar 2027", "Thursday, 4 March 2027"]
        {
            assert_eq!(read_day(text), Ok(date(2027, 3, 4)), "{text}");
        }
        assert_eq!(read_day("4 Sept 2026"), Ok(date(2026, 9, 4)));
        for text in ["24/03/2027", "24.3.2027", "24-03-2027", "Wednesday 24/3/2027"] {
            assert_eq!(read_day(text), Ok(date(2027, 3, 24)), "{text}");
        }
    }

    #[test]
    fn each_kind_of_invalid_day_has_its_own_problem() {
        for text in ["2027-02-31", "31 February 2027", "31/02/2027"] {
            assert_eq!(read_day(text), Err(ContentProblem::NoSuchDay { value: text.into() }));
        }
        for text in ["04/03/2027", "4.3.27", "04-03-2027"] {
            let (likely, iso) = ("4 March 2027".to_owned(), "2027-03-04".to_owned());
            assert_eq!(read_day(text), Err(ContentProblem::AmbiguousDate { value: text.into(), likely, iso }));
        }
        for text in ["March", "31 Febuary 2027", "03/24/2027"] {
            assert_eq!(read_day(text), Err(ContentProblem::BadDate { value: text.into() }));
        }
        let wrong_weekday =
            ContentProblem::WrongWeekday { written: "Friday", date: "16 December 2023".into(), actual: "Saturday" };
        assert_eq!(read_day("Friday 16 December 2023"), Err(wrong_weekday));
        assert_eq!(read_day("2028-02-29"), Ok(date(2028, 2, 29)));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_parsed_or_refused(text: String) {
            let _ = read_day(&text);
        }

        #[test]
        fn every_formatted_day_is_parsed_again(days in 0i64..40_000) {
            let day = date(1990, 1, 1).saturating_add(jiff::Span::new().days(days));
            proptest::prop_assert_eq!(read_day(&day.to_string()), Ok(day));
            proptest::prop_assert_eq!(read_day(&day.strftime("%A %-d %B %Y").to_string()), Ok(day));
        }
    }
}
