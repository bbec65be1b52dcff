//! Feedback methods and the actions that followed from feedback.

use jiff::civil::Date;
use serde::Serialize;

use crate::language::{capital, message};
use crate::programme::{Action, Audience, FeedbackGroup, MarkedText, Method};
use crate::view::context::Context;
use crate::view::dates::DayInWords;

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
    /// “Parents said”, or “We found”.
    pub heading: String,
    pub feedback: MarkedText,
    pub did: MarkedText,
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
        last: method.last.as_ref().map(|day| context.language.date(day)),
        next: method.next.as_ref().map(|next| context.language.date(&next.value)),
        overdue: method.next.as_ref().is_some_and(|next| next.value.is_past(context.today)),
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

/// What followed from feedback: of one group, or of all.
pub(crate) fn actions(context: &Context<'_>, by: Option<FeedbackGroup>) -> Vec<ActionLine> {
    let is_wanted = |said: FeedbackGroup| by.is_none_or(|by| said == by);
    let actions = context.programme.actions.iter().filter(|action| action.by.group().is_some_and(is_wanted));
    actions.map(|action| action_line(action, context.today, context)).collect()
}

/// What followed from what the school found itself.
pub(crate) fn actions_of_findings(context: &Context<'_>) -> Vec<ActionLine> {
    let actions = context.programme.actions.iter().filter(|action| action.by.group().is_none());
    actions.map(|action| action_line(action, context.today, context)).collect()
}

pub(crate) fn action_line(action: &Action, today: Date, context: &Context<'_>) -> ActionLine {
    ActionLine {
        heading: match action.by.group() {
            Some(group) => {
                message!(context.language, "said_by", who = &capital(context.language.feedback_group(group)))
            }
            None => context.language.text("we_found").to_owned(),
        },
        feedback: action.said.marked(),
        did: action.did.marked(),
        owner: action.owner.clone(),
        due: action.due.as_ref().map(|due| context.language.date(&due.value)),
        done: action.done.as_ref().map(|day| context.language.date(day)),
        overdue: action.done.is_none() && action.due.as_ref().is_some_and(|due| due.value.is_past(today)),
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
