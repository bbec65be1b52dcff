//! The links between subjects and careers, by group.

use serde::Serialize;

use crate::language::capital;
use crate::programme::{Activity, Champion, Event, TaughtSubject, slug};
use crate::view::context::Context;
use crate::view::parts::group_table::{
    GroupTable, GroupTableCell, GroupTableEntry, GroupTableRow, group_table, group_table_row,
};
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::to_confirm::with_certainty;

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
    let listed = &context.programme.institution.subjects;
    let others = context.programme.unlisted_subjects();
    let rows = listed.iter().filter(|subject| !subject.groups.is_empty()).map(|subject| row_of(subject, context));
    let others =
        others.values().map(|(name, _)| group_table_row((name, None), |group| entries(name, group, context), context));
    is_shown(context).then(|| SubjectsPage { table: group_table(rows.chain(others), context) })
}

fn row_of(subject: &TaughtSubject, context: &Context<'_>) -> GroupTableRow {
    let name = &subject.name.value;
    let row = group_table_row((name, None), |group| entries(name, group, context), context);
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

/// What there is for a subject and a group. An activity that an event carries out links to the event.
fn entries(subject: &str, group: usize, context: &Context<'_>) -> Vec<GroupTableEntry> {
    let (programme, language) = (context.programme, &context.language);
    let subject = slug(subject);
    let names_it = |subjects: &[String]| subjects.iter().any(|name| slug(name) == subject);
    let planned = programme.planned();
    let planned: Vec<_> =
        planned.filter(|activity| activity.groups.contains(&group) && names_it(&activity.subjects)).collect();
    let of_event = |event: &Event| GroupTableEntry {
        title: event.title.clone(),
        address: Some(context.event_address(event)),
        when: with_certainty(language.day(event.next_day(context.today)).plain, event, context),
    };
    let entry = |activity: &&Activity| {
        let events = context.activity_events.events_of(activity);
        match events.iter().find(|event| event.groups.contains(&group)) {
            Some(event) => GroupTableEntry { title: activity.title.clone(), ..of_event(event) },
            None => GroupTableEntry {
                title: activity.title.clone(),
                address: None,
                when: capital(&language.times_of(activity, context.year())),
            },
        }
    };
    let dated = programme.events_of_year().filter(|event| {
        let is_shown = context.activity_events.is_one_of(event, &planned);
        event.groups.contains(&group) && names_it(&event.subjects) && !is_shown
    });
    planned.iter().map(entry).chain(dated.map(of_event)).collect()
}
