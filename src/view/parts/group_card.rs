//! A group in a list, with a link to its page.

use serde::Serialize;

use crate::programme::{Audience, MarkedText, Plan, RichText};
use crate::view::address::Address;
use crate::view::context::Context;

#[derive(Debug, Serialize)]
pub struct GroupCard {
    pub id: String,
    pub name: String,
    /// Its page for this audience.
    pub address: Address,
    pub theme: Option<String>,
    pub question: Option<String>,
    pub about: Option<MarkedText>,
    /// The aim of its year.
    pub aim: Option<MarkedText>,
}

/// All groups, as cards that lead to their pages for this audience.
pub(crate) fn groups(audience: Audience, context: &Context<'_>) -> Vec<GroupCard> {
    (0..context.groups().len()).filter_map(|index| group_card(index, audience, context)).collect()
}

pub(crate) fn group_card(index: usize, audience: Audience, context: &Context<'_>) -> Option<GroupCard> {
    let group = context.groups().get(index)?;
    Some(GroupCard {
        id: group.id.clone(),
        name: group.name.clone(),
        address: context.group_address(audience, group),
        theme: of_year(index, |plan| plan.theme.clone(), context).into_iter().next(),
        question: text_of_year(index, |plan| plan.question.as_deref(), context),
        about: group.about.as_ref().map(RichText::marked),
        aim: MarkedText::joined(of_year(index, |plan| plan.aim.as_ref(), context)),
    })
}

/// What the plans give for a group's year: its own plan first, then those for several groups. A plan for every group is
/// part of the programme, and used where these give nothing.
pub(crate) fn of_year<'a, T>(index: usize, value: impl Fn(&'a Plan) -> Option<T>, context: &Context<'a>) -> Vec<T> {
    let count = context.groups().len();
    let (whole, own): (Vec<&Plan>, Vec<&Plan>) =
        context.programme.plans_for(index).partition(|plan| plan.groups.len() == count);
    let values: Vec<T> = own.into_iter().filter_map(&value).collect();
    if values.is_empty() { whole.into_iter().filter_map(value).take(1).collect() } else { values }
}

/// The same as one text.
pub(crate) fn text_of_year<'a>(
    index: usize,
    text: impl Fn(&'a Plan) -> Option<&'a str>,
    context: &Context<'a>,
) -> Option<String> {
    let texts = of_year(index, text, context);
    (!texts.is_empty()).then(|| texts.join(" "))
}
