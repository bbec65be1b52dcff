//! The programme as a matrix of benchmarks, groups and terms.

use serde::Serialize;

use crate::programme::{Activity, Benchmark, Event, Group, Status, When, serving};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::provider_phases::{PhaseLine, phases};
use crate::view::parts::workplace_hours::{WorkplaceSection, sections};

#[derive(Debug, Serialize)]
pub struct MatrixPage {
    pub groups: Vec<GroupColumn>,
    /// A row for each benchmark from 2 on: benchmark 1 is the programme itself.
    pub rows: Vec<MatrixRow>,
    pub phases: Vec<PhaseLine>,
    /// Time in workplaces, with what is missing. Empty if no hours are given.
    pub workplaces: Vec<WorkplaceSection>,
    pub framework: String,
}

#[derive(Debug, Serialize)]
pub struct GroupColumn {
    pub name: String,
    /// The number of its year, if it is one year.
    pub year: Option<u8>,
}

#[derive(Debug, Serialize)]
pub struct MatrixRow {
    pub benchmark: BenchmarkTag,
    pub cells: Vec<MatrixCell>,
}

#[derive(Debug, Serialize)]
pub struct MatrixCell {
    pub group: String,
    /// Activities and events by term.
    pub entries: Vec<MatrixEntry>,
}

#[derive(Debug, Serialize)]
pub struct MatrixEntry {
    /// “Autumn term”, “All year” or “date to come”.
    pub term: String,
    pub title: String,
    pub proposed: bool,
    /// The page of the event, if it is one.
    pub address: Option<Address>,
}

pub(crate) fn matrix(context: &Context<'_>) -> MatrixPage {
    let rows = Benchmark::ALL.iter().skip(1).filter_map(|benchmark| {
        let tag = context.tags(&[*benchmark]).into_iter().next()?;
        let cells = (0..context.groups().len()).map(|group| cell(*benchmark, group, context));
        Some(MatrixRow { benchmark: tag, cells: cells.collect() })
    });
    MatrixPage {
        groups: context.groups().iter().map(column).collect(),
        rows: rows.collect(),
        phases: phases(context),
        workplaces: if context.workplaces.has_hours() { sections(context) } else { Vec::new() },
        framework: context.framework().map_or_else(String::new, |framework| framework.name.clone()),
    }
}

fn column(group: &Group) -> GroupColumn {
    let year = if let [year] = group.years.as_slice() { Some(*year) } else { None };
    GroupColumn { name: group.name.clone(), year }
}

fn cell(benchmark: Benchmark, group: usize, context: &Context<'_>) -> MatrixCell {
    let (activities, events) = serving(benchmark, group, context.programme);
    let activities: Vec<&Activity> =
        activities.filter(|activity| !context.activity_events.is_cancelled_for(activity, group)).collect();
    let carried_out = context.activity_events.ids_of_events(&activities);
    let events = events.filter(|event| !carried_out.contains(event.id.as_str()));
    let activities = activities.iter().map(|activity| activity_entry(activity, group, context));
    let mut entries: Vec<_> = activities.chain(events.map(|event| event_entry(event, context))).collect();
    entries.sort_by(|(a, x), (b, y)| (a, &x.title).cmp(&(b, &y.title)));
    // The same talk may be in autumn and in spring.
    entries.dedup_by(|(one, a), (other, b)| one == other && a.title == b.title);
    let group = context.groups().get(group).map_or_else(String::new, |group| group.name.clone());
    MatrixCell { group, entries: entries.into_iter().map(|(_, entry)| entry).collect() }
}

/// An entry, and the index of its first term to sort by. What runs all year or has no date yet comes last.
fn activity_entry(activity: &Activity, group: usize, context: &Context<'_>) -> (usize, MatrixEntry) {
    let year = context.year();
    let (order, term) = if activity.is_undated() {
        (usize::MAX, context.language.text("date_to_come").to_owned())
    } else if activity.runs_all_year(year) {
        (usize::MAX, context.language.text("all_year").to_owned())
    } else if let Some(first) = activity.terms.first() {
        (*first, term_names(&activity.terms, context))
    } else {
        (0, context.language.times_of(activity, year))
    };
    let proposed = activity.status.value == Status::Proposed;
    let event = context.activity_events.event_for(activity, group);
    let address = event.map(|event| context.event_address(event));
    (order, MatrixEntry { term, title: activity.title.clone(), proposed, address })
}

fn event_entry(event: &Event, context: &Context<'_>) -> (usize, MatrixEntry) {
    let terms = event.terms(context.year());
    let (order, term) = match terms.first() {
        None => (0, context.language.when(When::Month(event.date.first_of_month()), context.year())),
        Some(_) if terms.len() == context.year().terms.len() => {
            (usize::MAX, context.language.text("all_year").to_owned())
        }
        Some(first) => (*first, term_names(&terms, context)),
    };
    (
        order,
        MatrixEntry { term, title: event.title.clone(), proposed: false, address: Some(context.event_address(event)) },
    )
}

fn term_names(terms: &[usize], context: &Context<'_>) -> String {
    let terms: Vec<When> = terms.iter().map(|term| When::Term(*term)).collect();
    context.language.whens(&terms, context.year())
}
