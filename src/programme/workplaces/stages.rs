//! The hours by the end of each stage, against what guidance asks for.

use std::collections::HashMap;

use jiff::civil::Date;

use super::experience::{GroupHours, hours_of_groups};
use crate::framework::{Facts, WorkplaceStage};
use crate::programme::groups::Group;
use crate::programme::past_encounters::PastWorkplace;
use crate::programme::programme::Programme;
use crate::programme::workplace_time::WorkHours;

#[derive(Debug)]
pub struct StageHours<'a> {
    pub facts: &'a WorkplaceStage,
    /// Those of its years that the institution has, in order.
    pub years: Vec<u8>,
    /// The groups with one of these years, by index.
    pub groups: Vec<usize>,
    /// What a pupil has had by its end, if each year is like this one.
    pub hours: WorkHours,
    pub target: WorkplaceTarget,
    /// What pupils who are in it now will have had by its end, where anything is known of their earlier years.
    pub cohorts: Vec<CohortHours>,
}

/// What is asked for by the end of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkplaceTarget {
    Hours(WorkHours),
    /// No number of hours is asked for at that age.
    NoNumber,
    /// Pupils are at another school for some of its years.
    Shared,
}

/// What the pupils of a group will have had by the end of their stage.
#[derive(Debug)]
pub struct CohortHours {
    /// By index.
    pub group: usize,
    /// The first day of each earlier year of which the hours are known, and the hours.
    pub earlier: Vec<(Date, WorkHours)>,
    pub by_end: WorkHours,
}

impl StageHours<'_> {
    /// The hours that are missing by its end. `None` if none are, or if no number is asked for.
    pub fn short(&self) -> Option<WorkHours> {
        self.short_of(self.hours)
    }

    /// The hours that are missing to what is asked for.
    pub fn short_of(&self, hours: WorkHours) -> Option<WorkHours> {
        match self.target {
            WorkplaceTarget::Hours(target) => Some(target - hours).filter(|short| *short > WorkHours::ZERO),
            WorkplaceTarget::NoNumber | WorkplaceTarget::Shared => None,
        }
    }

    pub fn cohort(&self, group: usize) -> Option<&CohortHours> {
        self.cohorts.iter().find(|cohort| cohort.group == group)
    }

    /// “Years 7 to 9”, “Years 10 and 11” or “Year 9”.
    pub fn name(&self) -> String {
        match self.years[..] {
            [year] => format!("Year {year}"),
            [first, last] => format!("Years {first} and {last}"),
            [first, .., last] => format!("Years {first} to {last}"),
            [] => String::new(),
        }
    }
}

pub(super) fn stages<'a>(groups: &[GroupHours<'_>], programme: &'a Programme, facts: &'a Facts) -> Vec<StageHours<'a>> {
    let all = &programme.groups;
    let has_year =
        |year: &u8| groups.iter().any(|of| all.get(of.group).is_some_and(|group| group.years.contains(year)));
    let past = past_hours(programme, facts);
    let stage = |stage: &'a WorkplaceStage| {
        let years: Vec<u8> = stage.years.iter().copied().filter(has_year).collect();
        let target = match stage.hours {
            None => WorkplaceTarget::NoNumber,
            Some(_) if years != stage.years => WorkplaceTarget::Shared,
            Some(hours) => WorkplaceTarget::Hours(WorkHours::whole(hours)),
        };
        let this_year: HashMap<u8, WorkHours> =
            years.iter().map(|year| (*year, hours_in(*year, groups, all))).collect();
        let of_stage = groups
            .iter()
            .map(|of| of.group)
            .filter(|index| all.get(*index).is_some_and(|group| group.years.iter().any(|year| years.contains(year))));
        let of_stage: Vec<usize> = of_stage.collect();
        let cohorts = of_stage.iter().filter_map(|index| cohort(*index, &years, (&this_year, &past), programme));
        StageHours {
            facts: stage,
            hours: this_year.values().copied().sum(),
            target,
            cohorts: cohorts.collect(),
            groups: of_stage,
            years,
        }
    };
    facts.workplaces.stages.iter().map(stage).filter(|stage| !stage.years.is_empty()).collect()
}

/// The hours that every pupil of a year has: the fewest, if it is in several groups.
fn hours_in(year: u8, groups: &[GroupHours<'_>], all: &[Group]) -> WorkHours {
    let of_year = groups.iter().filter(|of| all.get(of.group).is_some_and(|group| group.years.contains(&year)));
    of_year.map(GroupHours::total).min().unwrap_or_default()
}

/// `None` for a group of several years, or if nothing is known of its earlier years in the stage.
fn cohort(
    index: usize,
    years: &[u8],
    (this_year, past): (&HashMap<u8, WorkHours>, &HashMap<i16, PastHours>),
    programme: &Programme,
) -> Option<CohortHours> {
    let [now] = programme.groups.get(index)?.years[..] else { return None };
    let mut earlier = Vec::new();
    let hours = years.iter().map(|year| {
        let known = now.checked_sub(*year).filter(|ago| *ago > 0).and_then(|ago| {
            let past = past.get(&(programme.year.starts.year() - i16::from(ago)))?;
            Some((past.starts, *past.hours.get(year)?))
        });
        let planned = this_year.get(year).copied().unwrap_or_default();
        let hours = known.as_ref().map_or(planned, |(_, hours)| *hours);
        earlier.extend(known);
        hours
    });
    let by_end = hours.sum();
    (!earlier.is_empty()).then_some(CohortHours { group: index, earlier, by_end })
}

/// The hours of an earlier academic year, by year of the pupils.
struct PastHours {
    starts: Date,
    hours: HashMap<u8, WorkHours>,
}

/// What is known of earlier years, by the calendar year in which they began. What a school lists wins over its archive. A
/// year that gives no hours at all is not known.
fn past_hours(programme: &Programme, facts: &Facts) -> HashMap<i16, PastHours> {
    let mut all = HashMap::new();
    for past in &programme.past_years {
        let groups = hours_of_groups(&past.programme, facts, Date::MAX);
        let has_hours = groups.iter().any(|group| group.total() > WorkHours::ZERO);
        let years = past.programme.groups.iter().flat_map(|group| group.years.iter().copied());
        let hours = years.map(|year| (year, hours_in(year, &groups, &past.programme.groups))).collect();
        let starts = past.programme.year.starts;
        if has_hours {
            all.insert(starts.year(), PastHours { starts, hours });
        }
    }
    for list in programme.past_encounters.iter().filter(|list| !list.workplaces.is_empty()) {
        all.insert(list.starts.year(), PastHours { starts: list.starts, hours: listed_hours(&list.workplaces) });
    }
    all
}

fn listed_hours(workplaces: &[PastWorkplace]) -> HashMap<u8, WorkHours> {
    // Years that the list does not name had nothing.
    let mut all: HashMap<u8, WorkHours> = (1..=14).map(|year| (year, WorkHours::ZERO)).collect();
    for workplace in workplaces {
        for year in workplace.years.iter().filter_map(|year| u8::try_from(year.value).ok()) {
            if let Some(hours) = all.get_mut(&year) {
                *hours = *hours + workplace.hours;
            }
        }
    }
    all
}
