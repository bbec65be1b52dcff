//! The programme by term.

use serde::Serialize;

use crate::programme::When;
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::parts::activity_card::{ActivityCard, planned};
use crate::view::parts::event_card::EventCard;
use crate::view::routes::PageKind;

/// The programme by term.
#[derive(Debug, Serialize)]
pub struct ByTermPage {
    /// The terms, and the whole year.
    pub terms: Vec<TermAll>,
}

/// The activities and events of a term.
#[derive(Debug, Serialize)]
pub struct TermAll {
    /// Its name.
    pub name: String,
    /// Its dates.
    pub dates: String,
    /// The half-term break.
    pub half_term: Option<String>,
    /// True for the current or next term.
    pub now: bool,
    /// The planned activities.
    pub activities: Vec<ActivityCard>,
    /// The events.
    pub events: Vec<EventCard>,
}

/// The programme by term.
pub(crate) fn by_term(context: &Context<'_>) -> ByTermPage {
    let year = context.year();
    let now = year.term_on(context.today);
    let range = |days| context.language.days(days);
    let terms = year.terms.iter().enumerate().map(|(index, term)| {
        let activities = planned(context).filter(|activity| activity.terms.contains(&index));
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
    ByTermPage { terms: terms.collect() }
}

pub(crate) fn build<'a>(context: &Context<'a>) -> [PageDraft<'a, ByTermPage>; 1] {
    [PageDraft::new(PageKind::ByTerm, by_term(context), context)]
}
