//! The academic year and its terms, and the days of each.

use jiff::ToSpan;
use jiff::civil::Date;

use super::bank_holidays::is_bank_holiday;

/// The academic year: 12 months from its first day, and its terms.
#[derive(Clone, Debug)]
pub struct AcademicYear {
    /// As the school writes it.
    pub label: String,
    pub starts: Date,
    /// The last day, a year later less one day.
    pub ends: Date,
    /// In order of time; they do not overlap.
    pub terms: Vec<Term>,
    /// Further days without school, in order.
    pub closed: Vec<Date>,
    /// Weeks with a name, such as National Careers Week: the school's own first.
    pub weeks: Vec<NamedWeek>,
    /// False while the term dates are still to be confirmed.
    pub is_confirmed: bool,
}

#[derive(Clone, Debug)]
pub struct Term {
    /// As the school calls it.
    pub name: String,
    pub starts: Date,
    pub ends: Date,
    /// The first and last day of the half-term break.
    pub half_term: Option<(Date, Date)>,
}

/// A week with a name. If only its month is known, it is that month.
#[derive(Clone, Debug)]
pub struct NamedWeek {
    pub name: String,
    pub starts: Date,
    pub ends: Date,
}

/// How often something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    Daily,
    Weekly,
    Fortnightly,
    Monthly,
    HalfTermly,
}

/// When something is planned, within the academic year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At any time, or all the time.
    AllYear,
    /// By its index.
    Term(usize),
    /// In the first or second half of a term.
    Half(usize, u8),
    /// In a month; the date is its first day.
    Month(Date),
    Day(Date),
    /// In a named week, by its index.
    Week(usize),
    /// Again and again through the year.
    Often(Rhythm),
    /// Between two days, for “by Easter” and other times in the school's words.
    Between(Date, Date),
    /// Its time is not fixed yet.
    ToCome,
}

impl AcademicYear {
    /// The first and last day of a time.
    pub fn span(&self, when: When) -> (Date, Date) {
        match when {
            When::AllYear | When::Often(_) | When::ToCome => (self.starts, self.ends),
            When::Week(index) => {
                self.weeks.get(index).map_or((self.starts, self.ends), |week| (week.starts, week.ends))
            }
            When::Term(index) => {
                self.terms.get(index).map_or((self.starts, self.ends), |term| (term.starts, term.ends))
            }
            When::Half(index, half) => {
                self.terms.get(index).map_or((self.starts, self.ends), |term| match (half, term.half_term) {
                    (1, Some((starts, _))) => (term.starts, starts.saturating_sub(1.day())),
                    (2, Some((_, ends))) => (ends.saturating_add(1.day()), term.ends),
                    _ => (term.starts, term.ends),
                })
            }
            When::Month(first) => (first, first.last_of_month()),
            When::Day(day) => (day, day),
            When::Between(first, last) => (first, last),
        }
    }

    /// The terms, by index, that a time touches; none while it is not fixed.
    pub fn terms_of(&self, when: When) -> Vec<usize> {
        if when == When::ToCome {
            return Vec::new();
        }
        let (first, last) = self.span(when);
        let touched = |term: &Term| term.starts <= last && first <= term.ends;
        let mut indices: Vec<usize> =
            (0..self.terms.len()).filter(|index| self.terms.get(*index).is_some_and(touched)).collect();
        // Something in a holiday belongs to the term before it; before the first term, to that.
        if indices.is_empty() {
            let before = self.terms.iter().rposition(|term| term.ends < first);
            indices.extend(before.or_else(|| (!self.terms.is_empty()).then_some(0)));
        }
        indices
    }

    /// The term of a day: the one it is in or, in a holiday, the next. `None` when all are over.
    pub fn term_on(&self, day: Date) -> Option<usize> {
        self.terms.iter().position(|term| day <= term.ends)
    }

    /// True if there is school on this day of the week: it is in a term, and not in a half-term
    /// break, a bank holiday or another day without school. A year without terms is one long term.
    pub fn in_session(&self, day: Date) -> bool {
        let on_break = |term: &Term| term.half_term.is_some_and(|(first, last)| first <= day && day <= last);
        let in_term = |term: &Term| term.starts <= day && day <= term.ends && !on_break(term);
        let whole = self.terms.is_empty() && self.contains(day);
        (whole || self.terms.iter().any(in_term)) && !self.closed.contains(&day) && !is_bank_holiday(day)
    }

    /// The last day of the last term; of the year, if it has no terms.
    pub fn terms_end(&self) -> Date {
        self.terms.last().map_or(self.ends, |term| term.ends)
    }

    /// The first day of the next academic year.
    pub fn next_starts(&self) -> Date {
        self.starts.saturating_add(1.year())
    }

    /// True if the day is in this academic year.
    pub fn contains(&self, day: Date) -> bool {
        self.starts <= day && day <= self.ends
    }

    /// How many academic years before this one a day is in: 0 for this year, negative for later ones.
    pub fn years_before(&self, day: Date) -> i16 {
        let years = self.starts.year() - day.year();
        let is_before_anniversary = (day.month(), day.day()) < (self.starts.month(), self.starts.day());
        years + i16::from(is_before_anniversary)
    }

    /// The term or half of a term of this name, in lower case: `autumn`, `spring 2`, `aut 2`, `first half of spring`, `ht3`.
    pub(super) fn term_or_half(&self, name: &str) -> Option<When> {
        if let Some(index) = self.term_named(name) {
            return Some(When::Term(index));
        }
        let number =
            ["half term ", "half term", "ht "].iter().chain(&["ht"]).find_map(|start| name.strip_prefix(start));
        if let Some((index, half)) =
            number.and_then(|number| number.parse().ok()).and_then(|number| self.half_term(number))
        {
            return Some(When::Half(index, half));
        }
        let (index, half) = self.half_named(name)?;
        self.terms.get(index)?.half_term.map(|_| When::Half(index, half))
    }

    /// The half of `spring 2`, `spr2`, `spring term 2`, `first half of spring` or `late spring`.
    fn half_named(&self, plain: &str) -> Option<(usize, u8)> {
        const FIRST: [&str; 4] = ["first half of ", "1st half of ", "first half of the ", "early "];
        const SECOND: [&str; 4] = ["second half of ", "2nd half of ", "second half of the ", "late "];
        let after = |starts: [&str; 4]| starts.iter().filter_map(|start| plain.strip_prefix(start)).next_back();
        for (name, half) in [(after(FIRST), 1), (after(SECOND), 2)] {
            if let Some(index) = name.and_then(|name| self.term_named(name)) {
                return Some((index, half));
            }
        }
        let name = plain.strip_suffix(['1', '2'])?;
        let half = if plain.ends_with('1') { 1 } else { 2 };
        Some((self.term_named(name.trim_end())?, half))
    }

    /// The index of the term with this name or short form, in lower case.
    fn term_named(&self, name: &str) -> Option<usize> {
        let name = name.strip_suffix(" term").unwrap_or(name);
        let is = |term: &Term| {
            let term = term.name.to_lowercase();
            term == name || term.strip_suffix(" term") == Some(name)
        };
        // “Aut” and “spr”, but not the “t” of “term 5”.
        let is_short = |term: &Term| {
            (3..=4).contains(&name.len()) && !name.contains(' ') && term.name.to_lowercase().starts_with(name)
        };
        self.terms.iter().position(is).or_else(|| {
            let mut short = self.terms.iter().enumerate().filter(|(_, term)| is_short(term)).map(|(index, _)| index);
            short.next().filter(|_| short.next().is_none())
        })
    }

    /// The term and half of a half-term by its number in the year. `None` unless every term has two halves.
    pub(super) fn half_term(&self, number: usize) -> Option<(usize, u8)> {
        let index = number.checked_sub(1)? / 2;
        let has_halves = self.terms.iter().all(|term| term.half_term.is_some()) && index < self.terms.len();
        has_halves.then_some((index, if number % 2 == 1 { 1 } else { 2 }))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;

    use super::*;

    /// A year with two terms with half-terms, and one without.
    pub(in crate::programme) fn year() -> AcademicYear {
        let term = |name: &str, starts, ends, half_term| Term { name: name.into(), starts, ends, half_term };
        AcademicYear {
            label: "2026-27".into(),
            starts: date(2026, 9, 1),
            ends: date(2027, 8, 31),
            terms: vec![
                term("Autumn", date(2026, 9, 2), date(2026, 12, 18), Some((date(2026, 10, 26), date(2026, 10, 30)))),
                term("Spring", date(2027, 1, 4), date(2027, 3, 26), Some((date(2027, 2, 15), date(2027, 2, 19)))),
                term("Term 5", date(2027, 4, 12), date(2027, 5, 28), None),
            ],
            closed: vec![date(2026, 11, 27)],
            weeks: vec![NamedWeek {
                name: "National Careers Week".into(),
                starts: date(2027, 3, 1),
                ends: date(2027, 3, 6),
            }],
            is_confirmed: true,
        }
    }

    #[test]
    fn school_is_in_session_on_term_days_only() {
        let year = year();
        assert!(year.in_session(date(2026, 11, 24)));
        assert!(!year.in_session(date(2026, 10, 27)), "half-term");
        assert!(!year.in_session(date(2026, 12, 22)), "holidays");
        assert!(!year.in_session(date(2026, 11, 27)), "a training day");
        assert!(!year.in_session(date(2027, 3, 26)), "Good Friday");
        assert!(!year.in_session(date(2027, 5, 3)), "the early May bank holiday");
    }

    #[test]
    fn academic_years_are_counted_from_the_first_day_of_each() {
        let year = year();
        let before = |year_of, month, day| year.years_before(date(year_of, month, day));
        assert_eq!([before(2026, 9, 1), before(2027, 8, 31)], [0, 0]);
        assert_eq!([before(2026, 8, 31), before(2025, 9, 1), before(2025, 8, 31)], [1, 1, 2]);
        assert_eq!(before(2027, 9, 1), -1);
    }

    #[test]
    fn half_terms_exclude_the_break() {
        let year = year();
        assert_eq!(year.span(When::Half(0, 1)), (date(2026, 9, 2), date(2026, 10, 25)));
        assert_eq!(year.span(When::Half(0, 2)), (date(2026, 10, 31), date(2026, 12, 18)));
    }

    #[test]
    fn day_in_a_holiday_is_of_the_term_before_and_next_to_begin_is_the_one_after() {
        let year = year();
        assert_eq!(year.terms_of(When::Day(date(2027, 1, 1))), [0]);
        assert_eq!(year.term_on(date(2027, 1, 1)), Some(1));
        assert_eq!(year.term_on(date(2026, 12, 25)), Some(1));
        assert_eq!(year.term_on(date(2027, 5, 28)), Some(2));
        assert_eq!(year.term_on(date(2027, 8, 12)), None);
        assert_eq!(year.terms_of(When::Day(date(2027, 8, 12))), [2]);
        assert_eq!(year.terms_of(When::Month(date(2027, 1, 1))), [1]);
        assert_eq!(year.terms_of(When::AllYear), [0, 1, 2]);
    }
}
