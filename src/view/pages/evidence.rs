//! The evidence page: what law and guidance require, the criteria of the eight benchmarks and the provider
//! access duty, and where the site shows each.

use serde::Serialize;

use crate::framework::{Evidence, EvidencePlace, Force, NewerEdition, StatutoryId};
use crate::language::{Language, message};
use crate::programme::{Achievement, Benchmark, CriterionStatus, criteria, statutory, typeset};
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::pages::benchmarks::achievement;
use crate::view::parts::link::LinkTo;
use crate::view::parts::meetings::meeting_sentences;
use crate::view::parts::provider_phases::{PhaseLine, phases};
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct EvidencePage {
    /// What the law requires, then what guidance advises.
    pub statutory: Vec<ForceGroup>,
    /// How many things of the law and of guidance the page shows.
    pub asked: usize,
    /// How many criteria the page shows.
    pub criteria: usize,
    pub benchmarks: Vec<BenchmarkEvidence>,
    pub framework: String,
    pub phases: Vec<PhaseLine>,
    /// True if an agreement with the funder may ask for what guidance advises.
    pub agreement: bool,
    /// Newer editions of which only little is known.
    pub newer: Vec<NewerEdition>,
    /// True if law or benchmarks ask for more than the site shows.
    pub grows: bool,
    pub next_review: Option<DayInWords>,
}

/// What has the same force: it must be on the website, or it should.
#[derive(Debug, Serialize)]
pub struct ForceGroup {
    pub title: String,
    pub bases: Vec<BasisGroup>,
}

/// What the same law or guidance asks for.
#[derive(Debug, Serialize)]
pub struct BasisGroup {
    pub basis: String,
    pub source: String,
    /// The edition of the source that we know.
    pub edition: String,
    pub lines: Vec<EvidenceLine>,
}

#[derive(Debug, Serialize)]
pub struct BenchmarkEvidence {
    pub number: u8,
    /// Its official label.
    pub name: String,
    /// The address at which it is published.
    pub source: String,
    /// The edition of the source that we know.
    pub edition: String,
    pub lines: Vec<EvidenceLine>,
}

#[derive(Debug, Serialize)]
pub struct EvidenceLine {
    pub title: String,
    pub asks: String,
    /// The source of a criterion, if it is not that of its benchmark.
    pub source: Option<String>,
    /// The edition of that source.
    pub edition: Option<String>,
    /// How many encounters say what makes them meaningful.
    pub encounters: Option<String>,
    /// The school's statement of how it meets the requirement.
    pub own_words: Option<String>,
    /// What is missing, if the site shows it in part.
    pub missing: Option<String>,
    /// What the school's own latest evaluation says, if that differs.
    pub own_evaluation: Option<String>,
    /// Figures that show it, each in a sentence.
    pub figures: Vec<String>,
    /// Links to where the site shows it.
    pub places: Vec<LinkTo>,
}

/// What the site shows. `check` reports what is missing. `None` if the school does not publish this page.
pub(crate) fn evidence(context: &Context<'_>) -> Option<EvidencePage> {
    let details = &context.programme.institution.details;
    if !details.publishes_evidence() {
        return None;
    }
    let next_review = details.reviews.as_ref().and_then(|reviews| reviews.next_review.as_ref());
    let criteria = criteria(context.programme, context.facts, context.today);
    let all_met = criteria.iter().filter(|status| status.can_be_shown()).all(CriterionStatus::is_met)
        && statutory(context.programme, context.facts).iter().all(|status| status.met);
    let benchmarks = benchmarks(&criteria, context);
    let statutory_groups: Vec<ForceGroup> =
        [Force::Must, Force::Should].into_iter().filter_map(|force| force_group(force, context)).collect();
    let bases = statutory_groups.iter().flat_map(|group| &group.bases);
    Some(EvidencePage {
        asked: bases.map(|basis| basis.lines.len()).sum(),
        statutory: statutory_groups,
        criteria: benchmarks.iter().map(|benchmark| benchmark.lines.len()).sum(),
        benchmarks,
        framework: context.framework().map_or_else(String::new, |framework| framework.name.clone()),
        phases: phases(context).into_iter().filter(|phase| !phase.encounters.is_empty()).collect(),
        agreement: statutory(context.programme, context.facts).iter().any(|status| status.met && status.duty.agreement),
        newer: context.facts.sources.values().filter_map(|origin| origin.newer.clone()).collect(),
        grows: !all_met,
        next_review: next_review.map(|next| context.language.date(&next.value)),
    })
}

/// What the site shows of what has this force, by its law or guidance. `None` if that is nothing.
fn force_group(force: Force, context: &Context<'_>) -> Option<ForceGroup> {
    let mut bases: Vec<BasisGroup> = Vec::new();
    let statuses = statutory(context.programme, context.facts);
    for status in statuses.iter().filter(|status| status.met && status.duty.force == force) {
        let line = EvidenceLine {
            title: typeset(&status.title),
            asks: typeset(&status.asks),
            source: None,
            edition: None,
            encounters: None,
            own_words: None,
            missing: None,
            own_evaluation: None,
            figures: Vec::new(),
            places: vec![statutory_place(status.id, &context.language)],
        };
        let duty = status.duty;
        match bases.iter_mut().find(|known| known.basis == duty.basis && known.source == duty.from.source) {
            Some(known) => known.lines.push(line),
            None => bases.push(BasisGroup {
                basis: duty.basis.clone(),
                source: duty.from.source.clone(),
                edition: duty.from.edition.clone(),
                lines: vec![line],
            }),
        }
    }
    let title = match force {
        Force::Must => "force_must",
        Force::Should => "force_should",
    };
    (!bases.is_empty()).then(|| ForceGroup { title: context.language.text(title).to_owned(), bases })
}

fn benchmarks(criteria: &[CriterionStatus<'_>], context: &Context<'_>) -> Vec<BenchmarkEvidence> {
    let mut benchmarks: Vec<BenchmarkEvidence> = Vec::new();
    for status in criteria.iter().filter(|status| status.applies() && (status.is_met() || status.is_partly_met())) {
        let number = status.benchmark.number;
        if benchmarks.last().is_none_or(|last| last.number != number) {
            benchmarks.push(BenchmarkEvidence {
                number,
                name: status.benchmark.name.clone(),
                source: status.benchmark.from.source.clone(),
                edition: status.benchmark.from.edition.clone(),
                lines: Vec::new(),
            });
        }
        if let Some(last) = benchmarks.last_mut() {
            last.lines.push(criterion_line(status, context));
        }
    }
    benchmarks
}

fn criterion_line(status: &CriterionStatus<'_>, context: &Context<'_>) -> EvidenceLine {
    let language = &*context.language;
    let mut places: Vec<LinkTo> = Vec::new();
    let statement = status.self_reported.and_then(|statement| statement.page.as_ref());
    let page = statement.and_then(|page| context.page_of_file.get(page.value.as_str()));
    places.extend(page.map(|address| LinkTo::new(address.clone(), language.text("read_more"))));
    for shown in status.evidence.iter().filter(|shown| shown.missing.is_none()) {
        let place = evidence_place(shown.page, status.benchmark.number, context);
        places.extend(place.filter(|place| places.iter().all(|known| known.address != place.address)));
    }
    let figures = if is_about_meetings(status) { meeting_sentences(context) } else { Vec::new() };
    if !figures.is_empty() {
        let has_page = context.programme.guidance.is_some();
        let shown_on = context.link(if has_page { PageKind::Guidance } else { PageKind::Evaluation });
        places.extend((!places.iter().any(|known| known.address == shown_on.address)).then_some(shown_on));
    }
    let encounters = described(status, context);
    places.extend(encounters.as_ref().map(|_| context.link(PageKind::Encounters)));
    let (origin, published) = (status.criterion.citation(status.benchmark), &status.benchmark.from);
    let is_other = (&origin.source, &origin.edition) != (&published.source, &published.edition);
    EvidenceLine {
        title: message!(language, "criterion_title", id = &status.criterion.id),
        asks: context.programme.institution.words.in_text(&status.criterion.text),
        source: is_other.then(|| origin.source.clone()),
        edition: is_other.then(|| origin.edition.clone()),
        encounters,
        own_words: status.self_reported.map(|statement| statement.shown.clone()),
        missing: status.is_partly_met().then(|| context.programme.institution.words.in_text(&missing(status))),
        own_evaluation: own_evaluation(status, context),
        figures,
        places,
    }
}

/// True for criteria that ask for guidance meetings of all.
fn is_about_meetings(status: &CriterionStatus<'_>) -> bool {
    const MEETINGS: [Evidence; 3] =
        [Evidence::GuidanceBySixteen, Evidence::GuidanceByEighteen, Evidence::GuidanceForEveryone];
    status.evidence.iter().any(|shown| MEETINGS.contains(&shown.id))
}

/// How many encounters of the year say all that makes them meaningful, for the first criterion of a benchmark that asks for
/// it. `None` if none does.
fn described(status: &CriterionStatus<'_>, context: &Context<'_>) -> Option<String> {
    let is_first = status.benchmark.criteria.first().is_some_and(|first| first.id == status.criterion.id);
    let benchmark = Benchmark::new(status.benchmark.number).filter(|_| is_first)?;
    let (all, meaningful) = context.sheets.count(benchmark, context.year());
    (meaningful > 0).then(|| message!(context.language, "encounters_described", count = meaningful, all = all))
}

fn missing(status: &CriterionStatus<'_>) -> String {
    status.missing().filter_map(|shown| shown.missing.as_deref()).collect::<Vec<_>>().join("; ")
}

/// What the latest evaluation of the same benchmarks says of a criterion, if it is not what this page says.
fn own_evaluation(status: &CriterionStatus<'_>, context: &Context<'_>) -> Option<String> {
    let framework = context.framework()?;
    let runs = context.programme.evaluations.iter().rev().filter(|run| run.framework.as_str() == framework.id);
    let (run, stated) = runs.filter_map(|run| Some((run, run.statement(&status.criterion.id)?))).next()?;
    let is_achieved = match stated.status {
        Achievement::Achieved => true,
        Achievement::InProgress | Achievement::NotAchieved => false,
        Achievement::NotScored => return None,
    };
    let language = &*context.language;
    let words = language.text(achievement(stated.status));
    (context.shows_results() && is_achieved != status.is_met())
        .then(|| message!(language, "own_evaluation", day = &language.date(&run.date.value).plain, status = words))
}

fn statutory_place(id: StatutoryId, language: &Language) -> LinkTo {
    let link = |kind: PageKind, text: &str| LinkTo::new(kind.address(), language.text(text));
    match id {
        StatutoryId::LeaderName | StatutoryId::LeaderEmail | StatutoryId::LeaderPhone => {
            link(PageKind::Team, "place_team")
        }
        StatutoryId::ProgrammeSummary => link(PageKind::Programme, "place_programme"),
        StatutoryId::AccessPupils
        | StatutoryId::AccessParents
        | StatutoryId::AccessStaff
        | StatutoryId::AccessEmployers => {
            LinkTo::new(PageKind::Programme.address().part("part-access"), language.text("how_to_get_at"))
        }
        StatutoryId::ImpactMeasure => link(PageKind::Evaluation, "how_we_measure"),
        StatutoryId::NextReview => {
            LinkTo::new(PageKind::Home.address().part("part-review"), language.text("place_review"))
        }
        StatutoryId::ProviderAccessStatement => link(PageKind::ProviderAccess, "place_provider_access"),
        StatutoryId::AccessibilityStatement => link(PageKind::Accessibility, "page_accessibility"),
        StatutoryId::IndependentGuidance => link(PageKind::Guidance, "page_guidance"),
        StatutoryId::CareersMaterials => LinkTo::new(
            PageKind::ByBenchmark.address().part("part-2"),
            message!(language, "place_benchmark", number = 2_u8),
        ),
    }
}

/// Where the site shows a piece of evidence for a benchmark. `None` for the school's own
/// statements, which are on the evidence page itself.
fn evidence_place(place: EvidencePlace, benchmark: u8, context: &Context<'_>) -> Option<LinkTo> {
    let (language, programme) = (&context.language, context.programme);
    let link = |kind: PageKind, text: &str| LinkTo::new(context.address(kind), language.text(text));
    Some(match place {
        EvidencePlace::Home => link(PageKind::Home, "place_entrances"),
        EvidencePlace::Programme => link(PageKind::Programme, "place_programme"),
        EvidencePlace::Access => {
            LinkTo::new(PageKind::Programme.address().part("part-access"), language.text("how_to_get_at"))
        }
        EvidencePlace::ByBenchmark => LinkTo::new(
            PageKind::ByBenchmark.address().part(&format!("part-{benchmark}")),
            message!(language, "place_benchmark", number = benchmark),
        ),
        EvidencePlace::Workplaces if context.workplaces.has_hours() => link(PageKind::Workplaces, "page_workplaces"),
        EvidencePlace::Workplaces => return evidence_place(EvidencePlace::ByBenchmark, benchmark, context),
        // The adviser's qualifications may be in team.yaml.
        EvidencePlace::Guidance if programme.guidance.is_none() => link(PageKind::Team, "place_team"),
        EvidencePlace::Events => link(PageKind::Events, "page_events"),
        EvidencePlace::Subjects => link(PageKind::Subjects, "page_subjects"),
        EvidencePlace::Team => link(PageKind::Team, "place_team"),
        EvidencePlace::Guidance => link(PageKind::Guidance, "page_guidance"),
        EvidencePlace::Employers => link(PageKind::Employers, "ways_to_take_part"),
        EvidencePlace::Evaluation => link(PageKind::Evaluation, "page_evaluation"),
        EvidencePlace::Feedback if programme.publishes_feedback() => link(PageKind::Feedback, "page_feedback"),
        EvidencePlace::Destinations if context.shows_results() => link(PageKind::Destinations, "page_destinations"),
        EvidencePlace::Feedback | EvidencePlace::Destinations => link(PageKind::Evaluation, "page_evaluation"),
        EvidencePlace::Evidence => return None,
    })
}
