//! The terms of the next academic year, as long as the council's list is not known: those of this year, moved.
//!
//! Dates that most councils choose move as most councils choose them. Others stay in the same week, counted from the first
//! Monday of the academic year, so that they do not move back by a day each year. Holidays at Christmas and Easter follow
//! these.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::school_weeks::{Half, days_between, halves, monday, weekday_offset};
use crate::programme::{AcademicYear, Term};
use crate::scaffold::usual_halves;

/// How far a holiday may be from the usual one to move with it, in days.
const MAX_DAYS_FROM_USUAL: i64 = 14;
/// In the list of usual halves: before the spring holiday, and after it.
const BEFORE_EASTER: usize = 3;
const AFTER_EASTER: usize = 4;

/// The academic year after another one.
#[derive(Clone, Debug)]
pub struct NextTerms {
    pub(super) starts: Date,
    pub(super) terms: Vec<Term>,
    /// Further days without school.
    pub(super) closed: Vec<Date>,
    /// True if the terms are from a list, and not moved.
    pub(super) is_listed: bool,
}

impl NextTerms {
    /// The terms of this year, moved.
    pub(super) fn moved(old: &AcademicYear) -> Self {
        let starts = old.starts.saturating_add(1.year());
        let halves_of_old = halves(old);
        let same_week = |day| in_same_week(day, old.starts, starts);
        let same_weeks: Vec<Half> = halves_of_old
            .iter()
            .map(|half| Half { starts: same_week(half.starts), ends: same_week(half.ends) })
            .collect();
        let mut moved = same_weeks.clone();
        let usual = usual_halves(old.starts.year()).and_then(|before| Ok((before, usual_halves(starts.year())?)));
        if let Ok((usual, next_usual)) = usual {
            follow_usual(&mut moved, &halves_of_old, (&usual, &next_usual));
        }
        leave_out_christmas(&mut moved, starts.year());
        if let (Some(first), Some(before)) = (moved.first_mut(), halves_of_old.first())
            && first.starts < starts
            && before.starts >= old.starts
        {
            first.starts = weekday_from(starts);
        }
        let halves = if is_in_order(&moved) { moved } else { same_weeks };
        Self { starts, terms: with_shape_of(&old.terms, &halves), closed: Vec::new(), is_listed: false }
    }
}

/// The same weekday of the same week, counted from the first Monday on or after the first day of the academic year.
fn in_same_week(day: Date, old_starts: Date, new_starts: Date) -> Date {
    let first_monday = |starts: Date| monday(starts.saturating_add(6.days()));
    let days = days_between(first_monday(old_starts), monday(day));
    first_monday(new_starts).saturating_add((days + weekday_offset(day)).days())
}

/// The first and last days of the halves of terms as most councils choose them.
type UsualHalves = [(Date, Date)];

/// Gives what was on the usual day the usual day of the next year, and what was near Easter the usual spring holiday.
fn follow_usual(moved: &mut [Half], old: &[Half], (usual, next_usual): (&UsualHalves, &UsualHalves)) {
    let next_of = |day: Date, edge: fn(&(Date, Date)) -> Date| {
        let at = usual.iter().position(|half| edge(half) == day)?;
        next_usual.get(at).map(edge)
    };
    for (half, before) in moved.iter_mut().zip(old) {
        half.starts = next_of(before.starts, |half| half.0).unwrap_or(half.starts);
        half.ends = next_of(before.ends, |half| half.1).unwrap_or(half.ends);
    }
    let holiday = |usual: &[(Date, Date)]| Some((usual.get(BEFORE_EASTER)?.1, usual.get(AFTER_EASTER)?.0));
    let (Some((last, first)), Some((next_last, next_first))) = (holiday(usual), holiday(next_usual)) else { return };
    let is_near = |day: Date, usual: Date| days_between(day, usual).abs() <= MAX_DAYS_FROM_USUAL;
    let spring = old.windows(2).position(|pair| match pair {
        [before, after] => is_near(before.ends, last) && is_near(after.starts, first),
        _ => false,
    });
    let Some([before, after]) = spring.and_then(|at| moved.get_mut(at..at + 2)) else { return };
    (before.ends, after.starts) = (next_last, next_first);
}

/// No term begins or ends between Christmas and New Year.
fn leave_out_christmas(halves: &mut [Half], year: i16) {
    let (Ok(last), Ok(first)) = (Date::new(year, 12, 23), Date::new(year + 1, 1, 2)) else { return };
    for half in halves {
        if last < half.ends && half.ends < first {
            half.ends = weekday_until(last);
        }
        if last < half.starts && half.starts < first {
            half.starts = weekday_from(first);
        }
    }
}

fn is_in_order(halves: &[Half]) -> bool {
    let follow = |pair: &[Half]| matches!(pair, [before, after] if before.ends < after.starts);
    halves.iter().all(|half| half.starts < half.ends) && halves.windows(2).all(follow)
}

/// Terms with the names and the halves of these.
pub(super) fn with_shape_of(terms: &[Term], halves: &[Half]) -> Vec<Term> {
    let mut halves = halves.iter();
    let mut with_dates = |term: &Term| {
        let first = halves.next()?;
        let second = if term.half_term.is_some() { Some(halves.next()?) } else { None };
        Some(Term {
            name: term.name.clone(),
            starts: first.starts,
            ends: second.unwrap_or(first).ends,
            half_term: second.map(|second| break_between(*first, *second)),
        })
    };
    terms.iter().map_while(&mut with_dates).collect()
}

/// The weekdays between two halves of a term.
pub(super) fn break_between(first: Half, second: Half) -> (Date, Date) {
    (weekday_from(first.ends.saturating_add(1.day())), weekday_until(second.starts.saturating_sub(1.day())))
}

/// The day itself or, at a weekend, the Monday after it.
fn weekday_from(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => day.saturating_add(2.days()),
        Weekday::Sunday => day.saturating_add(1.day()),
        _ => day,
    }
}

/// The day itself or, at a weekend, the Friday before it.
fn weekday_until(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => day.saturating_sub(1.day()),
        Weekday::Sunday => day.saturating_sub(2.days()),
        _ => day,
    }
}
