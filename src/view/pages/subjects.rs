//! The links between subjects and careers, by group.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::language::capital;
use crate::programme::Activity;
use crate::view::context::Context;
use crate::view::parts::group_table::{GroupTable, GroupTableEntry, group_table, group_table_row};

#[derive(Debug, Serialize)]
pub struct SubjectsPage {
    pub table: GroupTable,
}

/// Subjects and careers, from the subjects that activities name. `None` if no activity names one.
pub(crate) fn subjects(context: &Context<'_>) -> Option<SubjectsPage> {
    let mut subjects: BTreeMap<&str, Vec<&Activity>> = BTreeMap::new();
    for activity in context.programme.planned() {
        for subject in &activity.subjects {
            subjects.entry(subject).or_default().push(activity);
        }
    }
    let rows = subjects.iter().map(|(subject, activities)| {
        let entries = |group| {
            let activities = activities.iter().filter(|activity| activity.groups.contains(&group));
            let entry = |activity: &&Activity| GroupTableEntry {
                title: activity.title.clone(),
                address: None,
                when: capital(&context.language.times_of(activity, context.year())),
            };
            activities.map(entry).collect()
        };
        group_table_row((subject, None), entries, context)
    });
    (!subjects.is_empty()).then(|| SubjectsPage { table: group_table(rows, context) })
}
