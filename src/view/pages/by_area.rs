//! The programme by area of learning: a second axis next to the benchmarks.

use serde::Serialize;

use crate::language::capital;
use crate::programme::{MarkedText, RichText};
use crate::view::context::Context;

#[derive(Debug, Serialize)]
pub struct ByAreaPage {
    pub groups: Vec<String>,
    pub rows: Vec<AreaRow>,
}

#[derive(Debug, Serialize)]
pub struct AreaRow {
    pub name: String,
    pub about: Option<MarkedText>,
    pub cells: Vec<AreaCell>,
}

#[derive(Debug, Serialize)]
pub struct AreaCell {
    pub group: String,
    pub entries: Vec<AreaEntry>,
}

#[derive(Debug, Serialize)]
pub struct AreaEntry {
    pub title: String,
    /// “Spring term”, or the day of an event.
    pub when: String,
}

/// True if an activity or an event names an area.
pub(crate) fn is_shown(context: &Context<'_>) -> bool {
    let programme = context.programme;
    programme.planned().any(|activity| !activity.areas.is_empty())
        || programme.events.iter().any(|event| !event.areas.is_empty())
}

pub(crate) fn by_area(context: &Context<'_>) -> Option<ByAreaPage> {
    let rows = context.programme.institution.areas.iter().enumerate();
    let rows = rows.map(|(index, area)| AreaRow {
        name: area.name.clone(),
        about: area.about.as_ref().map(RichText::marked),
        cells: (0..context.groups().len()).map(|group| cell(index, group, context)).collect(),
    });
    is_shown(context).then(|| ByAreaPage {
        groups: context.groups().iter().map(|group| group.name.clone()).collect(),
        rows: rows.filter(|row| row.cells.iter().any(|cell| !cell.entries.is_empty())).collect(),
    })
}

fn cell(area: usize, group: usize, context: &Context<'_>) -> AreaCell {
    let (programme, language) = (context.programme, &context.language);
    let planned = programme.planned();
    let planned = planned.filter(|activity| activity.areas.contains(&area) && activity.groups.contains(&group));
    let planned = planned.map(|activity| AreaEntry {
        title: activity.title.clone(),
        when: capital(&language.times_of(activity, context.year())),
    });
    let dated = programme.events.iter().filter(|event| {
        event.areas.contains(&area)
            && event.groups.contains(&group)
            && !event.is_cancelled()
            && context.year().contains(event.date)
    });
    let dated =
        dated.map(|event| AreaEntry { title: event.title.clone(), when: language.day(event.date).plain.clone() });
    let mut entries: Vec<AreaEntry> = planned.collect();
    for event in dated {
        // An event that carries out an activity stands for it.
        entries.retain(|entry| entry.title != event.title);
        entries.push(event);
    }
    let name = context.groups().get(group).map_or_else(String::new, |group| group.name.clone());
    AreaCell { group: name, entries }
}
