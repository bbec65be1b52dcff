//! Where leavers went, cohort by cohort. Small numbers are withheld.

use serde::Serialize;

use super::context::Context;
use super::say::{self, share};
use crate::programme::small_numbers::{self, LeaversShown};
use crate::programme::{Amount, Basis, DestinationForm};

/// Where leavers went.
#[derive(Debug, Serialize)]
pub struct DestinationsPage {
    /// A table a cohort, the newest first.
    pub cohorts: Vec<Cohort>,
}

/// The leavers of one year.
#[derive(Debug, Serialize)]
pub struct Cohort {
    /// “Year 11 leavers, 2025”.
    pub title: String,
    /// What the figures stand on, in a sentence.
    pub basis: &'static str,
    /// Where they come from.
    pub source: String,
    /// Where to read them.
    pub link: Option<String>,
    /// How many left.
    pub number: String,
    /// Where to, and how many; empty if there were too few leavers.
    pub rows: Vec<DestinationRow>,
    /// Anything that helps to read them.
    pub note: Option<String>,
    /// True if something was withheld.
    pub withheld: bool,
}

/// One destination.
#[derive(Debug, Serialize)]
pub struct DestinationRow {
    /// Where to.
    pub to: String,
    /// How many, in the school's words or as a number.
    pub number: String,
    /// Of all leavers, in whole percent, where that may be said.
    pub percent: Option<u64>,
}

/// Where leavers went. `None` if nothing is known.
pub(super) fn destinations(context: &Context<'_>) -> Option<DestinationsPage> {
    let cohorts: Vec<Cohort> = small_numbers::destinations(context.programme).iter().map(cohort).collect();
    (!cohorts.is_empty()).then_some(DestinationsPage { cohorts })
}

fn cohort(shown: &LeaversShown<'_>) -> Cohort {
    let form = &shown.destinations.form;
    let (number, rows, withheld) = match &shown.figures {
        Err(_) => (say::WITHHELD.to_owned(), Vec::new(), true),
        Ok((leavers, hidden)) => {
            let rows = form.destinations.iter().zip(hidden);
            let rows = rows.map(|(row, hidden)| destination(row, *leavers, *hidden)).collect();
            (leavers.to_string(), rows, hidden.contains(&true))
        }
    };
    Cohort {
        title: format!("{} leavers, {}", form.leavers, form.year),
        basis: match form.basis {
            Basis::Intended => "What leavers said they would do.",
            Basis::Actual => "Where they were in the autumn after they left.",
            Basis::Sustained => "Where they still were half a year later.",
        },
        source: form.source.clone(),
        link: form.link.as_ref().map(|link| link.as_str().to_owned()),
        number,
        rows,
        note: form.note.clone(),
        withheld,
    }
}

/// A row: the school's own words are kept as they are.
fn destination(row: &DestinationForm, leavers: u32, hidden: bool) -> DestinationRow {
    let (number, percent) = match &row.number {
        Amount::Words(words) => (words.clone(), None),
        _ if hidden => (say::WITHHELD.to_owned(), None),
        Amount::Count(count) => (count.to_string(), Some(share((*count).into(), leavers.into()))),
        Amount::Percent(percent) => (format!("{percent} %"), None),
    };
    DestinationRow { to: row.to.clone(), number, percent }
}
