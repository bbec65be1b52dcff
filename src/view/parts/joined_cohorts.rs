//! The intended, actual and sustained destinations of the same leavers next to each other, and the cohorts of several years.
//!
//! Takes only what `disclosure` publishes, so nothing suppressed can come back.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::disclosure::{DestinationFigures, PublishedLeavers};
use crate::programme::format::Percent;
use crate::programme::{Amount, Basis, Destinations, slug};
use crate::view::parts::cohort::{Cohort, basis_key, cohort};

/// How many years stand beside each other.
const YEARS: usize = 3;

/// The stages of a cohort, in the order of time.
const STAGES: [Basis; 3] = [Basis::Intended, Basis::Actual, Basis::Sustained];

/// The stages of the leavers of one year.
#[derive(Debug, Serialize)]
pub struct JoinedCohort {
    /// “Year 11 leavers, 2025”.
    pub title: String,
    pub stages: Vec<Cohort>,
    /// The heading of the column of each stage.
    pub headings: Vec<String>,
    pub rows: Vec<JoinedRow>,
    /// What changed most from each stage to the next, in a sentence.
    pub changes: Vec<String>,
}

/// The leavers of several years on one basis.
#[derive(Debug, Serialize)]
pub struct CohortYears {
    /// “Year 11 leavers, 2023 to 2025”.
    pub title: String,
    pub basis: String,
    /// The years, then what changed.
    pub headings: Vec<String>,
    pub rows: Vec<JoinedRow>,
}

#[derive(Debug, Serialize)]
pub struct JoinedRow {
    pub to: String,
    pub cells: Vec<JoinedCell>,
    /// “up from 44% to 47%”, where several years are compared.
    pub change: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct JoinedCell {
    /// “84 (47%)”, “about 6”, “not published” or “not counted”.
    pub words: String,
    pub percent: Option<Percent>,
}

/// The tables of the stages of the same leavers, by index, for those with more than one stage.
pub(crate) fn joined_tables(shown: &[DestinationFigures<'_>]) -> Vec<Vec<usize>> {
    let mut of_cohort: HashMap<(u32, String), Vec<usize>> = HashMap::new();
    for basis in STAGES {
        for (at, table) in shown.iter().enumerate().filter(|(_, table)| is_stage(table, basis)) {
            let known = of_cohort.entry(table.destinations.cohort_id()).or_default();
            // A second table of one stage stands by itself.
            let has_basis = known.iter().any(|other| shown.get(*other).is_some_and(|one| is_stage(one, basis)));
            known.extend((!has_basis).then_some(at));
        }
    }
    let mut joined: Vec<Vec<usize>> = of_cohort.into_values().filter(|stages| stages.len() > 1).collect();
    joined.sort_by_key(|stages| stages.iter().min().copied());
    joined
}

/// True for a table of all leavers on this basis. One with a title is about some of them, or about something else.
fn is_stage(table: &DestinationFigures<'_>, basis: Basis) -> bool {
    table.destinations.basis == basis && table.destinations.title.is_none()
}

pub(crate) fn joined(tables: &[&DestinationFigures<'_>], language: &Language) -> Option<JoinedCohort> {
    let first = tables.first()?.destinations;
    let published: Vec<ShownTable<'_>> = tables.iter().filter_map(|table| ShownTable::new(table)).collect();
    let names = row_names(&published);
    let rows = names.iter().map(|to| JoinedRow {
        to: to.written.to_owned(),
        cells: published.iter().map(|table| cell(table, to, language)).collect(),
        change: None,
    });
    let heading = |table: &ShownTable<'_>| language.text(stage_key(table.destinations.basis)).to_owned();
    let pairs = published.iter().zip(published.iter().skip(1));
    Some(JoinedCohort {
        title: message!(language, "leavers_of", who = first.who(), year = &first.year.to_string()),
        stages: tables.iter().map(|table| cohort(table, language)).collect(),
        headings: published.iter().map(heading).collect(),
        rows: rows.collect(),
        changes: pairs.filter_map(|(before, after)| largest_change(before, after, &names, language)).collect(),
    })
}

/// The years of the same leavers beside each other, on the basis that most of them have.
pub(crate) fn years(shown: &[DestinationFigures<'_>], language: &Language) -> Vec<CohortYears> {
    let mut of_leavers: HashMap<String, (usize, Vec<ShownTable<'_>>)> = HashMap::new();
    let shown = shown.iter().filter(|table| table.destinations.title.is_none());
    for (at, table) in shown.filter_map(ShownTable::new).enumerate() {
        let name = slug(table.destinations.who());
        of_leavers.entry(name).or_insert_with(|| (at, Vec::new())).1.push(table);
    }
    let mut in_order: Vec<(usize, Vec<ShownTable<'_>>)> = of_leavers.into_values().collect();
    in_order.sort_by_key(|(first, _)| *first);
    in_order.iter().filter_map(|(_, tables)| compared(tables, language)).collect()
}

fn compared(tables: &[ShownTable<'_>], language: &Language) -> Option<CohortYears> {
    let on = |basis: Basis| {
        let mut tables: Vec<&ShownTable<'_>> =
            tables.iter().filter(|table| table.destinations.basis == basis).collect();
        // The newest first; of two tables of a year, the first.
        tables.sort_by_key(|table| std::cmp::Reverse(table.destinations.year));
        tables.dedup_by_key(|table| table.destinations.year);
        tables.truncate(YEARS);
        tables.reverse();
        tables
    };
    // Where leavers were says more than what they intended.
    let bases = [Basis::Intended, Basis::Sustained, Basis::Actual].map(on);
    let tables = bases.into_iter().max_by_key(Vec::len).filter(|tables| tables.len() > 1)?;
    let (first, last) = (tables.first()?.destinations, tables.last()?.destinations);
    let names = row_names(tables.iter().copied());
    let rows = names.iter().map(|to| JoinedRow {
        to: to.written.to_owned(),
        cells: tables.iter().map(|table| share_cell(table, to, language)).collect(),
        change: tables.first().zip(tables.last()).and_then(|(before, after)| {
            let (before, after) = (share_of(before, to)?, share_of(after, to)?);
            let key = match before.cmp(&after) {
                std::cmp::Ordering::Less => "chart_rose",
                std::cmp::Ordering::Equal => {
                    return Some(message!(language, "chart_same", now = &language.percent(after)));
                }
                std::cmp::Ordering::Greater => "chart_fell",
            };
            Some(message!(language, key, before = &language.percent(before), now = &language.percent(after)))
        }),
    });
    let years = tables.iter().map(|table| table.destinations.year.to_string());
    Some(CohortYears {
        title: message!(
            language,
            "leavers_of_years",
            who = last.who(),
            first = &first.year.to_string(),
            last = &last.year.to_string()
        ),
        basis: language.text(basis_key(last.basis)).to_owned(),
        headings: years.collect(),
        rows: rows.collect(),
    })
}

fn stage_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Intended => "stage_intended",
        Basis::Sustained => "stage_sustained",
        Basis::Actual | Basis::Maintained | Basis::Participation => "stage_actual",
    }
}

/// What is published of a table, with its rows by what they are called.
struct ShownTable<'a> {
    destinations: &'a Destinations,
    published: &'a PublishedLeavers,
    rows: HashMap<String, usize>,
}

impl<'a> ShownTable<'a> {
    /// `None` for a table that is not shown.
    fn new(table: &'a DestinationFigures<'_>) -> Option<Self> {
        let published = table.figures.as_ref().ok()?;
        let mut rows = HashMap::new();
        for (at, row) in table.destinations.destinations.iter().enumerate() {
            rows.entry(slug(&row.to)).or_insert(at);
        }
        Some(Self { destinations: table.destinations, published, rows })
    }

    /// The number of a destination in the file, and its place there. `None` if the table does not have it.
    fn row(&self, to: &RowName<'_>) -> Option<(&'a Amount, usize)> {
        let at = *self.rows.get(&to.slug)?;
        Some((&self.destinations.destinations.get(at)?.number, at))
    }
}

/// A destination, as it is written and as it is compared.
struct RowName<'a> {
    written: &'a str,
    slug: String,
}

/// The destinations of all tables, each once, in their order.
fn row_names<'a>(tables: impl IntoIterator<Item = &'a ShownTable<'a>>) -> Vec<RowName<'a>> {
    let mut seen = HashSet::new();
    let rows = tables.into_iter().flat_map(|table| &table.destinations.destinations);
    let names = rows.map(|row| RowName { written: &row.to, slug: slug(&row.to) });
    names.filter(|name| seen.insert(name.slug.clone())).collect()
}

fn share_of(table: &ShownTable<'_>, to: &RowName<'_>) -> Option<Percent> {
    let (_, at) = table.row(to)?;
    table.published.shares.get(at).copied().flatten()
}

fn cell(table: &ShownTable<'_>, to: &RowName<'_>, language: &Language) -> JoinedCell {
    let Some((amount, at)) = table.row(to) else {
        return JoinedCell { words: language.text("not_counted").to_owned(), percent: None };
    };
    let published = table.published;
    let percent = published.shares.get(at).copied().flatten();
    let words = match (amount, percent) {
        (Amount::Words(words), _) => words.clone(),
        (Amount::Count(count), Some(share)) if !published.is_in_shares => {
            message!(language, "number_and_share", number = &count.to_string(), share = &language.percent(share))
        }
        (Amount::Count(count), None)
            if published.people.is_none()
                && !published.is_in_shares
                && published.suppressed.get(at) == Some(&false) =>
        {
            count.to_string()
        }
        (_, Some(share)) => language.percent(share),
        (_, None) => language.text("withheld").to_owned(),
    };
    JoinedCell { words, percent }
}

fn share_cell(table: &ShownTable<'_>, to: &RowName<'_>, language: &Language) -> JoinedCell {
    match share_of(table, to) {
        Some(share) => JoinedCell { words: language.percent(share), percent: Some(share) },
        None => cell(table, to, language),
    }
}

/// “From plan to autumn, the largest change: Sixth form, down from 53% to 47%.”
fn largest_change(
    before: &ShownTable<'_>,
    after: &ShownTable<'_>,
    names: &[RowName<'_>],
    language: &Language,
) -> Option<String> {
    let both = names.iter().filter_map(|to| Some((to, share_of(before, to)?, share_of(after, to)?)));
    let size = |(_, before, after): &(&RowName<'_>, Percent, Percent)| (before.number() - after.number()).abs();
    // Of two that changed as much, the first.
    let (to, was, is) = both.min_by(|one, other| size(other).total_cmp(&size(one)))?;
    let key = match was.cmp(&is) {
        std::cmp::Ordering::Less => "chart_rose",
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => "chart_fell",
    };
    let change = message!(language, key, before = &language.percent(was), now = &language.percent(is));
    let key = if after.destinations.basis == Basis::Sustained { "change_to_sustained" } else { "change_to_actual" };
    Some(message!(language, key, what = to.written, change = &change))
}
