//! Joins the first and last days of a list to halves of terms.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::error::TermListError;
use super::lines::ListedDays;
use crate::programme::date_in_words;
use crate::year::school_weeks::{Half, is_weekend};

/// A day on which school begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edge {
    day: Date,
    is_start: bool,
    /// True if it only follows from a holiday, which may be written with the weekend or without.
    is_derived: bool,
}

/// The times between the days on which school begins and ends.
pub(super) fn halves_between(days: &ListedDays) -> Result<Vec<Half>, TermListError> {
    let edges = without_repetitions(edges(days));
    if let Some(edge) = edges.iter().find(|edge| is_weekend(edge.day)) {
        return Err(TermListError::AtWeekend { day: edge.day });
    }
    let mut halves = Vec::new();
    // What only follows from a holiday may be before the first term or after the last.
    let first = edges.iter().position(|edge| edge.is_start || !edge.is_derived).unwrap_or(0);
    let last = edges.iter().rposition(|edge| !edge.is_start || !edge.is_derived).map_or(0, |at| at + 1);
    for pair in edges.get(first..last.max(first)).unwrap_or_default().chunks(2) {
        match pair {
            [start, end] if start.is_start && !end.is_start => {
                halves.push(Half { starts: start.day, ends: end.day });
            }
            [edge, ..] if !edge.is_start => {
                let problem = format!("when does the term begin that ends on {}", date_in_words(edge.day));
                return Err(TermListError::Unclear { problem });
            }
            [edge, ..] => {
                let problem = format!("when does the term end that begins on {}", date_in_words(edge.day));
                return Err(TermListError::Unclear { problem });
            }
            [] => {}
        }
    }
    Ok(halves)
}

fn edges(days: &ListedDays) -> Vec<Edge> {
    let written = |is_start: bool| move |day: &Date| Edge { day: *day, is_start, is_derived: false };
    let mut edges: Vec<Edge> =
        days.starts.iter().map(written(true)).chain(days.ends.iter().map(written(false))).collect();
    for (first, last) in &days.holidays {
        edges.push(Edge { day: school_day_before(*first), is_start: false, is_derived: true });
        edges.push(Edge { day: school_day_after(*last), is_start: true, is_derived: true });
    }
    edges.sort_by_key(|edge| (edge.day, !edge.is_start, edge.is_derived));
    edges
}

/// Of several starts or ends next to each other those that are written out stay; of those that only follow from a
/// holiday, the first end or the last start.
fn without_repetitions(edges: Vec<Edge>) -> Vec<Edge> {
    let mut kept: Vec<Edge> = Vec::new();
    for edge in edges {
        match kept.last_mut() {
            Some(last)
                if last.is_start == edge.is_start && (last.day == edge.day || edge.is_derived && !edge.is_start) => {}
            Some(last) if last.is_start == edge.is_start && last.is_derived => *last = edge,
            Some(last) if last.is_start == edge.is_start && edge.is_derived => {}
            _ => kept.push(edge),
        }
    }
    kept
}

fn school_day_before(day: Date) -> Date {
    let before = day.saturating_sub(1.day());
    match before.weekday() {
        Weekday::Sunday => before.saturating_sub(2.days()),
        Weekday::Saturday => before.saturating_sub(1.day()),
        _ => before,
    }
}

fn school_day_after(day: Date) -> Date {
    let after = day.saturating_add(1.day());
    match after.weekday() {
        Weekday::Saturday => after.saturating_add(2.days()),
        Weekday::Sunday => after.saturating_add(1.day()),
        _ => after,
    }
}
