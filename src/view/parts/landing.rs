//! The pages of pupils and of parents and carers: an entrance each, and a page for every group.
//!
//! Both are about the same year, but answer different questions. Pupils come for “what happens for
//! me, and when?”; parents and carers for “what is decided, when may I come, how can I help?”.

use crate::programme::{Audience, Prose, Welcome};
use crate::view::context::Context;
use crate::view::parts::event_card::{EventCard, coming_events};

/// How many dates an entrance shows.
pub(crate) const NEXT_DATES: usize = 6;

/// What an audience is told first, in a sentence and in full.
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
