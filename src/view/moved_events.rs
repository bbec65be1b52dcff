//! Earlier addresses of events, each of which leads to where the event is now.

use std::collections::HashSet;

use crate::programme::Event;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::past_events;

/// An address that an event no longer has.
#[derive(Debug)]
pub(crate) struct MovedEvent<'a> {
    /// The id that it had.
    pub(crate) was: &'a str,
    /// Its page, or the part of the page of a past year.
    pub(crate) now: Address,
    /// Its title or, if no page shows it, that of the page it leads to.
    pub(crate) title: String,
    /// The event, if it is one of this programme.
    pub(crate) event: Option<&'a Event>,
}

/// Every earlier address without a page of its own: of the events of this programme, then of those of past years.
pub(crate) fn moved_events<'a>(context: &Context<'a>) -> Vec<MovedEvent<'a>> {
    let programme = context.programme;
    let mut taken: HashSet<&str> = programme.events.iter().map(|event| event.id.as_str()).collect();
    let mut moved = Vec::new();
    for event in &programme.events {
        let now = context.event_address(event);
        let earlier = event.was.iter().map(|was| was.value.as_str());
        for was in earlier.filter(|was| !was.is_empty() && taken.insert(was)) {
            moved.push(MovedEvent { was, now: now.clone(), title: event.title.clone(), event: Some(event) });
        }
    }
    for past in &programme.past_years {
        for event in past.programme.events.iter().filter(|event| taken.insert(&event.id)) {
            let is_listed = past_events::is_listed(event, context);
            let title = if is_listed { event.title.clone() } else { past_events::title(past, context) };
            let now = past_events::event_address(event, past, context);
            moved.push(MovedEvent { was: &event.id, now, title, event: None });
        }
    }
    moved
}
