//! Personal guidance.

use serde::Serialize;

use crate::programme::{MarkedText, Prose, RichText, Role};
use crate::view::context::Context;
use crate::view::parts::meetings::{MeetingTable, meeting_tables};
use crate::view::parts::note_for::{NoteFor, public_notes};
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::resources::{FilmCard, films};

#[derive(Debug, Serialize)]
pub struct GuidancePage<'a> {
    pub about: &'a Prose,
    pub entitlement: Vec<MarkedText>,
    pub when: Option<String>,
    pub length: Option<String>,
    pub films: Vec<FilmCard>,
    pub book: Option<MarkedText>,
    pub booking: Option<String>,
    pub drop_in: Option<MarkedText>,
    pub adviser: Option<MarkedText>,
    pub independent: Option<MarkedText>,
    pub advisers: Vec<PersonCard>,
    /// The notes for each audience but staff, whose note is on their page of the year.
    pub notes: Vec<NoteFor>,
    /// How many of each group had their meeting, by the newest counts.
    pub meetings: Option<MeetingTable>,
}

pub(crate) fn guidance<'a>(context: &Context<'a>) -> Option<GuidancePage<'a>> {
    let guidance = context.programme.guidance.as_ref()?;
    let advisers = context.programme.team.with_role(Role::CareersAdviser);
    Some(GuidancePage {
        about: &guidance.prose,
        entitlement: guidance.entitlement.iter().map(RichText::marked).collect(),
        when: guidance.when.clone(),
        length: guidance.length.clone(),
        films: films(&guidance.films, context),
        book: guidance.book.as_ref().map(RichText::marked),
        booking: guidance.booking.as_ref().map(|link| link.as_str().to_owned()),
        drop_in: guidance.drop_in.as_ref().map(RichText::marked),
        adviser: guidance.adviser.as_ref().map(RichText::marked),
        independent: guidance.independent.as_ref().map(RichText::marked),
        advisers: advisers.map(|person| PersonCard::new(person, context)).collect(),
        notes: public_notes(&[&guidance.notes], context),
        meetings: meeting_tables(context).into_iter().next(),
    })
}
