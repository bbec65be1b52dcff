//! How many activities each group has for each benchmark, and how many the answers add.

use jiff::civil::Date;

use super::drafts::NewActivityCount;
use crate::framework::Facts;
use crate::programme::{ActivityEvents, Benchmark, Programme, is_example, serving};

/// A row for each benchmark.
#[derive(Clone, Debug)]
pub struct Coverage {
    pub rows: Vec<CoverageRow>,
}

#[derive(Clone, Debug)]
pub struct CoverageRow {
    /// 1 to 8.
    pub number: u8,
    pub short: String,
    /// For each group of learners.
    pub groups: Vec<GroupCoverage>,
    /// False if a group without an activity for it is not a gap.
    pub is_for_each_group: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupCoverage {
    pub group: String,
    pub now: usize,
    pub added: usize,
}

impl GroupCoverage {
    /// True if there is nothing, even with the answers.
    pub fn is_gap(&self) -> bool {
        self.now + self.added == 0
    }
}

/// The coverage of the programme with what the answers add. Examples of a new site do not count.
pub fn coverage(programme: &Programme, added: &[NewActivityCount], facts: &Facts, today: Date) -> Coverage {
    let framework = facts.framework_on(programme.institution.kind_facts.setting, today);
    let questions = &facts.department_audit.questions.list;
    let activity_events = ActivityEvents::new(programme);
    let learners: Vec<usize> = (0..programme.groups.len())
        .filter(|index| programme.groups.get(*index).is_some_and(|group| group.are_learners))
        .collect();
    let of_group = |benchmark: Benchmark, group: usize| {
        let (activities, events) = serving(benchmark, group, programme);
        let activities: Vec<_> = activities.filter(|activity| !is_example(&activity.title)).collect();
        let events = events.filter(|event| !is_example(&event.title));
        let carried_out = activity_events.ids_of_events(&activities);
        let other_events = events.filter(|event| !carried_out.contains(event.id.as_str())).count();
        let new = added.iter().filter(|new| new.group == group && new.benchmarks.contains(&benchmark.number()));
        GroupCoverage {
            group: programme.groups.get(group).map_or_else(String::new, |group| group.name.clone()),
            now: activities.len() + other_events,
            added: new.count(),
        }
    };
    let rows = Benchmark::ALL.into_iter().zip(questions).map(|(benchmark, question)| CoverageRow {
        number: benchmark.number(),
        short: framework
            .and_then(|framework| framework.benchmarks.iter().find(|facts| facts.number == benchmark.number()))
            .map_or_else(String::new, |facts| facts.short.clone()),
        groups: learners.iter().map(|group| of_group(benchmark, *group)).collect(),
        is_for_each_group: question.is_for_each_group,
    });
    Coverage { rows: rows.collect() }
}
