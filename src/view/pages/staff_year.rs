//! What staff do through the year.

use serde::Serialize;

use crate::programme::{Audience, Event, MarkedText, Plan, RichText};
use crate::view::context::Context;
use crate::view::format;
use crate::view::pages::staff::card;
use crate::view::parts::event_card::EventCard;
use crate::view::parts::group_card::{GroupCard, groups};
use crate::view::parts::term_plan::{self, TermPlan};
use crate::view::routes::plan_part;

/// How many dates are shown at once.
const NEXT_DATES: usize = 6;

#[derive(Debug, Serialize)]
pub struct StaffYearPage {
    /// Each group has a page.
    pub groups: Vec<GroupCard>,
    /// What staff do for several groups.
    pub shared: Vec<GroupYear>,
    pub guidance: Option<MarkedText>,
    /// Events that involve staff, in chronological order.
    pub events: Vec<EventCard>,
    /// Those after the next few.
    pub later_events: Vec<EventCard>,
    pub past_events: Vec<EventCard>,
}

#[derive(Debug, Serialize)]
pub struct GroupYear {
    pub id: String,
    pub name: String,
    pub note: Option<MarkedText>,
    pub terms: Vec<TermPlan>,
}

/// `None` if nothing is planned yet.
pub(crate) fn staff_year(context: &Context<'_>) -> Option<StaffYearPage> {
    let programme = context.programme;
    let mut plans: Vec<&Plan> = programme.shared_plans().collect();
    plans.sort_by_key(|plan| plan.groups.clone());
    let shared = plans.into_iter().map(|plan| GroupYear {
        id: plan_part(plan),
        name: format::capital(&context.language.groups(&plan.groups, context.groups())),
        note: plan.notes.staff.as_ref().map(RichText::marked),
        terms: term_plan::by_term(&programme.planned_in(plan), Some(Audience::Staff), context),
    });
    let shared: Vec<GroupYear> = shared.filter(|group| group.note.is_some() || !group.terms.is_empty()).collect();
    let cards = |is_wanted: &dyn Fn(&Event) -> bool| -> Vec<EventCard> {
        let events = programme.events.iter().filter(|event| event.concerns(Audience::Staff) && is_wanted(event));
        events.map(|event| card(event, context)).collect()
    };
    let mut events = cards(&|event| !event.is_past(context.today));
    let later_events = events.split_off(events.len().min(NEXT_DATES));
    let page = StaffYearPage {
        groups: groups(Audience::Staff, context),
        shared,
        guidance: programme.guidance.as_ref().and_then(|guidance| guidance.notes.staff.as_ref().map(RichText::marked)),
        events,
        later_events,
        past_events: cards(&|event| event.is_past(context.today)),
    };
    let is_empty =
        programme.plans.is_empty() && page.guidance.is_none() && page.events.is_empty() && page.past_events.is_empty();
    (!is_empty).then_some(page)
}
