//! Whether the content shows a piece of evidence: a function for each.

use jiff::ToSpan;
use jiff::civil::Date;

use super::age::Age;
use super::reach::{count_serving, from_eleven, stages_without};
use super::{groups_without_feedback_since, is_written};
use crate::framework::Evidence;
use crate::programme::audience::{Audience, FeedbackGroup};
use crate::programme::benchmark::Benchmark;
use crate::programme::evaluation::Basis;
use crate::programme::event::{EventKind, ProviderKind};
use crate::programme::groups::slug;
use crate::programme::programme::Programme;
use crate::programme::summary::Backer;
use crate::programme::team::Role;

/// What the content shows of a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EvidenceStatus {
    Yes,
    No,
    /// Not for these groups, by index.
    NotForGroups(Vec<usize>),
    /// Not for these people or things, in words.
    NotFor(Vec<String>),
    DoesNotApply,
}

impl EvidenceStatus {
    fn yes(there: bool) -> Self {
        if there { Self::Yes } else { Self::No }
    }

    fn all(missing: Vec<String>) -> Self {
        if missing.is_empty() { Self::Yes } else { Self::NotFor(missing) }
    }

    fn groups(missing: Vec<usize>) -> Self {
        if missing.is_empty() { Self::Yes } else { Self::NotForGroups(missing) }
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct StatusQuery<'a> {
    pub(super) programme: &'a Programme,
    pub(super) benchmark: Benchmark,
    pub(super) today: Date,
}

pub(super) fn status(evidence: Evidence, query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, benchmark, today } = query;
    let summary = programme.summary.as_ref();
    let written =
        |text: Option<&Option<String>>| EvidenceStatus::yes(text.and_then(Option::as_deref).is_some_and(is_written));
    match evidence {
        Evidence::StructuredProgramme => structured(programme),
        Evidence::BackingGovernors => backing(&[Backer::Governors, Backer::Trustees], programme),
        Evidence::BackingHeadteacher => backing(&[Backer::Headteacher], programme),
        Evidence::BackingSeniorLeaders => backing(&[Backer::SeniorLeaders], programme),
        Evidence::LeaderNamed => written(Some(&programme.team.leader.given_name)),
        Evidence::LeaderTrained => EvidenceStatus::yes(!programme.team.leader.qualifications.is_empty()),
        Evidence::FitsEveryone => written(summary.map(|summary| &summary.inclusion)),
        Evidence::Outcomes => outcomes(programme),
        Evidence::DevelopmentPlan => written(summary.map(|summary| &summary.development_plan)),
        Evidence::ParentEngagement => written(summary.map(|summary| &summary.parent_engagement)),
        Evidence::SummaryPublished => {
            EvidenceStatus::yes(summary.is_some_and(|summary| is_written(summary.prose.text())))
        }
        Evidence::AccessLines => access_lines(programme),
        Evidence::EveryAudienceServed => audiences(programme),
        Evidence::FiveVoices => voices(FeedbackGroup::ALL, programme, today),
        Evidence::FourVoices => {
            let four: Vec<FeedbackGroup> =
                FeedbackGroup::ALL.iter().copied().filter(|group| *group != FeedbackGroup::CareersAdvisers).collect();
            voices(&four, programme, today)
        }
        Evidence::EvaluatedThisYear => evaluated(programme, today),
        Evidence::ChangeFromFeedback => EvidenceStatus::yes(!programme.actions.is_empty()),
        Evidence::AnyGroup => {
            EvidenceStatus::yes((0..programme.groups.len()).any(|group| count_serving(benchmark, group, programme) > 0))
        }
        Evidence::EveryGroup => every_group(1, query),
        Evidence::EveryGroupTwice => every_group(2, query),
        Evidence::EveryKeyStage => {
            let missing = stages_without(benchmark, programme);
            EvidenceStatus::all(missing.iter().map(|stage| format!("key stage {stage}")).collect())
        }
        Evidence::ByFourteen => by(Age::Fourteen, 1, query),
        Evidence::BySixteen => by(Age::Sixteen, 1, query),
        Evidence::ByEighteen => by(Age::Eighteen, 1, query),
        Evidence::ByEighteenTwice => by(Age::Eighteen, 2, query),
        Evidence::ParentsAndInformation => parents(query),
        Evidence::RoleModels => role_models(query),
        Evidence::InOwnWords => EvidenceStatus::No,
        Evidence::EarlyDestinations => destinations(&[Basis::Intended, Basis::Actual], programme),
        Evidence::LastingDestinations => destinations(&[Basis::Sustained], programme),
        Evidence::FormerPupils => former_pupils(programme),
        Evidence::EverySubject => subjects(programme),
        Evidence::StaffTraining => {
            let training = |event: &&crate::programme::Event| event.kind == Some(EventKind::Training);
            EvidenceStatus::yes(programme.events.iter().filter(training).any(|event| !event.is_cancelled()))
        }
        Evidence::RangeOfProviders => {
            EvidenceStatus::all(sorts_without_a_visit(programme).into_iter().map(str::to_owned).collect())
        }
        Evidence::TwoSortsOfProvider => EvidenceStatus::yes(sorts_without_a_visit(programme).len() + 2 <= SORTS.len()),
        Evidence::QualifiedAdviser => {
            let guidance = programme.guidance.as_ref().and_then(|guidance| guidance.adviser.as_deref());
            let mut advisers = programme.team.with_role(Role::CareersAdviser);
            let qualified = advisers.any(|person| !person.qualifications.is_empty());
            EvidenceStatus::yes(qualified || guidance.is_some_and(is_written))
        }
        Evidence::GuidanceExplained => EvidenceStatus::yes(programme.guidance.as_ref().is_some_and(|guidance| {
            (guidance.book.is_some() || guidance.booking.is_some())
                && guidance.notes.pupils.is_some()
                && guidance.notes.parents.is_some()
        })),
    }
}

fn structured(programme: &Programme) -> EvidenceStatus {
    let planned = |group: usize| programme.activities.iter().any(|activity| activity.groups.contains(&group));
    EvidenceStatus::groups((0..programme.groups.len()).filter(|group| !planned(*group)).collect())
}

fn backing(backers: &[Backer], programme: &Programme) -> EvidenceStatus {
    let mut backing = programme.summary.iter().flat_map(|summary| &summary.backing);
    EvidenceStatus::yes(backing.any(|backing| backers.contains(&backing.by)))
}

fn outcomes(programme: &Programme) -> EvidenceStatus {
    let has = |group: usize| programme.plans_for(group).any(|plan| !plan.outcomes.is_empty());
    EvidenceStatus::groups((0..programme.groups.len()).filter(|group| !has(*group)).collect())
}

fn access_lines(programme: &Programme) -> EvidenceStatus {
    let lines = programme.summary.as_ref().and_then(|summary| summary.access.as_ref());
    let has = |audience: Audience| lines.and_then(|lines| lines.to(audience)).is_some_and(is_written);
    missing_audiences(has, programme)
}

fn audiences(programme: &Programme) -> EvidenceStatus {
    missing_audiences(|audience| is_served(audience, programme), programme)
}

/// True if the site has content for this audience alone.
pub fn is_served(audience: Audience, programme: &Programme) -> bool {
    let welcomed = programme
        .welcome(audience)
        .is_some_and(|welcome| welcome.lead.as_deref().is_some_and(is_written) || is_written(welcome.prose.text()));
    welcomed
        || programme.activities.iter().any(|activity| activity.notes.to(audience).is_some())
        || programme.events.iter().any(|event| event.is_for(audience))
}

fn missing_audiences(has: impl Fn(Audience) -> bool, programme: &Programme) -> EvidenceStatus {
    let missing = Audience::ALL.iter().filter(|audience| !has(**audience));
    EvidenceStatus::all(missing.map(|audience| audience.name(&programme.institution.words).to_owned()).collect())
}

/// A year ago: older feedback is about another programme.
fn a_year_before(today: Date) -> Date {
    today.saturating_sub(1.year())
}

fn voices(groups: &[FeedbackGroup], programme: &Programme, today: Date) -> EvidenceStatus {
    let missing = groups_without_feedback_since(programme, Some(a_year_before(today)));
    let missing = missing.iter().filter(|group| groups.contains(group));
    EvidenceStatus::all(missing.map(|group| group.name(&programme.institution.words).to_owned()).collect())
}

fn evaluated(programme: &Programme, today: Date) -> EvidenceStatus {
    let reviews = programme.institution.details.reviews.as_ref();
    let days = programme.evaluations.iter().map(|run| run.date.value.latest);
    let mut days = days.chain(reviews.and_then(|reviews| Some(reviews.programme_evaluated.as_ref()?.value.latest)));
    EvidenceStatus::yes(days.any(|day| day >= a_year_before(today)))
}

fn every_group(least: usize, query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, benchmark, .. } = query;
    EvidenceStatus::groups(
        from_eleven(programme).filter(|group| count_serving(benchmark, *group, programme) < least).collect(),
    )
}

fn by(age: Age, least: usize, query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, benchmark, .. } = query;
    let Some(groups) = age.groups(&programme.groups) else { return EvidenceStatus::DoesNotApply };
    EvidenceStatus::yes(
        groups.iter().map(|group| count_serving(benchmark, *group, programme)).max().unwrap_or(0) >= least,
    )
}

fn parents(query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, benchmark, .. } = query;
    let planned = programme.planned().any(|activity| {
        let reaches_parents = activity.notes.parents.is_some() || activity.parents_invited;
        reaches_parents && activity.benchmarks.contains(&benchmark)
    });
    let dated = programme
        .events
        .iter()
        .any(|event| event.is_for(Audience::Parents) && event.benchmarks.contains(&benchmark) && !event.is_cancelled());
    let page = programme.pages.iter().any(|page| page.audiences.is_some() && page.is_for(Audience::Parents));
    EvidenceStatus::yes(planned || dated || page)
}

fn role_models(query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, benchmark, .. } = query;
    let planned = programme
        .activities
        .iter()
        .any(|activity| activity.benchmarks.contains(&benchmark) && !activity.with.is_empty());
    let dated = programme.events.iter().any(|event| event.benchmarks.contains(&benchmark) && !event.with.is_empty());
    EvidenceStatus::yes(planned || dated)
}

fn destinations(bases: &[Basis], programme: &Programme) -> EvidenceStatus {
    EvidenceStatus::yes(programme.destinations.iter().any(|destinations| bases.contains(&destinations.basis)))
}

/// True if any text mentions former pupils, because there is no key for them.
fn former_pupils(programme: &Programme) -> EvidenceStatus {
    let pupil = programme.institution.words.pupil.to_lowercase();
    let own = [format!("former {pupil}"), format!("old {pupil}")];
    let words = ["alumn", "former pupil", "former student", "former learner", "old pupil"];
    let names = |text: &str| {
        let text = text.to_lowercase();
        words.iter().any(|word| text.contains(word)) || own.iter().any(|word| text.contains(word.as_str()))
    };
    let offers = programme.offers.iter().map(|offer| &offer.at.source);
    let plans = programme.plans.iter().map(|plan| &plan.prose.place.source);
    let events = programme.events.iter().map(|event| &event.prose.place.source);
    let welcomes = programme.welcomes.iter().map(|welcome| &welcome.prose.place.source);
    EvidenceStatus::yes(offers.take(1).chain(plans).chain(events).chain(welcomes).any(|source| names(&source.text)))
}

/// Every subject that school.yaml lists is named by some activity.
fn subjects(programme: &Programme) -> EvidenceStatus {
    let listed = &programme.institution.details.subjects;
    if listed.is_empty() {
        return EvidenceStatus::NotFor(vec!["every subject".to_owned()]);
    }
    let unlinked = unlinked_subjects(programme).into_iter().filter_map(|index| listed.get(index));
    EvidenceStatus::all(unlinked.map(|subject| subject.value.clone()).collect())
}

/// The subjects of school.yaml, by index, that no activity names.
pub fn unlinked_subjects(programme: &Programme) -> Vec<usize> {
    let live = programme.planned();
    let linked: std::collections::HashSet<String> =
        live.flat_map(|activity| &activity.subjects).map(|subject| slug(subject)).collect();
    let listed = programme.institution.details.subjects.iter().enumerate();
    listed.filter(|(_, subject)| !linked.contains(&slug(&subject.value))).map(|(index, _)| index).collect()
}

/// The sorts of place to learn after school (Benchmark 7), and the providers that are of each sort.
const SORTS: [(&str, &[ProviderKind]); 4] = [
    ("a sixth form", &[ProviderKind::SixthFormCollege, ProviderKind::SchoolSixthForm]),
    ("a college", &[ProviderKind::FurtherEducationCollege]),
    ("a university", &[ProviderKind::University]),
    ("a training provider", &[ProviderKind::TrainingProvider, ProviderKind::ApprenticeshipProvider]),
];

/// The sorts of place to learn from which nobody visits.
fn sorts_without_a_visit(programme: &Programme) -> Vec<&'static str> {
    let dated = programme.events.iter().filter(|event| !event.is_cancelled());
    let planned = programme.planned();
    let coming: Vec<ProviderKind> =
        dated.filter_map(|event| event.provider).chain(planned.filter_map(|activity| activity.provider)).collect();
    let nobody = |kinds: &[ProviderKind]| !kinds.iter().any(|kind| coming.contains(kind));
    SORTS.iter().filter(|(_, kinds)| nobody(kinds)).map(|(name, _)| *name).collect()
}
