//! Finds the line `every:` that describes the days of an event.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use crate::programme::{AcademicYear, WEEKDAYS, pattern_days};

/// Days that a content file describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Days {
    Single(Date),
    Repeated {
        /// Such as `Tuesday and Thursday`.
        every: String,
        first: Date,
        last: Date,
        /// Days of the pattern on which it does not take place.
        except: Vec<Date>,
        /// Days outside term time, which the pattern leaves out.
        holidays: Vec<Date>,
    },
}

/// Describes days with as few files as possible. `days` are in order.
pub(super) fn describe(days: &[Date], year: &AcademicYear) -> Vec<Days> {
    if let Some(repeated) = repeated(days, year) {
        return vec![repeated];
    }
    let mut by_weekday: BTreeMap<i8, Vec<Date>> = BTreeMap::new();
    days.iter().for_each(|day| by_weekday.entry(day.weekday().to_monday_zero_offset()).or_default().push(*day));
    if by_weekday.len() > 1 {
        return by_weekday.values().flat_map(|days| describe(days, year)).collect();
    }
    days.iter().map(|day| Days::Single(*day)).collect()
}

/// A pattern with all these days and few others.
fn repeated(days: &[Date], year: &AcademicYear) -> Option<Days> {
    let (in_term, holidays): (Vec<Date>, Vec<Date>) = days.iter().partition(|day| year.in_session(**day));
    // In the holidays it takes place for a reason.
    if in_term.len() < 2 || holidays.len() > in_term.len() {
        return None;
    }
    let (first, last) = (*in_term.first()?, *in_term.last()?);
    let candidates = patterns(&in_term).into_iter().filter_map(|every| {
        let pattern = pattern_days(&every, first, last, year);
        let is_complete = in_term.iter().all(|day| pattern.binary_search(day).is_ok());
        let except: Vec<Date> = pattern.into_iter().filter(|day| in_term.binary_search(day).is_err()).collect();
        // Single days say more than a pattern with many exceptions.
        let max_except = if every.contains(" and ") { in_term.len() / 2 } else { in_term.len() };
        (is_complete && except.len() <= max_except).then_some((every, except))
    });
    let (every, except) = candidates.min_by_key(|(_, except)| except.len())?;
    Some(Days::Repeated { every, first, last, except, holidays })
}

/// The patterns that may describe these days, the simplest first.
fn patterns(days: &[Date]) -> Vec<String> {
    let has = |weekday: Weekday| days.iter().any(|day| day.weekday() == weekday);
    let names: Vec<&str> = WEEKDAYS.iter().filter(|(_, weekday)| has(*weekday)).map(|(name, _)| *name).collect();
    let is_every_school_day = names == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    let weekdays = match names.split_last() {
        _ if is_every_school_day => "school day".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => return Vec::new(),
    };
    let mut patterns = vec![weekdays.clone(), format!("other {weekdays}")];
    if let [name] = names.as_slice() {
        patterns.extend(["first", "second", "third", "fourth", "last"].map(|nth| format!("{nth} {name}")));
    }
    patterns
}
