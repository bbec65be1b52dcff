//! Who answers to whom in the team.

use serde::Serialize;

use crate::programme::{MarkedText, Person, RichText, Team};
use crate::view::context::Context;
use crate::view::parts::person_card::PersonCard;

/// A person, with those who answer to them.
#[derive(Debug, Serialize)]
pub struct ReportingLine {
    pub name: String,
    pub title: Option<String>,
    pub time: Option<String>,
    pub responsible_for: Vec<MarkedText>,
    pub below: Vec<Self>,
}

/// Those who answer to nobody in the team, each with those below. People of whom the file says nothing of this are left out.
pub(crate) fn reporting_lines(context: &Context<'_>) -> Vec<ReportingLine> {
    lines_below(None, &context.programme.team, context)
}

fn lines_below(above: Option<usize>, team: &Team, context: &Context<'_>) -> Vec<ReportingLine> {
    let lines = team.lines.below(above).filter_map(|index| {
        let person = team.everybody().nth(index)?;
        let below = lines_below(Some(index), team, context);
        let is_shown = above.is_some() || !below.is_empty() || has_duties(person);
        is_shown.then(|| {
            let PersonCard { name, title, .. } = PersonCard::new(person, context);
            ReportingLine {
                name,
                title,
                time: person.time.clone(),
                responsible_for: person.responsible_for.iter().map(RichText::marked).collect(),
                below,
            }
        })
    });
    lines.collect()
}

fn has_duties(person: &Person) -> bool {
    person.time.is_some() || !person.responsible_for.is_empty()
}
