//! The links between subjects and careers, by group.

use serde::Serialize;

use crate::programme::{Champion, TaughtSubject, slug};
use crate::view::context::Context;
use crate::view::parts::group_table::{
    GroupTable, GroupTableCell, GroupTableRow, RowItems, entries, group_table, group_table_row, row_items,
};
use crate::view::parts::person_card::PersonCard;

#[derive(Debug, Serialize)]
pub struct SubjectsPage {
    pub table: GroupTable,
}

/// True if an activity or an event of the year names a subject.
pub(crate) fn is_shown(context: &Context<'_>) -> bool {
    let programme = context.programme;
    programme.planned().any(|activity| !activity.subjects.is_empty())
        || programme.events_of_year().any(|event| !event.subjects.is_empty())
}

/// Subjects and careers: those of school.yaml, then others that activities and events name.
pub(crate) fn subjects(context: &Context<'_>) -> Option<SubjectsPage> {
    let items = row_items(context, |_, subjects| subjects.iter().map(|subject| slug(subject)).collect());
    let listed = &context.programme.institution.subjects;
    let others = context.programme.unlisted_subjects();
    let rows =
        listed.iter().filter(|subject| !subject.groups.is_empty()).map(|subject| row_of(subject, &items, context));
    let others = others.iter().map(|(slug, (name, _))| {
        group_table_row((name, None), |group| entries((slug, &items), group, context), context)
    });
    is_shown(context).then(|| SubjectsPage { table: group_table(rows.chain(others), context) })
}

fn row_of(subject: &TaughtSubject, items: &RowItems<'_, String>, context: &Context<'_>) -> GroupTableRow {
    let name = &subject.name.value;
    let slug = slug(name);
    let row = group_table_row((name, None), |group| entries((&slug, items), group, context), context);
    let cells = row.cells.into_iter().enumerate().map(|(group, cell)| {
        let state = if subject.groups.contains(&group) { "nothing_yet" } else { "not_taught" };
        let state = cell.entries.is_empty().then(|| context.language.text(state).to_owned());
        GroupTableCell { state, ..cell }
    });
    let contact = subject.champion.as_ref().and_then(|champion| contact(champion, context));
    GroupTableRow { cells: cells.collect(), contact, ..row }
}

fn contact(champion: &Champion, context: &Context<'_>) -> Option<PersonCard> {
    match champion {
        Champion::Person(index) => {
            context.programme.team.everybody().nth(*index).map(|person| PersonCard::new(person, context))
        }
        Champion::Shared(role) => Some(PersonCard::of_name(context.language.role(*role))),
        Champion::InWords(words) => Some(PersonCard::of_name(words.clone())),
    }
}
