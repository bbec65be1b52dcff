//! The people and bodies that back the programme.

use serde::Serialize;

use crate::view::context::Context;
use crate::view::format::DayInWords;

/// A person or body that backs the programme.
#[derive(Debug, Serialize)]
pub struct BackingLine {
    /// The person or body.
    pub who: String,
    /// The date since when they have backed it.
    pub since: Option<DayInWords>,
    /// A quotation.
    #[serde(rename = "says")]
    pub quotation: Option<String>,
}

/// The people and bodies that back the programme.
pub(crate) fn backing(context: &Context<'_>) -> Vec<BackingLine> {
    let summary = context.programme.summary.iter();
    summary
        .flat_map(|summary| &summary.backing)
        .map(|backing| BackingLine {
            who: backing.who.clone().unwrap_or_else(|| context.language.backer(backing.by)),
            since: backing.since.map(|day| context.language.day(day)),
            quotation: backing.says.clone(),
        })
        .collect()
}
