//! The home page: the fingerpost with its four arms, the next dates, who leads.

use serde::Serialize;

use super::address::Address;
use super::cards::{EventCard, PersonCard, coming_events};
use super::context::Context;
use super::say::{self, DayInWords};
use crate::programme::{Audience, Prose};

/// How many dates the home page shows.
const NEXT_DATES: usize = 5;

/// The home page.
#[derive(Debug, Serialize)]
pub struct HomePage<'a> {
    /// The four arms.
    pub arms: Vec<Arm>,
    /// The term that is now, or next.
    pub term: Option<String>,
    /// The next dates for anybody.
    pub events: Vec<EventCard>,
    /// The programme in summary.
    pub summary: Option<&'a Prose>,
    /// Who leads it.
    pub leaders: Vec<PersonCard>,
    /// Who backs it.
    pub backing: Vec<Backing>,
    /// Awards of the programme.
    pub awards: Vec<AwardLine>,
}

/// An arm of the fingerpost.
#[derive(Debug, Serialize)]
pub struct Arm {
    /// The audience's word, for styles.
    pub audience: Audience,
    /// What the school calls them, with a capital.
    pub name: String,
    /// Where it leads.
    pub address: Address,
    /// What they find there.
    pub promise: String,
}

/// Somebody who backs the programme.
#[derive(Debug, Serialize)]
pub struct Backing {
    /// Who.
    pub who: String,
    /// Since when.
    pub since: Option<DayInWords>,
    /// What they say.
    pub says: Option<String>,
}

/// An award.
#[derive(Debug, Serialize)]
pub struct AwardLine {
    /// Its name.
    pub name: String,
    /// The level reached.
    pub level: Option<String>,
    /// The day it runs out.
    pub until: Option<DayInWords>,
    /// Where to read about it.
    pub link: Option<String>,
}

/// The home page.
pub(super) fn home<'a>(context: &Context<'a>) -> HomePage<'a> {
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

/// An arm: where an audience finds its own answers.
pub(super) fn arm(audience: Audience, context: &Context<'_>) -> Arm {
    let lead = context.programme.welcome(audience).and_then(|welcome| welcome.lead.clone());
    let language = &context.language;
    let promise = match audience {
        Audience::Pupils => "promise_pupils",
        Audience::Parents => "promise_parents",
        Audience::Staff => "promise_staff",
        Audience::Employers => "promise_employers",
    };
    Arm {
        audience,
        name: say::capital(language.audience(audience)),
        address: Address::new(format!("{}/index.html", audience.word())),
        promise: lead.unwrap_or_else(|| language.text(promise).to_owned()),
    }
}

/// Who backs the programme.
pub(super) fn backing(context: &Context<'_>) -> Vec<Backing> {
    let summary = context.programme.summary.iter();
    summary
        .flat_map(|summary| &summary.backing)
        .map(|backing| Backing {
            who: backing.who.clone().unwrap_or_else(|| context.language.backer(backing.by)),
            since: backing.since.map(|day| context.language.day(day)),
            says: backing.says.clone(),
        })
        .collect()
}

fn awards(context: &Context<'_>) -> Vec<AwardLine> {
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
