//! The careers team.

use serde::Serialize;

use crate::programme::Role;
use crate::view::context::Context;
use crate::view::parts::backing::{BackingLine, backing};
use crate::view::parts::person_card::PersonCard;

#[derive(Debug, Serialize)]
pub struct TeamPage {
    pub leaders: Vec<PersonCard>,
    pub others: Vec<PersonCard>,
    pub backing: Vec<BackingLine>,
}

pub(crate) fn team(context: &Context<'_>) -> TeamPage {
    let team = &context.programme.team;
    let others = team.others.iter().filter(|person| person.role != Role::CareersLeader);
    TeamPage {
        leaders: team.leaders().map(|person| PersonCard::new(person, context)).collect(),
        others: others.map(|person| PersonCard::new(person, context)).collect(),
        backing: backing(context),
    }
}
