//! The evidence page: each statutory item and each Benchmark 1 criterion, and where the site meets it.

use serde::Serialize;

use super::address::Address;
use super::cards::LinkTo;
use super::context::Context;
use super::employers::{PhaseLine, phases};
use super::say::{self, DayInWords};
use crate::framework::StatutoryId;
use crate::programme::{Audience, statutory, unheard};

/// The evidence page.
#[derive(Debug, Serialize)]
pub struct EvidencePage {
    /// What the law or guidance asks a careers website for.
    pub statutory: Vec<EvidenceLine>,
    /// What Benchmark 1 asks for.
    pub benchmark_1: Vec<EvidenceLine>,
    /// The version of the benchmarks.
    pub framework: String,
    /// The provider access duty, phase by phase.
    pub phases: Vec<PhaseLine>,
    /// When the information is next reviewed.
    pub next_review: Option<DayInWords>,
}

/// One thing that is asked for.
#[derive(Debug, Serialize)]
pub struct EvidenceLine {
    /// What it is.
    pub title: String,
    /// What is asked for.
    pub asks: String,
    /// “must” or “should”; `None` for benchmark criteria.
    pub force: Option<&'static str>,
    /// The law or guidance.
    pub basis: Option<String>,
    /// Where it was read.
    pub source: Option<String>,
    /// True if the content holds it.
    pub met: bool,
    /// What is still missing, in words.
    pub missing: Vec<String>,
    /// Where the site shows it.
    pub places: Vec<LinkTo>,
}

/// The evidence page.
pub(super) fn evidence(context: &Context<'_>) -> EvidencePage {
    let reviews = context.programme.institution.details.reviews.as_ref();
    EvidencePage {
        statutory: statutory_lines(context),
        benchmark_1: benchmark_1(context),
        framework: context.framework().map_or_else(String::new, |framework| framework.name.clone()),
        phases: phases(context),
        next_review: reviews.and_then(|reviews| reviews.next_review.as_ref()).map(|next| say::day(next.value)),
    }
}

fn statutory_lines(context: &Context<'_>) -> Vec<EvidenceLine> {
    statutory(context.programme, context.facts)
        .into_iter()
        .map(|status| EvidenceLine {
            title: status.item.title.clone(),
            asks: status.item.asks.clone(),
            force: Some(if status.must { "must" } else { "should" }),
            basis: Some(status.item.basis.clone()),
            source: Some(status.item.source.clone()),
            met: status.met,
            missing: Vec::new(),
            places: if status.met { vec![place(status.item.id)] } else { Vec::new() },
        })
        .collect()
}

fn link(address: &str, title: &str) -> LinkTo {
    LinkTo::new(Address::new(address), title)
}

/// Where the site shows a statutory item.
fn place(id: StatutoryId) -> LinkTo {
    match id {
        StatutoryId::LeaderName | StatutoryId::LeaderEmail | StatutoryId::LeaderPhone => link("team.html", "The team"),
        StatutoryId::ProgrammeSummary => link("programme/index.html", "The programme"),
        StatutoryId::AccessPupils
        | StatutoryId::AccessParents
        | StatutoryId::AccessStaff
        | StatutoryId::AccessEmployers => link("programme/index.html#part-access", "How to get at this information"),
        StatutoryId::ImpactMeasure => link("evaluation/index.html", "How we measure impact"),
        StatutoryId::NextReview => link("index.html#part-review", "The next review"),
        StatutoryId::ProviderAccessStatement => link("provider-access.html", "Provider access statement"),
        StatutoryId::AccessibilityStatement => link("accessibility.html", "Accessibility statement"),
    }
}

/// The criteria of Benchmark 1 since 2025, each with what the content shows of it.
fn benchmark_1(context: &Context<'_>) -> Vec<EvidenceLine> {
    let Some(benchmark) = context.framework().and_then(|framework| framework.benchmarks.first()) else {
        return Vec::new();
    };
    let lines = benchmark.criteria.iter().map(|criterion| {
        let (missing, places) = shown(&criterion.id, context);
        EvidenceLine {
            title: format!("Criterion {}", criterion.id),
            asks: criterion.text.clone(),
            force: None,
            basis: None,
            source: Some(benchmark.source.clone()),
            met: missing.is_empty(),
            missing,
            places,
        }
    });
    lines.collect()
}

/// What is missing for a criterion, and where the site shows the rest.
fn shown(criterion: &str, context: &Context<'_>) -> (Vec<String>, Vec<LinkTo>) {
    let programme = context.programme;
    let form = programme.summary.as_ref().map(|summary| &summary.form);
    let mut missing = Vec::new();
    let mut need = |there: bool, what: &str| {
        if !there {
            missing.push(what.to_owned());
        }
    };
    let places = match criterion {
        "1.1" => {
            need(form.is_some_and(|form| !form.backing.is_empty()), "who backs the programme");
            vec![link("team.html", "The team"), link("index.html", "Home")]
        }
        "1.2" => {
            let outcomes = |index: usize| programme.plan_of(index).is_some_and(|plan| !plan.form.outcomes.is_empty());
            need(
                (0..context.groups().len()).all(outcomes),
                &format!("learning outcomes for every {}", context.words().group),
            );
            need(form.is_some_and(|form| form.development_plan.is_some()), "the tie to the development plan");
            need(form.is_some_and(|form| form.parent_engagement.is_some()), "how parents and carers are engaged");
            vec![link("programme/index.html", "The programme"), link("staff/matrix.html", "The programme as a matrix")]
        }
        "1.3" => {
            let access = |audience: &Audience| {
                form.and_then(|form| form.access.as_ref()).and_then(|lines| lines.to(*audience)).is_some()
            };
            need(Audience::ALL.iter().all(access), "how each audience gets at the information");
            let arms = Audience::ALL.iter().map(|audience| super::home::arm(*audience, context));
            arms.map(|arm| LinkTo::new(arm.address, format!("For {}", arm.name.to_lowercase()))).collect()
        }
        "1.4" => {
            for group in unheard(programme) {
                need(false, &format!("feedback from {}", group.name(context.words())));
            }
            vec![
                link("evaluation/index.html", "Evaluation"),
                link("evaluation/feedback.html", "Feedback, and what came of it"),
            ]
        }
        _ => vec![link("programme/index.html", "The programme")],
    };
    (missing, places)
}
