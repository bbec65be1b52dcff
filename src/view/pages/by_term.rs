//! The programme by term.

use serde::Serialize;

use crate::programme::{Activity, When};
use crate::view::context::Context;
use crate::view::parts::activity_card::ActivityCard;
use crate::view::parts::event_card::EventCard;
use crate::view::parts::to_confirm::with_certainty_of_terms;

#[derive(Debug, Serialize)]
pub struct ByTermPage {
    /// What runs all year, the terms, and what has no date yet.
    pub terms: Vec<TermAll>,
}

#[derive(Debug, Default, Serialize)]
pub struct TermAll {
    pub name: String,
    /// “2 September 2026 to 18 December 2026”; `None` if it is not a term.
    pub dates: Option<String>,
    pub half_term: Option<String>,
    /// True for the current or next term.
    pub now: bool,
    pub activities: Vec<ActivityCard>,
    pub events: Vec<EventCard>,
}

/// The terms in which something happens. `None` if there are none.
pub(crate) fn by_term(context: &Context<'_>) -> Option<ByTermPage> {
    let year = context.year();
    let now = year.term_on(context.today);
    let range = |days| context.language.days(days);
    let cards = |is_wanted: &dyn Fn(&Activity) -> bool| -> Vec<ActivityCard> {
        let activities = context.programme.planned().filter(|activity| is_wanted(activity));
        activities.map(|activity| ActivityCard::new(activity, None, context)).collect()
    };
    let terms = year.terms.iter().enumerate().map(|(index, term)| {
        let is_in_term = |activity: &Activity| activity.terms.contains(&index) && !activity.runs_all_year(year);
        let activities: Vec<&Activity> = context.programme.planned().filter(|one| is_in_term(one)).collect();
        let carried_out = context.activity_events.ids_of_events(&activities);
        let events = context
            .programme
            .events
            .iter()
            .filter(|event| year.contains(event.date) && event.terms(year).contains(&index))
            .filter(|event| !carried_out.contains(event.id.as_str()));
        TermAll {
            name: context.language.when(When::Term(index), year),
            dates: Some(with_certainty_of_terms(range((term.starts, term.ends)), context)),
            half_term: term.half_term.map(range),
            now: now == Some(index),
            activities: activities.iter().map(|activity| ActivityCard::new(activity, None, context)).collect(),
            events: events.map(|event| EventCard::new(event, None, context)).collect(),
        }
    });
    let without_term = |name: &str, activities: Vec<ActivityCard>| TermAll {
        name: context.language.text(name).to_owned(),
        activities,
        ..TermAll::default()
    };
    let all_year = without_term("all_year", cards(&|activity| activity.runs_all_year(year)));
    let to_come = without_term("dates_to_come", cards(&Activity::is_undated));
    let terms = std::iter::once(all_year).chain(terms).chain([to_come]);
    let terms: Vec<TermAll> = terms.filter(|term| !term.activities.is_empty() || !term.events.is_empty()).collect();
    let has_term = terms.iter().any(|term| term.dates.is_some());
    has_term.then_some(ByTermPage { terms })
}
