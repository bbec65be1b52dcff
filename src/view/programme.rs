//! The whole programme: by group (which is also the paper copy), by term, by benchmark.

use serde::Serialize;

use super::cards::{self, ActivityCard, BenchmarkTag, EventCard, TermPlan};
use super::context::Context;
use super::home::{Backing, backing};
use super::say;
use crate::framework::Criterion;
use crate::programme::{Activity, Audience, Benchmark, Prose, Status, When};

/// The programme by group.
#[derive(Debug, Serialize)]
pub struct ProgrammePage<'a> {
    /// The school's own title.
    pub title: Option<String>,
    /// The summary.
    pub summary: Option<&'a Prose>,
    /// What it wants to reach.
    pub aims: Vec<String>,
    /// Who backs it.
    pub backing: Vec<Backing>,
    /// How it ties to the development plan.
    pub development_plan: Option<String>,
    /// How parents and carers are part of it.
    pub parent_engagement: Option<String>,
    /// How it serves everybody.
    pub inclusion: Option<String>,
    /// How each audience gets at the information.
    pub access: Vec<AccessLine>,
    /// The groups.
    pub groups: Vec<GroupProgramme<'a>>,
    /// What is for all groups.
    pub whole: Vec<GroupProgramme<'a>>,
}

/// How an audience gets at the information.
#[derive(Debug, Serialize)]
pub struct AccessLine {
    /// The audience.
    pub audience: Audience,
    /// What the school calls them.
    pub name: String,
    /// How.
    pub how: String,
}

/// A group's year.
#[derive(Debug, Serialize)]
pub struct GroupProgramme<'a> {
    /// Its word.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The years' key stage, if known.
    pub key_stage: Option<u8>,
    /// The theme.
    pub theme: Option<String>,
    /// The key question.
    pub question: Option<String>,
    /// The outcomes.
    pub outcomes: Vec<String>,
    /// What it is about.
    pub about: Option<&'a Prose>,
    /// What happens, term by term.
    pub terms: Vec<TermPlan>,
}

/// The programme by term.
#[derive(Debug, Serialize)]
pub struct ByTermPage {
    /// The terms, and the whole year.
    pub terms: Vec<TermAll>,
}

/// Everything in a term.
#[derive(Debug, Serialize)]
pub struct TermAll {
    /// Its name.
    pub name: String,
    /// Its dates.
    pub dates: String,
    /// The half-term break.
    pub half_term: Option<String>,
    /// True if it is now, or next.
    pub now: bool,
    /// What is planned.
    pub activities: Vec<ActivityCard>,
    /// What has a date.
    pub events: Vec<EventCard>,
}

/// The programme by benchmark.
#[derive(Debug, Serialize)]
pub struct ByBenchmarkPage<'a> {
    /// The version of the benchmarks.
    pub framework: String,
    /// Where it was read.
    pub source: String,
    /// The benchmarks.
    pub benchmarks: Vec<BenchmarkAll<'a>>,
}

/// Everything that serves a benchmark.
#[derive(Debug, Serialize)]
pub struct BenchmarkAll<'a> {
    /// The benchmark.
    pub benchmark: BenchmarkTag,
    /// What it means for a family.
    pub means: &'a str,
    /// Where it was read.
    pub source: &'a str,
    /// What it asks for.
    pub criteria: Vec<&'a str>,
    /// What is planned for it.
    pub activities: Vec<ActivityCard>,
    /// What has a date.
    pub events: Vec<EventCard>,
}

fn planned<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Activity> {
    context.programme.activities.iter().filter(|activity| activity.status.value != Status::Cancelled)
}

/// The programme by group.
pub(super) fn programme<'a>(context: &Context<'a>) -> ProgrammePage<'a> {
    let programme = context.programme;
    let summary = programme.summary.as_ref();
    let access = Audience::ALL.iter().filter_map(|audience| {
        let how = summary.and_then(|summary| summary.access.as_ref()).and_then(|lines| lines.to(*audience))?;
        let name = say::capital(context.language.audience(*audience));
        Some(AccessLine { audience: *audience, name, how: how.to_owned() })
    });
    let own =
        |index: usize| -> Vec<&Activity> { planned(context).filter(|activity| activity.groups == [index]).collect() };
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
            terms: cards::by_term(&own(index), None, context),
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
fn shared_plans<'a>(context: &Context<'a>) -> Vec<GroupProgramme<'a>> {
    let plans = context.programme.plans.iter().filter(|plan| !plan.groups.iter().any(|group| plan.is_of(*group)));
    plans
        .map(|plan| {
            let of_plan: Vec<&Activity> = planned(context)
                .filter(|activity| activity.groups == plan.groups && activity.at.path() == plan.prose.path())
                .collect();
            GroupProgramme {
                id: plan.prose.path().stem().to_owned(),
                name: say::capital(&context.language.groups(&plan.groups, context.groups())),
                key_stage: None,
                theme: plan.theme.clone(),
                question: plan.question.clone(),
                outcomes: plan.outcomes.clone(),
                about: Some(&plan.prose),
                terms: cards::by_term(&of_plan, None, context),
            }
        })
        .collect()
}

/// The programme by term.
pub(super) fn by_term(context: &Context<'_>) -> ByTermPage {
    let year = context.year();
    let now = year.term_on(context.today);
    let range = |days| context.language.days(days);
    let terms = year.terms.iter().enumerate().map(|(index, term)| {
        let activities = planned(context).filter(|activity| activity.terms.contains(&index));
        let events = context
            .programme
            .events
            .iter()
            .filter(|event| year.contains(event.date) && event.terms(year).contains(&index));
        TermAll {
            name: context.language.when(When::Term(index), year),
            dates: range((term.starts, term.ends)),
            half_term: term.half_term.map(range),
            now: now == Some(index),
            activities: activities.map(|activity| ActivityCard::new(activity, None, context)).collect(),
            events: events.map(|event| EventCard::new(event, None, context)).collect(),
        }
    });
    ByTermPage { terms: terms.collect() }
}

/// The programme by benchmark. `None` if no version of the benchmarks is in use.
pub(super) fn by_benchmark<'a>(context: &Context<'a>) -> Option<ByBenchmarkPage<'a>> {
    let framework = context.framework()?;
    let benchmarks = framework.benchmarks.iter().filter_map(|facts| {
        let benchmark = Benchmark::new(facts.number)?;
        let activities = planned(context).filter(|activity| activity.benchmarks.contains(&benchmark));
        let events = context.programme.events.iter().filter(|event| event.benchmarks.contains(&benchmark));
        Some(BenchmarkAll {
            benchmark: context.tags(&[benchmark]).into_iter().next()?,
            means: &facts.means,
            source: &facts.source,
            criteria: facts.criteria.iter().map(|criterion: &Criterion| criterion.text.as_str()).collect(),
            activities: activities.map(|activity| ActivityCard::new(activity, None, context)).collect(),
            events: events.map(|event| EventCard::new(event, None, context)).collect(),
        })
    });
    Some(ByBenchmarkPage {
        framework: framework.name.clone(),
        source: framework.source.clone(),
        benchmarks: benchmarks.collect(),
    })
}
