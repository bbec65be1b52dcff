//! Where leavers went, by cohort. Small numbers are suppressed.

use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::disclosure::{self, DestinationFigures, SuppressionReason};
use crate::programme::format::Percent;
use crate::programme::{Amount, Basis, FiguresPage, LeaverCount, MarkedText, RichText};
use crate::view::context::Context;
use crate::view::parts::figures::{self, FiguresTable, StatedFigure};
use crate::view::parts::most_common;

#[derive(Debug, Serialize)]
pub struct DestinationsPage {
    pub cohorts: Vec<Cohort>,
    /// Further tables.
    pub tables: Vec<FiguresTable>,
}

#[derive(Debug, Serialize)]
pub struct Cohort {
    /// “Year 11 leavers, 2025”.
    pub title: String,
    /// What the figures are based on, in a sentence.
    pub basis: String,
    pub source: String,
    pub link: Option<String>,
    /// How many left; `None` if it is not stated or suppressed.
    pub number: Option<u32>,
    /// “182”, “not stated” or “not published”.
    pub number_words: String,
    /// True if the rows have numbers, and not only shares.
    pub has_numbers: bool,
    /// True if the rows have shares.
    pub has_shares: bool,
    /// Why no figures are published, in a sentence, if none are.
    pub suppressed_why: Option<String>,
    /// Figures that the school states.
    pub stated: Vec<StatedFigure>,
    /// “Most common: Sixth form (62%)”.
    pub largest: Option<String>,
    /// The destinations; empty if all are suppressed.
    pub rows: Vec<DestinationRow>,
    pub note: Option<MarkedText>,
    /// True if some figures are suppressed.
    pub suppressed: bool,
}

#[derive(Debug, Serialize)]
pub struct DestinationRow {
    pub to: String,
    /// The number, or the school's words; empty if only the share is stated.
    pub number: String,
    /// The share of all leavers, if it may be published.
    pub percent: Option<Percent>,
}

/// True if there is something to show, and the school publishes its results.
pub(crate) fn is_shown(context: &Context<'_>) -> bool {
    let programme = context.programme;
    let has_table = programme.figures.iter().any(|table| table.page == Some(FiguresPage::Destinations));
    (has_table || !programme.destinations.is_empty()) && context.shows_results()
}

pub(crate) fn destinations(context: &Context<'_>) -> Option<DestinationsPage> {
    let cohorts: Vec<Cohort> =
        disclosure::destinations(context.programme).iter().map(|shown| cohort(shown, &context.language)).collect();
    let tables = figures::figures_of(FiguresPage::Destinations, context);
    is_shown(context).then_some(DestinationsPage { cohorts, tables })
}

fn cohort(shown: &DestinationFigures<'_>, language: &Language) -> Cohort {
    let destinations = shown.destinations;
    let (number, rows, suppressed): (Option<u32>, Vec<DestinationRow>, bool) = match &shown.figures {
        Err(_) => (None, Vec::new(), false),
        Ok((leavers, hidden)) => {
            let rows = destinations.destinations.iter().zip(hidden);
            let rows = rows.map(|(row, hidden)| destination(row, *leavers, *hidden, language)).collect();
            (*leavers, rows, hidden.contains(&true))
        }
    };
    let number_words = match (&shown.figures, number) {
        (_, Some(number)) => number.to_string(),
        (Err(_), _) => language.text("withheld").to_owned(),
        (Ok(_), None) => language.text("not_stated").to_owned(),
    };
    let suppressed_why = shown.figures.as_ref().err().map(|reason| match reason {
        SuppressionReason::TooFew => language.text("withheld_small").to_owned(),
        SuppressionReason::Overlap => language.text("withheld_overlap").to_owned(),
    });
    let shares: Vec<_> = rows.iter().map(|row| (row.to.as_str(), row.percent)).collect();
    let years = destinations.year.to_string();
    let title = message!(language, "leavers_of", who = &destinations.leavers, year = &years);
    let basis = match shown.destinations.basis {
        Basis::Intended => "basis_intended",
        Basis::Actual => "basis_actual",
        Basis::Sustained => "basis_sustained",
        Basis::Maintained => "basis_maintained",
        Basis::Participation => "basis_participation",
    };
    Cohort {
        title: match &destinations.title {
            Some(table) => message!(language, "table_of", who = &title, table = table),
            None => title,
        },
        basis: language.text(basis).to_owned(),
        source: shown.destinations.source.clone(),
        link: shown.destinations.link.as_ref().map(|link| link.as_str().to_owned()),
        number,
        number_words,
        has_numbers: rows.iter().any(|row| row.percent.is_none() || !row.number.is_empty()),
        has_shares: rows.iter().any(|row| row.percent.is_some()),
        suppressed_why,
        stated: figures::stated(destinations.stated.as_ref()),
        largest: most_common::title(&shares, true, language),
        rows,
        note: shown.destinations.note.as_ref().map(RichText::marked),
        suppressed,
    }
}

/// A row. Words that the school wrote in place of a number stay as they are.
fn destination(row: &LeaverCount, leavers: Option<u32>, hidden: bool, language: &Language) -> DestinationRow {
    let (number, percent) = match &row.number {
        Amount::Words(words) => (words.clone(), None),
        _ if hidden => (language.text("withheld").to_owned(), None),
        Amount::Count(count) => {
            (count.to_string(), leavers.map(|leavers| Percent::share((*count).into(), leavers.into())))
        }
        // The number is never worked out from the share.
        Amount::Percent(percent) => (String::new(), Some(*percent)),
    };
    DestinationRow { to: row.to.clone(), number, percent }
}
