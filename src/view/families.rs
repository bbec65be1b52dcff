//! The pages of pupils and of parents and carers: an entrance each, and a page for every group.
//!
//! Both are about the same year, but answer different questions. Pupils come for “what happens for
//! me, and when?”; parents and carers for “what is decided, when may I come, how can I help?”.

use serde::Serialize;

use super::address::Address;
use super::calendars::Choice;
use super::cards::{self, ActivityCard, EventCard, GuidanceBrief, LinkTo, TermPlan, coming_events};
use super::context::Context;
use super::feedback::{self, Voice};
use super::subscribe::{TakeAway, take_away};
use crate::language::{capital, say};
use crate::programme::{Activity, Audience, Plan, Prose, Status, Welcome};

/// How many dates an entrance shows.
const NEXT_DATES: usize = 6;

/// A group, on the entrance.
#[derive(Debug, Serialize)]
pub struct GroupCard {
    /// Its word.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its page for this audience.
    pub address: Address,
    /// The year's theme.
    pub theme: Option<String>,
    /// The year's key question.
    pub question: Option<String>,
    /// One line about it.
    pub about: Option<String>,
}

/// A choice or a date ahead.
#[derive(Debug, Serialize)]
pub struct ChoiceLine {
    /// The group's name, on the entrance.
    pub group: String,
    /// The group's page.
    pub address: Address,
    /// What is chosen or due.
    pub what: String,
    /// When.
    pub when: Option<String>,
    /// What helps.
    pub note: Option<String>,
}

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
    pub take: TakeAway,
    /// How to book a guidance meeting.
    pub guidance: Option<GuidanceBrief>,
    /// Where to look further.
    pub pages: Vec<LinkTo>,
    /// What they told the school, and what came of it.
    pub voice: Option<Voice>,
}

/// The entrance of parents and carers.
#[derive(Debug, Serialize)]
pub struct ParentsPage<'a> {
    /// What they find here.
    pub lead: Option<String>,
    /// What they are told first.
    pub welcome: Option<&'a Prose>,
    /// The groups, to find their child's.
    pub groups: Vec<GroupCard>,
    /// Choices and dates ahead, of all groups.
    pub choices: Vec<ChoiceLine>,
    /// Events they are invited to.
    pub events: Vec<EventCard>,
    /// Where to get these dates into a calendar, or on paper.
    pub take: TakeAway,
    /// Personal guidance for their child.
    pub guidance: Option<GuidanceBrief>,
    /// How they are part of the programme.
    pub engagement: Option<String>,
    /// What they told the school, and what came of it.
    pub voice: Option<Voice>,
    /// Where to look further.
    pub pages: Vec<LinkTo>,
}

/// A group's page for pupils.
#[derive(Debug, Serialize)]
pub struct PupilGroupPage<'a> {
    /// The group, with theme and question.
    pub group: GroupCard,
    /// What they are told about the year.
    pub note: Option<String>,
    /// What the year is about.
    pub about: Option<&'a Prose>,
    /// What they can say or do at its end.
    pub outcomes: Vec<String>,
    /// What happens, term by term; the term that is now stands first.
    pub terms: Vec<TermPlan>,
    /// Their next events.
    pub events: Vec<EventCard>,
    /// Where to get these dates into a calendar, or on paper.
    pub take: TakeAway,
    /// What is chosen or due.
    pub choices: Vec<ChoiceLine>,
    /// How to book a guidance meeting.
    pub guidance: Option<GuidanceBrief>,
    /// The other groups.
    pub others: Vec<LinkTo>,
}

/// A group's page for parents and carers.
#[derive(Debug, Serialize)]
pub struct ParentGroupPage<'a> {
    /// The group, with theme and question.
    pub group: GroupCard,
    /// What they are told about the year.
    pub note: Option<String>,
    /// What is chosen or due.
    pub choices: Vec<ChoiceLine>,
    /// How they can help.
    pub help: Vec<String>,
    /// Events they are invited to.
    pub invited: Vec<EventCard>,
    /// Where to get these dates into a calendar, or on paper.
    pub take: TakeAway,
    /// Activities that they are invited to.
    pub open_activities: Vec<ActivityCard>,
    /// Events of the group that they are told nothing special about: title and date matter.
    pub other_events: Vec<EventCard>,
    /// What the year is about.
    pub about: Option<&'a Prose>,
    /// What their child can say or do at its end.
    pub outcomes: Vec<String>,
    /// What their child does, term by term.
    pub terms: Vec<TermPlan>,
    /// Personal guidance for their child.
    pub guidance: Option<GuidanceBrief>,
    /// The other groups.
    pub others: Vec<LinkTo>,
}

/// What an audience is told first, in a sentence and in full.
pub(super) fn welcome<'a>(audience: Audience, context: &Context<'a>) -> (Option<String>, Option<&'a Prose>) {
    let welcome: Option<&Welcome> = context.programme.welcome(audience);
    (welcome.and_then(|welcome| welcome.lead.clone()), welcome.map(|welcome| &welcome.prose))
}

/// The pupils' entrance.
pub(super) fn pupils<'a>(context: &Context<'a>) -> PupilsPage<'a> {
    let audience = Audience::Pupils;
    let (lead, welcome) = welcome(audience, context);
    PupilsPage {
        lead,
        welcome,
        groups: groups(audience, context),
        events: next_events(audience, context),
        take: take_away(Choice::of(audience), context),
        guidance: cards::guidance(audience, context),
        pages: context.pages_for(audience),
        voice: feedback::voice(audience, context),
    }
}

/// The entrance of parents and carers.
pub(super) fn parents<'a>(context: &Context<'a>) -> ParentsPage<'a> {
    let audience = Audience::Parents;
    let (lead, welcome) = welcome(audience, context);
    ParentsPage {
        lead,
        welcome,
        groups: groups(audience, context),
        choices: (0..context.groups().len()).flat_map(|group| choices(group, audience, context)).collect(),
        events: next_events(audience, context),
        take: take_away(Choice::of(audience), context),
        guidance: cards::guidance(audience, context),
        engagement: context.programme.summary.as_ref().and_then(|summary| summary.parent_engagement.clone()),
        voice: feedback::voice(audience, context),
        pages: context.pages_for(audience),
    }
}

fn next_events(audience: Audience, context: &Context<'_>) -> Vec<EventCard> {
    coming_events(Some(audience), context)
        .take(NEXT_DATES)
        .map(|event| EventCard::new(event, Some(audience), context))
        .collect()
}

/// All groups, as cards that lead to their pages for this audience.
pub(super) fn groups(audience: Audience, context: &Context<'_>) -> Vec<GroupCard> {
    (0..context.groups().len()).filter_map(|index| group_card(index, audience, context)).collect()
}

fn group_card(index: usize, audience: Audience, context: &Context<'_>) -> Option<GroupCard> {
    let group = context.groups().get(index)?;
    let plan = context.programme.plan_of(index);
    Some(GroupCard {
        id: group.id.clone(),
        name: group.name.clone(),
        address: context.group_address(audience, group),
        theme: plan.and_then(|plan| plan.theme.clone()),
        question: plan.and_then(|plan| plan.question.clone()),
        about: group.about.clone(),
    })
}

fn choices(index: usize, audience: Audience, context: &Context<'_>) -> Vec<ChoiceLine> {
    let Some(group) = context.groups().get(index) else { return Vec::new() };
    let choices = context.programme.plan_of(index).into_iter().flat_map(|plan| &plan.choices);
    choices
        .map(|choice| ChoiceLine {
            group: group.name.clone(),
            address: context.group_address(audience, group),
            what: choice.what.clone(),
            when: choice.when.clone(),
            note: choice.note.clone(),
        })
        .collect()
}

/// What an audience is told about a group's year: in its own plan, then in those for several groups.
fn note(index: usize, audience: Audience, context: &Context<'_>) -> Option<String> {
    let notes: Vec<&str> = context.programme.plans_for(index).filter_map(|plan| plan.notes.to(audience)).collect();
    (!notes.is_empty()).then(|| notes.join(" "))
}

/// The parts that both audiences' group pages share.
struct Shared<'a> {
    group: GroupCard,
    plan: Option<&'a Plan>,
    note: Option<String>,
    outcomes: Vec<String>,
    terms: Vec<TermPlan>,
    activities: Vec<&'a Activity>,
    others: Vec<LinkTo>,
}

fn shared<'a>(index: usize, audience: Audience, context: &Context<'a>) -> Option<Shared<'a>> {
    let programme = context.programme;
    let plan = programme.plan_of(index);
    let happens = |activity: &&Activity| activity.groups.contains(&index) && activity.status.value != Status::Cancelled;
    let activities: Vec<&Activity> = programme.activities.iter().filter(happens).collect();
    let mut terms = cards::by_term(&activities, Some(audience), context);
    // The term that is now comes first, those after it next, those that are over last.
    if let Some(now) = terms.iter().position(|term| term.now) {
        terms.rotate_left(now);
    }
    let others = groups(audience, context);
    Some(Shared {
        group: group_card(index, audience, context)?,
        plan,
        note: note(index, audience, context),
        outcomes: plan.map_or_else(Vec::new, |plan| plan.outcomes.clone()),
        terms,
        activities,
        others: others.into_iter().map(|group| LinkTo::new(group.address, group.name)).collect(),
    })
}

/// A group's page for pupils.
pub(super) fn pupil_group<'a>(index: usize, context: &Context<'a>) -> Option<PupilGroupPage<'a>> {
    let audience = Audience::Pupils;
    let shared = shared(index, audience, context)?;
    let events = coming_events(Some(audience), context).filter(|event| event.groups.contains(&index));
    Some(PupilGroupPage {
        note: shared.note,
        about: shared.plan.map(|plan| &plan.prose),
        outcomes: shared.outcomes,
        terms: shared.terms,
        events: events.map(|event| EventCard::new(event, Some(audience), context)).collect(),
        take: take_away(Choice { group: Some(index), ..Choice::of(audience) }, context),
        choices: choices(index, audience, context),
        guidance: cards::guidance(audience, context),
        others: shared.others,
        group: shared.group,
    })
}

/// A group's page for parents and carers.
pub(super) fn parent_group<'a>(index: usize, context: &Context<'a>) -> Option<ParentGroupPage<'a>> {
    let audience = Audience::Parents;
    let shared = shared(index, audience, context)?;
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
        take: take_away(Choice { group: Some(index), ..Choice::of(audience) }, context),
        open_activities: open.map(|activity| ActivityCard::new(activity, Some(audience), context)).collect(),
        other_events: of_group()
            .filter(|event| !event.is_for(audience) && event.is_for(Audience::Pupils))
            .map(|event| EventCard::new(event, None, context))
            .collect(),
        about: shared.plan.map(|plan| &plan.prose),
        outcomes: shared.outcomes,
        terms: shared.terms,
        guidance: cards::guidance(audience, context),
        others: shared.others,
        group: shared.group,
    })
}

/// The title of a group's page for an audience.
pub(super) fn group_title(index: usize, audience: Audience, context: &Context<'_>) -> String {
    let name = context.groups().get(index).map_or("", |group| group.name.as_str());
    say!(context.language, "group_for", name = name, audience = context.language.audience(audience))
}

/// One line about a group's page, for search engines.
pub(super) fn group_description(index: usize, audience: Audience, context: &Context<'_>) -> String {
    let question = context.programme.plan_of(index).and_then(|plan| plan.question.clone());
    let title = group_title(index, audience, context);
    match question {
        Some(question) => format!("{title}: {question}"),
        None => {
            say!(context.language, "group_at", title = &title, school = &capital(&context.programme.institution.name))
        }
    }
}
