//! A group's year for staff: what they do, with the benchmarks, and what it is for.

use serde::Serialize;

use crate::programme::{Audience, Event, MarkedText};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::parts::event_card::coming_events;
use crate::view::parts::group_card::GroupCard;
use crate::view::parts::group_year::{PlanText, group_drafts, group_page_parts};
use crate::view::parts::link::LinkTo;
use crate::view::parts::next_card::NextCard;
use crate::view::parts::term_plan::TermPlan;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct StaffGroupPage<'a> {
    pub group: GroupCard,
    pub note: Option<MarkedText>,
    pub next: Option<NextCard>,
    /// Events and activities by term, current term first.
    pub terms: Vec<TermPlan>,
    pub outcomes: Vec<MarkedText>,
    pub about: Vec<PlanText<'a>>,
    pub others: Vec<LinkTo>,
}

pub(crate) fn staff_group<'a>(index: usize, context: &Context<'a>) -> Option<StaffGroupPage<'a>> {
    let audience = Audience::Staff;
    let concerns = |event: &&Event| event.groups.contains(&index) && event.concerns(audience);
    let events: Vec<&Event> = coming_events(None, context).filter(concerns).collect();
    let shared = group_page_parts(index, audience, &events, context)?;
    Some(StaffGroupPage {
        note: shared.note,
        next: shared.next,
        terms: shared.terms,
        outcomes: shared.outcomes,
        about: shared.about,
        others: shared.others,
        group: shared.group,
    })
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, StaffGroupPage<'a>>> {
    group_drafts(PageKind::StaffGroup, Audience::Staff, staff_group, context)
}
