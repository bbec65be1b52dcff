//! The links between subjects and careers, by group.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::view::context::Context;

#[derive(Debug, Serialize)]
pub struct SubjectsPage {
    pub groups: Vec<String>,
    pub rows: Vec<SubjectRow>,
}

#[derive(Debug, Serialize)]
pub struct SubjectRow {
    pub subject: String,
    pub cells: Vec<SubjectCell>,
}

#[derive(Debug, Serialize)]
pub struct SubjectCell {
    pub group: String,
    pub activities: Vec<String>,
}

/// Subjects and careers, from the subjects that activities name. `None` if no activity names one.
pub(crate) fn subjects(context: &Context<'_>) -> Option<SubjectsPage> {
    let count = context.groups().len();
    let mut table: BTreeMap<&str, Vec<Vec<String>>> = BTreeMap::new();
    for activity in context.programme.planned() {
        let when = context.language.times_of(activity, context.year());
        let line = format!("{} ({when})", activity.title);
        for subject in &activity.subjects {
            let row = table.entry(subject).or_insert_with(|| vec![Vec::new(); count]);
            for index in &activity.groups {
                if let Some(cell) = row.get_mut(*index) {
                    cell.push(line.clone());
                }
            }
        }
    }
    if table.is_empty() {
        return None;
    }
    let names: Vec<String> = context.groups().iter().map(|group| group.name.clone()).collect();
    let rows = table.into_iter().map(|(subject, cells)| SubjectRow {
        subject: subject.to_owned(),
        cells: names
            .iter()
            .zip(cells)
            .map(|(group, activities)| SubjectCell { group: group.clone(), activities })
            .collect(),
    });
    Some(SubjectsPage { rows: rows.collect(), groups: names.clone() })
}
