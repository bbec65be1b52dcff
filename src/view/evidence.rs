//! The evidence page: what law and guidance ask for, each criterion of the eight benchmarks, the
//! provider access duty; and where the site shows each.

use std::collections::HashMap;

use serde::Serialize;

use super::address::Address;
use super::cards::LinkTo;
use super::context::Context;
use super::employers::{PhaseLine, phases};
use super::say::{self, DayInWords};
use crate::framework::{Evidence, StatutoryId};
use crate::programme::{CriterionStatus, criteria, statutory};
use crate::report::ContentPath;

/// The evidence page.
#[derive(Debug, Serialize)]
pub struct EvidencePage {
    /// What the law or guidance asks a careers website for.
    pub statutory: Vec<EvidenceLine>,
    /// What the eight benchmarks ask for.
    pub benchmarks: Vec<BenchmarkEvidence>,
    /// The version of the benchmarks.
    pub framework: String,
    /// The provider access duty, phase by phase.
    pub phases: Vec<PhaseLine>,
    /// When the information is next reviewed.
    pub next_review: Option<DayInWords>,
}

/// A benchmark and its criteria.
#[derive(Debug, Serialize)]
pub struct BenchmarkEvidence {
    /// 1 to 8.
    pub number: u8,
    /// Its official label.
    pub name: String,
    /// Where it is published.
    pub source: String,
    /// “3 of 4 criteria shown”.
    pub summary: String,
    /// A line a criterion.
    pub lines: Vec<EvidenceLine>,
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
    /// Whether the content holds it; `None` if this institution cannot be asked for it.
    pub met: Option<bool>,
    /// What is still missing, in words.
    pub missing: Vec<String>,
    /// How the school says it is met.
    pub own_words: Option<String>,
    /// Where the site shows it.
    pub places: Vec<LinkTo>,
}

/// The evidence page.
pub(super) fn evidence(context: &Context<'_>) -> EvidencePage {
    let reviews = context.programme.institution.details.reviews.as_ref();
    EvidencePage {
        statutory: statutory_lines(context),
        benchmarks: benchmarks(context),
        framework: context.framework().map_or_else(String::new, |framework| framework.name.clone()),
        phases: phases(context),
        next_review: reviews.and_then(|reviews| reviews.next_review.as_ref()).map(|next| say::day(next.value)),
    }
}

fn statutory_lines(context: &Context<'_>) -> Vec<EvidenceLine> {
    let statuses = statutory(context.programme, context.facts);
    let line = |status: crate::programme::Statutory<'_>| EvidenceLine {
        force: Some(status.duty.force.word()),
        basis: Some(status.duty.basis.clone()),
        source: Some(status.duty.source.clone()),
        met: Some(status.met),
        own_words: None,
        places: if status.met { vec![statutory_place(status.id)] } else { Vec::new() },
        title: status.title,
        asks: status.asks,
        missing: status.missing,
    };
    statuses.into_iter().map(line).collect()
}

fn benchmarks(context: &Context<'_>) -> Vec<BenchmarkEvidence> {
    let homes = super::homes(context.programme);
    let mut benchmarks: Vec<BenchmarkEvidence> = Vec::new();
    for status in criteria(context.programme, context.facts, context.today) {
        let number = status.benchmark.number;
        if benchmarks.last().is_none_or(|last| last.number != number) {
            benchmarks.push(BenchmarkEvidence {
                number,
                name: status.benchmark.name.clone(),
                source: status.benchmark.source.clone(),
                summary: String::new(),
                lines: Vec::new(),
            });
        }
        if let Some(last) = benchmarks.last_mut() {
            last.lines.push(criterion_line(&status, &homes));
        }
    }
    for benchmark in &mut benchmarks {
        let asked = benchmark.lines.iter().filter(|line| line.met.is_some()).count();
        let shown = benchmark.lines.iter().filter(|line| line.met == Some(true)).count();
        benchmark.summary = format!("{shown} of {} shown on this site", say::count(asked, "criterion", "criteria"));
    }
    benchmarks
}

fn criterion_line(status: &CriterionStatus<'_>, homes: &HashMap<ContentPath, Address>) -> EvidenceLine {
    let mut places: Vec<LinkTo> = Vec::new();
    let said = status.own_words.and_then(|said| said.page.as_ref());
    places.extend(
        said.and_then(|page| homes.get(page.value.as_str())).map(|address| LinkTo::new(address.clone(), "Read more")),
    );
    for shown in status.evidence.iter().filter(|shown| shown.missing.is_none()) {
        let place = evidence_place(shown.id, status.benchmark.number);
        places.extend(place.filter(|place| places.iter().all(|known| known.address != place.address)));
    }
    EvidenceLine {
        title: format!("Criterion {}", status.criterion.id),
        asks: status.criterion.text.clone(),
        force: None,
        basis: None,
        source: None,
        met: status.applies().then(|| status.is_met()),
        missing: status.missing().filter_map(|shown| shown.missing.clone()).collect(),
        own_words: status.own_words.map(|said| said.shown.clone()),
        places,
    }
}

fn link(address: &str, title: &str) -> LinkTo {
    LinkTo::new(Address::new(address), title)
}

/// Where the site shows a statutory item.
fn statutory_place(id: StatutoryId) -> LinkTo {
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

/// Where the site shows a piece of evidence for a benchmark. `None` for the school's own words:
/// they stand on the evidence page itself.
fn evidence_place(evidence: Evidence, benchmark: u8) -> Option<LinkTo> {
    Some(match evidence {
        Evidence::LeaderNamed | Evidence::LeaderTrained => link("team.html", "The team"),
        Evidence::BackingGovernors
        | Evidence::BackingHeadteacher
        | Evidence::BackingSeniorLeaders
        | Evidence::FitsEveryone
        | Evidence::DevelopmentPlan
        | Evidence::ParentEngagement
        | Evidence::SummaryPublished
        | Evidence::StructuredProgramme
        | Evidence::Outcomes => link("programme/index.html", "The programme"),
        Evidence::AccessLines => link("programme/index.html#part-access", "How to get at this information"),
        Evidence::EveryAudienceServed => link("index.html", "The four entrances"),
        Evidence::FiveVoices | Evidence::FourVoices | Evidence::ChangeFromFeedback => {
            link("evaluation/feedback.html", "Feedback, and what came of it")
        }
        Evidence::EvaluatedThisYear => link("evaluation/index.html", "Evaluation"),
        Evidence::EarlyDestinations | Evidence::LastingDestinations => {
            link("evaluation/destinations.html", "Destinations")
        }
        Evidence::EverySubject => link("staff/subjects.html", "Subjects and careers"),
        Evidence::StaffTraining | Evidence::RangeOfProviders | Evidence::TwoSortsOfProvider => {
            link("events/index.html", "Events")
        }
        Evidence::QualifiedAdviser | Evidence::GuidanceTold => link("guidance.html", "Personal guidance"),
        Evidence::FormerPupils => link("employers/index.html", "Ways to take part"),
        Evidence::AnyGroup
        | Evidence::EveryGroup
        | Evidence::EveryGroupTwice
        | Evidence::EveryKeyStage
        | Evidence::ByFourteen
        | Evidence::BySixteen
        | Evidence::ByEighteen
        | Evidence::ByEighteenTwice
        | Evidence::ParentsAndInformation
        | Evidence::RoleModels => LinkTo::new(
            Address::new("programme/by-benchmark.html").part(&format!("part-{benchmark}")),
            format!("What we do for benchmark {benchmark}"),
        ),
        Evidence::InOwnWords => return None,
    })
}
