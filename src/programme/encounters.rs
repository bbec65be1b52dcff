//! The provider access ledger: which encounters count towards the duty, phase by phase.
//!
//! The rule (Education Act 1997, section 42B, as `framework/data/provider-access.yaml` has it): at
//! least a set number of encounters in each key phase, at any time in the phase's first year, or in the
//! second year up to a date. In the first two phases every pupil takes part; in the third the school
//! offers them.

use std::collections::HashSet;

use jiff::civil::Date;

use super::event::{Attendance, Event, ProviderKind};
use super::examples::is_example;
use super::groups::{GroupSet, slug};
use super::plan::{Activity, Status};
use super::programme::Programme;
use super::terms::AcademicYear;
use crate::framework::{Facts, Phase, PhaseAttendance};
use crate::report::Place;

/// A visit by a provider: a dated event or a planned activity.
#[derive(Clone, Copy, Debug)]
pub enum Encounter<'a> {
    Event(&'a Event),
    Activity(&'a Activity),
}

/// Why an encounter with a provider does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// Not every pupil takes part, or the file doesn't state it.
    NotEveryone,
    /// It takes place, or may take place, after this day.
    TooLate(Date),
    Proposed,
    /// It came with a new site and is made up.
    Example,
}

/// One key phase and the encounters that count towards it.
#[derive(Debug)]
pub struct PhaseLedger<'a> {
    pub phase: &'a Phase,
    /// What counts: events in the order of time, then activities.
    pub encounters: Vec<Encounter<'a>>,
    pub not_counted: Vec<(Encounter<'a>, NotCounted)>,
    /// How many the law requires.
    pub needed: usize,
}

impl PhaseLedger<'_> {
    pub fn is_met(&self) -> bool {
        self.encounters.len() >= self.needed
    }
}

impl<'a> Encounter<'a> {
    pub fn title(self) -> &'a str {
        match self {
            Self::Event(event) => &event.title,
            Self::Activity(activity) => &activity.title,
        }
    }

    pub fn place(self) -> &'a Place {
        match self {
            Self::Event(event) => &event.at,
            Self::Activity(activity) => &activity.at,
        }
    }

    pub fn groups(self) -> &'a GroupSet {
        match self {
            Self::Event(event) => &event.groups,
            Self::Activity(activity) => &activity.groups,
        }
    }

    pub fn provider(self) -> Option<ProviderKind> {
        match self {
            Self::Event(event) => event.provider,
            Self::Activity(activity) => activity.provider,
        }
    }

    fn attendance(self) -> Option<Attendance> {
        match self {
            Self::Event(event) => event.attendance,
            Self::Activity(activity) => activity.attendance,
        }
    }

    fn is_proposed(self) -> bool {
        matches!(self, Self::Activity(activity) if activity.status.value == Status::Proposed)
    }

    /// The last day on which it can take place.
    fn latest(self, year: &AcademicYear) -> Date {
        match self {
            Self::Event(event) => event.date,
            Self::Activity(activity) => activity.when.iter().map(|when| year.span(*when).1).max().unwrap_or(year.ends),
        }
    }
}

/// The ledger of the academic year: a line for each phase that the school has. Empty for an
/// institution that the duty does not bind.
pub fn provider_access_ledger<'a>(programme: &'a Programme, facts: &'a Facts) -> Vec<PhaseLedger<'a>> {
    let duty = &facts.provider_access;
    let bound = programme.bound();
    if !bound.secondary || !duty.kinds.iter().any(|kind| kind == bound.kind) {
        return Vec::new();
    }
    let encounters = encounters(programme, &duty.qualifying_providers);
    let has = |phase: &&Phase| has_year(programme, phase.any_time_year) || has_year(programme, phase.until_year);
    let line = |phase: &'a Phase| {
        let mut ledger =
            PhaseLedger { phase, encounters: Vec::new(), not_counted: Vec::new(), needed: duty.encounters_per_phase };
        for encounter in &encounters {
            match counts(*encounter, phase, programme) {
                Some(Ok(())) => ledger.encounters.push(*encounter),
                Some(Err(why)) => ledger.not_counted.push((*encounter, why)),
                None => {}
            }
        }
        ledger
    };
    duty.phases.iter().filter(has).map(line).collect()
}

fn has_year(programme: &Programme, year: u8) -> bool {
    programme.groups.iter().any(|group| group.years.contains(&year))
}

/// Everything of this year in which a qualifying provider comes. An event that carries out an
/// activity of the same name counts in its place.
fn encounters<'a>(programme: &'a Programme, qualifying: &[String]) -> Vec<Encounter<'a>> {
    let qualifies = |encounter: &Encounter<'_>| {
        encounter.provider().is_some_and(|kind| qualifying.iter().any(|word| word == kind.as_str()))
    };
    let takes_place = |event: &&Event| !event.is_cancelled() && programme.year.contains(event.date);
    let mut all: Vec<Encounter<'a>> =
        programme.events.iter().filter(takes_place).map(Encounter::Event).filter(qualifies).collect();
    let dated: HashSet<String> = all.iter().map(|encounter| slug(encounter.title())).collect();
    let planned = programme.planned();
    let planned = planned.map(Encounter::Activity).filter(qualifies);
    all.extend(planned.filter(|encounter| !dated.contains(&slug(encounter.title()))));
    all
}

/// Whether an encounter counts in a phase; `None` if it is for nobody in it.
fn counts(encounter: Encounter<'_>, phase: &Phase, programme: &Programme) -> Option<Result<(), NotCounted>> {
    let for_year = |year: u8| {
        let groups = encounter.groups().iter().filter_map(|index| programme.groups.get(*index));
        groups.into_iter().any(|group| group.years.contains(&year))
    };
    let (any_time, until) = (for_year(phase.any_time_year), for_year(phase.until_year));
    if !any_time && !until {
        return None;
    }
    let everyone = phase.attendance == PhaseAttendance::Offered || encounter.attendance() == Some(Attendance::Everyone);
    let last = last_day(phase, &programme.year)?;
    Some(if is_example(encounter.title()) {
        Err(NotCounted::Example)
    } else if encounter.is_proposed() {
        Err(NotCounted::Proposed)
    } else if !everyone {
        Err(NotCounted::NotEveryone)
    } else if !any_time && encounter.latest(&programme.year) > last {
        Err(NotCounted::TooLate(last))
    } else {
        Ok(())
    })
}

/// The last day that counts in the phase's second year: in the calendar year after the academic year began.
fn last_day(phase: &Phase, year: &AcademicYear) -> Option<Date> {
    Date::new(year.starts.year() + 1, phase.until_month, phase.until_day).ok()
}
