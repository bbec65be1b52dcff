//! Personal guidance.

use serde::Serialize;

use crate::programme::{Prose, Role};
use crate::view::context::Context;
use crate::view::parts::note_for::{NoteFor, public_notes};
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::resources::{FilmCard, films};

#[derive(Debug, Serialize)]
pub struct GuidancePage<'a> {
    pub about: &'a Prose,
    pub entitlement: Vec<String>,
    pub when: Option<String>,
    pub length: Option<String>,
    pub films: Vec<FilmCard>,
    pub book: Option<String>,
    pub booking: Option<String>,
    pub drop_in: Option<String>,
    pub adviser: Option<String>,
    pub independent: Option<String>,
    pub advisers: Vec<PersonCard>,
    /// The notes for each audience but staff, whose note is on their page of the year.
    pub notes: Vec<NoteFor>,
}

pub(crate) fn guidance<'a>(context: &Context<'a>) -> Option<GuidancePage<'a>> {
    let guidance = context.programme.guidance.as_ref()?;
    let advisers = context.programme.team.with_role(Role::CareersAdviser);
    Some(GuidancePage {
        about: &guidance.prose,
        entitlement: guidance.entitlement.clone(),
        when: guidance.when.clone(),
        length: guidance.length.clone(),
        films: films(&guidance.films, context),
        book: guidance.book.clone(),
        booking: guidance.booking.as_ref().map(|link| link.as_str().to_owned()),
        drop_in: guidance.drop_in.clone(),
        adviser: guidance.adviser.clone(),
        independent: guidance.independent.clone(),
        advisers: advisers.map(|person| PersonCard::new(person, context)).collect(),
        notes: public_notes(&[&guidance.notes], context),
    })
}
