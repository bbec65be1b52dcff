//! A table with a column for each group: what there is for each subject or area of learning.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use serde::Serialize;

use crate::language::capital;
use crate::programme::format::Text;
use crate::programme::{Activity, Audience, Event, Group, MarkedText, RichText};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::parts::link::LinkTo;
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::to_confirm::with_certainty;

#[derive(Debug, Serialize)]
pub struct GroupTable {
    /// The key stages above the groups; empty if the table does not show them.
    pub stages: Vec<GroupTableStage>,
    /// The groups, with their pages for staff.
    pub groups: Vec<LinkTo>,
    pub rows: Vec<GroupTableRow>,
}

/// A key stage, and how many groups in a row are in it. Nameless for groups without one.
#[derive(Debug, Serialize)]
pub struct GroupTableStage {
    pub name: Option<String>,
    pub span: usize,
}

#[derive(Debug, Serialize)]
pub struct GroupTableRow {
    pub name: String,
    pub about: Option<MarkedText>,
    /// Whom to ask about it.
    pub contact: Option<PersonCard>,
    pub cells: Vec<GroupTableCell>,
}

#[derive(Debug, Serialize)]
pub struct GroupTableCell {
    pub group: LinkTo,
    pub entries: Vec<GroupTableEntry>,
    /// What to say if there are no entries, such as “Not taught”.
    pub state: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct GroupTableEntry {
    pub title: String,
    /// The event's page.
    pub address: Option<Address>,
    /// “Spring term”, or the day of an event.
    pub when: String,
}

/// The table of all groups. Rows that say nothing are left out.
pub(crate) fn group_table(rows: impl Iterator<Item = GroupTableRow>, context: &Context<'_>) -> GroupTable {
    GroupTable {
        stages: Vec::new(),
        groups: groups(context).collect(),
        rows: rows
            .filter(|row| row.cells.iter().any(|cell| !cell.entries.is_empty() || cell.state.is_some()))
            .collect(),
    }
}

/// A row, from what there is for the group with an index.
pub(crate) fn group_table_row(
    (name, about): (&str, Option<&RichText>),
    entries: impl Fn(usize) -> Vec<GroupTableEntry>,
    context: &Context<'_>,
) -> GroupTableRow {
    let cells = groups(context).enumerate();
    let cells = cells.map(|(index, group)| GroupTableCell { group, entries: entries(index), state: None });
    GroupTableRow { name: name.to_owned(), about: about.map(RichText::marked), contact: None, cells: cells.collect() }
}

/// The activities and the events of each row that has any.
pub(crate) type RowItems<'a, Row> = HashMap<Row, (Vec<&'a Activity>, Vec<&'a Event>)>;

/// The activities and events of the year by row. `rows_of` takes the areas and the subjects of each, and gives its rows.
pub(crate) fn row_items<'a, Row: Ord + Hash>(
    context: &Context<'a>,
    rows_of: impl Fn(&'a [usize], &'a [Text]) -> BTreeSet<Row>,
) -> RowItems<'a, Row> {
    let mut items = RowItems::new();
    for activity in context.programme.planned() {
        for row in rows_of(&activity.areas, &activity.subjects) {
            items.entry(row).or_default().0.push(activity);
        }
    }
    for event in context.programme.events_of_year() {
        for row in rows_of(&event.areas, &event.subjects) {
            items.entry(row).or_default().1.push(event);
        }
    }
    items
}

/// What there is in a row for a group. An activity that an event carries out links to the event.
pub(crate) fn entries<Row: Ord + Hash>(
    (row, items): (&Row, &RowItems<'_, Row>),
    group: usize,
    context: &Context<'_>,
) -> Vec<GroupTableEntry> {
    let language = &context.language;
    let Some((activities, events)) = items.get(row) else { return Vec::new() };
    let planned = activities.iter().filter(|activity| activity.groups.contains(&group)).copied();
    let planned: Vec<&Activity> =
        planned.filter(|activity| !context.activity_events.is_cancelled_for(activity, group)).collect();
    let of_event = |event: &Event| GroupTableEntry {
        title: event.title.clone(),
        address: Some(context.event_address(event)),
        when: with_certainty(language.day(event.next_day(context.today)).plain, event, context),
    };
    let entry = |activity: &&Activity| match context.activity_events.event_for(activity, group) {
        Some(event) => GroupTableEntry { title: activity.title.clone(), ..of_event(event) },
        None => GroupTableEntry {
            title: activity.title.clone(),
            address: None,
            when: capital(&language.times_of(activity, context.year())),
        },
    };
    let carried_out = context.activity_events.ids_of_events(&planned);
    let dated = events.iter().filter(|event| event.groups.contains(&group) && !carried_out.contains(event.id.as_str()));
    planned.iter().map(entry).chain(dated.map(|event| of_event(event))).collect()
}

fn groups<'a>(context: &'a Context<'_>) -> impl Iterator<Item = LinkTo> + 'a {
    let link = |group: &Group| LinkTo::new(context.group_address(Audience::Staff, group), group.name.clone());
    context.groups().iter().map(link)
}
