//! The times of an event that repeats (RFC 5545, sections 3.8.5 and 3.8.4.4).

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{DateTime, Time};

use super::components::CalendarPart;
use super::moments::Moment;
use super::rule;
use super::times::{EventTime, Occurrence, TimeError};
use super::zones::CalendarZones;
use crate::programme::AcademicYear;

/// All entries of a file that belong to one event.
#[derive(Debug, Default)]
pub(super) struct Series<'c> {
    /// The settings of its calendar.
    pub(super) calendar: Option<&'c CalendarPart>,
    /// Usually one.
    pub(super) masters: Vec<&'c CalendarPart>,
    /// Entries that change one time, or one and all that follow.
    pub(super) changes: Vec<&'c CalendarPart>,
}

/// An entry, and when it takes place.
#[derive(Debug)]
pub(super) struct DatedEntry<'c> {
    pub(super) entry: &'c CalendarPart,
    /// In the order of time.
    pub(super) times: Vec<Occurrence>,
    /// True if it has a rule or more dates than its own.
    pub(super) repeats: bool,
    /// How many of its times are not in the school's year, and were left out.
    pub(super) outside_year: usize,
    /// The line of a rule that can't be read.
    pub(super) unread_rule: Option<usize>,
    pub(super) time: EventTime,
}

/// A change of one time.
struct Change<'c> {
    entry: &'c CalendarPart,
    time: EventTime,
    replaces: Moment,
    /// True if it also changes what follows.
    and_following: bool,
}

pub(super) type Failed<'c> = (&'c CalendarPart, TimeError);

impl<'c> Series<'c> {
    /// The entries with their times in the school's year: Google exports a calendar of many years as a whole.
    pub(super) fn dated(
        &self,
        zones: &mut CalendarZones,
        year: &AcademicYear,
    ) -> (Vec<DatedEntry<'c>>, Vec<Failed<'c>>) {
        let mut failed = Vec::new();
        let mut dated = Vec::new();
        let mut changes = Vec::new();
        let mut masters = Vec::new();
        for entry in &self.masters {
            match EventTime::of(entry, zones) {
                Ok(time) => masters.push((*entry, time)),
                Err(error) => failed.push((*entry, error)),
            }
        }
        for entry in &self.changes {
            match EventTime::of(entry, zones) {
                Ok(time) => match self.change(entry, time.clone(), masters.first().map(|(_, time)| time), zones) {
                    Some(change) => changes.push(change),
                    None => masters.push((*entry, time)),
                },
                Err(error) => failed.push((*entry, error)),
            }
        }
        changes.sort_by_key(|change: &Change<'_>| change.replaces.local());
        for (entry, time) in masters {
            dated.extend(master_times((entry, time), &changes, (zones, year)));
        }
        let has_series = dated.iter().any(|entry| entry.repeats);
        for change in changes {
            let time = change.time.at(change.time.start, zones);
            let is_left_out = !is_in(&time, year);
            dated.push(DatedEntry {
                entry: change.entry,
                times: if is_left_out { Vec::new() } else { vec![time] },
                repeats: false,
                // The note about the series is enough.
                outside_year: usize::from(is_left_out && !has_series),
                unread_rule: None,
                time: change.time,
            });
        }
        (dated, failed)
    }

    fn change(
        &self,
        entry: &'c CalendarPart,
        time: EventTime,
        master: Option<&EventTime>,
        zones: &mut CalendarZones,
    ) -> Option<Change<'c>> {
        let property = entry.get("RECURRENCE-ID")?;
        let replaces = *master.unwrap_or(&time).moments(property, zones).first()?;
        let and_following = property.param("RANGE").is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"));
        Some(Change { entry, time, replaces, and_following })
    }
}

/// The times of a master entry that no change replaces, and those that a change moves with all that follow.
fn master_times<'c>(
    (entry, time): (&'c CalendarPart, EventTime),
    changes: &[Change<'c>],
    (zones, year): (&mut CalendarZones, &AcademicYear),
) -> Vec<DatedEntry<'c>> {
    let repeats = ["RRULE", "RDATE"].iter().any(|name| entry.get(name).is_some());
    let (starts, unread_rule) = starts(entry, &time, year, zones);
    let mut own = Vec::new();
    let mut moved: BTreeMap<usize, Vec<Occurrence>> = BTreeMap::new();
    for start in starts {
        if changes.iter().any(|change| is_at(change.replaces, start)) {
            continue;
        }
        let following = changes.iter().rposition(|change| change.and_following && change.replaces.local() < start);
        match following.and_then(|at| Some((at, changes.get(at)?))) {
            Some((at, change)) => {
                let shift = change.time.start.duration_since(change.replaces.local());
                let start = start.checked_add(shift).unwrap_or(start);
                moved.entry(at).or_default().push(change.time.at(start, zones));
            }
            None => own.push(time.at(start, zones)),
        }
    }
    let in_year = |times: Vec<Occurrence>| -> (Vec<Occurrence>, usize) {
        let all = times.len();
        let times: Vec<Occurrence> = times.into_iter().filter(|time| is_in(time, year)).collect();
        let outside = all - times.len();
        (times, outside)
    };
    let (times, outside_year) = in_year(own);
    let mut dated = vec![DatedEntry { entry, times, repeats, outside_year, unread_rule, time: time.clone() }];
    for (at, times) in moved {
        let Some(change) = changes.get(at) else { continue };
        let (times, outside_year) = in_year(times);
        let time = change.time.clone();
        dated.push(DatedEntry { entry: change.entry, times, repeats, outside_year, unread_rule: None, time });
    }
    dated
}

/// Every start of an entry in its own zone, without those that it leaves out, and the line of a rule that can't be read.
fn starts(
    entry: &CalendarPart,
    time: &EventTime,
    year: &AcademicYear,
    zones: &mut CalendarZones,
) -> (Vec<DateTime>, Option<usize>) {
    // A year more, to count what is left out.
    let limit = year.ends.saturating_add(1.year()).to_datetime(Time::midnight());
    let mut unread = None;
    let mut starts = vec![time.start];
    let mut rule_times = |name: &str, zones: &mut CalendarZones| {
        let mut times = Vec::new();
        for property in entry.all(name) {
            match rule::times(&property.value, time.start, limit, |utc| zones.local(utc, time.zone.as_deref())) {
                Some(found) => times.extend(found),
                None => unread = Some(property.line),
            }
        }
        times
    };
    starts.extend(rule_times("RRULE", zones));
    let excluded = rule_times("EXRULE", zones);
    for property in entry.all("RDATE") {
        let moments = time.moments(property, zones);
        starts.extend(moments.into_iter().map(|moment| match moment.time {
            // A day on which it takes place at its usual time.
            None => moment.day.to_datetime(time.start.time()),
            Some(_) => moment.local(),
        }));
    }
    let except: Vec<Moment> = entry.all("EXDATE").flat_map(|property| time.moments(property, zones)).collect();
    starts.sort_unstable();
    starts.dedup();
    starts.retain(|start| !excluded.contains(start) && !except.iter().any(|moment| is_at(*moment, *start)));
    (starts, unread)
}

/// True if a moment, which may be a whole day, is this start.
fn is_at(moment: Moment, start: DateTime) -> bool {
    match moment.time {
        None => moment.day == start.date(),
        Some(_) => moment.local() == start,
    }
}

/// True if some of it is in the academic year.
fn is_in(time: &Occurrence, year: &AcademicYear) -> bool {
    time.first <= year.ends && time.last >= year.starts
}
