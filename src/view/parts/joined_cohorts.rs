//! The intended, actual and sustained destinations of the same leavers next to each other, and the cohorts of several years.
//!
//! Takes only what `disclosure` publishes, so nothing suppressed can come back.

use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::disclosure::{DestinationFigures, PublishedLeavers};
use crate::programme::format::Percent;
use crate::programme::{Amount, Basis, slug};
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
    let mut joined: Vec<Vec<usize>> = Vec::new();
    for basis in STAGES {
        for (at, table) in shown.iter().enumerate().filter(|(_, table)| is_stage(table, basis)) {
            let same = joined.iter_mut().find(|known| {
                let first = known.first().and_then(|first| shown.get(*first));
                first.is_some_and(|first| are_same(first, table))
            });
            match same {
                // A second table of one stage stands by itself.
                Some(known) => {
                    let has_basis = known.iter().any(|other| shown.get(*other).is_some_and(|one| is_stage(one, basis)));
                    known.extend((!has_basis).then_some(at));
                }
                None => joined.push(vec![at]),
            }
        }
    }
    joined.retain(|stages| stages.len() > 1);
    joined.sort_by_key(|stages| stages.iter().min().copied());
    joined
}

/// True for a table of all leavers on this basis. One with a title is about some of them, or about something else.
fn is_stage(table: &DestinationFigures<'_>, basis: Basis) -> bool {
    table.destinations.basis == basis && table.destinations.title.is_none()
}

fn are_same(one: &DestinationFigures<'_>, other: &DestinationFigures<'_>) -> bool {
    one.destinations.year == other.destinations.year && slug(one.destinations.who()) == slug(other.destinations.who())
}

pub(crate) fn joined(tables: &[&DestinationFigures<'_>], language: &Language) -> Option<JoinedCohort> {
    let first = tables.first()?.destinations;
    let published: Vec<&DestinationFigures<'_>> =
        tables.iter().copied().filter(|table| table.figures.is_ok()).collect();
    let names = row_names(&published);
    let rows = names.iter().map(|to| JoinedRow {
        to: to.clone(),
        cells: published.iter().map(|table| cell(table, to, language)).collect(),
        change: None,
    });
    let heading = |table: &&DestinationFigures<'_>| language.text(stage_key(table.destinations.basis)).to_owned();
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
    let mut of_leavers: Vec<(String, Vec<&DestinationFigures<'_>>)> = Vec::new();
    for table in shown.iter().filter(|table| table.figures.is_ok() && table.destinations.title.is_none()) {
        let name = slug(table.destinations.who());
        match of_leavers.iter_mut().find(|(known, _)| *known == name) {
            Some((_, tables)) => tables.push(table),
            None => of_leavers.push((name, vec![table])),
        }
    }
    of_leavers.into_iter().filter_map(|(_, tables)| compared(&tables, language)).collect()
}

fn compared(tables: &[&DestinationFigures<'_>], language: &Language) -> Option<CohortYears> {
    let on = |basis: Basis| {
        let mut tables: Vec<&DestinationFigures<'_>> =
            tables.iter().copied().filter(|table| table.destinations.basis == basis).collect();
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
    let names = row_names(&tables);
    let share = |table: &DestinationFigures<'_>, to: &str| share_of(table, to);
    let rows = names.iter().map(|to| JoinedRow {
        to: to.clone(),
        cells: tables.iter().map(|table| share_cell(table, to, language)).collect(),
        change: tables.first().zip(tables.last()).and_then(|(before, after)| {
            let (before, after) = (share(before, to)?, share(after, to)?);
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

/// The destinations of all tables, each once, in their order.
fn row_names(tables: &[&DestinationFigures<'_>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for row in tables.iter().flat_map(|table| &table.destinations.destinations) {
        if !names.iter().any(|name| slug(name) == slug(&row.to)) {
            names.push(row.to.clone());
        }
    }
    names
}

/// What is published of a destination: its number in the file, and its place in the figures.
fn row_of<'a>(table: &'a DestinationFigures<'_>, to: &str) -> Option<(&'a Amount, &'a PublishedLeavers, usize)> {
    let mut rows = table.destinations.destinations.iter().enumerate();
    let (at, row) = rows.find(|(_, row)| slug(&row.to) == slug(to))?;
    Some((&row.number, table.figures.as_ref().ok()?, at))
}

fn share_of(table: &DestinationFigures<'_>, to: &str) -> Option<Percent> {
    let (_, published, at) = row_of(table, to)?;
    published.shares.get(at).copied().flatten()
}

fn cell(table: &DestinationFigures<'_>, to: &str, language: &Language) -> JoinedCell {
    let Some((amount, published, at)) = row_of(table, to) else {
        return JoinedCell { words: language.text("not_counted").to_owned(), percent: None };
    };
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

fn share_cell(table: &DestinationFigures<'_>, to: &str, language: &Language) -> JoinedCell {
    match (share_of(table, to), row_of(table, to)) {
        (Some(share), _) => JoinedCell { words: language.percent(share), percent: Some(share) },
        (None, None) => JoinedCell { words: language.text("not_counted").to_owned(), percent: None },
        (None, Some(_)) => cell(table, to, language),
    }
}

/// “From plan to autumn, the largest change: Sixth form, down from 53% to 47%.”
fn largest_change(
    before: &DestinationFigures<'_>,
    after: &DestinationFigures<'_>,
    names: &[String],
    language: &Language,
) -> Option<String> {
    let both = names.iter().filter_map(|to| Some((to, share_of(before, to)?, share_of(after, to)?)));
    let size = |(_, before, after): &(&String, Percent, Percent)| (before.number() - after.number()).abs();
    // Of two that changed as much, the first.
    let (to, was, is) = both.min_by(|one, other| size(other).total_cmp(&size(one)))?;
    let key = match was.cmp(&is) {
        std::cmp::Ordering::Less => "chart_rose",
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => "chart_fell",
    };
    let change = message!(language, key, before = &language.percent(was), now = &language.percent(is));
    let key = if after.destinations.basis == Basis::Sustained { "change_to_sustained" } else { "change_to_actual" };
    Some(message!(language, key, what = to, change = &change))
}
