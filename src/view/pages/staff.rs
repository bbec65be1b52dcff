//! The landing page for staff, with what they do this term.

use serde::Serialize;

use crate::language::capital;
use crate::programme::{Activity, Audience, Event, MarkedText, Plan, Prose, RichText, When};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::pages::{by_area, subjects};
use crate::view::parts::activity_card::ActivityCard;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::event_card::{EventCard, coming_events};
use crate::view::parts::feedback_summary::{self, FeedbackSummary};
use crate::view::parts::group_card::{GroupCard, groups};
use crate::view::parts::landing::{self, Materials, welcome};
use crate::view::parts::link::LinkTo;
use crate::view::parts::next_card::{NextCard, next_card};
use crate::view::routes::PageKind;

/// The number of dates on the landing page. The page of the year lists all of them.
pub(crate) const NEXT_DATES: usize = 3;

#[derive(Debug, Serialize)]
pub struct StaffPage<'a> {
    pub lead: Option<MarkedText>,
    pub welcome: Option<&'a Prose>,
    /// Links to the groups' pages.
    pub groups: Vec<LinkTo>,
    pub term: Option<String>,
    /// What staff do this term, group by group.
    pub parts: Vec<GroupPart>,
    pub events: Vec<EventCard>,
    pub next: Option<NextCard>,
    pub calendars: CalendarLinks,
    pub aims: Vec<MarkedText>,
    pub pages: Vec<LinkTo>,
    pub materials: Materials,
    pub development_plan: Option<MarkedText>,
    pub feedback: Option<FeedbackSummary>,
    /// The page of areas of learning, if there is one.
    pub areas: Option<LinkTo>,
    /// The page of encounters with their sheets, if one is described.
    pub encounters: Option<LinkTo>,
    /// The page of subjects, if an activity or event names one.
    pub subjects: Option<Address>,
}

#[derive(Debug, Serialize)]
pub struct GroupPart {
    pub group: GroupCard,
    pub note: Option<MarkedText>,
    pub activities: Vec<ActivityCard>,
    /// True if an activity has a note for staff, somebody who leads it, or materials: a column that would be empty is left out.
    pub has_notes: bool,
    pub has_leaders: bool,
    pub has_resources: bool,
}

pub(crate) fn staff<'a>(context: &Context<'a>) -> StaffPage<'a> {
    let audience = Audience::Staff;
    let (lead, welcome) = welcome(audience, context);
    let next = next_card(audience, None, context);
    let summary = context.programme.summary.as_ref();
    let term = context.year().term_on(context.today);
    StaffPage {
        lead,
        welcome,
        groups: groups(audience, context).into_iter().map(|group| LinkTo::new(group.address, group.name)).collect(),
        term: term.map(|index| context.language.when(When::Term(index), context.year())),
        parts: parts(term, context),
        calendars: calendar_links(CalendarScope::of(audience), context),
        events: coming_events(None, context)
            .filter(|event| event.concerns(audience) && next.as_ref().is_none_or(|next| !next.is_of(event, context)))
            .take(NEXT_DATES)
            .map(|event| card(event, context))
            .collect(),
        next,
        areas: by_area::is_shown(context).then(|| context.link(PageKind::ByArea)),
        encounters: context.sheets.described().next().map(|_| context.link(PageKind::Encounters)),
        subjects: subjects::is_shown(context).then(|| context.address(PageKind::Subjects)),
        aims: summary.map_or_else(Vec::new, |summary| summary.aims.iter().map(RichText::marked).collect()),
        pages: context.pages_for(audience),
        materials: landing::materials(audience, context),
        development_plan: summary.and_then(|summary| summary.development_plan.as_ref().map(RichText::marked)),
        feedback: feedback_summary::feedback_summary(audience, context),
    }
}

pub(crate) fn card(event: &Event, context: &Context<'_>) -> EventCard {
    EventCard::new(event, Some(Audience::Staff), context)
}

pub(crate) fn parts(term: Option<usize>, context: &Context<'_>) -> Vec<GroupPart> {
    let count = context.groups().len();
    let is_now = |activity: &&Activity| term.is_some_and(|term| activity.terms.contains(&term));
    // What is for every group is listed once, and first.
    let is_for_all = |activity: &Activity| count > 1 && activity.groups.len() == count;
    let all_card = GroupCard {
        id: "everyone".into(),
        name: capital(&context.language.groups(&(0..count).collect::<Vec<_>>(), context.groups())),
        address: context.address(PageKind::Programme),
        theme: None,
        question: None,
        about: None,
        aim: None,
    };
    let for_all = context.programme.planned().filter(is_now).filter(|activity| is_for_all(activity));
    let is_of_all = |plan: &Plan| count > 1 && plan.groups.len() == count;
    let notes = |plans: Vec<&Plan>| MarkedText::joined(plans.into_iter().filter_map(|plan| plan.notes.staff.as_ref()));
    let plans_of_all = context.programme.plans.iter().filter(|plan| is_of_all(plan)).collect();
    let for_all = group_part(all_card, notes(plans_of_all), for_all, context);
    let part = |(index, group): (usize, GroupCard)| {
        let of_group = |activity: &&Activity| activity.groups.contains(&index) && !is_for_all(activity);
        let activities = context.programme.planned().filter(is_now).filter(of_group);
        let plans = context.programme.plans_for(index).filter(|plan| !is_of_all(plan)).collect();
        group_part(group, notes(plans), activities, context)
    };
    let parts = groups(Audience::Staff, context).into_iter().enumerate().map(part);
    let parts = std::iter::once(for_all).chain(parts);
    parts.filter(|part| part.note.is_some() || !part.activities.is_empty()).collect()
}

fn group_part<'a>(
    group: GroupCard,
    note: Option<MarkedText>,
    activities: impl Iterator<Item = &'a Activity>,
    context: &Context<'_>,
) -> GroupPart {
    let activities: Vec<ActivityCard> =
        activities.map(|activity| ActivityCard::new(activity, Some(Audience::Staff), context)).collect();
    GroupPart {
        group,
        note,
        has_notes: activities.iter().any(|activity| activity.note.is_some() || activity.sheet.is_some()),
        has_leaders: activities.iter().any(|activity| activity.led_by.is_some()),
        has_resources: activities.iter().any(|activity| !activity.resources.is_empty()),
        activities,
    }
}
