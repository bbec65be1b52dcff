//! The parts that landing pages share.

use serde::Serialize;

use crate::programme::{Audience, MarkedText, Prose, RichText, Welcome};
use crate::view::context::Context;
use crate::view::parts::event_card::{EventCard, coming_events};
use crate::view::parts::next_card::NextCard;
use crate::view::parts::resources::{self, FilmCard, ResourceLine};

pub(crate) const NEXT_DATES: usize = 3;

/// The lead sentence and the introductory text for an audience.
pub(crate) fn welcome<'a>(audience: Audience, context: &Context<'a>) -> (Option<MarkedText>, Option<&'a Prose>) {
    let welcome: Option<&Welcome> = context.programme.welcome(audience);
    (welcome.and_then(|welcome| welcome.lead.as_ref().map(RichText::marked)), welcome.map(|welcome| &welcome.prose))
}

/// How the programme meets everybody's needs.
pub(crate) fn inclusion(context: &Context<'_>) -> Option<MarkedText> {
    context.programme.summary.as_ref()?.inclusion.as_ref().map(RichText::marked)
}

/// What an audience can use, and its films.
pub(crate) fn materials(audience: Audience, context: &Context<'_>) -> Materials {
    let welcome = context.programme.welcome(audience);
    Materials {
        resources: welcome.map_or_else(Vec::new, |welcome| resources::resources(&welcome.resources)),
        films: welcome.map_or_else(Vec::new, |welcome| resources::films(&welcome.films, context)),
    }
}

#[derive(Debug, Serialize)]
pub struct Materials {
    pub resources: Vec<ResourceLine>,
    pub films: Vec<FilmCard>,
}

/// The next events, without the one that the page begins with.
pub(crate) fn next_events(audience: Audience, first: Option<&NextCard>, context: &Context<'_>) -> Vec<EventCard> {
    coming_events(Some(audience), context)
        .filter(|event| first.is_none_or(|first| !first.is_of(event, context)))
        .take(NEXT_DATES)
        .map(|event| EventCard::new(event, Some(audience), context))
        .collect()
}
