//! A link to an audience's landing page: an arm of the fingerpost.

use serde::Serialize;

use crate::programme::{Activity, Audience};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::format;
use crate::view::parts::event_card::coming_events;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct Arm {
    pub audience: Audience,
    /// The school's name for them, capitalised.
    pub name: String,
    /// “Parents” of “Parents and carers”, where there is little room.
    pub short_name: String,
    /// “and carers”.
    pub rest_of_name: Option<String>,
    pub address: Address,
    /// A description of the page.
    pub promise: String,
}

pub(crate) fn arm(audience: Audience, context: &Context<'_>) -> Arm {
    let lead = context.programme.welcome(audience).and_then(|welcome| welcome.lead.as_deref());
    let language = &context.language;
    let promise = promise(audience, context);
    let name = format::capital(language.audience(audience));
    let and = format!(" {} ", language.text("and"));
    let (short_name, rest) = name.split_at(name.find(&and).unwrap_or(name.len()));
    let rest = rest.trim_start();
    Arm {
        audience,
        short_name: short_name.to_owned(),
        rest_of_name: (!rest.is_empty()).then(|| rest.to_owned()),
        name,
        address: context.address(PageKind::landing(audience)),
        promise: lead.unwrap_or_else(|| language.text(promise)).to_owned(),
    }
}

/// The message key of what a landing page holds. Nothing is promised that is not there.
fn promise(audience: Audience, context: &Context<'_>) -> &'static str {
    let programme = context.programme;
    let term = context.year().term_on(context.today);
    let is_now = |activity: &Activity| term.is_some_and(|term| activity.terms.contains(&term));
    let needs_people = |activity: &Activity| activity.needs.is_some();
    match audience {
        Audience::Pupils if programme.planned().any(is_now) => "promise_pupils",
        Audience::Pupils => "promise_pupils_plain",
        Audience::Parents => {
            let has_choices = programme.plans.iter().any(|plan| !plan.choices.is_empty());
            let has_help = programme.plans.iter().any(|plan| !plan.help.is_empty());
            let has_dates = coming_events(Some(audience), context).next().is_some();
            if has_choices && has_help && has_dates { "promise_parents" } else { "promise_parents_plain" }
        }
        Audience::Staff => "promise_staff",
        Audience::Employers => {
            let has_needs = programme.planned().any(needs_people)
                || context.coming.iter().any(|one| one.needs_now(context.today).is_some());
            if has_needs { "promise_employers" } else { "promise_employers_plain" }
        }
    }
}
