//! The parts that landing pages share.

use crate::programme::{Audience, Prose, Welcome};
use crate::view::context::Context;
use crate::view::parts::event_card::{EventCard, coming_events};

pub(crate) const NEXT_DATES: usize = 6;

/// The lead sentence and the introductory text for an audience.
pub(crate) fn welcome<'a>(audience: Audience, context: &Context<'a>) -> (Option<String>, Option<&'a Prose>) {
    let welcome: Option<&Welcome> = context.programme.welcome(audience);
    (welcome.and_then(|welcome| welcome.lead.clone()), welcome.map(|welcome| &welcome.prose))
}

pub(crate) fn next_events(audience: Audience, context: &Context<'_>) -> Vec<EventCard> {
    coming_events(Some(audience), context)
        .take(NEXT_DATES)
        .map(|event| EventCard::new(event, Some(audience), context))
        .collect()
}
