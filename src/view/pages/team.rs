//! The careers team.

use serde::Serialize;

use crate::programme::Role;
use crate::view::context::Context;
use crate::view::parts::backing::backing;
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::reporting_line::{ReportingLine, reporting_lines};

#[derive(Debug, Serialize)]
pub struct TeamPage {
    pub leaders: Vec<PersonCard>,
    pub others: Vec<PersonCard>,
    /// Who answers to whom, and for what.
    pub lines: Vec<ReportingLine>,
    /// True if the programme page names who supports the programme.
    pub is_backed: bool,
}

pub(crate) fn team(context: &Context<'_>) -> TeamPage {
    let team = &context.programme.team;
    let others = team.others.iter().filter(|person| person.role != Role::CareersLeader);
    TeamPage {
        leaders: team.leaders().map(|person| PersonCard::new(person, context)).collect(),
        others: others.map(|person| PersonCard::new(person, context)).collect(),
        lines: reporting_lines(context),
        is_backed: !backing(context).is_empty(),
    }
}
