//! The lists of upcoming and past events.

use serde::Serialize;

use crate::programme::Event;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::event_card::EventCard;
use crate::view::parts::filters::{Filters, ForWhom, filters};
use crate::view::parts::link::LinkTo;
use crate::view::past_events;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct EventsPage {
    pub months: Vec<Month>,
    pub calendars: CalendarLinks,
    /// A link to the other list. `None` if it would be empty.
    pub other: Option<Address>,
    /// True if these events are over.
    pub past: bool,
    pub filters: Filters,
    /// The pages of past years.
    pub earlier_years: Vec<LinkTo>,
}

#[derive(Debug, Serialize)]
pub struct Month {
    /// “March 2027”.
    pub name: String,
    pub events: Vec<EventCard>,
}

/// Upcoming events, next first, or past events, latest first.
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
        card.for_whom = Some(ForWhom::new(&event.concerned(), &event.groups, context));
        match months.last_mut().filter(|month| month.name == name) {
            Some(month) => month.events.push(card),
            None => months.push(Month { name, events: vec![card] }),
        }
    }
    let other = if past { PageKind::Events } else { PageKind::PastEvents };
    let calendars = calendar_links(CalendarScope { audience: None, group: None }, context);
    EventsPage {
        months,
        calendars,
        other: (any_other || past).then(|| other.address()),
        past,
        filters: filters(context),
        earlier_years: past_events::earlier_years(context),
    }
}

pub(crate) fn coming(context: &Context<'_>) -> EventsPage {
    events(false, context)
}

pub(crate) fn past(context: &Context<'_>) -> Option<EventsPage> {
    let any = context.programme.events.iter().any(|event| event.is_past(context.today));
    any.then(|| events(true, context))
}
