//! Activities by term.

use serde::Serialize;

use crate::programme::{Activity, Audience, When};
use crate::view::context::Context;
use crate::view::parts::activity_card::ActivityCard;

#[derive(Clone, Debug, Serialize)]
pub struct TermPlan {
    /// “Spring term”, or “All year”.
    pub name: String,
    /// “4 January 2027 to 26 March 2027”; `None` for the whole year.
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
    let mut to_come = Vec::new();
    for activity in activities {
        let card = ActivityCard::new(activity, audience, context);
        if activity.when.iter().all(|when| *when == When::ToCome) {
            to_come.push(card);
            continue;
        }
        if activity.terms.len() == year.terms.len() {
            all_year.push(card);
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
    let without_dates = [("all_year", all_year), ("dates_to_come", to_come)];
    for (name, activities) in without_dates.into_iter().filter(|(_, activities)| !activities.is_empty()) {
        let now = name == "all_year" && year.contains(context.today);
        plans.push(TermPlan { name: context.language.text(name).to_owned(), dates: None, now, activities });
    }
    plans
}
