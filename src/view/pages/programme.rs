//! The whole programme by group, which is also the version to print.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Audience, MarkedText, Plan, Prose, RichText};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::format;
use crate::view::pages::by_area;
use crate::view::pages::outcomes::key_stages;
use crate::view::parts::backing::{BackingLine, backing};
use crate::view::parts::link::LinkTo;
use crate::view::parts::term_plan::{self, TermPlan};
use crate::view::past_events;
use crate::view::routes::{PageKind, plan_part};

#[derive(Debug, Serialize)]
pub struct ProgrammePage<'a> {
    pub title: Option<String>,
    pub summary: Option<&'a Prose>,
    pub aims: Vec<MarkedText>,
    pub backing: Vec<BackingLine>,
    pub development_plan: Option<MarkedText>,
    pub parent_engagement: Option<MarkedText>,
    pub inclusion: Option<MarkedText>,
    pub resources: Option<MarkedText>,
    pub appraisal: Option<MarkedText>,
    pub access: Vec<AccessLine>,
    pub groups: Vec<GroupProgramme<'a>>,
    /// The page of areas of learning, if there is one.
    pub areas: Option<LinkTo>,
    /// Plans for several groups.
    pub whole: Vec<GroupProgramme<'a>>,
    /// The pages of past years.
    pub earlier_years: Vec<LinkTo>,
}

#[derive(Debug, Serialize)]
pub struct AccessLine {
    pub audience: Audience,
    pub name: String,
    /// How they get at the information.
    pub texts: [MarkedText; 1],
}

#[derive(Debug, Serialize)]
pub struct GroupProgramme<'a> {
    /// Its part of the page, which is none of the page's own: a group may be called “Access”.
    pub id: String,
    pub name: String,
    /// “Key stage 3”, or several for a pathway across them.
    pub key_stages: Option<String>,
    pub theme: Option<String>,
    pub aim: Option<MarkedText>,
    pub question: Option<String>,
    pub outcomes: Vec<MarkedText>,
    pub about: Option<&'a Prose>,
    pub terms: Vec<TermPlan>,
}

pub(crate) fn programme<'a>(context: &Context<'a>) -> ProgrammePage<'a> {
    let programme = context.programme;
    let summary = programme.summary.as_ref();
    let access = Audience::ALL.iter().filter_map(|audience| {
        let how = summary.and_then(|summary| summary.access.as_ref()).and_then(|lines| lines.to(*audience))?;
        let name = format::capital(context.language.audience(*audience));
        Some(AccessLine { audience: *audience, name, texts: [how.marked()] })
    });
    let groups = context.groups().iter().enumerate().map(|(index, group)| {
        let plan = programme.plan_of(index);
        GroupProgramme {
            id: format!("group-{}", group.id),
            name: group.name.clone(),
            key_stages: key_stages(group, context),
            theme: plan.and_then(|plan| plan.theme.clone()),
            aim: plan.and_then(|plan| plan.aim.as_ref().map(RichText::marked)),
            question: plan.and_then(|plan| plan.question.clone()),
            outcomes: plan
                .map_or_else(Vec::new, |plan| plan.outcomes.iter().map(|outcome| outcome.can.marked()).collect()),
            about: plan.map(|plan| &plan.prose),
            terms: plan.map_or_else(Vec::new, |plan| term_plan::by_term(&programme.planned_in(plan), None, context)),
        }
    });
    ProgrammePage {
        title: summary.and_then(|summary| summary.title.clone()),
        summary: programme.summary.as_ref().map(|summary| &summary.prose),
        aims: summary.map_or_else(Vec::new, |summary| summary.aims.iter().map(RichText::marked).collect()),
        backing: backing(context),
        development_plan: summary.and_then(|summary| summary.development_plan.as_ref().map(RichText::marked)),
        parent_engagement: summary.and_then(|summary| summary.parent_engagement.as_ref().map(RichText::marked)),
        inclusion: summary.and_then(|summary| summary.inclusion.as_ref().map(RichText::marked)),
        resources: summary.and_then(|summary| summary.resources.clone().map(MarkedText::from)),
        appraisal: summary.and_then(|summary| summary.appraisal.as_ref().map(RichText::marked)),
        access: access.collect(),
        groups: groups.collect(),
        areas: by_area::is_shown(context).then(|| context.link(PageKind::ByArea)),
        whole: programme.shared_plans().map(|plan| shared_plan(plan, context)).collect(),
        earlier_years: past_events::earlier_years(context),
    }
}

/// A plan for several groups, such as the whole school.
fn shared_plan<'a>(plan: &'a Plan, context: &Context<'a>) -> GroupProgramme<'a> {
    GroupProgramme {
        id: plan_part(plan),
        name: format::capital(&context.language.groups(&plan.groups, context.groups())),
        key_stages: None,
        theme: plan.theme.clone(),
        aim: plan.aim.as_ref().map(RichText::marked),
        question: plan.question.clone(),
        outcomes: plan.outcomes.iter().map(|outcome| outcome.can.marked()).collect(),
        about: Some(&plan.prose),
        terms: term_plan::by_term(&context.programme.planned_in(plan), None, context),
    }
}

pub(crate) fn build<'a>(context: &Context<'a>) -> [PageDraft<'a, ProgrammePage<'a>>; 1] {
    let (kind, language) = (PageKind::Programme, &context.language);
    let body = programme(context);
    let title = body.title.clone().unwrap_or_else(|| language.text(kind.title()).to_owned());
    let school = &context.programme.institution.name;
    let description = message!(language, kind.description(), year = &context.year().label, school = school);
    [PageDraft::titled(kind, kind.address(), (title, description), body, context)]
}
