//! A table with a column for each group: what there is for each subject or area of learning.

use serde::Serialize;

use crate::programme::{Audience, Group, MarkedText, RichText};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::parts::link::LinkTo;
use crate::view::parts::person_card::PersonCard;

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

fn groups<'a>(context: &'a Context<'_>) -> impl Iterator<Item = LinkTo> + 'a {
    let link = |group: &Group| LinkTo::new(context.group_address(Audience::Staff, group), group.name.clone());
    context.groups().iter().map(link)
}
