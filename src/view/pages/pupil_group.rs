//! A group's page for pupils: their activities and events.

use serde::Serialize;

use crate::programme::{Audience, MarkedText};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::choices::{ChoiceLine, choices};
use crate::view::parts::event_card::coming_events;
use crate::view::parts::group_card::GroupCard;
use crate::view::parts::group_year::{PlanText, group_drafts, group_page_parts};
use crate::view::parts::guidance_brief::{self, GuidanceBrief};
use crate::view::parts::link::LinkTo;
use crate::view::parts::next_card::NextCard;
use crate::view::parts::term_plan::TermPlan;
use crate::view::parts::workplace_hours::{self, WorkplaceBrief};
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct PupilGroupPage<'a> {
    pub group: GroupCard,
    pub note: Option<MarkedText>,
    pub about: Vec<PlanText<'a>>,
    pub outcomes: Vec<MarkedText>,
    pub next: Option<NextCard>,
    /// Events and activities by term, current term first.
    pub terms: Vec<TermPlan>,
    pub calendars: CalendarLinks,
    pub choices: Vec<ChoiceLine>,
    pub guidance: Option<GuidanceBrief>,
    /// Its time in workplaces.
    pub workplaces: Option<WorkplaceBrief>,
    pub others: Vec<LinkTo>,
}

pub(crate) fn pupil_group<'a>(index: usize, context: &Context<'a>) -> Option<PupilGroupPage<'a>> {
    let audience = Audience::Pupils;
    let events = coming_events(Some(audience), context).filter(|event| event.groups.contains(&index));
    let shared = group_page_parts(index, audience, &events.collect::<Vec<_>>(), context)?;
    Some(PupilGroupPage {
        note: shared.note,
        about: shared.about,
        outcomes: shared.outcomes,
        next: shared.next,
        terms: shared.terms,
        calendars: calendar_links(CalendarScope { group: Some(index), ..CalendarScope::of(audience) }, context),
        choices: choices(index, audience, context),
        guidance: guidance_brief::guidance(audience, context),
        workplaces: workplace_hours::brief(index, context),
        others: shared.others,
        group: shared.group,
    })
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, PupilGroupPage<'a>>> {
    group_drafts(PageKind::PupilGroup, Audience::Pupils, pupil_group, context)
}
