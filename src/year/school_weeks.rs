//! The same school day in another academic year: the same weekday of the same school week.
//!
//! A year is split into its halves of terms. Weeks begin on Monday and are counted from the start of their half, those of
//! the last third from its end: what is planned for the last week of term stays there. Weeks are never counted through the
//! calendar year, because the numbers of its weeks jump at New Year.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::programme::AcademicYear;

/// How far the nearest school day is looked for, in days.
const MAX_DAYS_TO_SCHOOL: i64 = 70;

/// Moves days from one academic year to another.
#[derive(Debug)]
pub(super) struct SchoolWeeks<'a> {
    old: &'a AcademicYear,
    new: &'a AcademicYear,
    /// The same half of a term in both years.
    halves: Vec<(Half, Half)>,
}

/// The first and last day of half a term, without the break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Half {
    pub(super) starts: Date,
    pub(super) ends: Date,
}

/// A day, moved to the other year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MovedDay {
    pub(super) day: Date,
    pub(super) fit: Fit,
}

impl MovedDay {
    /// The day before it became the nearest one with school.
    pub(super) fn meant(self) -> Date {
        if let Fit::NoSchool(meant) = self.fit { meant } else { self.day }
    }
}

/// How well a moved day fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// The same weekday of the same school week.
    SameWeek,
    /// The same weekday, in the same week counted from the end of the half of the term, which has another length.
    FromEnd,
    /// The half of a term is shorter, so that another week has its place too.
    ShorterTerm,
    /// There is no school on this day, and the moved day is the nearest with school.
    NoSchool(Date),
    /// There was no school on the day before either: it has the same distance to the term.
    OutOfTerm,
}

impl<'a> SchoolWeeks<'a> {
    pub(super) fn new(old: &'a AcademicYear, new: &'a AcademicYear) -> Self {
        let (halves_of_old, halves_of_new) = (halves(old), halves(new));
        let halves = if halves_of_old.len() == halves_of_new.len() && !halves_of_old.is_empty() {
            halves_of_old.into_iter().zip(halves_of_new).collect()
        } else {
            vec![(whole(old, &halves_of_old), whole(new, &halves_of_new))]
        };
        Self { old, new, halves }
    }

    /// The day in the new year. `None` for a day that is not in the old one.
    pub(super) fn moved(&self, day: Date) -> Option<MovedDay> {
        if !self.old.contains(day) && !self.halves.iter().any(|(old, _)| old.has(day)) {
            return None;
        }
        let Some((old, new)) = self.halves.iter().find(|(old, _)| old.has(day)) else {
            return Some(self.out_of_term(day));
        };
        let (meant, fit) = in_half(day, *old, *new);
        if is_weekend(day) {
            return Some(MovedDay { day: meant, fit });
        }
        if !is_school_day(self.old, day) {
            return Some(MovedDay { day: meant, fit: Fit::OutOfTerm });
        }
        if is_school_day(self.new, meant) {
            return Some(MovedDay { day: meant, fit });
        }
        let day = self.nearest_school_day(meant).unwrap_or(meant);
        Some(MovedDay { day, fit: Fit::NoSchool(meant) })
    }

    /// A day in the holidays keeps its distance to the nearer term: in weeks or, in the week in which the term begins or
    /// ends, in days.
    fn out_of_term(&self, day: Date) -> MovedDay {
        let edges = self.halves.iter().flat_map(|(old, new)| [(old.starts, new.starts), (old.ends, new.ends)]);
        let nearest = edges.min_by_key(|(old, _)| days_between(*old, day).abs());
        let day = nearest.map_or(day, |(old, new)| {
            if monday(old) == monday(day) {
                out_of_weekend(new.saturating_add(days_between(old, day).days()), day, new)
            } else {
                let weeks = days_between(monday(old), monday(day));
                monday(new).saturating_add((weeks + weekday_offset(day)).days())
            }
        });
        MovedDay { day: day.clamp(self.new.starts, self.new.ends), fit: Fit::OutOfTerm }
    }

    /// The nearest day with school. Of two at the same distance, the later one.
    fn nearest_school_day(&self, day: Date) -> Option<Date> {
        let at = |distance: i64| {
            let later = day.saturating_add(distance.days());
            let earlier = day.saturating_sub(distance.days());
            [later, earlier].into_iter().find(|day| is_school_day(self.new, *day))
        };
        (1..=MAX_DAYS_TO_SCHOOL).find_map(at)
    }
}

impl Half {
    fn has(self, day: Date) -> bool {
        self.starts <= day && day <= self.ends
    }

    /// The number of weeks that it touches.
    fn weeks(self) -> i64 {
        days_between(monday(self.starts), monday(self.ends)) / 7 + 1
    }
}

/// The halves of the terms, in order. A term without a half-term break is one.
pub(super) fn halves(year: &AcademicYear) -> Vec<Half> {
    let of_term = |term: &crate::programme::Term| match term.half_term {
        Some((first, last)) => vec![
            Half { starts: term.starts, ends: first.saturating_sub(1.day()) },
            Half { starts: last.saturating_add(1.day()), ends: term.ends },
        ],
        None => vec![Half { starts: term.starts, ends: term.ends }],
    };
    year.terms.iter().flat_map(of_term).map(without_weekends).filter(|half| half.starts <= half.ends).collect()
}

/// Breaks are written from Monday to Friday, so halves would begin or end at a weekend.
fn without_weekends(half: Half) -> Half {
    let mut half = half;
    while is_weekend(half.starts) && half.starts < half.ends {
        half.starts = half.starts.saturating_add(1.day());
    }
    while is_weekend(half.ends) && half.starts < half.ends {
        half.ends = half.ends.saturating_sub(1.day());
    }
    half
}

/// From the first day of the first term to the last of the last.
fn whole(year: &AcademicYear, halves: &[Half]) -> Half {
    Half {
        starts: halves.first().map_or(year.starts, |half| half.starts),
        ends: halves.last().map_or(year.ends, |half| half.ends),
    }
}

/// The same weekday of the same week.
fn in_half(day: Date, old: Half, new: Half) -> (Date, Fit) {
    let (weeks, new_weeks) = (old.weeks(), new.weeks());
    let week = days_between(monday(old.starts), monday(day)) / 7;
    let last_third = (2 * weeks + 2) / 3;
    let from_end = |week: i64| (new_weeks - (weeks - week)).max(0);
    // What is counted from the start never comes after what is counted from the end.
    let limit = from_end(last_third).min(new_weeks - 1);
    let moved = if week < last_third { week.min(limit) } else { from_end(week) };
    let fit = match () {
        () if new_weeks < weeks && moved == limit => Fit::ShorterTerm,
        () if moved != week => Fit::FromEnd,
        () => Fit::SameWeek,
    };
    (monday(new.starts).saturating_add((7 * moved + weekday_offset(day)).days()), fit)
}

/// True for a weekday with school.
pub(super) fn is_school_day(year: &AcademicYear, day: Date) -> bool {
    !is_weekend(day) && year.in_session(day)
}

pub(super) fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// A weekday that was moved by days stays one, on the same side of the term's first or last day.
fn out_of_weekend(moved: Date, before: Date, edge: Date) -> Date {
    let (back, on) = match moved.weekday() {
        Weekday::Saturday if !is_weekend(before) => (1, 2),
        Weekday::Sunday if !is_weekend(before) => (2, 1),
        _ => return moved,
    };
    if moved < edge { moved.saturating_sub(back.days()) } else { moved.saturating_add(on.days()) }
}

pub(super) fn monday(day: Date) -> Date {
    day.saturating_sub(weekday_offset(day).days())
}

/// 0 for Monday.
pub(super) fn weekday_offset(day: Date) -> i64 {
    i64::from(day.weekday().to_monday_zero_offset())
}

pub(super) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
