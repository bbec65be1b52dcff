//! Events: what is to come, what is over, and a page each.

use crate::programme::Event;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::Choice;
use crate::view::parts::calendar_links::TakeAway;
use crate::view::parts::calendar_links::take_away;
use crate::view::parts::event_card::EventCard;
use crate::view::parts::filters::Filters;
use crate::view::parts::filters::ForWhom;
use crate::view::parts::filters::filters;
use serde::Serialize;

/// Events to come, or those that are over.
#[derive(Debug, Serialize)]
pub struct EventsPage {
    /// By month.
    pub months: Vec<Month>,
    /// Where to get these dates into a calendar, or on paper.
    pub take: TakeAway,
    /// The other page: what is over, or what is to come. `None` if it would be empty.
    pub other: Option<Address>,
    /// True if these are over.
    pub past: bool,
    /// By what they can be filtered.
    pub filters: Filters,
}

/// The events of a month.
#[derive(Debug, Serialize)]
pub struct Month {
    /// “March 2027”.
    pub name: String,
    /// In the order of time.
    pub events: Vec<EventCard>,
}

/// The address of the events to come.
pub(crate) fn coming_address() -> Address {
    Address::new("events/index.html")
}

/// The address of the events that are over.
pub(crate) fn past_address() -> Address {
    Address::new("events/past.html")
}

/// Events to come, the next first; or those that are over, the latest first.
pub(crate) fn events(past: bool, context: &Context<'_>) -> EventsPage {
    let of_page = |event: &&Event| event.is_past(context.today) == past;
    let mut events: Vec<&Event> = context.programme.events.iter().filter(of_page).collect();
    let any_other = events.len() < context.programme.events.len();
    events.sort_by_key(|event| (event.next_day(context.today), event.times));
    if past {
        events.reverse();
    }
    let mut months: Vec<Month> = Vec::new();
    for event in events {
        let name = context.language.month_of_year(event.next_day(context.today));
        let mut card = EventCard::new(event, None, context);
        card.for_whom = Some(ForWhom::new(&event.audiences.0, &event.groups, context));
        match months.last_mut().filter(|month| month.name == name) {
            Some(month) => month.events.push(card),
            None => months.push(Month { name, events: vec![card] }),
        }
    }
    let other = if past { coming_address() } else { past_address() };
    let take = take_away(Choice { audience: None, group: None }, context);
    EventsPage { months, take, other: (any_other || past).then_some(other), past, filters: filters(context) }
}

/// True if some events are over.
pub(crate) fn any_past(context: &Context<'_>) -> bool {
    context.programme.events.iter().any(|event| event.is_past(context.today))
}
