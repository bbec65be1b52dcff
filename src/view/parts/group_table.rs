//! A table with a column for each group: what there is for each subject or area of learning.

use serde::Serialize;

use crate::language::capital;
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

/// What there is in a row for a group. `is_in_row` takes the areas and the subjects of an activity or an event. An activity that
/// an event carries out links to the event.
pub(crate) fn entries(
    is_in_row: impl Fn(&[usize], &[String]) -> bool,
    group: usize,
    context: &Context<'_>,
) -> Vec<GroupTableEntry> {
    let (programme, language) = (context.programme, &context.language);
    let takes_place = |activity: &&Activity| !context.activity_events.is_cancelled_for(activity, group);
    let planned = programme.planned().filter(takes_place).filter(|activity| activity.groups.contains(&group));
    let planned: Vec<&Activity> = planned.filter(|activity| is_in_row(&activity.areas, &activity.subjects)).collect();
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
    let dated = programme.events_of_year().filter(|event| {
        let is_shown = context.activity_events.is_one_of(event, &planned);
        event.groups.contains(&group) && is_in_row(&event.areas, &event.subjects) && !is_shown
    });
    planned.iter().map(entry).chain(dated.map(of_event)).collect()
}

fn groups<'a>(context: &'a Context<'_>) -> impl Iterator<Item = LinkTo> + 'a {
    let link = |group: &Group| LinkTo::new(context.group_address(Audience::Staff, group), group.name.clone());
    context.groups().iter().map(link)
}
