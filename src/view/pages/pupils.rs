//! The pages of pupils and of parents and carers: an entrance each, and a page for every group.
//!
//! Both are about the same year, but answer different questions. Pupils come for “what happens for
//! me, and when?”; parents and carers for “what is decided, when may I come, how can I help?”.

use serde::Serialize;

use crate::programme::{Audience, Prose};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::event_card::EventCard;
use crate::view::parts::feedback_summary::{self, FeedbackSummary};
use crate::view::parts::group_card::{GroupCard, groups};
use crate::view::parts::guidance_brief::{self, GuidanceBrief};
use crate::view::parts::landing::{next_events, welcome};
use crate::view::parts::link::LinkTo;

/// The pupils' entrance.
#[derive(Debug, Serialize)]
pub struct PupilsPage<'a> {
    /// What they find here.
    pub lead: Option<String>,
    /// What they are told first.
    pub welcome: Option<&'a Prose>,
    /// The groups, to find one's own.
    pub groups: Vec<GroupCard>,
    /// The next dates.
    pub events: Vec<EventCard>,
    /// Where to get these dates into a calendar, or on paper.
    pub take: CalendarLinks,
    /// How to book a guidance meeting.
    pub guidance: Option<GuidanceBrief>,
    /// Where to look further.
    pub pages: Vec<LinkTo>,
    /// What they told the school, and what came of it.
    pub voice: Option<FeedbackSummary>,
}

/// The pupils' entrance.
pub(crate) fn pupils<'a>(context: &Context<'a>) -> PupilsPage<'a> {
    let audience = Audience::Pupils;
    let (lead, welcome) = welcome(audience, context);
    PupilsPage {
        lead,
        welcome,
        groups: groups(audience, context),
        events: next_events(audience, context),
        take: calendar_links(CalendarScope::of(audience), context),
        guidance: guidance_brief::guidance(audience, context),
        pages: context.pages_for(audience),
        voice: feedback_summary::feedback_summary(audience, context),
    }
}

pub(crate) fn build<'a>(context: &Context<'a>) -> [PageDraft<'a, PupilsPage<'a>>; 1] {
    [PageDraft::landing(Audience::Pupils, pupils(context), context)]
}
