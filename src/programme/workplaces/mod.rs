//! The workplace ledger: how many hours each pupil spends in workplaces (Benchmark 6), group by group, and what that is
//! by the end of each stage for which guidance asks for a week's worth (`framework/data/workplaces.yaml`).
//!
//! What counts is what every pupil of a group does: nothing optional, proposed or made up. An event that carries out an
//! activity counts in its place. An event that is repeated counts each time; the hours of anything else are those of all its days together. The years
//! of a stage add up as this year's plan has them. What pupils had in earlier years is known from the archive, or from the
//! list of the school in `provider-access/`.

mod experience;
mod stages;

pub use experience::{Experience, GroupHours, NotForAll, longest_hours};
pub use stages::{CohortHours, StageHours, WorkplaceTarget};

use jiff::civil::Date;

use super::benchmark::Benchmark;
use super::programme::Programme;
use crate::framework::Facts;

#[derive(Debug)]
pub struct WorkplaceLedger<'a> {
    /// What each group of learners does, in the order of the groups. Groups without anything are there too.
    pub groups: Vec<GroupHours<'a>>,
    /// The stages of which the institution has a year. Empty if no number of hours is known for its kind.
    pub stages: Vec<StageHours<'a>>,
}

impl<'a> WorkplaceLedger<'a> {
    pub fn new(programme: &'a Programme, facts: &'a Facts, today: Date) -> Self {
        let groups = experience::hours_of_groups(programme, facts, today);
        let kind = &programme.institution.kind_facts.id;
        let is_known_kind = facts.workplaces.kinds.contains(kind);
        let stages = if is_known_kind { stages::stages(&groups, programme, facts) } else { Vec::new() };
        Self { groups, stages }
    }

    /// True if the hours of any experience are given.
    pub fn has_hours(&self) -> bool {
        self.experiences().any(|experience| experience.hours().is_some())
    }

    pub fn experiences(&self) -> impl Iterator<Item = &Experience<'a>> {
        self.groups.iter().flat_map(|group| &group.experiences)
    }
}

/// True for the benchmark that hours in workplaces serve.
pub fn is_workplace_benchmark(benchmarks: &[Benchmark], facts: &Facts) -> bool {
    benchmarks.iter().any(|benchmark| benchmark.number() == facts.workplaces.benchmark)
}
