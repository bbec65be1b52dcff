//! The landing page for parents and carers.

use serde::Serialize;

use crate::programme::{Audience, MarkedText, Prose, RichText};
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::choices::{ChoiceLine, choices};
use crate::view::parts::event_card::EventCard;
use crate::view::parts::feedback_summary::{self, FeedbackSummary};
use crate::view::parts::group_card::{GroupCard, groups};
use crate::view::parts::guidance_brief::{self, GuidanceBrief};
use crate::view::parts::landing::{self, Materials, next_events, welcome};
use crate::view::parts::link::LinkTo;
use crate::view::parts::next_card::{NextCard, next_card};

#[derive(Debug, Serialize)]
pub struct ParentsPage<'a> {
    pub lead: Option<MarkedText>,
    pub welcome: Option<&'a Prose>,
    pub groups: Vec<GroupCard>,
    pub choices: Vec<ChoiceLine>,
    pub events: Vec<EventCard>,
    pub next: Option<NextCard>,
    pub calendars: CalendarLinks,
    pub guidance: Option<GuidanceBrief>,
    /// How the programme meets everybody's needs.
    pub inclusion: Option<MarkedText>,
    /// How they are involved in the programme.
    pub engagement: Option<MarkedText>,
    pub feedback: Option<FeedbackSummary>,
    pub pages: Vec<LinkTo>,
    pub materials: Materials,
}

pub(crate) fn parents<'a>(context: &Context<'a>) -> ParentsPage<'a> {
    let audience = Audience::Parents;
    let (lead, welcome) = welcome(audience, context);
    let next = next_card(audience, None, context);
    ParentsPage {
        lead,
        welcome,
        groups: groups(audience, context),
        choices: (0..context.groups().len())
            .flat_map(|group| choices(group, audience, context))
            .filter(|choice| !choice.past)
            .collect(),
        events: next_events(audience, next.as_ref(), context),
        next,
        calendars: calendar_links(CalendarScope::of(audience), context),
        guidance: guidance_brief::guidance(audience, context),
        inclusion: landing::inclusion(context),
        engagement: context
            .programme
            .summary
            .as_ref()
            .and_then(|summary| summary.parent_engagement.as_ref().map(RichText::marked)),
        feedback: feedback_summary::feedback_summary(audience, context),
        pages: context.pages_for(audience),
        materials: landing::materials(audience, context),
    }
}
