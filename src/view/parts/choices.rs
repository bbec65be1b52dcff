//! The choices and important dates of a group's year.

use serde::Serialize;

use crate::programme::{Audience, MarkedText, RichText};
use crate::view::address::Address;
use crate::view::context::Context;

#[derive(Debug, Serialize)]
pub struct ChoiceLine {
    pub group: String,
    pub address: Address,
    pub what: String,
    pub when: Option<String>,
    pub note: Option<MarkedText>,
    /// True if its time is over.
    pub past: bool,
}

pub(crate) fn choices(index: usize, audience: Audience, context: &Context<'_>) -> Vec<ChoiceLine> {
    let Some(group) = context.groups().get(index) else { return Vec::new() };
    let is_past = |when: &String| context.year().last_day_of(when).is_some_and(|day| day < context.today);
    let choices = context.programme.plans_for(index).flat_map(|plan| &plan.choices);
    let mut lines: Vec<ChoiceLine> = choices
        .map(|choice| ChoiceLine {
            group: group.name.clone(),
            address: context.group_address(audience, group),
            what: choice.what.clone(),
            when: choice.when.clone(),
            note: choice.note.as_ref().map(RichText::marked),
            past: choice.when.as_ref().is_some_and(is_past),
        })
        .collect();
    lines.sort_by_key(|line| line.past);
    lines
}
