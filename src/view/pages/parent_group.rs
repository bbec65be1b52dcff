//! A group's page for parents and carers: decisions, events for parents, and how to help.

use serde::Serialize;

use crate::programme::{Activity, Audience, Event, MarkedText, RichText};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::activity_card::ActivityCard;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::choices::{ChoiceLine, choices};
use crate::view::parts::event_card::{EventCard, coming_events};
use crate::view::parts::group_card::GroupCard;
use crate::view::parts::group_year::{PlanText, group_drafts, group_page_parts};
use crate::view::parts::guidance_brief::{self, GuidanceBrief};
use crate::view::parts::link::LinkTo;
use crate::view::parts::next_card::NextCard;
use crate::view::parts::term_plan::TermPlan;
use crate::view::parts::workplace_hours::{self, WorkplaceBrief};
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct ParentGroupPage<'a> {
    pub group: GroupCard,
    pub note: Option<MarkedText>,
    pub choices: Vec<ChoiceLine>,
    pub help: Vec<MarkedText>,
    pub next: Option<NextCard>,
    /// Events that parents are invited to.
    pub invited: Vec<EventCard>,
    pub calendars: CalendarLinks,
    /// Activities that they are invited to.
    pub open_activities: Vec<ActivityCard>,
    pub about: Vec<PlanText<'a>>,
    /// What their child can do by the end of the year.
    pub outcomes: Vec<MarkedText>,
    /// What their child does by term, current term first.
    pub terms: Vec<TermPlan>,
    pub guidance: Option<GuidanceBrief>,
    /// Its time in workplaces.
    pub workplaces: Option<WorkplaceBrief>,
    pub others: Vec<LinkTo>,
}

pub(crate) fn parent_group<'a>(index: usize, context: &Context<'a>) -> Option<ParentGroupPage<'a>> {
    let audience = Audience::Parents;
    let of_group = coming_events(None, context).filter(|event| event.groups.contains(&index));
    let (invited, others): (Vec<&Event>, Vec<&Event>) = of_group.partition(|event| event.invites_parents());
    let of_child = |event: &&Event| event.is_for(audience) || event.is_for(Audience::Pupils);
    let others: Vec<&Event> = others.into_iter().filter(of_child).collect();
    let shared = group_page_parts(index, audience, &others, context)?;
    let next = shared.next;
    let invited = invited.into_iter().filter(|event| next.as_ref().is_none_or(|next| !next.is_of(event, context)));
    let has_event = |activity: &Activity| !context.activity_events.events_of(activity).is_empty();
    let open = shared.activities.iter().filter(|activity| activity.parents_invited && !has_event(activity));
    Some(ParentGroupPage {
        note: shared.note,
        choices: choices(index, audience, context),
        help: context.programme.plans_for(index).flat_map(|plan| plan.help.iter().map(RichText::marked)).collect(),
        invited: invited.map(|event| invitation(event, context)).collect(),
        next,
        calendars: calendar_links(CalendarScope { group: Some(index), ..CalendarScope::of(audience) }, context),
        open_activities: open.map(|activity| ActivityCard::new(activity, Some(audience), context)).collect(),
        about: shared.about,
        outcomes: shared.outcomes,
        terms: shared.terms,
        guidance: guidance_brief::guidance(audience, context),
        workplaces: workplace_hours::brief(index, context),
        others: shared.others,
        group: shared.group,
    })
}

/// An event in a list of invitations, where a tag would repeat the heading.
fn invitation(event: &Event, context: &Context<'_>) -> EventCard {
    EventCard { tag: None, ..EventCard::new(event, Some(Audience::Parents), context) }
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, ParentGroupPage<'a>>> {
    group_drafts(PageKind::ParentGroup, Audience::Parents, parent_group, context)
}
