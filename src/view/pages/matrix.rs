//! The programme as a matrix of benchmarks, groups and terms, with its gaps.

use serde::Serialize;

use crate::framework::BenchmarkFacts;
use crate::programme::{Activity, Benchmark, Event, Status, When, criteria, serving};
use crate::view::context::Context;
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::provider_phases::{PhaseLine, phases};

#[derive(Debug, Serialize)]
pub struct MatrixPage {
    pub groups: Vec<String>,
    /// A row for each benchmark from 2 on: benchmark 1 is the programme itself.
    pub rows: Vec<MatrixRow>,
    pub gaps: Vec<Gap>,
    pub phases: Vec<PhaseLine>,
    pub framework: String,
}

/// A requirement of a benchmark for which nothing is planned.
#[derive(Debug, Serialize)]
pub struct Gap {
    pub number: u8,
    /// The benchmark's name in one to three words, in lower case.
    pub short: String,
    /// What is missing, in English.
    pub missing: String,
}

#[derive(Debug, Serialize)]
pub struct MatrixRow {
    pub benchmark: BenchmarkTag,
    pub cells: Vec<MatrixCell>,
}

#[derive(Debug, Serialize)]
pub struct MatrixCell {
    pub group: String,
    /// Activities and events by term. An empty cell is a gap.
    pub entries: Vec<MatrixEntry>,
}

#[derive(Debug, Serialize)]
pub struct MatrixEntry {
    /// “Autumn term”, or “All year”.
    pub term: String,
    pub title: String,
    pub proposed: bool,
}

pub(crate) fn matrix(context: &Context<'_>) -> MatrixPage {
    let rows = Benchmark::ALL.iter().skip(1).filter_map(|benchmark| {
        let tag = context.tags(&[*benchmark]).into_iter().next()?;
        let cells = (0..context.groups().len()).map(|group| cell(*benchmark, group, context));
        Some(MatrixRow { benchmark: tag, cells: cells.collect() })
    });
    MatrixPage {
        groups: context.groups().iter().map(|group| group.name.clone()).collect(),
        rows: rows.collect(),
        gaps: gaps(context),
        phases: phases(context),
        framework: context.framework().map_or_else(String::new, |framework| framework.name.clone()),
    }
}

/// The requirements of the benchmarks for which nothing is planned. An empty cell of the matrix isn't
/// always a gap: a workplace visit is required by age 16, not in every year.
pub(crate) fn gaps(context: &Context<'_>) -> Vec<Gap> {
    let statuses = criteria(context.programme, context.facts, context.today);
    let of_plan = statuses.iter().filter(|status| status.benchmark.number > 1);
    let missing = of_plan.flat_map(|status| {
        let shown = status.missing().filter(|shown| shown.id.is_of_plan());
        shown.filter_map(|shown| Some((status.benchmark, shown.missing.as_deref()?)))
    });
    let gap = |(benchmark, missing): (&BenchmarkFacts, &str)| Gap {
        number: benchmark.number,
        short: benchmark.short.to_lowercase(),
        missing: missing.to_owned(),
    };
    missing.map(gap).collect()
}

fn cell(benchmark: Benchmark, group: usize, context: &Context<'_>) -> MatrixCell {
    let (activities, events) = serving(benchmark, group, context.programme);
    let activities = activities.map(|activity| activity_entry(activity, context));
    let mut entries: Vec<_> = activities.chain(events.map(|event| event_entry(event, context))).collect();
    entries.sort_by(|(a, x), (b, y)| (a, &x.title).cmp(&(b, &y.title)));
    entries.dedup_by(|(_, a), (_, b)| a.title == b.title);
    let group = context.groups().get(group).map_or_else(String::new, |group| group.name.clone());
    MatrixCell { group, entries: entries.into_iter().map(|(_, entry)| entry).collect() }
}

/// An entry, and the index of its term to sort by.
fn activity_entry(activity: &Activity, context: &Context<'_>) -> (usize, MatrixEntry) {
    let entry = MatrixEntry {
        term: term_name(&activity.terms, context),
        title: activity.title.clone(),
        proposed: activity.status.value == Status::Proposed,
    };
    (order(&activity.terms, context), entry)
}

fn event_entry(event: &Event, context: &Context<'_>) -> (usize, MatrixEntry) {
    let terms = event.terms(context.year());
    let entry = MatrixEntry { term: term_name(&terms, context), title: event.title.clone(), proposed: false };
    (order(&terms, context), entry)
}

fn term_name(terms: &[usize], context: &Context<'_>) -> String {
    if terms.len() == context.year().terms.len() {
        return context.language.text("all_year").to_owned();
    }
    let terms: Vec<When> = terms.iter().map(|term| When::Term(*term)).collect();
    context.language.whens(&terms, context.year())
}

/// The index of the first term. Activities that run all year come last.
fn order(terms: &[usize], context: &Context<'_>) -> usize {
    let all_year = terms.len() == context.year().terms.len();
    if all_year { usize::MAX } else { terms.first().copied().unwrap_or(0) }
}
