//! A group's page for parents and carers: decisions, events for parents, and how to help.

use serde::Serialize;

use crate::programme::{Audience, Prose};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::activity_card::ActivityCard;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::event_card::{EventCard, coming_events};
use crate::view::parts::group_card::GroupCard;
use crate::view::parts::group_year::{ChoiceLine, choices, group_drafts, group_page_parts};
use crate::view::parts::guidance_brief::{self, GuidanceBrief};
use crate::view::parts::link::LinkTo;
use crate::view::parts::term_plan::TermPlan;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct ParentGroupPage<'a> {
    pub group: GroupCard,
    pub note: Option<String>,
    pub choices: Vec<ChoiceLine>,
    pub help: Vec<String>,
    pub invited: Vec<EventCard>,
    pub calendars: CalendarLinks,
    /// Activities that they are invited to.
    pub open_activities: Vec<ActivityCard>,
    /// Other events of the group, of which only title and date matter to parents.
    pub other_events: Vec<EventCard>,
    pub about: Option<&'a Prose>,
    /// What their child can do by the end of the year.
    pub outcomes: Vec<String>,
    pub terms: Vec<TermPlan>,
    pub guidance: Option<GuidanceBrief>,
    pub others: Vec<LinkTo>,
}

pub(crate) fn parent_group<'a>(index: usize, context: &Context<'a>) -> Option<ParentGroupPage<'a>> {
    let audience = Audience::Parents;
    let shared = group_page_parts(index, audience, context)?;
    let of_group = || coming_events(None, context).filter(|event| event.groups.contains(&index));
    let open = shared.activities.iter().filter(|activity| activity.parents_invited);
    Some(ParentGroupPage {
        note: shared.note,
        choices: choices(index, audience, context),
        help: context.programme.plans_for(index).flat_map(|plan| plan.help.clone()).collect(),
        invited: of_group()
            .filter(|event| event.is_for(audience))
            .map(|event| EventCard::new(event, Some(audience), context))
            .collect(),
        calendars: calendar_links(CalendarScope { group: Some(index), ..CalendarScope::of(audience) }, context),
        open_activities: open.map(|activity| ActivityCard::new(activity, Some(audience), context)).collect(),
        other_events: of_group()
            .filter(|event| !event.is_for(audience) && event.is_for(Audience::Pupils))
            .map(|event| EventCard::new(event, None, context))
            .collect(),
        about: shared.about,
        outcomes: shared.outcomes,
        terms: shared.terms,
        guidance: guidance_brief::guidance(audience, context),
        others: shared.others,
        group: shared.group,
    })
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, ParentGroupPage<'a>>> {
    group_drafts(PageKind::ParentGroup, Audience::Parents, parent_group, context)
}
