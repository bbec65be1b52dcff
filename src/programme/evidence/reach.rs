//! The activities and events that serve a benchmark, by group.

use std::collections::BTreeSet;

use crate::programme::activity_events::{ActivityEvents, distinct_names};
use crate::programme::benchmark::Benchmark;
use crate::programme::event::Event;
use crate::programme::groups::Group;
use crate::programme::plan::{Activity, Status};
use crate::programme::programme::Programme;

/// The activities and events that serve a benchmark for a group this year.
pub fn serving(
    benchmark: Benchmark,
    group: usize,
    programme: &Programme,
) -> (impl Iterator<Item = &Activity>, impl Iterator<Item = &Event>) {
    let planned = programme
        .planned()
        .filter(move |activity| activity.groups.contains(&group) && activity.benchmarks.contains(&benchmark));
    let dated = programme.events.iter().filter(move |event| {
        event.groups.contains(&group)
            && event.benchmarks.contains(&benchmark)
            && !event.is_cancelled()
            && programme.year.contains(event.date)
    });
    (planned, dated)
}

/// How many activities and events that are certain to take place serve a benchmark for a group. An activity and the event
/// that carries it out count once.
pub fn count_serving(benchmark: Benchmark, group: usize, programme: &Programme, links: &ActivityEvents<'_>) -> usize {
    names_serving(benchmark, &[group], programme, links).len()
}

/// The names of the activities and events that are certain to take place and serve a benchmark for some groups.
pub(super) fn names_serving(
    benchmark: Benchmark,
    groups: &[usize],
    programme: &Programme,
    links: &ActivityEvents<'_>,
) -> BTreeSet<String> {
    let of_group = |group: &usize| {
        let (planned, dated) = serving(benchmark, *group, programme);
        let firm = planned.filter(|activity| activity.status.value == Status::Firm);
        let firm = firm.filter(|activity| !links.is_cancelled_for(activity, *group));
        distinct_names(firm, dated, links, &programme.groups)
    };
    groups.iter().flat_map(of_group).collect()
}

/// The groups of learners that the benchmarks are about: from Year 7 on, and those without years.
pub(super) fn from_eleven(programme: &Programme) -> impl Iterator<Item = usize> {
    let is_asked =
        |group: &Group| group.are_learners && (group.years.is_empty() || group.years.iter().any(|year| *year >= 7));
    programme.groups.iter().enumerate().filter(move |(_, group)| is_asked(group)).map(|(index, _)| index)
}

/// Key stages without anything for a benchmark, such as 4. Groups without years are left out.
pub(super) fn stages_without(benchmark: Benchmark, programme: &Programme, links: &ActivityEvents<'_>) -> Vec<u8> {
    let stages: BTreeSet<u8> = programme.groups.iter().flat_map(Group::key_stages).filter(|stage| *stage > 2).collect();
    let served = |stage: u8| {
        let of_stage = |(_, group): &(usize, &Group)| group.key_stages().contains(&stage);
        let mut groups = programme.groups.iter().enumerate().filter(of_stage);
        groups.any(|(index, _)| count_serving(benchmark, index, programme, links) > 0)
    };
    stages.into_iter().filter(|stage| !served(*stage)).collect()
}
