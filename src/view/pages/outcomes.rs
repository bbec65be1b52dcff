//! The learning outcomes by area of learning and by group, so that progress from year to year is seen.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Group, LearningOutcome};
use crate::view::context::Context;
use crate::view::parts::group_table::{GroupTable, GroupTableEntry, GroupTableStage, group_table, group_table_row};

#[derive(Debug, Serialize)]
pub struct OutcomesPage {
    pub table: GroupTable,
}

/// `None` if no outcome names an area or a level.
pub(crate) fn outcomes(context: &Context<'_>) -> Option<OutcomesPage> {
    let programme = context.programme;
    let has_place = |outcome: &LearningOutcome| outcome.area.is_some() || outcome.level.is_some();
    let in_areas = programme.plans.iter().flat_map(|plan| &plan.outcomes).any(has_place);
    let areas = programme.institution.areas.iter().enumerate().map(|(index, area)| {
        let entries = |group| entries(Some(index), group, context);
        group_table_row((&area.name, area.about.as_ref()), entries, context)
    });
    let others = context.language.text("other_outcomes");
    let others = group_table_row((others, None), |group| entries(None, group, context), context);
    in_areas.then(|| OutcomesPage {
        table: GroupTable { stages: stages(context), ..group_table(areas.chain([others]), context) },
    })
}

fn entries(area: Option<usize>, group: usize, context: &Context<'_>) -> Vec<GroupTableEntry> {
    let outcomes = context.programme.plans_for(group).flat_map(|plan| &plan.outcomes);
    let entry = |outcome: &LearningOutcome| GroupTableEntry {
        title: outcome.can.to_string(),
        address: None,
        when: outcome.level.clone().unwrap_or_default(),
    };
    outcomes.filter(|outcome| outcome.area == area).map(entry).collect()
}

/// The key stages in the order of the groups. None if no group is in one.
fn stages(context: &Context<'_>) -> Vec<GroupTableStage> {
    let mut stages: Vec<GroupTableStage> = Vec::new();
    for group in context.groups() {
        let name = key_stages(group, context);
        match stages.last_mut() {
            Some(last) if last.name == name => last.span += 1,
            _ => stages.push(GroupTableStage { name, span: 1 }),
        }
    }
    if stages.iter().all(|stage| stage.name.is_none()) { Vec::new() } else { stages }
}

/// “Key stage 3”, or “Key stages 2 and 3”.
pub(crate) fn key_stages(group: &Group, context: &Context<'_>) -> Option<String> {
    let stages: Vec<String> = group.key_stages().iter().map(u8::to_string).collect();
    let list = context.language.list(&stages);
    (!stages.is_empty()).then(|| message!(context.language, "key_stages", count = stages.len(), numbers = &list))
}
