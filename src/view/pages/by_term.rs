//! The programme by term.

use serde::Serialize;

use crate::programme::When;
use crate::view::context::Context;
use crate::view::parts::activity_card::ActivityCard;
use crate::view::parts::event_card::EventCard;

#[derive(Debug, Serialize)]
pub struct ByTermPage {
    /// The terms, and the whole year.
    pub terms: Vec<TermAll>,
}

#[derive(Debug, Serialize)]
pub struct TermAll {
    pub name: String,
    pub dates: String,
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
    let terms = year.terms.iter().enumerate().map(|(index, term)| {
        let activities = context.programme.planned().filter(|activity| activity.terms.contains(&index));
        let events = context
            .programme
            .events
            .iter()
            .filter(|event| year.contains(event.date) && event.terms(year).contains(&index));
        TermAll {
            name: context.language.when(When::Term(index), year),
            dates: range((term.starts, term.ends)),
            half_term: term.half_term.map(range),
            now: now == Some(index),
            activities: activities.map(|activity| ActivityCard::new(activity, None, context)).collect(),
            events: events.map(|event| EventCard::new(event, None, context)).collect(),
        }
    });
    let terms: Vec<TermAll> = terms.filter(|term| !term.activities.is_empty() || !term.events.is_empty()).collect();
    (!terms.is_empty()).then_some(ByTermPage { terms })
}
