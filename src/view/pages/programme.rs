//! The whole programme by group, which is also the version to print.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Activity, Audience, Prose};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::format;
use crate::view::parts::backing::{BackingLine, backing};
use crate::view::parts::term_plan::{self, TermPlan};
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct ProgrammePage<'a> {
    pub title: Option<String>,
    pub summary: Option<&'a Prose>,
    pub aims: Vec<String>,
    pub backing: Vec<BackingLine>,
    pub development_plan: Option<String>,
    pub parent_engagement: Option<String>,
    pub inclusion: Option<String>,
    pub access: Vec<AccessLine>,
    pub groups: Vec<GroupProgramme<'a>>,
    /// Plans for several groups.
    pub whole: Vec<GroupProgramme<'a>>,
}

#[derive(Debug, Serialize)]
pub struct AccessLine {
    pub audience: Audience,
    pub name: String,
    pub how: String,
}

#[derive(Debug, Serialize)]
pub struct GroupProgramme<'a> {
    pub id: String,
    pub name: String,
    pub key_stage: Option<u8>,
    pub theme: Option<String>,
    pub question: Option<String>,
    pub outcomes: Vec<String>,
    pub about: Option<&'a Prose>,
    pub terms: Vec<TermPlan>,
}

pub(crate) fn programme<'a>(context: &Context<'a>) -> ProgrammePage<'a> {
    let programme = context.programme;
    let summary = programme.summary.as_ref();
    let access = Audience::ALL.iter().filter_map(|audience| {
        let how = summary.and_then(|summary| summary.access.as_ref()).and_then(|lines| lines.to(*audience))?;
        let name = format::capital(context.language.audience(*audience));
        Some(AccessLine { audience: *audience, name, how: how.to_owned() })
    });
    let planned_for_group = |index: usize| -> Vec<&Activity> {
        context.programme.planned().filter(|activity| activity.groups == [index]).collect()
    };
    let groups = context.groups().iter().enumerate().map(|(index, group)| {
        let plan = programme.plan_of(index);
        GroupProgramme {
            id: group.id.clone(),
            name: group.name.clone(),
            key_stage: group.key_stage(),
            theme: plan.and_then(|plan| plan.theme.clone()),
            question: plan.and_then(|plan| plan.question.clone()),
            outcomes: plan.map_or_else(Vec::new, |plan| plan.outcomes.clone()),
            about: plan.map(|plan| &plan.prose),
            terms: term_plan::by_term(&planned_for_group(index), None, context),
        }
    });
    ProgrammePage {
        title: summary.and_then(|summary| summary.title.clone()),
        summary: programme.summary.as_ref().map(|summary| &summary.prose),
        aims: summary.map_or_else(Vec::new, |summary| summary.aims.clone()),
        backing: backing(context),
        development_plan: summary.and_then(|summary| summary.development_plan.clone()),
        parent_engagement: summary.and_then(|summary| summary.parent_engagement.clone()),
        inclusion: summary.and_then(|summary| summary.inclusion.clone()),
        access: access.collect(),
        groups: groups.collect(),
        whole: shared_plans(context),
    }
}

/// Plans for several groups, such as the whole school.
pub(crate) fn shared_plans<'a>(context: &Context<'a>) -> Vec<GroupProgramme<'a>> {
    let plans = context.programme.plans.iter().filter(|plan| !plan.groups.iter().any(|group| plan.is_of(*group)));
    plans
        .map(|plan| {
            let of_plan: Vec<&Activity> = context
                .programme
                .planned()
                .filter(|activity| activity.groups == plan.groups && activity.at.path() == plan.prose.path())
                .collect();
            GroupProgramme {
                id: plan.prose.path().stem().to_owned(),
                name: format::capital(&context.language.groups(&plan.groups, context.groups())),
                key_stage: None,
                theme: plan.theme.clone(),
                question: plan.question.clone(),
                outcomes: plan.outcomes.clone(),
                about: Some(&plan.prose),
                terms: term_plan::by_term(&of_plan, None, context),
            }
        })
        .collect()
}

pub(crate) fn build<'a>(context: &Context<'a>) -> [PageDraft<'a, ProgrammePage<'a>>; 1] {
    let (kind, language) = (PageKind::Programme, &context.language);
    let body = programme(context);
    let title = body.title.clone().unwrap_or_else(|| language.text(kind.title()).to_owned());
    let school = &context.programme.institution.name;
    let description = message!(language, kind.description(), year = &context.year().label, school = school);
    [PageDraft::titled(kind, kind.address(), (title, description), body, context)]
}
