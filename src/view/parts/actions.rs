//! Feedback methods and the actions that followed from feedback.

use jiff::civil::Date;
use serde::Serialize;

use crate::programme::{Action, Audience, FeedbackGroup, Method};
use crate::view::context::Context;
use crate::view::format::{self, DayInWords};

#[derive(Clone, Debug, Serialize)]
pub struct MethodLine {
    pub what: String,
    pub who: String,
    /// The time, as the school states it.
    pub when: Option<String>,
    pub last: Option<DayInWords>,
    pub next: Option<DayInWords>,
    /// True if that date has passed.
    pub overdue: bool,
    pub link: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ActionLine {
    pub feedback: String,
    pub by: String,
    pub did: String,
    pub owner: Option<String>,
    pub due: Option<DayInWords>,
    pub done: Option<DayInWords>,
    /// True if that date has passed and it isn't done.
    pub overdue: bool,
}

pub(crate) fn method_line(method: &Method, context: &Context<'_>) -> MethodLine {
    let who: Vec<&str> = method.who.iter().map(|group| context.language.feedback_group(*group)).collect();
    MethodLine {
        what: method.what.clone(),
        who: context.language.list(&who),
        when: method.when.clone(),
        last: method.last.map(|day| context.language.day(day)),
        next: method.next.as_ref().map(|next| context.language.day(next.value)),
        overdue: method.next.as_ref().is_some_and(|next| next.value < context.today),
        link: method.link.as_ref().map(|link| link.as_str().to_owned()),
    }
}

/// Where an audience can give feedback now.
pub(crate) fn open_methods(audience: Audience, context: &Context<'_>) -> Vec<MethodLine> {
    let methods = context.programme.impact.iter().flat_map(|impact| &impact.methods);
    methods
        .filter(|method| method.link.is_some() && method.who.contains(&feedback_group_of(audience)))
        .map(|method| method_line(method, context))
        .collect()
}

/// Of one group, or of all.
pub(crate) fn actions(context: &Context<'_>, by: Option<FeedbackGroup>) -> Vec<ActionLine> {
    let actions = context.programme.actions.iter().filter(|action| by.is_none_or(|by| action.by == by));
    actions.map(|action| action_line(action, context.today, context)).collect()
}

pub(crate) fn action_line(action: &Action, today: Date, context: &Context<'_>) -> ActionLine {
    ActionLine {
        feedback: action.said.clone(),
        by: format::capital(context.language.feedback_group(action.by)),
        did: action.did.clone(),
        owner: action.owner.clone(),
        due: action.due.as_ref().map(|due| context.language.day(due.value)),
        done: action.done.map(|day| context.language.day(day)),
        overdue: action.done.is_none() && action.due.as_ref().is_some_and(|due| due.value < today),
    }
}

pub(crate) fn feedback_group_of(audience: Audience) -> FeedbackGroup {
    match audience {
        Audience::Pupils => FeedbackGroup::Pupils,
        Audience::Parents => FeedbackGroup::Parents,
        Audience::Staff => FeedbackGroup::Staff,
        Audience::Employers => FeedbackGroup::Employers,
    }
}
