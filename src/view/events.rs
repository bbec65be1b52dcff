//! Events: what is to come, what is over, and a page each.

use serde::Serialize;

use super::address::Address;
use super::calendars::{self, Choice};
use super::cards::{BenchmarkTag, EventCard, NoteFor};
use super::context::Context;
use super::say::{self, DayInWords};
use super::search::{Filters, ForWhom, filters};
use super::subscribe::{TakeAway, take_away};
use crate::programme::{Audience, Event, Prose};

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

/// An event's own page.
#[derive(Debug, Serialize)]
pub struct EventPage<'a> {
    /// The facts.
    pub event: EventCard,
    /// Who is told of it.
    pub audiences: String,
    /// What each audience is told.
    pub notes: Vec<NoteFor>,
    /// The benchmarks it serves.
    pub benchmarks: Vec<BenchmarkTag>,
    /// What sort of provider comes.
    pub provider: Option<String>,
    /// True if all pupils of the groups take part in a provider encounter.
    pub everyone: bool,
    /// Every day of something repeated, in order.
    pub days: Vec<DayInWords>,
    /// The file that adds it to a calendar.
    pub calendar: Address,
    /// The text.
    pub about: &'a Prose,
}

/// The address of the events to come.
pub(super) fn coming_address() -> Address {
    Address::new("events/index.html")
}

/// The address of the events that are over.
pub(super) fn past_address() -> Address {
    Address::new("events/past.html")
}

/// Events to come, the next first; or those that are over, the latest first.
pub(super) fn events(past: bool, context: &Context<'_>) -> EventsPage {
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
pub(super) fn any_past(context: &Context<'_>) -> bool {
    context.programme.events.iter().any(|event| event.is_past(context.today))
}

/// An event's own page.
pub(super) fn event<'a>(event: &'a Event, context: &Context<'a>) -> EventPage<'a> {
    let language = &context.language;
    let told: Vec<&str> = event.audiences.0.iter().map(|audience| language.audience(*audience)).collect();
    // What staff are told stands on their own pages.
    let public = Audience::ALL.iter().filter(|audience| **audience != Audience::Staff);
    let notes = public.filter_map(|audience| {
        let text = event.notes.to(*audience)?.to_owned();
        Some(NoteFor { audience: *audience, name: say::capital(language.audience(*audience)), text })
    });
    let mut card = EventCard::new(event, None, context);
    card.needs.clone_from(&event.needs);
    card.needs_by = event.needs_by.as_ref().map(|by| context.language.day(by.value));
    EventPage {
        event: card,
        audiences: context.language.list(&told),
        notes: notes.collect(),
        benchmarks: context.tags(&event.benchmarks),
        provider: event.provider.map(|kind| language.provider(kind)),
        everyone: event.attendance == Some(crate::programme::Attendance::Everyone),
        days: event.repeats.iter().flat_map(|repeats| repeats.days()).map(|day| context.language.day(*day)).collect(),
        calendar: calendars::event_file(event),
        about: &event.prose,
    }
}
