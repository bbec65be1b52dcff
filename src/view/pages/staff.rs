//! The landing page for staff, with what they do this term.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Activity, Audience, Event, Prose, When};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::pages::matrix::gaps;
use crate::view::parts::activity_card::ActivityCard;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::event_card::{EventCard, coming_events};
use crate::view::parts::feedback_summary::{self, FeedbackSummary};
use crate::view::parts::group_card::{GroupCard, groups};
use crate::view::parts::landing::welcome;
use crate::view::parts::link::LinkTo;
use crate::view::routes::PageKind;

/// The number of dates on the landing page. The page of the year lists all of them.
pub(crate) const NEXT_DATES: usize = 6;

#[derive(Debug, Serialize)]
pub struct StaffPage<'a> {
    pub lead: Option<String>,
    pub welcome: Option<&'a Prose>,
    pub term: Option<String>,
    /// What staff do this term, group by group.
    pub parts: Vec<GroupPart>,
    pub events: Vec<EventCard>,
    pub calendars: CalendarLinks,
    pub aims: Vec<String>,
    pub pages: Vec<LinkTo>,
    pub development_plan: Option<String>,
    pub feedback: Option<FeedbackSummary>,
    /// The number of gaps in the matrix, in words.
    pub gaps: Option<String>,
    /// The page of subjects, if an activity names one.
    pub subjects: Option<Address>,
}

#[derive(Debug, Serialize)]
pub struct GroupPart {
    pub group: GroupCard,
    pub note: Option<String>,
    pub activities: Vec<ActivityCard>,
}

pub(crate) fn staff<'a>(context: &Context<'a>) -> StaffPage<'a> {
    let audience = Audience::Staff;
    let (lead, welcome) = welcome(audience, context);
    let summary = context.programme.summary.as_ref();
    let term = context.year().term_on(context.today);
    let gaps = gaps(context).len();
    StaffPage {
        lead,
        welcome,
        term: term.map(|index| context.language.when(When::Term(index), context.year())),
        parts: parts(term, context),
        calendars: calendar_links(CalendarScope::of(audience), context),
        events: coming_events(None, context)
            .filter(|event| event.concerns(Audience::Staff))
            .take(NEXT_DATES)
            .map(|event| card(event, context))
            .collect(),
        subjects: context
            .programme
            .activities
            .iter()
            .any(|activity| !activity.subjects.is_empty())
            .then(|| PageKind::Subjects.address()),
        aims: summary.map_or_else(Vec::new, |summary| summary.aims.clone()),
        pages: context.pages_for(audience),
        development_plan: summary.and_then(|summary| summary.development_plan.clone()),
        feedback: feedback_summary::feedback_summary(audience, context),
        gaps: (gaps > 0).then(|| message!(context.language, "gaps_to_fill", count = gaps)),
    }
}

pub(crate) fn card(event: &Event, context: &Context<'_>) -> EventCard {
    EventCard::new(event, Some(Audience::Staff), context)
}

pub(crate) fn parts(term: Option<usize>, context: &Context<'_>) -> Vec<GroupPart> {
    let cards = groups(Audience::Staff, context);
    let part = |(index, group): (usize, GroupCard)| {
        let now = |activity: &&Activity| {
            activity.groups.contains(&index)
                && term.is_some_and(|term| activity.terms.contains(&term))
                // An activity for several groups is listed once, with the first group.
                && (activity.groups.len() == 1 || activity.groups.first() == Some(&index))
        };
        let activities = context.programme.planned().filter(now);
        GroupPart {
            group,
            note: context.programme.plan_of(index).and_then(|plan| plan.notes.staff.clone()),
            activities: activities
                .map(|activity| ActivityCard::new(activity, Some(Audience::Staff), context))
                .collect(),
        }
    };
    cards.into_iter().enumerate().map(part).collect()
}
