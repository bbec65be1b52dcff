//! Dates in English messages, and the names of weekdays and months.

use jiff::civil::{Date, Weekday};

/// Monday first.
pub(crate) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The last date in an English text, written like `4 March 2027` or `4th Mar 2027`.
pub(crate) fn last_date_in(text: &str) -> Option<Date> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let date = |window: &[&str]| {
        let [day, month, year] = window else { return None };
        let month = month.to_lowercase();
        let is_named = |name: &str| {
            let name = name.to_lowercase();
            name == month || name.get(..3) == Some(month.as_str()) || name == "september" && month == "sept"
        };
        let month = MONTHS.iter().position(|name| is_named(name))?;
        let day = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
        Date::new(year.parse().ok()?, i8::try_from(month + 1).ok()?, day.parse().ok()?).ok()
    };
    words.windows(3).filter_map(date).max()
}

/// Such as `4 March 2027`.
pub(crate) fn date_in_words(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

pub(crate) fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, known)| *known == weekday).map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_of_several_dates_in_a_text_is_found() {
        let text = "Placement agreed by Thursday 25 March 2027, and forms in by Friday 16 April 2027.";
        assert_eq!(last_date_in(text), Some(Date::constant(2027, 4, 16)));
        assert_eq!(last_date_in("Apply by 26th February 2027."), Some(Date::constant(2027, 2, 26)));
        assert_eq!(last_date_in("apply by 3rd sept 2027"), Some(Date::constant(2027, 9, 3)));
        assert_eq!(last_date_in("31 June 2027, or in March"), None);
    }
}
