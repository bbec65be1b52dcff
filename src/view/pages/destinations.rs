//! Where leavers went, by cohort. Small numbers are suppressed.

use std::collections::HashSet;

use serde::Serialize;

use crate::programme::FiguresPage;
use crate::view::context::Context;
use crate::view::parts::cohort::{Cohort, cohort};
use crate::view::parts::figures::{self, FiguresTable};
use crate::view::parts::joined_cohorts::{self, CohortYears, JoinedCohort};

#[derive(Debug, Serialize)]
pub struct DestinationsPage {
    /// The intended, actual and sustained destinations of the same leavers, next to each other.
    pub joined: Vec<JoinedCohort>,
    /// The leavers of several years beside each other.
    pub years: Vec<CohortYears>,
    /// The tables that stand by themselves.
    pub cohorts: Vec<Cohort>,
    /// Further tables.
    pub tables: Vec<FiguresTable>,
}

/// True if there is something to show, and the school publishes its results.
pub(crate) fn is_shown(context: &Context<'_>) -> bool {
    let programme = context.programme;
    let has_table = programme.figures.iter().any(|table| table.page == Some(FiguresPage::Destinations));
    (has_table || !programme.destinations.is_empty()) && context.shows_results()
}

pub(crate) fn destinations(context: &Context<'_>) -> Option<DestinationsPage> {
    let language = &context.language;
    let shown = &context.figures.destinations;
    let stages = joined_cohorts::joined_tables(shown);
    let tables = |stages: &Vec<usize>| stages.iter().filter_map(|at| shown.get(*at)).collect::<Vec<_>>();
    let joined: HashSet<&usize> = stages.iter().flatten().collect();
    let alone = shown.iter().enumerate().filter(|(at, _)| !joined.contains(at));
    Some(DestinationsPage {
        joined: stages.iter().filter_map(|stages| joined_cohorts::joined(&tables(stages), language)).collect(),
        years: joined_cohorts::years(shown, language),
        cohorts: alone.map(|(_, shown)| cohort(shown, language)).collect(),
        tables: figures::figures_of(FiguresPage::Destinations, context),
    })
    .filter(|_| is_shown(context))
}

/// Each table of destinations by itself, for data.
pub(crate) fn cohorts(context: &Context<'_>) -> Vec<Cohort> {
    context
        .figures
        .destinations
        .iter()
        .filter(|_| is_shown(context))
        .map(|shown| cohort(shown, &context.language))
        .collect()
}
