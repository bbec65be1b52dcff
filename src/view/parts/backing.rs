//! The home page: the fingerpost with its four arms, the next dates, who leads.

use crate::view::context::Context;
use crate::view::format::DayInWords;
use serde::Serialize;

/// Somebody who backs the programme.
#[derive(Debug, Serialize)]
pub struct Backing {
    /// Who.
    pub who: String,
    /// Since when.
    pub since: Option<DayInWords>,
    /// What they say.
    pub says: Option<String>,
}

/// Who backs the programme.
pub(crate) fn backing(context: &Context<'_>) -> Vec<Backing> {
    let summary = context.programme.summary.iter();
    summary
        .flat_map(|summary| &summary.backing)
        .map(|backing| Backing {
            who: backing.who.clone().unwrap_or_else(|| context.language.backer(backing.by)),
            since: backing.since.map(|day| context.language.day(day)),
            says: backing.says.clone(),
        })
        .collect()
}
