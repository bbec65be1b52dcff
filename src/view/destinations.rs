//! Where leavers went, cohort by cohort. Small numbers are withheld.

use serde::Serialize;

use super::context::Context;
use super::small_numbers::{hidden_cells, share};
use crate::programme::{Amount, Basis, Destinations};

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
    let cohorts: Vec<Cohort> = context.programme.destinations.iter().map(cohort).collect();
    (!cohorts.is_empty()).then_some(DestinationsPage { cohorts })
}

fn cohort(destinations: &Destinations) -> Cohort {
    let form = &destinations.form;
    let counts: Vec<Option<u32>> = form
        .destinations
        .iter()
        .map(|destination| if let Amount::Count(count) = destination.number { Some(count) } else { None })
        .collect();
    let too_few = destinations.has_too_few_leavers();
    let hidden = hidden_cells(&counts, form.cohort.value);
    let rows = form.destinations.iter().zip(&hidden).map(|(destination, hidden)| match &destination.number {
        Amount::Count(_) if *hidden => {
            DestinationRow { to: destination.to.clone(), number: "too few to publish".into(), percent: None }
        }
        Amount::Count(count) => DestinationRow {
            to: destination.to.clone(),
            number: count.to_string(),
            percent: Some(share((*count).into(), form.cohort.value.into())),
        },
        Amount::Percent(percent) => {
            DestinationRow { to: destination.to.clone(), number: format!("{percent} %"), percent: None }
        }
        Amount::Words(words) => DestinationRow { to: destination.to.clone(), number: words.clone(), percent: None },
    });
    Cohort {
        title: format!("{} leavers, {}", form.leavers, form.year),
        basis: match form.basis {
            Basis::Intended => "What leavers said they would do.",
            Basis::Actual => "Where they were in the autumn after they left.",
            Basis::Sustained => "Where they still were half a year later.",
        },
        source: form.source.clone(),
        link: form.link.as_ref().map(|link| link.as_str().to_owned()),
        number: if too_few { "too few to publish".into() } else { form.cohort.value.to_string() },
        rows: if too_few { Vec::new() } else { rows.collect() },
        note: form.note.clone(),
        withheld: too_few || hidden.contains(&true),
    }
}
