//! A planned activity in a list.

use serde::Serialize;

use crate::programme::{Activity, Audience, Event, MarkedText, RichText, Status};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::format;
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::link::LinkTo;
use crate::view::parts::resources::{ResourceLine, resources};
use crate::view::parts::sheet_links;

#[derive(Clone, Debug, Serialize)]
pub struct ActivityCard {
    pub title: String,
    /// “Spring term, second half”.
    pub when: String,
    /// The events that carry it out.
    pub events: Vec<EventLink>,
    /// “Workshop”.
    pub kind: String,
    /// What it is, for everybody: a text, or several points.
    pub about: Vec<MarkedText>,
    /// The note for the audience of this page.
    pub note: Option<MarkedText>,
    pub partners: String,
    pub benchmarks: Vec<BenchmarkTag>,
    pub areas: Vec<String>,
    pub subjects: Vec<String>,
    pub skills: Vec<String>,
    pub led_by: Option<String>,
    pub parents_invited: bool,
    /// “Proposed” or “Cancelled”; `None` if it is firm.
    pub status: Option<String>,
    /// True if it is over; only on pages for one audience.
    pub over: bool,
    /// “Year 9”.
    pub groups: String,
    /// What staff need for it; only on pages for staff.
    pub resources: Vec<ResourceLine>,
    /// What is needed from employers; only on pages for employers.
    pub needs: Option<MarkedText>,
    /// The sheet for the audience of this page, if no event carries it out. The pages of events have their own.
    pub sheet: Option<LinkTo>,
}

/// The day of an event, with a link to its page.
#[derive(Clone, Debug, Serialize)]
pub struct EventLink {
    pub address: Address,
    pub day: DayInWords,
    /// True if the day is still to be confirmed.
    pub to_confirm: bool,
    pub cancelled: bool,
}

impl ActivityCard {
    /// An activity for the pages of one audience, or for everybody.
    pub(crate) fn new(activity: &Activity, audience: Option<Audience>, context: &Context<'_>) -> Self {
        let only = |wanted: Audience, value: &Option<RichText>| {
            value.as_ref().map(RichText::marked).filter(|_| audience == Some(wanted))
        };
        let events = context.activity_events.events_of(activity);
        Self {
            title: activity.title.clone(),
            when: format::capital(&context.language.times_of(activity, context.year())),
            events: events.iter().map(|event| event_link(event, context)).collect(),
            kind: context.language.activity_kind(activity.kind),
            about: activity.about.iter().map(RichText::marked).collect(),
            note: audience.and_then(|audience| note(activity, events, audience)).map(RichText::marked),
            partners: context.language.list(&activity.with),
            benchmarks: context.tags(&activity.benchmarks),
            areas: context.area_names(&activity.areas),
            subjects: activity.subjects.clone(),
            skills: activity.skills.clone(),
            led_by: activity.led_by.clone().filter(|_| !is_for_families(audience)),
            parents_invited: activity.parents_invited,
            status: (activity.status.value != Status::Firm).then(|| context.language.status(activity.status.value)),
            over: audience.is_some() && is_over(activity, events, context),
            groups: context.language.groups(&activity.groups, context.groups()),
            resources: if audience == Some(Audience::Staff) { resources(&activity.resources) } else { Vec::new() },
            needs: only(Audience::Employers, &activity.needs),
            sheet: audience.and_then(|audience| sheet_links::of_activity(activity, audience, context)),
        }
    }
}

/// The activity's note for an audience or, without one, that of the first event that carries it out.
fn note<'n>(activity: &'n Activity, events: &'n [&Event], audience: Audience) -> Option<&'n RichText> {
    activity.notes.to(audience).or_else(|| events.iter().find_map(|event| event.notes.to(audience)))
}

/// Who leads an activity matters to colleagues and partners, not to pupils and parents.
fn is_for_families(audience: Option<Audience>) -> bool {
    matches!(audience, Some(Audience::Pupils | Audience::Parents))
}

fn event_link(event: &Event, context: &Context<'_>) -> EventLink {
    EventLink {
        address: context.event_address(event),
        day: context.language.day(event.next_day(context.today)),
        to_confirm: event.is_to_be_confirmed(),
        cancelled: event.is_cancelled(),
    }
}

/// True if all its events are over or, without any, its time. What was cancelled never took place.
fn is_over(activity: &Activity, events: &[&Event], context: &Context<'_>) -> bool {
    if !events.is_empty() {
        let mut held = events.iter().filter(|event| !event.is_cancelled()).peekable();
        return held.peek().is_some() && held.all(|event| event.is_past(context.today));
    }
    activity.when.iter().all(|when| context.year().span(*when).1 < context.today)
}
