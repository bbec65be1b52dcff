//! What staff do through the year.

use serde::Serialize;

use crate::programme::{Activity, Audience, Plan};
use crate::view::context::Context;
use crate::view::format;
use crate::view::pages::staff::card;
use crate::view::parts::event_card::EventCard;
use crate::view::parts::term_plan::{self, TermPlan};

#[derive(Debug, Serialize)]
pub struct StaffYearPage {
    /// What staff do for each group, then for several groups.
    pub groups: Vec<GroupYear>,
    pub guidance: Option<String>,
    /// Events of the year that involve staff, in chronological order.
    pub events: Vec<EventCard>,
}

#[derive(Debug, Serialize)]
pub struct GroupYear {
    pub id: String,
    pub name: String,
    pub note: Option<String>,
    pub terms: Vec<TermPlan>,
}

/// `None` if nothing is planned yet.
pub(crate) fn staff_year(context: &Context<'_>) -> Option<StaffYearPage> {
    let programme = context.programme;
    let of_groups = |groups: &[usize]| -> Vec<&Activity> {
        context.programme.planned().filter(|activity| activity.groups == groups).collect()
    };
    let mut plans: Vec<&Plan> = programme.plans.iter().collect();
    plans.sort_by_key(|plan| (plan.groups.len() > 1, plan.groups.clone()));
    let groups = plans.into_iter().map(|plan| GroupYear {
        id: plan.prose.path().stem().to_owned(),
        name: format::capital(&context.language.groups(&plan.groups, context.groups())),
        note: plan.notes.staff.clone(),
        terms: term_plan::by_term(&of_groups(&plan.groups), Some(Audience::Staff), context),
    });
    let groups: Vec<GroupYear> = groups.filter(|group| group.note.is_some() || !group.terms.is_empty()).collect();
    let page = StaffYearPage {
        groups,
        guidance: programme.guidance.as_ref().and_then(|guidance| guidance.notes.staff.clone()),
        events: programme
            .events
            .iter()
            .filter(|event| event.concerns(Audience::Staff))
            .map(|event| card(event, context))
            .collect(),
    };
    let is_empty = page.groups.is_empty() && page.guidance.is_none() && page.events.is_empty();
    (!is_empty).then_some(page)
}
