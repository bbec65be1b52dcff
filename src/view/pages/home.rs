//! The home page: the four audiences, the next dates, the careers leaders.

use serde::Serialize;

use crate::programme::{Audience, Prose};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::exports::linked_data;
use crate::view::format::DayInWords;
use crate::view::parts::arm::{Arm, arm};
use crate::view::parts::backing::{BackingLine, backing};
use crate::view::parts::event_card::{EventCard, coming_events};
use crate::view::parts::person_card::PersonCard;
use crate::view::routes::PageKind;

/// The number of dates on the home page.
pub(crate) const NEXT_DATES: usize = 5;

/// The home page.
#[derive(Debug, Serialize)]
pub struct HomePage<'a> {
    /// The links to the landing pages.
    pub arms: Vec<Arm>,
    /// The current or next term.
    pub term: Option<String>,
    /// The next events of all audiences.
    pub events: Vec<EventCard>,
    /// The summary of the programme.
    pub summary: Option<&'a Prose>,
    /// The careers leaders.
    pub leaders: Vec<PersonCard>,
    /// The people and bodies that back it.
    pub backing: Vec<BackingLine>,
    /// Awards of the programme.
    pub awards: Vec<AwardLine>,
}

/// An award.
#[derive(Debug, Serialize)]
pub struct AwardLine {
    /// Its name.
    pub name: String,
    /// The level reached.
    pub level: Option<String>,
    /// The date on which it expires.
    pub until: Option<DayInWords>,
    /// A link to its details.
    pub link: Option<String>,
}

/// The home page.
pub(crate) fn home<'a>(context: &Context<'a>) -> HomePage<'a> {
    let programme = context.programme;
    let term = context.year().term_on(context.today);
    HomePage {
        arms: Audience::ALL.iter().map(|audience| arm(*audience, context)).collect(),
        term: term.map(|index| context.language.when(crate::programme::When::Term(index), context.year())),
        events: coming_events(None, context)
            .take(NEXT_DATES)
            .map(|event| EventCard::new(event, None, context))
            .collect(),
        summary: programme.summary.as_ref().map(|summary| &summary.prose),
        leaders: programme.team.leaders().map(|person| PersonCard::new(person, context)).collect(),
        backing: backing(context),
        awards: awards(context),
    }
}

pub(crate) fn awards(context: &Context<'_>) -> Vec<AwardLine> {
    let awards = context.programme.institution.details.awards.iter();
    awards
        .map(|award| AwardLine {
            name: award.name.clone(),
            level: award.level.clone(),
            until: award.until.as_ref().map(|until| context.language.day(until.value)),
            link: award.link.as_ref().map(|link| link.as_str().to_owned()),
        })
        .collect()
}

pub(crate) fn build<'a>(context: &Context<'a>) -> [PageDraft<'a, HomePage<'a>>; 1] {
    let kind = PageKind::Home;
    let tagline = context.programme.institution.details.tagline.clone();
    let description = tagline.unwrap_or_else(|| context.about_school(kind.description()));
    let title = context.about_school(kind.title());
    let draft = PageDraft::titled(kind, kind.address(), (title, description), home(context), context);
    [PageDraft { linked_data: linked_data::home(context), ..draft }]
}
