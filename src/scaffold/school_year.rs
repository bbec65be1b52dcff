//! A typical academic year in England, which the teacher checks against the real one.
//!
//! Terms and half-terms have the dates that most councils choose. The spring holiday moves with Easter.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Serialize;

use crate::programme::easter;

/// From July, a new site is for the year that starts in September.
const NEXT_YEAR_FROM_MONTH: i8 = 7;
/// When a new site is first reviewed.
const REVIEW_AFTER_MONTHS: i32 = 10;
/// In days.
const MAX_HOLIDAY: i32 = 60;

#[derive(Debug, Serialize)]
pub(super) struct SchoolYear {
    /// Such as 2026-27.
    label: String,
    /// Always 1 September.
    starts: Date,
    #[serde(skip)]
    pub(super) terms: [SchoolTerm; 3],
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct SchoolTerm {
    name: &'static str,
    starts: Date,
    ends: Date,
    half_term: Option<HalfTerm>,
}

#[derive(Clone, Debug, Serialize)]
struct HalfTerm {
    starts: Date,
    ends: Date,
}

impl SchoolYear {
    /// The academic year of a site that is created on this day: the current one or, from July, the next.
    pub(super) fn for_site_created_on(day: Date) -> Result<Self, jiff::Error> {
        Self::starting_in(if day.month() >= NEXT_YEAR_FROM_MONTH { day.year() } else { day.year() - 1 })
    }

    fn starting_in(year: i16) -> Result<Self, jiff::Error> {
        let next = year + 1;
        let easter = easter(next)?;
        let (spring_ends, summer_starts) = match (easter.month(), easter.day()) {
            (3, _) | (4, ..=4) => (easter.checked_sub(3.days())?, easter.checked_add(15.days())?),
            (_, ..=11) => (easter.checked_sub(9.days())?, easter.checked_add(8.days())?),
            _ => (easter.checked_sub(16.days())?, easter.checked_add(2.days())?),
        };
        let monday = Weekday::Monday;
        Ok(Self {
            label: format!("{year}-{:02}", next % 100),
            starts: Date::new(year, 9, 1)?,
            terms: [
                SchoolTerm {
                    name: "Autumn",
                    starts: weekday_from(Date::new(year, 9, 2)?)?,
                    ends: Date::new(year, 12, 23)?.nth_weekday(-1, Weekday::Friday)?,
                    half_term: week_of(Date::new(year, 10, 1)?.nth_weekday_of_month(-1, monday)?)?,
                },
                SchoolTerm {
                    name: "Spring",
                    starts: weekday_from(Date::new(next, 1, 4)?)?,
                    ends: spring_ends,
                    half_term: week_of(Date::new(next, 2, 11)?.nth_weekday(1, monday)?)?,
                },
                SchoolTerm {
                    name: "Summer",
                    starts: summer_starts,
                    ends: weekday_until(Date::new(next, 7, 21)?)?,
                    half_term: week_of(Date::new(next, 5, 1)?.nth_weekday_of_month(-1, monday)?)?,
                },
            ],
        })
    }

    /// A date for an event: the first such weekday at least `days_ahead` days from today that follows a week of school, so
    /// that there is time to announce it. If the summer term is nearly over, its last such weekday.
    pub(super) fn school_day(&self, today: Date, days_ahead: i32, weekday: Weekday) -> Result<Date, jiff::Error> {
        let [autumn, _, summer] = &self.terms;
        let from = today.max(autumn.starts).checked_add(days_ahead.days())?;
        let mut day = from.checked_sub(1.day())?.nth_weekday(1, weekday)?;
        while day <= summer.ends {
            if self.is_school_day(day) && self.is_school_day(day.checked_sub(1.week())?) {
                return Ok(day);
            }
            day = day.checked_add(1.week())?;
        }
        summer.ends.checked_add(1.day())?.nth_weekday(-1, weekday)
    }

    /// The same year as six terms: the half-terms are the holidays between them.
    pub(super) fn half_terms(&self) -> Result<Vec<SchoolTerm>, jiff::Error> {
        const NAMES: [&str; 6] = ["Term 1", "Term 2", "Term 3", "Term 4", "Term 5", "Term 6"];
        let mut halves = Vec::new();
        for SchoolTerm { starts, ends, half_term, .. } in &self.terms {
            let Some(half_term) = half_term else { continue };
            halves.push((*starts, half_term.starts.nth_weekday(-1, Weekday::Friday)?));
            halves.push((half_term.ends.nth_weekday(1, Weekday::Monday)?, *ends));
        }
        let term = |(name, (starts, ends))| SchoolTerm { name, starts, ends, half_term: None };
        Ok(NAMES.into_iter().zip(halves).map(term).collect())
    }

    fn is_school_day(&self, day: Date) -> bool {
        !is_weekend(day) && self.terms.iter().any(|term| term.contains(day))
    }
}

impl SchoolTerm {
    fn contains(&self, day: Date) -> bool {
        let within = |starts, ends| starts <= day && day <= ends;
        let on_break = |half_term: &HalfTerm| within(half_term.starts, half_term.ends);
        within(self.starts, self.ends) && !self.half_term.as_ref().is_some_and(on_break)
    }
}

/// The first and last day of each half of a term in the academic year that begins in this calendar year, as most councils
/// choose them.
///
/// # Errors
/// For a year that the calendar does not have.
pub(crate) fn usual_halves(year: i16) -> Result<Vec<(Date, Date)>, jiff::Error> {
    let halves = SchoolYear::starting_in(year)?.half_terms()?;
    Ok(halves.into_iter().map(|half| (half.starts, half.ends)).collect())
}

/// The day of the first review: the last school day within ten months.
pub(super) fn review_after(today: Date) -> Result<Date, jiff::Error> {
    let due = today.checked_add(REVIEW_AFTER_MONTHS.months())?;
    for days_before in 0..MAX_HOLIDAY {
        let day = due.checked_sub(days_before.days())?;
        let year = if day.month() >= 9 { day.year() } else { day.year() - 1 };
        if SchoolYear::starting_in(year)?.is_school_day(day) {
            return Ok(day);
        }
    }
    Ok(due)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The day itself or, at a weekend, the Monday after it.
fn weekday_from(day: Date) -> Result<Date, jiff::Error> {
    if is_weekend(day) { day.nth_weekday(1, Weekday::Monday) } else { Ok(day) }
}

/// The day itself or, at a weekend, the Friday before it.
fn weekday_until(day: Date) -> Result<Date, jiff::Error> {
    if is_weekend(day) { day.nth_weekday(-1, Weekday::Friday) } else { Ok(day) }
}

fn week_of(monday: Date) -> Result<Option<HalfTerm>, jiff::Error> {
    Ok(Some(HalfTerm { starts: monday, ends: monday.checked_add(4.days())? }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn starting_in(year: i16) -> SchoolYear {
        SchoolYear::starting_in(year).expect("the year exists")
    }

    #[test]
    fn terms_match_a_real_council() {
        let year = starting_in(2026);
        let dates = year.terms.clone().map(|term| {
            let half_term = term.half_term.expect("a half-term");
            (term.starts, half_term.starts, half_term.ends, term.ends)
        });
        assert_eq!(year.label, "2026-27");
        assert_eq!(
            dates,
            [
                (date(2026, 9, 2), date(2026, 10, 26), date(2026, 10, 30), date(2026, 12, 18)),
                (date(2027, 1, 4), date(2027, 2, 15), date(2027, 2, 19), date(2027, 3, 25)),
                (date(2027, 4, 12), date(2027, 5, 31), date(2027, 6, 4), date(2027, 7, 21)),
            ]
        );
    }

    #[test]
    fn terms_are_in_order_in_every_year() {
        for year in 2020..2100 {
            let school_year = starting_in(year);
            for (count, terms) in [(3, school_year.terms.to_vec()), (6, school_year.half_terms().expect("terms"))] {
                assert_eq!(terms.len(), count);
                let mut last = school_year.starts;
                for term in terms {
                    assert!(last < term.starts && term.starts < term.ends, "{year} {}", term.name);
                    assert!(!is_weekend(term.starts) && !is_weekend(term.ends), "{year} {}", term.name);
                    if let Some(half_term) = &term.half_term {
                        assert!(term.starts < half_term.starts && half_term.ends < term.ends, "{year} {}", term.name);
                    }
                    last = term.ends;
                }
            }
        }
    }

    #[test]
    fn six_terms_have_the_same_days_of_school() {
        let year = starting_in(2026);
        let six = year.half_terms().expect("terms");
        let mut day = year.starts;
        while day < date(2027, 9, 1) {
            let in_six = !is_weekend(day) && six.iter().any(|term| term.contains(day));
            assert_eq!(in_six, year.is_school_day(day), "{day}");
            day = day.tomorrow().expect("a day");
        }
    }

    #[test]
    fn the_year_changes_in_july() {
        let label = |day| SchoolYear::for_site_created_on(day).expect("the year exists").label;
        assert_eq!(label(date(2027, 6, 30)), "2026-27");
        assert_eq!(label(date(2027, 7, 1)), "2027-28");
        assert_eq!(label(date(2099, 9, 1)), "2099-00");
    }

    #[test]
    fn events_and_reviews_are_on_future_school_days() {
        let mut today = date(2026, 1, 1);
        while today < date(2028, 1, 1) {
            let school_year = SchoolYear::for_site_created_on(today).expect("the year exists");
            for (days_ahead, weekday) in [(21, Weekday::Tuesday), (35, Weekday::Thursday)] {
                let day = school_year.school_day(today, days_ahead, weekday).expect("there is a day");
                assert!(today < day && school_year.is_school_day(day) && day.weekday() == weekday, "{today}: {day}");
            }
            let review = review_after(today).expect("there is a day");
            let months = (review - today).get_days();
            assert!((250..=306).contains(&months), "{today}: {review}");
            today = today.tomorrow().expect("there is one");
        }
    }
}
