//! What each line of a list of term dates says.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::import::events::CalendarDays;
use crate::text::written_dates;

/// How many months before the academic year its first term may begin.
const MONTHS_BEFORE: i32 = 1;

/// Words that begin like these tell what a line is about.
const TRAINING: [&str; 7] =
    ["inset", "training day", "staff day", "non-pupil", "non pupil", "in-service", "professional development"];
const BANK_HOLIDAYS: [&str; 5] = ["bank holiday", "good friday", "easter monday", "may day", "public holiday"];
const HOLIDAYS: [&str; 5] = ["holiday", "vacation", "break", "closed", "closure"];
const STARTS: [&str; 7] = ["start", "begin", "open", "commence", "first day", "return", "back"];
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
    pub(super) fn of_text(text: &str, starts: Date) -> Self {
        let earliest = starts.saturating_sub(MONTHS_BEFORE.months());
        let mut days = Self::default();
        for line in text.lines() {
            let dates = written_dates(line).into_iter().filter(|date| date.day.is_some());
            let dates: Vec<Date> = dates.filter_map(|date| date.in_year_from(earliest)).collect();
            days.add(&line.to_lowercase(), &dates);
        }
        days
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

    fn add(&mut self, line: &str, dates: &[Date]) {
        let has = |words: &[&str]| words.iter().any(|word| has_word(line, word));
        if dates.is_empty() || has(&BANK_HOLIDAYS) {
            return;
        }
        if has(&TRAINING) {
            self.closed.extend(dates);
            return;
        }
        let is_holiday = is_half_term_break(line) || has(&HOLIDAYS) && !has(&["break up", "breaks up"]);
        match *dates {
            [day] if is_holiday && has(&REOPENS) => self.starts.push(day),
            [day] if is_holiday && has(&CLOSES) => self.ends.push(day),
            [day] if is_holiday && has(&STARTS) => self.holiday_starts = Some(day),
            [day] if is_holiday && has(&ENDS) => {
                self.holidays.extend(self.holiday_starts.take().map(|first| (first, day)));
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
            _ => {}
        }
    }

    fn add_term(&mut self, first: Date, last: Date) {
        self.starts.push(first);
        self.ends.push(last);
    }

    /// Some tables have the first and last day of the break, others the last day of school before and the first after it.
    fn add_half_term(&mut self, first: Date, last: Date) {
        if first.weekday().to_monday_zero_offset() > last.weekday().to_monday_zero_offset() {
            self.ends.push(first);
            self.starts.push(last);
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

/// True if a word of the line begins like this.
fn has_word(line: &str, word: &str) -> bool {
    let starts_word =
        |at: usize| line.get(..at).is_some_and(|before| !before.ends_with(|ch: char| ch.is_alphanumeric()));
    line.match_indices(word).any(|(at, _)| starts_word(at))
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
}
