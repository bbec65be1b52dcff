//! A group in a list, with a link to its page.

use serde::Serialize;

use crate::programme::Audience;
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
    pub about: Option<String>,
    /// The aim of its year.
    pub aim: Option<String>,
}

/// All groups, as cards that lead to their pages for this audience.
pub(crate) fn groups(audience: Audience, context: &Context<'_>) -> Vec<GroupCard> {
    (0..context.groups().len()).filter_map(|index| group_card(index, audience, context)).collect()
}

pub(crate) fn group_card(index: usize, audience: Audience, context: &Context<'_>) -> Option<GroupCard> {
    let group = context.groups().get(index)?;
    // A plan for several groups has the theme of a group that has none of its own.
    let plans = || context.programme.plans_for(index);
    Some(GroupCard {
        id: group.id.clone(),
        name: group.name.clone(),
        address: context.group_address(audience, group),
        theme: plans().find_map(|plan| plan.theme.clone()),
        question: plans().find_map(|plan| plan.question.clone()),
        about: group.about.clone(),
        aim: plans().find_map(|plan| plan.aim.clone()),
    })
}
