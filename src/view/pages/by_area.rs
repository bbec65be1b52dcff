//! The programme by area of learning: a second axis next to the benchmarks.

use serde::Serialize;

use crate::language::capital;
use crate::view::context::Context;
use crate::view::parts::group_table::{GroupTable, GroupTableEntry, group_table, group_table_row};
use crate::view::parts::to_confirm::with_certainty;

#[derive(Debug, Serialize)]
pub struct ByAreaPage {
    pub table: GroupTable,
}

/// True if an activity or an event names an area.
pub(crate) fn is_shown(context: &Context<'_>) -> bool {
    let programme = context.programme;
    programme.planned().any(|activity| !activity.areas.is_empty())
        || programme.events.iter().any(|event| !event.areas.is_empty())
}

pub(crate) fn by_area(context: &Context<'_>) -> Option<ByAreaPage> {
    let rows = context.programme.institution.areas.iter().enumerate().map(|(index, area)| {
        group_table_row((&area.name, area.about.as_ref()), |group| entries(index, group, context), context)
    });
    is_shown(context).then(|| ByAreaPage { table: group_table(rows, context) })
}

fn entries(area: usize, group: usize, context: &Context<'_>) -> Vec<GroupTableEntry> {
    let (programme, language) = (context.programme, &context.language);
    let planned = programme.planned();
    let planned = planned.filter(|activity| activity.areas.contains(&area) && activity.groups.contains(&group));
    let planned = planned.map(|activity| GroupTableEntry {
        title: activity.title.clone(),
        address: None,
        when: capital(&language.times_of(activity, context.year())),
    });
    let dated = programme.events.iter().filter(|event| {
        event.areas.contains(&area)
            && event.groups.contains(&group)
            && !event.is_cancelled()
            && context.year().contains(event.date)
    });
    let dated = dated.map(|event| GroupTableEntry {
        title: event.title.clone(),
        address: Some(context.event_address(event)),
        when: with_certainty(language.day(event.date).plain, event, context),
    });
    let mut entries: Vec<GroupTableEntry> = planned.collect();
    for event in dated {
        // An event that carries out an activity stands for it.
        entries.retain(|entry| entry.title != event.title);
        entries.push(event);
    }
    entries
}
