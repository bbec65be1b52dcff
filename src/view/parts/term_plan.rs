//! Activities by term.

use serde::Serialize;

use crate::programme::{Activity, Audience, When};
use crate::view::context::Context;
use crate::view::parts::activity_card::ActivityCard;

#[derive(Clone, Debug, Serialize)]
pub struct TermPlan {
    /// “Spring term”, “All year” or, in a year without terms, “2026-27”.
    pub name: String,
    /// “4 January 2027 to 26 March 2027”; `None` if it is not a term.
    pub dates: Option<String>,
    /// True for the current or next term, and for the whole year while it lasts.
    pub now: bool,
    pub activities: Vec<ActivityCard>,
}

/// Activities by term; those of the whole year and those without a date come last.
pub(crate) fn by_term(activities: &[&Activity], audience: Option<Audience>, context: &Context<'_>) -> Vec<TermPlan> {
    let year = context.year();
    let now = year.term_on(context.today);
    let mut plans: Vec<TermPlan> = year
        .terms
        .iter()
        .enumerate()
        .map(|(index, term)| TermPlan {
            name: context.language.when(When::Term(index), year),
            dates: Some(context.language.days((term.starts, term.ends))),
            now: now == Some(index),
            activities: Vec::new(),
        })
        .collect();
    let mut all_year = Vec::new();
    let mut in_year = Vec::new();
    let mut to_come = Vec::new();
    for activity in activities {
        let card = ActivityCard::new(activity, audience, context);
        if activity.is_undated() {
            to_come.push(card);
            continue;
        }
        if activity.runs_all_year(year) {
            all_year.push(card);
            continue;
        }
        if year.terms.is_empty() {
            in_year.push(card);
            continue;
        }
        for term in &activity.terms {
            if let Some(plan) = plans.get_mut(*term) {
                plan.activities.push(card.clone());
            }
        }
    }
    // Past activities go to the end of their term.
    plans.iter_mut().for_each(|plan| plan.activities.sort_by_key(|card| card.over));
    plans.retain(|plan| !plan.activities.is_empty());
    let is_now = year.contains(context.today);
    let without_term = [
        (context.language.text("all_year"), is_now, all_year),
        (year.label.as_str(), is_now, in_year),
        (context.language.text("dates_to_come"), false, to_come),
    ];
    for (name, now, activities) in without_term.into_iter().filter(|(_, _, activities)| !activities.is_empty()) {
        plans.push(TermPlan { name: name.to_owned(), dates: None, now, activities });
    }
    plans
}
