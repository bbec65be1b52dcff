//! Finds dates in running text, as people write them: “Thursday 4 March 2027”, “4th March”, “25 to 29 October 2027”,
//! “04/03/2027”, “March 2027”.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::programme::{MONTHS, WEEKDAYS};

/// Years that are meant by four digits.
const YEARS: Range<i16> = 2000..2200;

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenDate {
    /// Where it is, with its weekday.
    pub(crate) span: Range<usize>,
    /// `None` for a month.
    pub(crate) day: Option<i8>,
    pub(crate) month: i8,
    pub(crate) year: Option<i16>,
    pub(crate) weekday: Option<Weekday>,
    /// True for the first day of a range whose month and year are only written after its last: the “5” of “5 to 9 July”.
    pub(crate) starts_range: bool,
}

impl WrittenDate {
    /// The day, or the first of the month, in the twelve months from `starts`. `None` for one in other years.
    pub(crate) fn in_year_from(&self, starts: Date) -> Option<Date> {
        let day = self.day.unwrap_or(1);
        let later = i16::from((self.month, day) < (starts.month(), starts.day()));
        let year = starts.year() + later;
        Date::new(year, self.month, day).ok().filter(|_| self.year.is_none_or(|written| written == year))
    }
}

/// A word or a number.
#[derive(Clone, Copy, Debug)]
struct Token<'t> {
    text: &'t str,
    start: usize,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }

    /// 1 to 31, also “1st” or “22nd”.
    fn day(&self) -> Option<i8> {
        let digits = self.text.trim_end_matches(|ch: char| ch.is_ascii_alphabetic());
        let suffix = self.text.get(digits.len()..)?.to_lowercase();
        let is_day = ["", "st", "nd", "rd", "th"].contains(&suffix.as_str()) && digits.len() <= 2;
        digits.parse().ok().filter(|day| is_day && (1..=31).contains(day))
    }

    fn month(&self) -> Option<i8> {
        let word = self.text.to_lowercase();
        let is = |name: &str| {
            let name = name.to_lowercase();
            word == name || word.len() == 3 && name.starts_with(&word) || word == "sept" && name == "september"
        };
        let at = MONTHS.iter().position(|name| is(name))?;
        i8::try_from(at + 1).ok()
    }

    fn year(&self) -> Option<i16> {
        self.text.parse().ok().filter(|year| self.text.len() == 4 && YEARS.contains(year))
    }

    fn weekday(&self) -> Option<Weekday> {
        let word = self.text.to_lowercase();
        let is = |name: &str| {
            let name = name.to_lowercase();
            word == name || (3..=5).contains(&word.len()) && name.starts_with(&word)
        };
        WEEKDAYS.iter().find(|(name, _)| is(name)).map(|(_, weekday)| *weekday)
    }
}

/// The dates in a text, in order.
pub(crate) fn written_dates(text: &str) -> Vec<WrittenDate> {
    let tokens = tokens(text);
    let search = Search { text, tokens: &tokens };
    let mut dates = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match search.date_at(at) {
            Some((date, next)) => {
                dates.extend(search.start_of_range(&date, at));
                dates.push(date);
                at = next;
            }
            None => at += 1,
        }
    }
    dates
}

/// Words before numbers that are not days, also with an s.
const NUMBERED: [&str; 8] = ["year", "yr", "y", "stage", "room", "level", "group", "unit"];
/// Months that are other words too: “30 may come”.
const WORDS: [&str; 2] = ["may", "march"];

struct Search<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
}

impl Search<'_> {
    /// A date whose day or month is this token, and the index of the token after it.
    fn date_at(&self, at: usize) -> Option<(WrittenDate, usize)> {
        self.in_numbers(at).or_else(|| self.in_words(at)).or_else(|| self.month_alone(at))
    }

    fn in_words(&self, at: usize) -> Option<(WrittenDate, usize)> {
        let token = self.tokens.get(at)?;
        let day = token.day()?;
        let of = self.tokens.get(at + 1).is_some_and(|next| next.is(&["of"]));
        let month_at = if of { at + 2 } else { at + 1 };
        let month = self.tokens.get(month_at).filter(|_| self.is_joined(at, month_at))?;
        let number = month.month()?;
        // “… for Year 10. June brings …” are two sentences.
        if self.text.get(token.end()..month.start)?.contains('.') {
            return None;
        }
        let year = self.year_after(month_at);
        // “Only 30 may come” and “The Year 11 March mocks”.
        let is_word = year.is_none() && WORDS.contains(&month.text) && self.weekday_before(at).is_none();
        if is_word && self.is_followed_by_word(month_at) || self.is_numbered(at) {
            return None;
        }
        let end = self.tokens.get(month_at + usize::from(year.is_some())).map_or(month.end(), Token::end);
        let (start, weekday) = self.weekday_before(at).unwrap_or((token.start, None));
        let span = start..end;
        let date = WrittenDate { span, day: Some(day), month: number, year, weekday, starts_range: false };
        Some((date, month_at + 1 + usize::from(year.is_some())))
    }

    /// True if a word in small letters continues the sentence, other than one of a range.
    fn is_followed_by_word(&self, at: usize) -> bool {
        let Some((token, next)) = self.tokens.get(at).zip(self.tokens.get(at + 1)) else { return false };
        let is_next = self.text.get(token.end()..next.start).is_some_and(|gap| gap.chars().all(|ch| ch == ' '));
        is_next && next.text.starts_with(char::is_lowercase) && !next.is(&["to", "until", "till", "and"])
    }

    /// True for the number of something else, also the last of several: “Years 9, 10 and 11”.
    fn is_numbered(&self, at: usize) -> bool {
        let mut number = at;
        let mut has_comma = false;
        while let Some(before) = number.checked_sub(1) {
            let Some((token, next)) = self.tokens.get(before).zip(self.tokens.get(number)) else { return false };
            if NUMBERED.iter().any(|word| token.text.trim_end_matches(['s', 'S']).eq_ignore_ascii_case(word)) {
                // “Year 10, 12 and 13 July” has one year group, and days.
                let is_plural = token.text.ends_with(['s', 'S']);
                return next.day().is_some() && (is_plural || !has_comma);
            }
            let is_join = |token: &Token<'_>| token.is(&["and", "to", "or"]);
            let gap = self.text.get(token.end()..next.start).unwrap_or_default();
            // “Year 10, 4 March” and “Year 10 – 4 March” are days.
            let is_comma = number < at && gap.trim() == ",";
            has_comma |= is_comma;
            let is_listed = is_join(next) || gap.trim() == "&" || ["-", "–"].contains(&gap) || is_comma;
            if !(is_join(token) || token.day().is_some() && is_listed) {
                return false;
            }
            number = before;
        }
        false
    }

    /// “04/03/2027” or “4.3.27”, the day first.
    fn in_numbers(&self, at: usize) -> Option<(WrittenDate, usize)> {
        let [day, month, year] = self.tokens.get(at..at + 3)? else { return None };
        let gap = |before: &Token<'_>, after: &Token<'_>| self.text.get(before.end()..after.start);
        let gaps = (gap(day, month)?, gap(month, year)?);
        let is_number = |token: &Token<'_>| token.text.bytes().all(|byte| byte.is_ascii_digit());
        if !matches!(gaps, ("/", "/") | (".", ".") | ("-", "-")) || !is_number(month) || !is_number(year) {
            return None;
        }
        let short = || year.text.parse::<i16>().ok().filter(|_| year.text.len() == 2).map(|year| 2000 + year);
        let written = year.year().or_else(short)?;
        let number = month.text.parse().ok().filter(|month| (1..=12).contains(month))?;
        let (start, weekday) = self.weekday_before(at).unwrap_or((day.start, None));
        let (span, day) = (start..year.end(), Some(day.day()?));
        let date = WrittenDate { span, day, month: number, year: Some(written), weekday, starts_range: false };
        Some((date, at + 3))
    }

    /// “March 2027”.
    fn month_alone(&self, at: usize) -> Option<(WrittenDate, usize)> {
        let token = self.tokens.get(at)?;
        let month = token.month()?;
        let year = self.year_after(at)?;
        let end = self.tokens.get(at + 1)?.end();
        let span = token.start..end;
        Some((WrittenDate { span, day: None, month, year: Some(year), weekday: None, starts_range: false }, at + 2))
    }

    fn year_after(&self, month_at: usize) -> Option<i16> {
        self.tokens.get(month_at + 1).filter(|_| self.is_joined(month_at, month_at + 1))?.year()
    }

    /// Where a weekday before this day begins.
    fn weekday_before(&self, at: usize) -> Option<(usize, Option<Weekday>)> {
        let before = at.checked_sub(1)?;
        let the = self.tokens.get(before).is_some_and(|token| token.is(&["the"]));
        let before = if the { before.checked_sub(1)? } else { before };
        let token = self.tokens.get(before).filter(|_| self.is_joined(before, at))?;
        token.weekday().map(|weekday| (token.start, Some(weekday)))
    }

    /// The first day of “25 to 29 October 2027”, whose last one is at a token.
    fn start_of_range(&self, last: &WrittenDate, at: usize) -> Option<WrittenDate> {
        let first_token = self.tokens.iter().position(|token| token.start == last.span.start)?.min(at);
        let mut before = first_token.checked_sub(1)?;
        let is_word = self.tokens.get(before)?.is(&["to", "until", "till", "and"]);
        if is_word {
            before = before.checked_sub(1)?;
        }
        let token = self.tokens.get(before).filter(|_| !self.is_numbered(before))?;
        let gap = self.text.get(token.end()..last.span.start)?;
        if !is_word && !gap.contains(['-', '–', '—', '&']) || gap.contains('\n') {
            return None;
        }
        let day = token.day().filter(|day| last.day.is_some_and(|last| *day < last))?;
        let (start, weekday) = self.weekday_before(before).unwrap_or((token.start, None));
        Some(WrittenDate { span: start..token.end(), day: Some(day), weekday, starts_range: true, ..last.clone() })
    }

    /// True if nothing but spaces and commas is between two tokens, other than tokens.
    fn is_joined(&self, from: usize, to: usize) -> bool {
        let pairs = self.tokens.get(from..=to).unwrap_or_default().windows(2);
        let is_gap = |pair: &[Token<'_>]| match pair {
            [before, after] => self.text.get(before.end()..after.start).is_some_and(|gap| {
                gap.matches('\n').count() < 2 && gap.chars().all(|ch| ch.is_whitespace() || ch == ',' || ch == '.')
            }),
            _ => false,
        };
        from < to && pairs.into_iter().all(is_gap)
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, ch) in text.char_indices().chain([(text.len(), ' ')]) {
        match (ch.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(begins)) => {
                tokens.extend(text.get(begins..at).map(|text| Token { text, start: begins }));
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Option<i8>, i8, Option<i16>)> {
        let parts = |date: WrittenDate| (text.get(date.span).unwrap_or_default(), date.day, date.month, date.year);
        written_dates(text).into_iter().map(parts).collect()
    }

    #[test]
    fn dates_are_found_as_people_write_them() {
        for (text, expected) in [
            ("by Thursday 4 March 2027.", ("Thursday 4 March 2027", Some(4), 3, Some(2027))),
            ("on the 4th of March", ("4th of March", Some(4), 3, None)),
            ("Thu, 4 Mar 2027", ("Thu, 4 Mar 2027", Some(4), 3, Some(2027))),
            ("Thursday the 4th March", ("Thursday the 4th March", Some(4), 3, None)),
            ("04/03/2027", ("04/03/2027", Some(4), 3, Some(2027))),
            ("4.3.27", ("4.3.27", Some(4), 3, Some(2027))),
            ("1 Sept 2027", ("1 Sept 2027", Some(1), 9, Some(2027))),
            ("From January 2027, as adverts appear", ("January 2027", None, 1, Some(2027))),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn numbers_of_year_groups_are_not_taken_for_days() {
        for text in [
            "the Year 11 March mocks",
            "for Year 10. June brings sun",
            "in Room 4 May is waiting",
            "Year 9 March past",
            "the Years 10 and 11 March mocks",
            "Years 9, 10 & 11 March mocks",
            "Years 10–11 March mocks",
            "Year 9 to 11 March",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn a_day_after_a_year_group_is_found() {
        for text in ["Year 10, 4 March", "Year 10 – 4 March", "Year 10: 4 March", "Year 10 on 4 March"] {
            assert_eq!(found(text), [("4 March", Some(4), 3, None)], "{text}");
        }
        assert_eq!(found("30 may 2027"), [("30 may 2027", Some(30), 5, Some(2027))]);
    }

    #[test]
    fn both_ends_of_a_range_are_found() {
        for text in ["Monday 25 to Friday 29 October 2027", "25–29 October 2027", "25 October - 29 October 2027"] {
            let days: Vec<_> = found(text).into_iter().map(|(_, day, month, _)| (day, month)).collect();
            assert_eq!(days, [(Some(25), 10), (Some(29), 10)], "{text}");
        }
    }

    #[test]
    fn what_is_not_a_date_is_ignored() {
        for text in [
            "Only 30 may come.",
            "the 4 march past",
            "Year 9",
            "in March",
            "10 places",
            "may be 4",
            "at 5.30pm",
            "4 marching bands",
            "pages 3-4",
            "",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_in_the_academic_year() {
        let starts = jiff::civil::date(2026, 9, 1);
        let day = |text: &str| written_dates(text).first().and_then(|date| date.in_year_from(starts));
        assert_eq!(day("16 December"), Some(jiff::civil::date(2026, 12, 16)));
        assert_eq!(day("4 March"), Some(jiff::civil::date(2027, 3, 4)));
        assert_eq!(day("4 March 2026"), None);
        assert_eq!(day("29 February"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_searched(text: String) {
            for date in written_dates(&text) {
                proptest::prop_assert!(text.get(date.span).is_some());
            }
        }

        #[test]
        fn texts_like_dates_can_be_searched(text in "[0-9]{0,3}( |/|–| to |\n)(March|4|the|Friday|of|é)?[ ,.]?[0-9]{0,4}") {
            for date in written_dates(&text) {
                proptest::prop_assert!(text.get(date.span).is_some());
            }
        }
    }
}
