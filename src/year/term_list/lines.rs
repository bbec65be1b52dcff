//! What each line of a list of term dates says.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::error::TermListError;
use crate::import::events::CalendarDays;
use crate::text::written_dates;
use crate::year::school_weeks::{is_weekend, weekday_offset};

/// How many months before the academic year its first term may begin.
const MONTHS_BEFORE: i32 = 1;

/// Words that begin like these tell what a line is about.
const TRAINING: [&str; 11] = [
    "inset",
    "training day",
    "staff day",
    "staff training",
    "staff development",
    "teacher training",
    "non-pupil",
    "non pupil",
    "in-service",
    "professional development",
    "occasional day",
];
const BANK_HOLIDAYS: [&str; 5] = ["bank holiday", "good friday", "easter monday", "may day", "public holiday"];
const HOLIDAYS: [&str; 5] = ["holiday", "vacation", "break", "closed", "closure"];
const CLOSED: [&str; 2] = ["closed", "closure"];
const SEASONS: [&str; 5] = ["christmas", "easter", "summer holiday", "for summer", "for the summer"];
const STARTS: [&str; 10] =
    ["start", "begin", "open", "commence", "first day", "return", "back", "reopen", "re-open", "resume"];
const ENDS: [&str; 6] = ["end", "close", "finish", "last day", "break up", "breaks up"];
/// Of a half-term: the day before it, or after it.
const REOPENS: [&str; 5] = ["reopen", "re-open", "return", "back", "resume"];
const CLOSES: [&str; 5] = ["close", "break up", "breaks up", "finish", "last day"];

/// The days of a list.
#[derive(Debug, Default)]
pub(super) struct ListedDays {
    /// Days on which school begins, and days on which it ends.
    pub(super) starts: Vec<Date>,
    pub(super) ends: Vec<Date>,
    /// The first and last day of each holiday.
    pub(super) holidays: Vec<(Date, Date)>,
    /// Training days.
    pub(super) closed: Vec<Date>,
    holiday_starts: Option<Date>,
}

impl ListedDays {
    /// The days of a text in the academic year that begins on this day.
    ///
    /// # Errors
    /// A day with the weekday of another year.
    pub(super) fn of_text(text: &str, starts: Date) -> Result<Self, TermListError> {
        let earliest = starts.saturating_sub(MONTHS_BEFORE.months());
        let mut days = Self::default();
        for line in text.lines() {
            let (mut dates, mut wrong) = (Vec::new(), None);
            for written in written_dates(line).into_iter().filter(|date| date.day.is_some()) {
                let Some(day) = written.in_year_from(earliest) else { continue };
                if let Some(weekday) = written.weekday.filter(|weekday| *weekday != day.weekday()) {
                    wrong = wrong.or(Some(TermListError::OtherWeekday { day, written: weekday }));
                }
                dates.push(day);
            }
            // A line such as “Updated Monday 1 October” is not about terms.
            if days.add(&line.to_lowercase(), &dates)
                && let Some(wrong) = wrong
            {
                return Err(wrong);
            }
        }
        Ok(days)
    }

    /// The days of a calendar's entries in the academic year that begins on this day.
    pub(super) fn of_calendar(entries: &[CalendarDays], starts: Date) -> Self {
        let earliest = starts.saturating_sub(MONTHS_BEFORE.months());
        let latest = starts.saturating_add(1.year());
        let mut days = Self::default();
        for entry in entries.iter().filter(|entry| earliest <= entry.first && entry.first < latest) {
            let dates = [entry.first, entry.last];
            let count = if entry.first == entry.last { 1 } else { 2 };
            days.add(&entry.title.to_lowercase(), dates.get(..count).unwrap_or_default());
        }
        days
    }

    pub(super) fn is_empty(&self) -> bool {
        self.starts.is_empty() && self.ends.is_empty() && self.holidays.is_empty()
    }

    /// True if the line is about terms.
    fn add(&mut self, line: &str, dates: &[Date]) -> bool {
        let has = |words: &[&str]| words.iter().any(|word| has_word(line, word));
        let words = without_comments(line);
        // In brackets, a bank holiday may only be mentioned next to other days.
        let is_bank_holiday = |text: &str| BANK_HOLIDAYS.iter().any(|word| has_word(text, word));
        let is_alone = dates.len() == 1 && !has(&STARTS) && !has(&ENDS) && is_bank_holiday(line);
        if dates.is_empty() || is_alone || is_bank_holiday(&words) {
            return false;
        }
        if has(&TRAINING) {
            self.closed.extend(dates);
            return true;
        }
        let is_holiday = is_half_term_break(line) || has(&HOLIDAYS) && !has(&["break up", "breaks up"]);
        let at = |words: &[&str]| words.iter().filter_map(|word| place_of_word(line, word)).min();
        let closes_first = at(&CLOSES).zip(at(&REOPENS)).is_some_and(|(closes, reopens)| closes < reopens);
        match *dates {
            [day] if has(&CLOSED) && !is_half_term_break(line) && !has(&SEASONS) && !has(&REOPENS) => {
                self.closed.push(day);
            }
            [day] if is_holiday && has(&REOPENS) => self.starts.push(day),
            [day] if is_holiday && has(&CLOSES) => self.ends.push(day),
            [day] if is_holiday && has(&STARTS) => self.holiday_starts = Some(day),
            [day] if is_holiday && has(&ENDS) => {
                self.holidays.extend(self.holiday_starts.take().map(|first| (first, day)));
            }
            // The last day of school before the holiday, and the first after it.
            [before, after] if closes_first && !has(&CLOSED) => self.add_closure(before, after),
            [first, last] if is_half_term_break(line) && !has(&HOLIDAYS) && !has(&CLOSED) && !has(&["inclusive"]) => {
                self.add_half_term(first, last);
            }
            [first, last] if is_holiday => self.holidays.push((first, last)),
            [day] if has(&STARTS) => self.starts.push(day),
            [day] if has(&ENDS) => self.ends.push(day),
            [first, last] => self.add_term(first, last),
            // A row of a table: the term, and in it the half-term.
            [first, half_starts, half_ends, last] => {
                self.add_term(first, last);
                self.add_half_term(half_starts, half_ends);
            }
            _ => return false,
        }
        true
    }

    fn add_term(&mut self, first: Date, last: Date) {
        self.starts.push(first);
        self.ends.push(last);
    }

    fn add_closure(&mut self, before: Date, after: Date) {
        self.ends.push(before);
        self.starts.push(after);
    }

    /// Some lists have the first and last day of the break, others the last day of school before and the first after it.
    fn add_half_term(&mut self, first: Date, last: Date) {
        let is_long = (last - first).get_days() > 9;
        let is_from_friday_to_monday = (first.weekday(), last.weekday()) == (Weekday::Friday, Weekday::Monday);
        if is_from_friday_to_monday || is_long && !is_weekend(first) && weekday_offset(first) > weekday_offset(last) {
            self.add_closure(first, last);
        } else {
            self.holidays.push((first, last));
        }
    }
}

/// True for “half-term”, but not for “half-term 1” or “first half of term”, in which there is school.
fn is_half_term_break(line: &str) -> bool {
    let line = line.replace("half-term", "half term").replace("mid-term", "half term").replace("midterm", "half term");
    let Some((before, after)) = line.split_once("half term") else { return false };
    let after = after.trim_start();
    let is_alone = !after.get(1..2).is_some_and(|next| next.starts_with(|ch: char| ch.is_alphanumeric()));
    let is_numbered = after.starts_with(|ch: char| ('1'..='6').contains(&ch)) && is_alone;
    let is_day = after.get(1..).is_some_and(begins_with_month);
    let is_counted = ["first", "second", "1st", "2nd"].iter().any(|word| before.trim_end().ends_with(word));
    !is_counted && (!is_numbered || is_day)
}

/// True for “half term 5 to 9 April”: the number is a day.
fn begins_with_month(text: &str) -> bool {
    let text = text.trim_start_matches(|ch: char| !ch.is_alphanumeric());
    text.starts_with("to ") || written_dates(&format!("1 {text}")).first().is_some_and(|date| date.span.start == 0)
}

/// A line without what is in brackets and has no date: “Spring term: 4 January to 13 April (Good Friday is the day after)”.
fn without_comments(line: &str) -> String {
    let mut parts = line.split('(');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')') {
            Some((inside, rest)) if !inside.contains(|ch: char| ch.is_ascii_digit()) => text.push_str(rest),
            _ => text.push_str(part),
        }
    }
    text
}

/// True if a word of the line begins like this.
fn has_word(line: &str, word: &str) -> bool {
    place_of_word(line, word).is_some()
}

fn place_of_word(line: &str, word: &str) -> Option<usize> {
    let starts_word =
        |at: usize| line.get(..at).is_some_and(|before| !before.ends_with(|ch: char| ch.is_alphanumeric()));
    line.match_indices(word).map(|(at, _)| at).find(|at| starts_word(*at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_is_not_a_half_of_a_term() {
        for line in ["half term: 25 to 29 october", "october half-term", "half term 5 to 9 april 2027"] {
            assert!(is_half_term_break(line), "{line}");
        }
        for line in ["autumn half term 1: 1 september", "first half term", "half-term 2", "autumn term"] {
            assert!(!is_half_term_break(line), "{line}");
        }
    }

    #[test]
    fn words_are_found_at_their_beginning() {
        assert!(has_word("term ends on friday", "end"));
        assert!(!has_word("a weekend", "end"));
    }

    #[test]
    fn a_half_term_keeps_its_days_unless_it_is_from_friday_to_monday() {
        use jiff::civil::date;
        let days = |line: &str| ListedDays::of_text(line, date(2027, 9, 1)).expect("a list");
        let open = days("Half term: Friday 22 October to Monday 1 November 2027");
        assert_eq!((open.ends, open.starts), (vec![date(2027, 10, 22)], vec![date(2027, 11, 1)]));
        for (line, last) in [
            ("Half-term (school closed): Friday 22 October to Monday 1 November 2027", date(2027, 11, 1)),
            ("Half term: Friday 22 October to Thursday 28 October 2027", date(2027, 10, 28)),
            ("Half term holiday: Friday 22 October to Tuesday 2 November 2027 inclusive", date(2027, 11, 2)),
        ] {
            assert_eq!(days(line).holidays, [(date(2027, 10, 22), last)], "{line}");
        }
    }

    #[test]
    fn a_line_that_is_not_about_terms_may_have_any_weekday() {
        let starts = jiff::civil::date(2027, 9, 1);
        let list = "Autumn term: Thursday 2 September to Friday 17 December 2027";
        assert!(ListedDays::of_text(&format!("{list}\nUpdated Monday 1 October 2027"), starts).is_ok());
        assert!(ListedDays::of_text(&list.replace("Friday", "Monday"), starts).is_err());
    }
}
