//! The next thing for a reader: what each page for an audience begins with.

use serde::Serialize;

use crate::programme::{Attendance, Audience, Event};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_entries;
use crate::view::parts::choices::{ChoiceLine, choices};
use crate::view::parts::event_card::{EventCard, coming_events};

#[derive(Debug, Serialize)]
pub struct NextCard {
    pub event: EventCard,
    /// The file that adds it to a calendar.
    pub calendar: Address,
    /// The first choice of the group that is still ahead; not for staff.
    pub choice: Option<ChoiceLine>,
}

/// The next event that is the reader's to do: not cancelled, not optional, not one of many days to drop in. For pupils one
/// that is not mainly for parents, for parents one that they are invited to, and for employers one that needs them, if
/// there is any.
pub(crate) fn next_card(audience: Audience, group: Option<usize>, context: &Context<'_>) -> Option<NextCard> {
    let is_own = |event: &&Event| {
        let is_for = group.is_none_or(|group| event.groups.contains(&group));
        is_for && event.concerns(audience) && !event.is_cancelled() && event.recurrence.is_none()
    };
    let coming: Vec<&Event> = coming_events(None, context).filter(is_own).collect();
    let asks = |event: &&&Event| match audience {
        Audience::Pupils => event.attendance != Some(Attendance::Optional) && !event.is_mainly_for_parents(),
        Audience::Parents => event.invites_parents(),
        Audience::Staff => event.notes.staff.is_some(),
        Audience::Employers => event.needs_now(context.today).is_some(),
    };
    let event = coming.iter().find(asks).or_else(|| coming.first())?;
    Some(NextCard {
        event: EventCard::new(event, Some(audience), context),
        calendar: calendar_entries::event_file(event),
        // What the group chooses is not for its teachers to do.
        choice: group
            .filter(|_| audience != Audience::Staff)
            .and_then(|group| choices(group, audience, context).into_iter().find(|choice| !choice.past)),
    })
}

impl NextCard {
    /// True if this event is on the card.
    pub(crate) fn is_of(&self, event: &Event, context: &Context<'_>) -> bool {
        self.event.address == context.event_address(event)
    }
}
