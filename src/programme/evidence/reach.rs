//! Whom the programme reaches with a benchmark: activities and events by group.

use std::collections::BTreeSet;

use crate::framework::{Criterion, Evidence};
use crate::programme::{Benchmark, Cancelled, Group, Programme, Status, slug};

/// The ages that a criterion speaks of, as national curriculum years: by 14, by 16, by 18.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    Fourteen,
    Sixteen,
    Eighteen,
}

impl Age {
    /// The age that a piece of evidence speaks of, if it speaks of one.
    fn of(evidence: Evidence) -> Option<Self> {
        match evidence {
            Evidence::ByFourteen => Some(Self::Fourteen),
            Evidence::BySixteen => Some(Self::Sixteen),
            Evidence::ByEighteen | Evidence::ByEighteenTwice => Some(Self::Eighteen),
            _ => None,
        }
    }

    /// The years in which it is met, and the years that a school must have for it to apply: a
    /// middle school that ends with Year 8 cannot do what is due by 16.
    fn years(self) -> (std::ops::RangeInclusive<u8>, std::ops::RangeInclusive<u8>) {
        match self {
            Self::Fourteen => (7..=9, 7..=9),
            Self::Sixteen => (7..=11, 10..=11),
            Self::Eighteen => (12..=14, 12..=14),
        }
    }

    /// The groups in which it can be met; `None` if the school has none of that age.
    pub(super) fn groups(self, groups: &[Group]) -> Option<Vec<usize>> {
        let (met_in, applies_with) = self.years();
        let has =
            |group: &Group, years: &std::ops::RangeInclusive<u8>| group.years.iter().any(|year| years.contains(year));
        let ageless = |group: &Group| group.years.is_empty();
        let applies = groups.iter().any(|group| has(group, &applies_with)) || groups.iter().all(ageless);
        let can = |(_, group): &(usize, &Group)| ageless(group) || has(group, &met_in);
        applies.then(|| groups.iter().enumerate().filter(can).map(|(index, _)| index).collect())
    }
}

/// True if a school of these groups can be asked for a criterion: one that ends with Year 8 cannot for
/// what is due by 18.
pub(in crate::programme) fn can_be_asked(criterion: &Criterion, groups: &[Group]) -> bool {
    criterion.shown_by.iter().any(|id| Age::of(*id).is_none_or(|age| age.groups(groups).is_some()))
}

/// How many different things serve a benchmark for a group. An event that carries out an activity
/// of the same name is one with it.
pub(super) fn count_serving(benchmark: Benchmark, group: usize, programme: &Programme) -> usize {
    let planned = programme.activities.iter().filter(|activity| {
        activity.groups.contains(&group)
            && activity.benchmarks.contains(&benchmark)
            && activity.status.value != Status::Cancelled
    });
    let dated = programme.events.iter().filter(|event| {
        event.groups.contains(&group)
            && event.benchmarks.contains(&benchmark)
            && event.cancelled == Cancelled::No
            && programme.year.contains(event.date)
    });
    let titles = planned.map(|activity| &activity.title).chain(dated.map(|event| &event.title));
    titles.map(|title| slug(title)).collect::<BTreeSet<_>>().len()
}

/// The groups that the benchmarks speak of: from Year 7 on, and those without years.
pub(super) fn from_eleven(programme: &Programme) -> impl Iterator<Item = usize> {
    let old_enough = |group: &Group| group.years.is_empty() || group.years.iter().any(|year| *year >= 7);
    programme.groups.iter().enumerate().filter(move |(_, group)| old_enough(group)).map(|(index, _)| index)
}

/// Key stages without anything for a benchmark, such as 4. Groups without years are left out.
pub(super) fn stages_without(benchmark: Benchmark, programme: &Programme) -> Vec<u8> {
    let stages: BTreeSet<u8> =
        programme.groups.iter().filter_map(Group::key_stage).filter(|stage| *stage > 2).collect();
    let served = |stage: u8| {
        let of_stage = |(_, group): &(usize, &Group)| group.key_stage() == Some(stage);
        let mut groups = programme.groups.iter().enumerate().filter(of_stage);
        groups.any(|(index, _)| count_serving(benchmark, index, programme) > 0)
    };
    stages.into_iter().filter(|stage| !served(*stage)).collect()
}
