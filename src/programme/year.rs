//! The academic year, its terms, and the times that activities are planned for.

use jiff::ToSpan;
use jiff::civil::Date;

use super::bank_holidays::is_bank_holiday;
use super::findings::ContentProblem;
use super::format::{Day, FieldReader, FromNode, Located, Text, record};
use crate::programme::dates::date_in_words;
use crate::read::Node;
use crate::report::{Findings, Place};

record! {
    /// The academic year.
    pub struct YearData {
        /// The year, as you write it: 2026-27, 2026/27 or 2026 to 2027.
        required label: Located<Text> = "2026-27";
        /// The first day.
        required starts: Day = "2026-09-01";
        /// The terms in order: three with a half-term, six numbered ones, or any others.
        list terms: TermData;
        /// Other days without school, such as training days. Fingerpost knows the bank holidays.
        list closed: Located<Day>;
    }
}

record! {
    /// A term.
    pub struct TermData {
        /// The name: Autumn, or Term 1.
        required name: Text = "Autumn";
        /// The first day.
        required starts: Day = "2026-09-02";
        /// The last day.
        required ends: Day = "2026-12-18";
        /// The break that splits it into two halves (“autumn 1” and “autumn 2”).
        optional half_term: Break;
    }
}

record! {
    /// The half-term break.
    pub struct Break {
        /// The first day.
        required starts: Day = "2026-10-26";
        /// The last day.
        required ends: Day = "2026-10-30";
    }
}

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
}

impl AcademicYear {
    /// Reports terms that are out of order, and still returns the year.
    pub fn new(form: &YearData, findings: &mut Findings) -> Self {
        let ends = form.starts.saturating_add(1.year()).saturating_sub(1.day());
        let mut last: Option<Date> = None;
        let mut terms = Vec::new();
        for term in &form.terms {
            let order = |ok: bool, what, place: &Place, findings: &mut Findings| {
                if !ok {
                    findings.add(ContentProblem::WrongOrder { what }, place.clone());
                }
            };
            order(term.starts <= term.ends, "this term ends before it begins", &term.at, findings);
            let follows = last.is_none_or(|last| last < term.starts);
            order(follows, "this term begins before the one above it has ended", &term.at, findings);
            if let Some(half) = &term.half_term {
                let inside = term.starts < half.starts && half.starts <= half.ends && half.ends < term.ends;
                order(inside, "this half-term break does not lie within its term", &half.at, findings);
            }
            last = Some(term.ends);
            terms.push(Term {
                name: term.name.clone(),
                starts: term.starts,
                ends: term.ends,
                half_term: term.half_term.as_ref().map(|half| (half.starts, half.ends)),
            });
        }
        let mut closed: Vec<Date> = form.closed.iter().map(|day| day.value).collect();
        closed.sort_unstable();
        let year = Self { label: form.label.value.clone(), starts: form.starts, ends, terms, closed };
        form.closed.iter().for_each(|day| year.report_outside(day.value, &day.place, findings));
        year
    }

    /// Reports a day that is not in this academic year.
    pub(super) fn report_outside(&self, day: Date, place: &Place, findings: &mut Findings) {
        if !self.contains(day) {
            let date = date_in_words(day);
            let year = self.label.clone();
            findings.add(ContentProblem::OutsideYear { date, year, is_before: day < self.starts }, place.clone());
        }
    }

    /// The first and last day of a time.
    pub fn span(&self, when: When) -> (Date, Date) {
        match when {
            When::AllYear => (self.starts, self.ends),
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
        }
    }

    /// The terms, by index, that a time touches.
    pub fn terms_of(&self, when: When) -> Vec<usize> {
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

    /// The term of a day: the one it is in or, in a holiday, the next; the last when all are over.
    pub fn term_on(&self, day: Date) -> Option<usize> {
        let next = self.terms.iter().position(|term| day <= term.ends);
        next.or_else(|| self.terms.len().checked_sub(1))
    }

    /// True if there is school on this day of the week: it is in a term, and not in a half-term
    /// break, a bank holiday or another day without school. A year without terms is one long term.
    pub fn in_session(&self, day: Date) -> bool {
        let on_break = |term: &Term| term.half_term.is_some_and(|(first, last)| first <= day && day <= last);
        let in_term = |term: &Term| term.starts <= day && day <= term.ends && !on_break(term);
        let whole = self.terms.is_empty() && self.contains(day);
        (whole || self.terms.iter().any(in_term)) && !self.closed.contains(&day) && !is_bank_holiday(day)
    }

    /// True if the day is in this academic year.
    pub fn contains(&self, day: Date) -> bool {
        self.starts <= day && day <= self.ends
    }
}

/// A time as written, parsed once the terms are known.
#[derive(Clone, Debug)]
pub struct WhenText(pub String);

impl FromNode for WhenText {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        Text::from_node(node, reader).map(Self)
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "examples": ["all year", "autumn", "spring 2", "term 3", "march", "2027-03-04"] })
    }
    const SPLITS_AT_COMMAS: bool = true;
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
    fn half_terms_exclude_the_break() {
        let year = year();
        assert_eq!(year.span(When::Half(0, 1)), (date(2026, 9, 2), date(2026, 10, 25)));
        assert_eq!(year.span(When::Half(0, 2)), (date(2026, 10, 31), date(2026, 12, 18)));
    }

    #[test]
    fn days_in_holidays_belong_to_the_nearest_term() {
        let year = year();
        assert_eq!(year.term_on(date(2026, 12, 25)), Some(1));
        assert_eq!(year.term_on(date(2027, 8, 12)), Some(2));
        assert_eq!(year.terms_of(When::Day(date(2027, 8, 12))), [2]);
        assert_eq!(year.terms_of(When::Month(date(2027, 1, 1))), [1]);
        assert_eq!(year.terms_of(When::AllYear), [0, 1, 2]);
    }
}
