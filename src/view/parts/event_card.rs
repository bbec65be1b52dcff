//! An event in a list.

use serde::Serialize;

use crate::programme::{Attendance, Audience, Cancelled, Event, EventKind, MarkedText, RichText};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::format;
use crate::view::parts::event_facts;
use crate::view::parts::filters::ForWhom;
use crate::view::parts::link::LinkTo;
use crate::view::parts::sheet_links;
use crate::view::time;

#[derive(Clone, Debug, Serialize)]
pub struct EventCard {
    pub address: Address,
    pub title: String,
    /// The first day. For a repeated event the next day or, once it is over, the last.
    pub day: DayInWords,
    /// The last day, if it takes several.
    pub until: Option<DayInWords>,
    /// “Every Tuesday in term time”, for a repeated event.
    pub repeats: Option<String>,
    /// “5:30pm to 7pm”; `None` for all day.
    pub time: Option<String>,
    pub place: Option<String>,
    pub online: Option<String>,
    pub summary: Option<MarkedText>,
    /// “Year 9 and Year 10”.
    pub groups: String,
    /// Its kind, groups and partners, as sentences.
    pub facts: String,
    /// The filter values that match it; only on pages with filters.
    pub for_whom: Option<ForWhom>,
    /// The note for the audience of this page.
    pub note: Option<MarkedText>,
    /// What is needed from employers; only on pages for employers.
    pub needs: Option<MarkedText>,
    /// The note to print; only on pages for staff, whose notes are on no other page.
    pub sheet: Option<LinkTo>,
    /// The date by which they should answer.
    pub needs_by: Option<DayInWords>,
    pub booking: Option<String>,
    /// True if its day is still to be confirmed.
    pub to_confirm: bool,
    pub cancelled: bool,
    pub cancelled_because: Option<String>,
    pub past: bool,
    /// What it asks of the audience: “You're invited”.
    pub tag: Option<String>,
    /// The time when it is over, as a timestamp for scripts.
    pub over_at: String,
}

impl EventCard {
    /// An event for the pages of one audience, or for everybody.
    pub(crate) fn new(event: &Event, audience: Option<Audience>, context: &Context<'_>) -> Self {
        let cancelled_because = match &event.cancelled {
            Cancelled::Yes(reason) => reason.clone(),
            Cancelled::No => None,
        };
        let needs = event.needs_now(context.today).filter(|_| audience == Some(Audience::Employers));
        Self {
            address: context.event_address(event),
            title: event.title.clone(),
            day: context.language.day(event.next_day(context.today)),
            until: (event.recurrence.is_none() && event.until != event.date).then(|| context.language.day(event.until)),
            repeats: event
                .recurrence
                .as_ref()
                .map(|repeats| context.language.pattern(&repeats.pattern, context.year())),
            time: event.times.map(|times| context.language.times(times)),
            place: event.place.clone(),
            online: event.online_on(context.today).map(|link| link.as_str().to_owned()),
            summary: event.summary.as_ref().map(RichText::marked),
            groups: format::capital(&context.language.groups(&event.groups, context.groups())),
            facts: event_facts::sentences(event, context),
            for_whom: None,
            note: audience.and_then(|audience| note(event, audience, context)),
            needs: needs.map(RichText::marked),
            sheet: (audience == Some(Audience::Staff))
                .then(|| sheet_links::of_event(event, Audience::Staff, context))
                .flatten(),
            needs_by: event.needs_by.as_ref().filter(|_| needs.is_some()).map(|by| context.language.day(by.value)),
            booking: event.booking.as_ref().map(|link| link.as_str().to_owned()),
            to_confirm: event.is_to_be_confirmed(),
            cancelled: event.is_cancelled(),
            cancelled_because,
            past: event.is_past(context.today),
            tag: audience.and_then(|audience| tag(event, audience)).map(|key| context.language.text(key).to_owned()),
            over_at: time::over_at(event),
        }
    }
}

/// The event's note for an audience or, without one, that of the activity that it carries out. Staff get both: no other
/// page has their notes.
fn note(event: &Event, audience: Audience, context: &Context<'_>) -> Option<MarkedText> {
    let activities = context.activity_events.activities_of(event);
    let of_activities = activities.iter().filter_map(|activity| activity.notes.to(audience));
    let notes = event.notes.to(audience).into_iter().chain(of_activities);
    let shown = if audience == Audience::Staff { usize::MAX } else { 1 };
    MarkedText::joined(notes.take(shown))
}

/// The message key of what an event asks of pupils or parents. `None` for a deadline, and for other audiences.
fn tag(event: &Event, audience: Audience) -> Option<&'static str> {
    let is_optional = event.attendance == Some(Attendance::Optional);
    match audience {
        _ if event.kind == Some(EventKind::Deadline) || event.is_cancelled() => None,
        Audience::Parents if event.invites_parents() => Some("tag_invited"),
        Audience::Pupils | Audience::Parents if is_optional => Some("tag_optional"),
        Audience::Parents if event.is_for(Audience::Pupils) => Some("tag_child_goes"),
        _ => None,
    }
}

pub(crate) fn coming_events<'c>(
    audience: Option<Audience>,
    context: &'c Context<'_>,
) -> impl Iterator<Item = &'c Event> {
    context.coming.iter().copied().filter(move |event| audience.is_none_or(|audience| event.is_for(audience)))
}
