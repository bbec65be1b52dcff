//! Many years, term patterns and days.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::next_terms::NextTerms;
use super::school_weeks::{Fit, SchoolWeeks, days_between, halves, is_school_day, monday};
use crate::programme::{AcademicYear, Term};
use crate::scaffold::usual_halves;

/// How a school divides its year.
#[derive(Clone, Copy, Debug)]
enum Pattern {
    /// Three terms with half-terms, on the usual dates.
    Three,
    /// Six numbered terms.
    Six,
    /// Three terms with half-terms from the middle of August, with an October break of two weeks, as in Scotland.
    August,
    /// Two semesters without half-terms.
    Two,
}

const PATTERNS: [Pattern; 4] = [Pattern::Three, Pattern::Six, Pattern::August, Pattern::Two];

fn term(name: &str, starts: Date, ends: Date, half_term: Option<(Date, Date)>) -> Term {
    Term { name: name.into(), starts, ends, half_term }
}

fn year_of(pattern: Pattern, year: i16) -> AcademicYear {
    let usual = usual_halves(year).expect("the year exists");
    let after = |day: Date| day.saturating_add(1.day()).nth_weekday(1, jiff::civil::Weekday::Monday).expect("a Monday");
    let three = |names: [&'static str; 3]| {
        let pairs = usual.chunks_exact(2).zip(names);
        pairs.map(move |(pair, name)| {
            let monday = after(pair[0].1.saturating_sub(2.days()));
            term(name, pair[0].0, pair[1].1, Some((monday, monday.saturating_add(4.days()))))
        })
    };
    let (starts, terms): (Date, Vec<Term>) = match pattern {
        Pattern::Three => (date(year, 9, 1), three(["Autumn", "Spring", "Summer"]).collect()),
        Pattern::Six => {
            let names = (1..).map(|number| format!("Term {number}"));
            (
                date(year, 9, 1),
                usual.iter().zip(names).map(|((first, last), name)| term(&name, *first, *last, None)).collect(),
            )
        }
        Pattern::August => {
            let first = date(year, 8, 17).nth_weekday(1, jiff::civil::Weekday::Monday).expect("a Monday");
            let october = first.saturating_add(8.weeks());
            let autumn = (october, october.saturating_add(11.days()));
            let christmas = date(year, 12, 23).nth_weekday(-1, jiff::civil::Weekday::Friday).expect("a Friday");
            let january = date(year + 1, 1, 5).nth_weekday(1, jiff::civil::Weekday::Monday).expect("a Monday");
            let february = (january.saturating_add(5.weeks()), january.saturating_add(39.days()));
            let summer = usual[4].0;
            let june = date(year + 1, 6, 27).nth_weekday(-1, jiff::civil::Weekday::Friday).expect("a Friday");
            let terms = vec![
                term("Autumn", first, christmas, Some(autumn)),
                term("Spring", january, usual[3].1, Some(february)),
                term("Summer", summer, june, None),
            ];
            (date(year, 8, 1), terms)
        }
        Pattern::Two => {
            let terms = vec![term("First", usual[0].0, usual[1].1, None), term("Second", usual[2].0, usual[5].1, None)];
            (date(year, 9, 1), terms)
        }
    };
    let ends = starts.saturating_add(1.year()).saturating_sub(1.day());
    AcademicYear {
        label: year.to_string(),
        starts,
        ends,
        terms,
        closed: Vec::new(),
        weeks: Vec::new(),
        is_confirmed: true,
    }
}

fn with_terms(next: &NextTerms) -> AcademicYear {
    AcademicYear {
        label: next.starts.year().to_string(),
        starts: next.starts,
        ends: next.starts.saturating_add(1.year()).saturating_sub(1.day()),
        terms: next.terms.clone(),
        closed: Vec::new(),
        weeks: Vec::new(),
        is_confirmed: true,
    }
}

fn school_days(year: &AcademicYear) -> Vec<Date> {
    let days = year.starts.saturating_sub(1.month()).series(1.day()).take_while(|day| *day <= year.ends);
    days.filter(|day| is_school_day(year, *day)).collect()
}

/// Checks that each school day of a year moves to a school day of the same weekday, in the same order.
fn check_all_days(old: &AcademicYear, new: &AcademicYear) {
    let weeks = SchoolWeeks::new(old, new);
    let mut last: Option<(Date, Date)> = None;
    for day in school_days(old) {
        let moved = weeks.moved(day).expect("a day of the old year");
        assert!(is_school_day(new, moved.day), "{day} moves to {}, a day without school", moved.day);
        let meant = if let Fit::NoSchool(meant) = moved.fit { meant } else { moved.day };
        assert_eq!(meant.weekday(), day.weekday(), "{day} moves to {meant}");
        if let Some((before, before_moved)) = last {
            // Two weeks may become one; within it, the order of the weekdays stays.
            let is_in_order = monday(before_moved) <= monday(meant);
            let is_one_week = monday(before) == monday(day);
            assert!(
                is_in_order && (!is_one_week || before_moved < meant),
                "{before} and {day}: {before_moved} and {meant}"
            );
        }
        last = Some((day, meant));
    }
}

#[test]
fn every_school_day_keeps_weekday_and_order_for_thirty_years() {
    for pattern in PATTERNS {
        for year in 2024..2054 {
            check_all_days(&year_of(pattern, year), &year_of(pattern, year + 1));
        }
    }
}

#[test]
fn weeks_of_terms_of_the_same_length_are_never_shared() {
    let (old, new) = (year_of(Pattern::Three, 2026), year_of(Pattern::Three, 2027));
    let weeks = SchoolWeeks::new(&old, &new);
    for (before, after) in halves(&old).iter().zip(halves(&new)) {
        let length = |starts: Date, ends: Date| days_between(monday(starts), monday(ends));
        if length(before.starts, before.ends) != length(after.starts, after.ends) {
            continue;
        }
        for day in before.starts.series(1.day()).take_while(|day| *day <= before.ends) {
            let moved = weeks.moved(day).expect("in the year");
            assert_ne!(moved.fit, Fit::ShorterTerm, "{day}");
        }
    }
}

#[test]
fn moved_terms_stay_in_their_season_for_thirty_years() {
    for pattern in PATTERNS {
        let mut year = year_of(pattern, 2026);
        for _ in 0..30 {
            let next = NextTerms::moved(&year);
            let moved = with_terms(&next);
            assert_eq!(moved.terms.len(), year.terms.len());
            for (before, after) in year_of(pattern, moved.starts.year()).terms.iter().zip(&moved.terms) {
                let is_near = |one: Date, other: Date| days_between(one, other).abs() <= 21;
                assert!(is_near(before.starts, after.starts), "{pattern:?}: {} and {}", before.starts, after.starts);
                assert!(is_near(before.ends, after.ends), "{pattern:?}: {} and {}", before.ends, after.ends);
                assert_eq!(before.half_term.is_some(), after.half_term.is_some());
            }
            check_all_days(&year, &moved);
            year = moved;
        }
    }
}

#[test]
fn usual_terms_move_to_usual_terms() {
    for year in 2024..2050 {
        let moved = NextTerms::moved(&year_of(Pattern::Three, year));
        let usual = year_of(Pattern::Three, year + 1);
        let dates =
            |terms: &[Term]| terms.iter().map(|term| (term.starts, term.half_term, term.ends)).collect::<Vec<_>>();
        assert_eq!(dates(&moved.terms), dates(&usual.terms), "{year}");
    }
}

#[test]
fn a_day_on_a_bank_holiday_is_not_moved_silently() {
    let (old, new) = (year_of(Pattern::Three, 2026), year_of(Pattern::Three, 2027));
    // The early May bank holiday of 2028 is on 1 May, in the second week of the summer term.
    let weeks = SchoolWeeks::new(&old, &new);
    let found = school_days(&old).into_iter().find_map(|day| match weeks.moved(day)?.fit {
        Fit::NoSchool(meant) if meant == date(2028, 5, 1) => Some((day, weeks.moved(day)?.day)),
        _ => None,
    });
    let (day, moved) = found.expect("a Monday of 2027 lands on it");
    assert_eq!((day.weekday(), moved), (jiff::civil::Weekday::Monday, date(2028, 5, 2)));
}

#[test]
fn holidays_and_weekends_keep_their_distance() {
    let (old, new) = (year_of(Pattern::Three, 2026), year_of(Pattern::Three, 2027));
    let weeks = SchoolWeeks::new(&old, &new);
    let moved = |day| weeks.moved(day).map(|moved| (moved.day, moved.fit));
    // A training day before the term, a Saturday in term, and a summer school.
    assert_eq!(moved(date(2026, 9, 1)), Some((date(2027, 9, 1), Fit::OutOfTerm)));
    assert_eq!(moved(date(2027, 3, 6)).map(|(day, _)| day.weekday()), Some(jiff::civil::Weekday::Saturday));
    let (summer, fit) = moved(date(2027, 7, 28)).expect("in the year");
    assert_eq!((summer.weekday(), fit), (date(2027, 7, 28).weekday(), Fit::OutOfTerm));
    assert_eq!(moved(date(2025, 3, 4)), None, "a day of another year");
    // A term that begins on a Monday: the day before is the Friday before.
    let mut monday_start = year_of(Pattern::Three, 2027);
    monday_start.terms[0].starts = date(2027, 9, 6);
    let before_term = SchoolWeeks::new(&old, &monday_start).moved(date(2026, 9, 1)).expect("in the year");
    assert_eq!((before_term.day, before_term.fit), (date(2027, 9, 3), Fit::OutOfTerm));
}

#[test]
fn the_last_weeks_of_a_longer_half_term_are_counted_from_its_end() {
    let (old, mut new) = (year_of(Pattern::Three, 2026), year_of(Pattern::Three, 2027));
    new.terms[0].ends = date(2027, 12, 22);
    let weeks = SchoolWeeks::new(&old, &new);
    let moved = |day| weeks.moved(day).map(|moved| (moved.day, moved.fit));
    assert_eq!(moved(date(2026, 11, 12)), Some((date(2027, 11, 11), Fit::SameWeek)));
    assert_eq!(moved(date(2026, 12, 17)), Some((date(2027, 12, 22), Fit::NoSchool(date(2027, 12, 23)))));
    assert_eq!(moved(date(2026, 12, 10)), Some((date(2027, 12, 16), Fit::FromEnd)));
}

proptest! {
    #[test]
    fn any_two_years_give_a_day_for_every_day(from in 2000_i16..2150, to in 2000_i16..2150, old in 0_usize..4, new in 0_usize..4) {
        let (old, new) = (year_of(PATTERNS[old], from), year_of(PATTERNS[new], to));
        let weeks = SchoolWeeks::new(&old, &new);
        for day in old.starts.series(1.day()).take_while(|day| *day <= old.ends) {
            let moved = weeks.moved(day).expect("a day of the old year");
            prop_assert!(!is_school_day(&old, day) || is_school_day(&new, moved.day), "{day} to {}", moved.day);
        }
    }
}
