//! Where leavers went, by cohort. Small numbers are suppressed.

use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::disclosure::{self, DestinationFigures};
use crate::programme::{Amount, Basis, LeaverCount};
use crate::view::context::Context;
use crate::view::format::share;

#[derive(Debug, Serialize)]
pub struct DestinationsPage {
    pub cohorts: Vec<Cohort>,
}

#[derive(Debug, Serialize)]
pub struct Cohort {
    /// “Year 11 leavers, 2025”.
    pub title: String,
    /// What the figures are based on, in a sentence.
    pub basis: String,
    pub source: String,
    pub link: Option<String>,
    pub number: String,
    /// The destinations; empty if there were too few leavers.
    pub rows: Vec<DestinationRow>,
    pub note: Option<String>,
    /// True if some figures are suppressed.
    pub suppressed: bool,
}

#[derive(Debug, Serialize)]
pub struct DestinationRow {
    pub to: String,
    /// The number, or the school's words.
    pub number: String,
    /// The share of all leavers, as a whole percentage, if it may be published.
    pub percent: Option<u64>,
}

pub(crate) fn destinations(context: &Context<'_>) -> Option<DestinationsPage> {
    let cohorts: Vec<Cohort> =
        disclosure::destinations(context.programme).iter().map(|shown| cohort(shown, &context.language)).collect();
    (!cohorts.is_empty()).then_some(DestinationsPage { cohorts })
}

fn cohort(shown: &DestinationFigures<'_>, language: &Language) -> Cohort {
    let (number, rows, suppressed) = match &shown.figures {
        Err(_) => (language.text("too_few").to_owned(), Vec::new(), true),
        Ok((leavers, hidden)) => {
            let rows = shown.destinations.destinations.iter().zip(hidden);
            let rows = rows.map(|(row, hidden)| destination(row, *leavers, *hidden, language)).collect();
            (leavers.to_string(), rows, hidden.contains(&true))
        }
    };
    let basis = match shown.destinations.basis {
        Basis::Intended => "basis_intended",
        Basis::Actual => "basis_actual",
        Basis::Sustained => "basis_sustained",
    };
    Cohort {
        title: message!(
            language,
            "leavers_of",
            who = &shown.destinations.leavers,
            year = &shown.destinations.year.to_string()
        ),
        basis: language.text(basis).to_owned(),
        source: shown.destinations.source.clone(),
        link: shown.destinations.link.as_ref().map(|link| link.as_str().to_owned()),
        number,
        rows,
        note: shown.destinations.note.clone(),
        suppressed,
    }
}

/// A row. Words that the school wrote in place of a number stay as they are.
fn destination(row: &LeaverCount, leavers: u32, hidden: bool, language: &Language) -> DestinationRow {
    let (number, percent) = match &row.number {
        Amount::Words(words) => (words.clone(), None),
        _ if hidden => (language.text("too_few").to_owned(), None),
        Amount::Count(count) => (count.to_string(), Some(share((*count).into(), leavers.into()))),
        Amount::Percent(percent) => (message!(language, "percent", number = percent), None),
    };
    DestinationRow { to: row.to.clone(), number, percent }
}
