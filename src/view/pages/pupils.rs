//! The landing page for pupils.

use serde::Serialize;

use crate::programme::{Audience, MarkedText, Prose};
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::event_card::EventCard;
use crate::view::parts::feedback_summary::{self, FeedbackSummary};
use crate::view::parts::group_card::{GroupCard, groups};
use crate::view::parts::guidance_brief::{self, GuidanceBrief};
use crate::view::parts::landing::{self, Materials, next_events, welcome};
use crate::view::parts::link::LinkTo;
use crate::view::parts::next_card::{NextCard, next_card};

#[derive(Debug, Serialize)]
pub struct PupilsPage<'a> {
    pub lead: Option<MarkedText>,
    pub welcome: Option<&'a Prose>,
    pub groups: Vec<GroupCard>,
    pub events: Vec<EventCard>,
    pub next: Option<NextCard>,
    pub calendars: CalendarLinks,
    pub guidance: Option<GuidanceBrief>,
    /// How the programme meets everybody's needs.
    pub inclusion: Option<MarkedText>,
    pub pages: Vec<LinkTo>,
    pub materials: Materials,
    pub feedback: Option<FeedbackSummary>,
}

pub(crate) fn pupils<'a>(context: &Context<'a>) -> PupilsPage<'a> {
    let audience = Audience::Pupils;
    let (lead, welcome) = welcome(audience, context);
    let next = next_card(audience, None, context);
    PupilsPage {
        lead,
        welcome,
        groups: groups(audience, context),
        events: next_events(audience, next.as_ref(), context),
        next,
        calendars: calendar_links(CalendarScope::of(audience), context),
        guidance: guidance_brief::guidance(audience, context),
        inclusion: landing::inclusion(context),
        pages: context.pages_for(audience),
        materials: landing::materials(audience, context),
        feedback: feedback_summary::feedback_summary(audience, context),
    }
}
