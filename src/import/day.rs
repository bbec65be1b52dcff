//! Parses dates as forms and spreadsheets write them. The order of day and month is never guessed: either a date in the
//! column makes it clear, or the teacher states it.

use jiff::civil::Date;

use crate::import::findings::SheetError;

/// The latest date of a column of timestamps, for each order of day and month that is still possible.
#[derive(Clone, Debug)]
pub(super) struct LastDay {
    /// The latest unambiguous date, such as 2026-03-19.
    unambiguous: Option<Date>,
    /// The latest date with the day first. `None` once that order is impossible.
    day_first: Option<Option<Date>>,
    /// The latest date with the month first. `None` once that order is impossible.
    month_first: Option<Option<Date>>,
    /// An ambiguous timestamp, for the message.
    example: Option<String>,
    /// A timestamp that isn't a date.
    invalid: Option<String>,
}

impl Default for LastDay {
    fn default() -> Self {
        Self { unambiguous: None, day_first: Some(None), month_first: Some(None), example: None, invalid: None }
    }
}

impl LastDay {
    pub(super) fn add(&mut self, timestamp: &str) {
        let timestamp = timestamp.trim();
        match Interpretations::of(timestamp) {
            _ if timestamp.is_empty() => {}
            Some(Interpretations::One(Some(date))) => self.unambiguous = self.unambiguous.max(Some(date)),
            Some(Interpretations::Two { day_first: None, month_first: None } | Interpretations::One(None)) | None => {
                self.invalid = Some(timestamp.to_owned());
            }
            // 06/06/2027 is the same day either way.
            Some(Interpretations::Two { day_first, month_first }) if day_first == month_first => {
                self.unambiguous = self.unambiguous.max(day_first);
            }
            Some(Interpretations::Two { day_first, month_first }) => {
                let add = |latest: &mut Option<Option<Date>>, date: Option<Date>| {
                    *latest = latest.take().filter(|_| date.is_some()).map(|latest| latest.max(date));
                };
                add(&mut self.day_first, day_first);
                add(&mut self.month_first, month_first);
                self.example.get_or_insert_with(|| timestamp.to_owned());
            }
        }
    }

    /// The latest date. `None` if there were no timestamps.
    pub(super) fn finish(self) -> Result<Option<Date>, SheetError> {
        if let Some(value) = self.invalid {
            return Err(SheetError::BadTimestamp { value });
        }
        let Some(value) = self.example else { return Ok(self.unambiguous) };
        match (self.day_first, self.month_first) {
            (None, None) => Err(SheetError::MixedOrder),
            (Some(by_day), Some(by_month)) if by_day != by_month => Err(SheetError::AmbiguousDay { value }),
            (Some(latest), _) | (None, Some(latest)) => Ok(self.unambiguous.max(latest)),
        }
    }
}

/// What people write between the first and the last day, the clearest first.
const RANGES: [&str; 6] = [" to ", " until ", " - ", "–", "—", "-"];

/// The day or days in a cell, and the hours after them, such as `18:00-20:00` in `4 March 2027 18:00-20:00`.
pub(super) fn split_hours(text: &str) -> (&str, &str) {
    let is_digit = |text: &str| text.starts_with(|ch: char| ch.is_ascii_digit());
    if let (Some(day), Some("T"), Some(hours)) = (text.get(..10), text.get(10..11), text.get(11..))
        && is_digit(hours)
    {
        // The offset of the time zone is not part of the hours: calendars give local times.
        let hours = hours.trim_end_matches(['Z', 'z']);
        return (day, hours.split('+').next().unwrap_or(hours));
    }
    let (mut at, mut before) = (0, 0);
    for word in text.split(' ') {
        let lower = word.trim_matches(['(', ')']).to_lowercase();
        let word = word.trim_start_matches('(');
        let is_half = ["am", "pm"].contains(&lower.as_str());
        if is_half || is_digit(word) && (word.contains(':') || lower.ends_with("am") || lower.ends_with("pm")) {
            let (days, hours) = text.split_at_checked(if is_half { before } else { at }).unwrap_or((text, ""));
            return (days.trim_end_matches([' ', ',']), hours);
        }
        (before, at) = (at, at + word.len() + 1);
    }
    (text, "")
}

/// The first and the last part of a range, at each place where it can be divided.
pub(super) fn range_parts(text: &str) -> impl Iterator<Item = (&str, &str)> {
    RANGES
        .iter()
        .flat_map(move |separator| text.match_indices(separator))
        .filter_map(move |(at, separator)| Some((text.get(..at)?.trim(), text.get(at + separator.len()..)?.trim())))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateOrder {
    day_first: bool,
}

impl DateOrder {
    /// Finds the order from a column's dates. `day_first` decides if they are ambiguous.
    pub(super) fn of(dates: impl Iterator<Item = String>, day_first: Option<bool>) -> Result<Self, SheetError> {
        let mut last = LastDay::default();
        for date in dates {
            let (days, _) = split_hours(&date);
            let ends = range_parts(days).find(|(first, end)| is_numeric(first) && is_numeric(end));
            let days = ends.map_or_else(|| vec![days], |(first, end)| vec![first, end]);
            // Only dates in numbers can be ambiguous.
            days.into_iter().filter(|day| is_numeric(day)).for_each(|day| last.add(day));
        }
        // Dates that don't exist are reported with their cell.
        match (last.day_first.is_some(), last.month_first.is_some(), day_first) {
            (false, false, _) if last.example.is_some() => Err(SheetError::MixedOrderInList),
            (false, false, _) => Ok(Self { day_first: true }),
            (true, false, _) => Ok(Self { day_first: true }),
            (false, true, _) => Ok(Self { day_first: false }),
            (true, true, Some(day_first)) => Ok(Self { day_first }),
            (true, true, None) => match last.example {
                Some(value) => Err(SheetError::AmbiguousOrder { value }),
                None => Ok(Self { day_first: true }),
            },
        }
    }

    /// Parses a day, or a range such as `15-19 March 2027` with its last day, and leaves out the hours after it.
    pub(super) fn parse_days(self, text: &str) -> Option<(Date, Option<Date>)> {
        let (days, _) = split_hours(text);
        if let Some(day) = self.parse(days) {
            return Some((day, None));
        }
        range_parts(days).find_map(|(first, last)| {
            let end = self.parse(last)?;
            let words: Vec<&str> = last.split(' ').collect();
            // The first day may be written without its year, or its month and year.
            let complete = (0..=2).map(|count| {
                let suffix = words.get(words.len().checked_sub(count)?..)?.join(" ");
                self.parse(format!("{first} {suffix}").trim())
            });
            let start = complete.flatten().find(|start| *start <= end)?;
            Some((start, Some(end)))
        })
    }

    /// Parses a day with nothing after it.
    fn parse(self, text: &str) -> Option<Date> {
        if !is_numeric(text) {
            let day = crate::programme::format::day;
            // Excel writes 4-Mar-2027.
            return day(text).or_else(|| day(&text.replace('-', " ")));
        }
        if text.contains([' ', 'T', ',']) {
            return None;
        }
        match Interpretations::of(text)? {
            Interpretations::One(date) => date,
            Interpretations::Two { day_first, month_first } => {
                if self.day_first {
                    day_first
                } else {
                    month_first
                }
            }
        }
    }
}

/// The dates that a timestamp in numbers may mean. `None` is a date that doesn't exist, such as 31 April.
#[derive(Clone, Copy)]
enum Interpretations {
    /// The year comes first.
    One(Option<Date>),
    /// The year comes last.
    Two { day_first: Option<Date>, month_first: Option<Date> },
}

impl Interpretations {
    /// `None` if the timestamp doesn't begin with three numbers. Anything after them, such as the time, is ignored.
    fn of(timestamp: &str) -> Option<Self> {
        if let Some(day) = in_words(timestamp) {
            return Some(Self::One(day));
        }
        let day = timestamp.split([' ', 'T', ',']).next()?;
        let numbers: Option<Vec<i16>> = day.split(['/', '-', '.']).map(|part| part.parse().ok()).collect();
        match *numbers? {
            [year, month, day] if year > 31 => Some(Self::One(date(year, month, day))),
            [first, second, year] => {
                let year = if year < 100 { 2000 + year } else { year };
                Some(Self::Two { day_first: date(year, second, first), month_first: date(year, first, second) })
            }
            _ => None,
        }
    }
}

/// The months in English and Welsh, by their first letters.
const MONTHS: [(&str, i16); 24] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("ion", 1),
    ("chw", 2),
    ("maw", 3),
    ("ebr", 4),
    ("mai", 5),
    ("meh", 6),
    ("gor", 7),
    ("aws", 8),
    ("med", 9),
    ("hyd", 10),
    ("tac", 11),
    ("rha", 12),
];

/// The date of a timestamp with its month in words: `19-Mar-2026 10:00` or `March 19, 2026`. `None` for another; the inner
/// `None` is a day that doesn't exist.
fn in_words(timestamp: &str) -> Option<Option<Date>> {
    let parts = timestamp.split([' ', '-', '/', ',', '.']).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.take_while(|part| !part.contains(':')).collect();
    let month = parts.iter().find_map(|part| {
        let lower = part.to_lowercase();
        let is_word = lower.len() > 2 && lower.chars().all(char::is_alphabetic);
        MONTHS.iter().find(|(start, _)| is_word && lower.starts_with(start)).map(|(_, month)| *month)
    })?;
    let numbers = parts.iter().filter_map(|part| part.trim_end_matches(char::is_alphabetic).parse::<i16>().ok());
    match *numbers.collect::<Vec<i16>>() {
        [year, day] if year > 31 => Some(date(year, month, day)),
        // “15-19 March” has no year, but a range of days.
        [day, year] if parts.last().is_some_and(|last| last.starts_with(|ch: char| ch.is_ascii_digit())) => {
            Some(date(if year < 100 { 2000 + year } else { year }, month, day))
        }
        _ => None,
    }
}

/// True for dates such as 4/3/2027, false for 4 March 2027 and 2027-03-04.
fn is_numeric(text: &str) -> bool {
    let day = text.split([' ', 'T', ',']).next().unwrap_or_default();
    let first = day.split(['/', '.', '-']).next().unwrap_or_default();
    first.len() < day.len() && first.len() < 4 && day.chars().all(|ch| ch.is_ascii_digit() || "/.-".contains(ch))
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn last(timestamps: &[&str]) -> Result<Option<Date>, SheetError> {
        let mut last = LastDay::default();
        timestamps.iter().for_each(|timestamp| last.add(timestamp));
        last.finish()
    }

    #[test]
    fn unambiguous_dates_are_parsed() {
        assert_eq!(last(&[]), Ok(None));
        let google = ["2022/11/30 10:39:41 PM GMT+1", "2022/12/02 8:00:00 AM GMT"];
        assert_eq!(last(&google), Ok(Some(date(2022, 12, 2))));
        assert_eq!(last(&["2026-03-19T17:30:00", ""]), Ok(Some(date(2026, 3, 19))));
        // One unambiguous value decides the order of the column.
        assert_eq!(last(&["7/1/26 19:06:23", "7/27/26 19:06:23"]), Ok(Some(date(2026, 7, 27))));
        assert_eq!(last(&["01/07/2026 10:00", "27/07/2026 10:00"]), Ok(Some(date(2026, 7, 27))));
        let in_words = ["19-Mar-2026 10:00", "20 March 2026 09:00", "Mar 21, 2026 08:00", "22 Mawrth 2026"];
        assert_eq!(last(&in_words), Ok(Some(date(2026, 3, 22))));
        assert_eq!(last(&["19-OCT-2026", "22 Tachwedd 2026"]), Ok(Some(date(2026, 11, 22))));
        assert!(matches!(last(&["31-Feb-2026"]), Err(SheetError::BadTimestamp { .. })));
        assert_eq!(last(&["6/6/2026 10:00"]), Ok(Some(date(2026, 6, 6))));
    }

    #[test]
    fn days_of_event_lists_are_parsed_as_people_write_them() {
        let order = DateOrder { day_first: true };
        for text in ["4-Mar-2027", "04-Mar-27", "4 March 27", "04/03/2027", "04/03/2027, 18:00", "4 March 2027 6 pm"] {
            assert_eq!(order.parse_days(text), Some((date(2027, 3, 4), None)), "{text}");
        }
        for text in [
            "15-19 March 2027",
            "15/03/2027 - 19/03/2027",
            "15/03/2027 to 19/03/2027",
            "15/03/2027-19/03/2027",
            "2027-03-15 to 2027-03-19",
            "15/03/2027 - 19/03/2027 18:00",
        ] {
            assert_eq!(order.parse_days(text), Some((date(2027, 3, 15), Some(date(2027, 3, 19)))), "{text}");
        }
        for text in ["15-19 March", "15/03/2027 and 19/03/2027", "15/03/2027 evening"] {
            assert_eq!(order.parse_days(text), None, "{text}");
        }
        // The last day of a range shows that the day comes first.
        assert_eq!(DateOrder::of(["08/03/2027 - 25/03/2027".to_owned()].into_iter(), None), Ok(order));
        // The same day either way.
        assert!(DateOrder::of(["06/06/2027".to_owned()].into_iter(), None).is_ok());
    }

    #[test]
    fn the_order_of_day_and_month_is_not_guessed() {
        assert!(matches!(last(&["10/9/2024 11:02", "1/9/2024 11:02"]), Err(SheetError::AmbiguousDay { .. })));
        assert_eq!(last(&["13/1/2026", "1/13/2026"]), Err(SheetError::MixedOrder));
        assert!(matches!(last(&["31/31/2026"]), Err(SheetError::BadTimestamp { .. })));
        assert!(matches!(last(&["yesterday"]), Err(SheetError::BadTimestamp { .. })));
    }

    proptest::proptest! {
        #[test]
        fn any_timestamp_is_parsed_or_rejected(timestamps: Vec<String>) {
            let mut last = LastDay::default();
            timestamps.iter().for_each(|timestamp| last.add(timestamp));
            let _ = last.finish();
        }
    }
}
