//! The destinations of the leavers of one year on one basis. Small numbers are suppressed.

use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::disclosure::{DestinationFigures, PublishedLeavers, SuppressionReason};
use crate::programme::format::Percent;
use crate::programme::{Amount, Basis, LeaverCount, MarkedText, RichText};
use crate::view::parts::figures::{self, StatedFigure};
use crate::view::parts::most_common;

#[derive(Debug, Serialize)]
pub struct Cohort {
    /// “Year 11 leavers, 2025”.
    pub title: String,
    /// What the figures are based on, in a sentence.
    pub basis: String,
    /// The word of the format for it: `actual`.
    pub stage: &'static str,
    pub leavers: String,
    pub year: u32,
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
    /// True if the number of leavers is left out, and rows are shares only.
    pub size_left_out: bool,
}

#[derive(Debug, Serialize)]
pub struct DestinationRow {
    pub to: String,
    /// The number, or the school's words; empty if only the share is stated.
    pub number: String,
    /// The share of all leavers, if it may be published.
    pub percent: Option<Percent>,
}

/// The message that says what figures are based on.
pub(crate) fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Intended => "basis_intended",
        Basis::Actual => "basis_actual",
        Basis::Sustained => "basis_sustained",
        Basis::Maintained => "basis_maintained",
        Basis::Participation => "basis_participation",
    }
}

pub(crate) fn cohort(shown: &DestinationFigures<'_>, language: &Language) -> Cohort {
    let destinations = shown.destinations;
    let (number, rows, suppressed): (Option<u32>, Vec<DestinationRow>, bool) = match &shown.figures {
        Err(_) => (None, Vec::new(), false),
        Ok(published) => {
            let rows = destinations.destinations.iter().enumerate();
            let rows = rows.map(|(at, row)| destination(row, at, published, language)).collect();
            (published.people, rows, published.suppressed.contains(&true))
        }
    };
    let number_words = match (&shown.figures, number) {
        (_, Some(number)) => number.to_string(),
        (Err(_), _) => language.text("withheld").to_owned(),
        (Ok(published), _) if published.is_in_shares => language.text("withheld").to_owned(),
        (Ok(_), None) => language.text("not_stated").to_owned(),
    };
    let suppressed_why = shown.figures.as_ref().err().map(|reason| match reason {
        SuppressionReason::TooFew => language.text("withheld_small").to_owned(),
        SuppressionReason::Overlap => language.text("withheld_overlap").to_owned(),
    });
    // Figures that the school states are of the same few people.
    let is_of_few = matches!(shown.figures, Err(SuppressionReason::TooFew));
    let shares: Vec<_> = rows.iter().map(|row| (row.to.as_str(), row.percent)).collect();
    let years = destinations.year.to_string();
    let title = message!(language, "leavers_of", who = destinations.who(), year = &years);
    Cohort {
        title: match &destinations.title {
            Some(table) => message!(language, "table_of", who = &title, table = table),
            None => title,
        },
        basis: language.text(basis_key(destinations.basis)).to_owned(),
        stage: destinations.basis.as_str(),
        leavers: destinations.leavers.clone(),
        year: destinations.year,
        source: shown.destinations.source.clone(),
        link: shown.destinations.link.as_ref().map(|link| link.as_str().to_owned()),
        number,
        number_words,
        has_numbers: rows.iter().any(|row| row.percent.is_none() || !row.number.is_empty()),
        has_shares: rows.iter().any(|row| row.percent.is_some()),
        suppressed_why,
        stated: figures::stated(destinations.stated.as_ref().filter(|_| !is_of_few)),
        largest: most_common::title(&shares, true, language),
        rows,
        note: shown.destinations.note.as_ref().map(RichText::marked),
        suppressed,
        size_left_out: shown.figures.as_ref().is_ok_and(|published| published.is_in_shares),
    }
}

/// A row. Words that the school wrote in place of a number stay as they are.
fn destination(row: &LeaverCount, at: usize, published: &PublishedLeavers, language: &Language) -> DestinationRow {
    let share = published.shares.get(at).copied().flatten();
    let (number, percent) = match &row.number {
        Amount::Words(words) => (words.clone(), None),
        _ if published.suppressed.get(at) != Some(&false) => (language.text("withheld").to_owned(), None),
        Amount::Count(count) if !published.is_in_shares => (count.to_string(), share),
        // The number is never worked out from the share.
        Amount::Count(_) | Amount::Percent(_) => (String::new(), share),
    };
    DestinationRow { to: row.to.clone(), number, percent }
}
