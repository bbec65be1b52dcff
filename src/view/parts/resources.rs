//! Materials and films.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Film, ResourceEntry};
use crate::view::context::Context;

#[derive(Clone, Debug, Serialize)]
pub struct ResourceLine {
    pub what: String,
    pub owner: Option<String>,
    pub place: Option<String>,
    pub link: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FilmCard {
    pub title: String,
    pub link: String,
    /// “3 minutes, in British Sign Language”.
    pub about: Option<String>,
    pub transcript: Option<String>,
}

pub(crate) fn resources(entries: &[ResourceEntry]) -> Vec<ResourceLine> {
    let line = |ResourceEntry(resource): &ResourceEntry| ResourceLine {
        what: resource.what.clone(),
        owner: resource.owner.clone(),
        place: resource.place.clone(),
        link: resource.link.as_ref().map(|link| link.as_str().to_owned()),
    };
    entries.iter().map(line).collect()
}

pub(crate) fn films(films: &[Film], context: &Context<'_>) -> Vec<FilmCard> {
    let language = &context.language;
    let card = |film: &Film| {
        let signed = (film.signed == Some(true)).then(|| language.text("film_signed").to_owned());
        let about = match (&film.length, signed) {
            (Some(length), Some(signed)) => Some(message!(language, "facts_joined", first = length, second = &signed)),
            (length, signed) => length.clone().or(signed),
        };
        FilmCard {
            title: film.title.clone(),
            link: film.link.as_str().to_owned(),
            about,
            transcript: film.transcript.clone(),
        }
    };
    films.iter().map(card).collect()
}
