//! The academic year, its terms, and the times that activities are planned for.

use jiff::ToSpan;
use jiff::civil::Date;

use super::findings::ContentProblem;
use super::format::{Control, Day, FieldReader, FromNode, Located, Text, record};
use super::terms::{AcademicYear, NamedWeek, Term};
use crate::framework::WeekFacts;
use crate::programme::dates::date_in_words;
use crate::read::{Node, Value, valid_document};
use crate::report::{ContentPath, Findings, Place};

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
        list closed: Located<Day> as "Other days without school" of "day";
        /// Weeks with a name that activities can use in `when`. Fingerpost knows the national ones.
        list weeks: WeekData;
        /// Yes while the term dates are still to be confirmed. Leave it out once somebody has compared them with the
        /// published list.
        optional confirm: Located<bool> as "Term dates to be confirmed";
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
    /// Terms alone, such as those of the next year.
    pub struct TermsData {
        /// The terms in order.
        list terms: TermData;
        /// Other days without school.
        list closed: Day as "Other days without school" of "day";
    }
}

record! {
    /// A week with a name.
    pub struct WeekData {
        /// The name.
        required name: Text = "Futures Week";
        /// The first day.
        required starts: Day = "2027-06-21";
        /// The last day.
        required ends: Day = "2027-06-25";
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

/// The terms and closed days of a YAML file with `terms:`, also below `year:`. `None` if it has none that can be read.
pub(crate) fn term_dates(bytes: Vec<u8>) -> Option<(Vec<Term>, Vec<Date>)> {
    let document = valid_document(ContentPath::new("terms.yaml"), bytes)?;
    let whole = document.data.as_ref()?;
    let Value::Map(entries) = &whole.value else { return None };
    let node = entries.iter().find(|entry| entry.key == "year").map_or(whole, |entry| &entry.node);
    let data = TermsData::from_node(node, &mut FieldReader::of(&document, None, &mut Findings::default()))?;
    let is_in_order = data.terms.windows(2).all(|pair| matches!(pair, [one, next] if one.ends < next.starts));
    let is_readable = !data.terms.is_empty() && is_in_order && data.terms.iter().all(|term| term.starts <= term.ends);
    let term = |term: &TermData| Term {
        name: term.name.clone(),
        starts: term.starts,
        ends: term.ends,
        half_term: term.half_term.as_ref().map(|half| (half.starts, half.ends)),
    };
    is_readable.then(|| (data.terms.iter().map(term).collect(), data.closed))
}

/// How far a term may be outside the twelve months from the first day of the year.
const MAX_MONTHS_OUTSIDE: i32 = 2;

impl AcademicYear {
    /// Reports terms that are out of order or in another year, and still returns the year.
    pub fn new(form: &YearData, national: &[WeekFacts], findings: &mut Findings) -> Self {
        let ends = form.starts.saturating_add(1.year()).saturating_sub(1.day());
        let outside = MAX_MONTHS_OUTSIDE.months();
        let mut last: Option<Date> = None;
        let mut terms = Vec::new();
        for term in &form.terms {
            let (first, latest) = (form.starts.saturating_sub(outside), ends.saturating_add(outside));
            let problem = if term.ends < term.starts {
                Some("this term ends before it begins")
            } else if term.starts < first || latest < term.ends {
                Some("this term is not in the academic year")
            } else if last.is_some_and(|last| term.starts <= last) {
                Some("this term begins before the one above it has ended")
            } else {
                last = Some(term.ends);
                None
            };
            let outside_of_term =
                |half: &&Break| half.starts <= term.starts || half.ends < half.starts || term.ends <= half.ends;
            // In a term with wrong dates nothing is in the right place.
            let half = term.half_term.as_ref().filter(|_| problem.is_none()).filter(outside_of_term);
            let half = half.map(|half| ("this half-term break does not lie within its term", &half.at));
            for (what, place) in problem.map(|what| (what, &term.at)).into_iter().chain(half) {
                findings.add(ContentProblem::WrongOrder { what }, place.clone());
            }
            // Pages list every day from the first to the last, which must be a few weeks even if the dates are wrong.
            let starts = term.starts.clamp(first, latest);
            terms.push(Term {
                name: term.name.clone(),
                starts,
                ends: term.ends.clamp(starts, latest),
                half_term: term.half_term.as_ref().map(|half| (half.starts, half.ends)),
            });
        }
        let mut closed: Vec<Date> = form.closed.iter().map(|day| day.value).collect();
        closed.sort_unstable();
        let year = Self {
            label: form.label.value.clone(),
            starts: form.starts,
            ends,
            terms,
            closed,
            weeks: weeks(form, national, findings),
            is_confirmed: form.confirm.as_ref().is_none_or(|confirm| !confirm.value),
        };
        if year.label.contains(|ch: char| ch.is_ascii_digit()) && year.next_label().is_none() {
            let (label, starts) = (year.label.clone(), date_in_words(year.starts));
            let right = format!("{}-{:02}", year.starts.year(), (year.starts.year() + 1) % 100);
            findings.add(ContentProblem::LabelOfOtherYear { label, starts, right }, form.label.place.clone());
        }
        form.closed.iter().for_each(|day| year.report_outside(day.value, &day.place, findings));
        let is_outside = |week: &&WeekData| week.starts <= week.ends && !year.contains(week.ends);
        for week in form.weeks.iter().filter(is_outside) {
            year.report_outside(week.starts, &week.at, findings);
        }
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
}

/// The school's own weeks, then the national ones of this academic year.
fn weeks(form: &YearData, national: &[WeekFacts], findings: &mut Findings) -> Vec<NamedWeek> {
    let own = form.weeks.iter().map(|week| {
        if week.ends < week.starts {
            findings.add(ContentProblem::WrongOrder { what: "this week ends before it begins" }, week.at.clone());
        }
        NamedWeek { name: week.name.clone(), starts: week.starts, ends: week.ends }
    });
    let mut weeks: Vec<NamedWeek> = own.collect();
    let last = form.starts.saturating_add(1.year());
    for week in national {
        let known = week.dates.iter().find(|(starts, _)| form.starts <= *starts && *starts < last).copied();
        let month = || {
            let year = form.starts.year() + i16::from(week.month < form.starts.month());
            let first = Date::new(year, week.month, 1).ok()?;
            Some((first, first.last_of_month()))
        };
        let Some((starts, ends)) = known.or_else(month) else { continue };
        weeks.push(NamedWeek { name: week.name.clone(), starts, ends });
    }
    weeks
}

/// A time as written, parsed once the terms are known.
#[derive(Clone, Debug)]
pub struct WhenText(pub String);

impl FromNode for WhenText {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        Text::from_node(node, reader).map(Self)
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "examples": ["all year", "autumn", "spring 2", "term 3", "march", "weekly", "National Careers Week", "by Easter", "date to come", "2027-03-04"] })
    }
    fn control() -> Control {
        Control::Period
    }
    const SPLITS_AT_COMMAS: bool = true;
}
