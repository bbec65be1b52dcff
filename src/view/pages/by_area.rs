//! The programme by area of learning: a second axis next to the benchmarks.

use serde::Serialize;

use crate::view::context::Context;
use crate::view::parts::group_table::{GroupTable, entries, group_table, group_table_row, row_items};

#[derive(Debug, Serialize)]
pub struct ByAreaPage {
    pub table: GroupTable,
}

/// True if an activity or an event of the year names an area.
pub(crate) fn is_shown(context: &Context<'_>) -> bool {
    let programme = context.programme;
    programme.planned().any(|activity| !activity.areas.is_empty())
        || programme.events_of_year().any(|event| !event.areas.is_empty())
}

pub(crate) fn by_area(context: &Context<'_>) -> Option<ByAreaPage> {
    let items = row_items(context, |areas, _| areas.iter().copied().collect());
    let rows = context.programme.institution.areas.iter().enumerate().map(|(index, area)| {
        group_table_row((&area.name, area.about.as_ref()), |group| entries((&index, &items), group, context), context)
    });
    is_shown(context).then(|| ByAreaPage { table: group_table(rows, context) })
}
