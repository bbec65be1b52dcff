//! The people and bodies that back the programme.

use serde::Serialize;

use crate::programme::{MarkedText, RichText};
use crate::view::context::Context;
use crate::view::dates::DayInWords;

#[derive(Debug, Serialize)]
pub struct BackingLine {
    pub who: String,
    pub since: Option<DayInWords>,
    pub quotation: Option<MarkedText>,
}

pub(crate) fn backing(context: &Context<'_>) -> Vec<BackingLine> {
    let summary = context.programme.summary.iter();
    let setting = context.programme.institution.kind_facts.setting;
    summary
        .flat_map(|summary| &summary.backing)
        .map(|backing| BackingLine {
            who: backing.who.clone().unwrap_or_else(|| context.language.backer(backing.by, setting)),
            since: backing.since.as_ref().map(|day| context.language.date(day)),
            quotation: backing.says.as_ref().map(RichText::marked),
        })
        .collect()
}
