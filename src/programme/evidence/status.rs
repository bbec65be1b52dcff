//! Whether the content shows a piece of evidence: a function for each.

use std::collections::{BTreeSet, HashSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::age::Age;
use super::guidance::has_guidance_for_all;
use super::reach::{count_serving, from_eleven, names_serving, stages_without};
use super::{explains_booking, groups_without_feedback_since, is_written};
use crate::framework::{Evidence, Facts};
use crate::programme::activity_events::{ActivityEvents, distinct_names};
use crate::programme::audience::{ASKED_BY_BENCHMARKS, Audience, FeedbackGroup};
use crate::programme::benchmark::Benchmark;
use crate::programme::evaluation::Basis;
use crate::programme::event::Event;
use crate::programme::event_kinds::{Attendance, EventKind, ProviderKind};
use crate::programme::groups::{GroupSet, slug};
use crate::programme::person::Role;
use crate::programme::plan::ActivityKind;
use crate::programme::programme::Programme;
use crate::programme::rich_text::RichText;
use crate::programme::subjects::TaughtSubject;
use crate::programme::summary::Backer;
use crate::programme::workplaces::{GroupHours, WorkplaceLedger, WorkplaceTarget};

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
    pub(super) links: &'a ActivityEvents<'a>,
    pub(super) facts: &'a Facts,
    pub(super) benchmark: Benchmark,
    pub(super) today: Date,
}

pub(super) fn status(evidence: Evidence, query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, links, benchmark, today, .. } = query;
    let summary = programme.summary.as_ref();
    let written =
        |text: Option<&Option<RichText>>| EvidenceStatus::yes(text.and_then(Option::as_deref).is_some_and(is_written));
    match evidence {
        Evidence::StructuredProgramme => structured(programme),
        Evidence::BackingGovernors => backing(&[Backer::Governors, Backer::Trustees], programme),
        Evidence::BackingHeadteacher => backing(&[Backer::Headteacher], programme),
        Evidence::BackingSeniorLeaders => backing(&[Backer::SeniorLeaders], programme),
        Evidence::LeaderNamed => {
            EvidenceStatus::yes(programme.team.leader.given_name.as_deref().is_some_and(is_written))
        }
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
        Evidence::FiveVoices => voices(&ASKED_BY_BENCHMARKS, programme, today),
        Evidence::FourVoices => {
            let mut four = ASKED_BY_BENCHMARKS.to_vec();
            four.retain(|group| *group != FeedbackGroup::CareersAdvisers);
            voices(&four, programme, today)
        }
        Evidence::EvaluatedThisYear => evaluated(programme, today),
        Evidence::ChangeFromFeedback => EvidenceStatus::yes(!programme.actions.is_empty()),
        Evidence::AnyGroup => EvidenceStatus::yes(
            from_eleven(programme).any(|group| count_serving(benchmark, group, programme, links) > 0),
        ),
        Evidence::EveryGroup => every_group(1, query),
        Evidence::EveryGroupTwice => every_group(2, query),
        Evidence::EveryKeyStage => {
            let missing = stages_without(benchmark, programme, links);
            EvidenceStatus::all(missing.iter().map(|stage| format!("key stage {stage}")).collect())
        }
        Evidence::ByFourteen => by(Age::Fourteen, 1, query),
        Evidence::BySixteen => by(Age::Sixteen, 1, query),
        Evidence::ByEighteen => by(Age::Eighteen, 1, query),
        Evidence::HigherEducationVisits => higher_education(query),
        Evidence::WorkplacesBySixteen => workplaces(query),
        Evidence::WorkplaceHours => workplace_hours(query),
        Evidence::ParentsAndInformation => parents(query),
        Evidence::RoleModels => role_models(query),
        // No programme can show these: the school says it.
        Evidence::InOwnWords | Evidence::StereotypesChallenged => EvidenceStatus::No,
        Evidence::EarlyDestinations => destinations(&[Basis::Intended, Basis::Actual], programme),
        Evidence::LastingDestinations => destinations(&[Basis::Sustained], programme),
        Evidence::FormerPupils => former_pupils(programme),
        Evidence::EverySubject => subjects(programme),
        Evidence::StaffTraining => {
            EvidenceStatus::yes(programme.events_of_year().any(|event| event.kind == Some(EventKind::Training)))
        }
        Evidence::RangeOfProviders => {
            let Some(groups) = Age::Sixteen.groups(&programme.groups) else { return EvidenceStatus::DoesNotApply };
            let missing = sorts_without_a_visit(programme, Some(&groups));
            EvidenceStatus::all(missing.into_iter().map(str::to_owned).collect())
        }
        Evidence::TwoSortsOfProvider => {
            EvidenceStatus::yes(sorts_without_a_visit(programme, None).len() + 2 <= SORTS.len())
        }
        Evidence::GuidanceBySixteen => guidance_by(Age::Sixteen, query),
        Evidence::GuidanceByEighteen => guidance_by(Age::Eighteen, query),
        Evidence::GuidanceForEveryone => {
            let groups = from_eleven(programme);
            EvidenceStatus::groups(
                groups.filter(|group| !has_guidance_for_all(*group, query.benchmark, query.programme)).collect(),
            )
        }
        Evidence::QualifiedAdviser => {
            let guidance = programme.guidance.as_ref().and_then(|guidance| guidance.adviser.as_deref());
            let mut advisers = programme.team.with_role(Role::CareersAdviser);
            let qualified = advisers.any(|person| !person.qualifications.is_empty());
            EvidenceStatus::yes(qualified || guidance.is_some_and(names_a_qualification))
        }
        // It is on the pages of both pupils and parents.
        Evidence::GuidanceExplained => EvidenceStatus::yes(programme.guidance.as_ref().is_some_and(|guidance| {
            let notes = [&guidance.notes.pupils, &guidance.notes.parents].into_iter().flatten();
            guidance.booking.is_some()
                || guidance.book.as_deref().is_some_and(is_written)
                || guidance.drop_in.as_deref().is_some_and(is_written)
                || notes.map(|note| &**note).chain([guidance.prose.text()]).any(explains_booking)
        })),
    }
}

fn structured(programme: &Programme) -> EvidenceStatus {
    let planned = |group: usize| programme.firm().any(|activity| activity.groups.contains(&group));
    EvidenceStatus::groups(from_eleven(programme).filter(|group| !planned(*group)).collect())
}

fn backing(backers: &[Backer], programme: &Programme) -> EvidenceStatus {
    let mut backing = programme.summary.iter().flat_map(|summary| &summary.backing);
    EvidenceStatus::yes(backing.any(|backing| backers.contains(&backing.by)))
}

fn outcomes(programme: &Programme) -> EvidenceStatus {
    let has = |group: usize| programme.plans_for(group).any(|plan| !plan.outcomes.is_empty());
    EvidenceStatus::groups(from_eleven(programme).filter(|group| !has(*group)).collect())
}

fn access_lines(programme: &Programme) -> EvidenceStatus {
    let lines = programme.summary.as_ref().and_then(|summary| summary.access.as_ref());
    let has = |audience: Audience| lines.and_then(|lines| lines.to(audience)).is_some_and(|line| is_written(line));
    missing_audiences(has, programme)
}

fn audiences(programme: &Programme) -> EvidenceStatus {
    missing_audiences(|audience| is_served(audience, programme), programme)
}

/// True if the site has a welcome, notes or an event for this audience.
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
    let days = programme.evaluations.iter().map(|run| &run.date.value);
    let days = days.chain(reviews.and_then(|reviews| Some(&reviews.programme_evaluated.as_ref()?.value)));
    // Neither “annually” nor a day to come is an evaluation.
    let mut done = days.filter(|day| !day.is_recurring() && day.earliest <= today);
    EvidenceStatus::yes(done.any(|day| day.latest >= a_year_before(today)))
}

fn every_group(least: usize, query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, links, benchmark, .. } = query;
    EvidenceStatus::groups(
        from_eleven(programme).filter(|group| count_serving(benchmark, *group, programme, links) < least).collect(),
    )
}

fn by(age: Age, least: usize, query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, links, benchmark, .. } = query;
    let Some(groups) = age.groups(&programme.groups) else { return EvidenceStatus::DoesNotApply };
    EvidenceStatus::yes(names_serving(benchmark, &groups, programme, links).len() >= least)
}

/// Two visits of groups from Year 12 on to a university.
fn higher_education(query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, links, benchmark, .. } = query;
    let Some(groups) = Age::Eighteen.groups(&programme.groups) else { return EvidenceStatus::DoesNotApply };
    let is_for_them = |of: &[usize]| of.iter().any(|group| groups.contains(group));
    let dated: Vec<&Event> = programme
        .events_of_year()
        .filter(|event| {
            let is_visit = matches!(event.kind, Some(EventKind::Visit | EventKind::OpenDay));
            is_visit
                && event.provider == Some(ProviderKind::University)
                && event.benchmarks.contains(&benchmark)
                && is_for_them(&event.groups)
        })
        .collect();
    let planned = programme.firm().filter(|activity| {
        let is_visit = activity.kind == ActivityKind::Visit && activity.provider == Some(ProviderKind::University);
        let takes_place = || {
            let mut theirs = activity.groups.iter().filter(|group| groups.contains(group));
            theirs.any(|group| !links.is_cancelled_for(activity, *group))
        };
        is_visit && activity.benchmarks.contains(&benchmark) && takes_place()
    });
    let names = distinct_names(planned, dated.iter().copied(), links, &programme.groups);
    // Visits of one name may be to different universities.
    let universities: BTreeSet<&Vec<String>> = dated.iter().map(|event| &event.with).collect();
    EvidenceStatus::yes(names.len() >= 2 || universities.len() >= 2)
}

/// Different experiences of workplaces for every pupil by the age of 16.
fn workplaces(query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, facts, today, .. } = query;
    let Some(groups) = Age::Sixteen.groups(&programme.groups) else { return EvidenceStatus::DoesNotApply };
    let ledger = WorkplaceLedger::new(programme, facts, today);
    let of_age = ledger.groups.iter().filter(|of| groups.contains(&of.group));
    let different: BTreeSet<String> =
        of_age.flat_map(GroupHours::counted).map(|experience| slug(experience.title)).collect();
    EvidenceStatus::yes(different.len() >= facts.workplaces.different_experiences)
}

/// A week's worth of workplaces in each stage, where guidance gives a number of hours.
fn workplace_hours(query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, facts, today, .. } = query;
    let ledger = WorkplaceLedger::new(programme, facts, today);
    let mut missing = Vec::new();
    let mut applies = false;
    for stage in &ledger.stages {
        let WorkplaceTarget::Hours(target) = stage.target else { continue };
        applies = true;
        if stage.short().is_some() {
            missing.push(format!("{} ({} of {target} hours are planned)", stage.name(), stage.hours));
        }
    }
    if applies { EvidenceStatus::all(missing) } else { EvidenceStatus::DoesNotApply }
}

/// A guidance meeting that all of a year have is enough; pathways without years need one each.
fn guidance_by(age: Age, query: StatusQuery<'_>) -> EvidenceStatus {
    let groups = &query.programme.groups;
    let Some(of_age) = age.groups(groups) else { return EvidenceStatus::DoesNotApply };
    let has_years = |group: &usize| groups.get(*group).is_some_and(|group| !group.years.is_empty());
    let mut met = of_age.iter().map(|group| has_guidance_for_all(*group, query.benchmark, query.programme));
    EvidenceStatus::yes(if of_age.iter().any(has_years) { met.any(|met| met) } else { met.all(|met| met) })
}

/// True if a text about the adviser names a qualification or a register.
fn names_a_qualification(text: &str) -> bool {
    let lower = text.to_lowercase();
    is_written(text) && ["level 6", "level 7", "register"].iter().any(|name| lower.contains(name))
}

fn parents(query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, benchmark, .. } = query;
    let planned = programme.firm().any(|activity| {
        let reaches_parents = activity.notes.parents.is_some() || activity.parents_invited;
        reaches_parents && activity.benchmarks.contains(&benchmark)
    });
    let dated = programme
        .events_of_year()
        .any(|event| event.is_for(Audience::Parents) && event.benchmarks.contains(&benchmark));
    let page =
        programme.pages.iter().any(|page| page.is_for(Audience::Parents) && page.benchmarks.contains(&benchmark));
    EvidenceStatus::yes(planned || dated || page)
}

fn role_models(query: StatusQuery<'_>) -> EvidenceStatus {
    let StatusQuery { programme, benchmark, .. } = query;
    let planned =
        programme.firm().any(|activity| activity.benchmarks.contains(&benchmark) && !activity.with.is_empty());
    let dated = programme.events_of_year().any(|event| event.benchmarks.contains(&benchmark) && !event.with.is_empty());
    EvidenceStatus::yes(planned || dated)
}

fn destinations(bases: &[Basis], programme: &Programme) -> EvidenceStatus {
    EvidenceStatus::yes(programme.destinations.iter().any(|table| bases.contains(&table.basis) && table.has_figures()))
}

fn former_pupils(programme: &Programme) -> EvidenceStatus {
    let planned = programme.firm().any(|activity| activity.alumni);
    EvidenceStatus::yes(planned || programme.events_of_year().any(|event| event.alumni))
}

/// Every subject is linked in every group in which it is taught.
fn subjects(programme: &Programme) -> EvidenceStatus {
    let listed = &programme.institution.subjects;
    if listed.is_empty() {
        return EvidenceStatus::NotFor(vec!["every subject".to_owned()]);
    }
    let linked: HashSet<(String, usize)> = linked_subjects(programme)
        .flat_map(|(subject, groups)| groups.iter().map(move |group| (slug(subject), *group)))
        .collect();
    let missing = listed.iter().filter_map(|subject| {
        let name = slug(&subject.name.value);
        let is_open = |group: &usize| subject.groups.contains(group) && !linked.contains(&(name.clone(), *group));
        let open: Vec<usize> = from_eleven(programme).filter(is_open).collect();
        let names = open.iter().filter_map(|group| Some(programme.groups.get(*group)?.name.as_str()));
        let names: Vec<&str> = names.collect();
        (!names.is_empty()).then(|| format!("{} ({})", subject.name.value, names.join(", ")))
    });
    EvidenceStatus::all(missing.collect())
}

/// The subjects that certain activities and the events of this year name, each with their groups.
fn linked_subjects(programme: &Programme) -> impl Iterator<Item = (&str, &GroupSet)> {
    let planned = programme.firm().map(|activity| (&activity.subjects, &activity.groups));
    let dated = programme.events_of_year().map(|event| (&event.subjects, &event.groups));
    planned.chain(dated).flat_map(|(subjects, groups)| subjects.iter().map(move |subject| (subject.as_str(), groups)))
}

/// The subjects of school.yaml that are taught to somebody and that no activity or event names.
pub fn unlinked_subjects(programme: &Programme) -> Vec<&TaughtSubject> {
    let linked: HashSet<String> = linked_subjects(programme).map(|(subject, _)| slug(subject)).collect();
    let listed = programme.institution.subjects.iter().filter(|subject| !subject.groups.is_empty());
    listed.filter(|subject| !linked.contains(&slug(&subject.name.value))).collect()
}

/// The sorts of place to learn after school (Benchmark 7), and the providers that are of each sort.
const SORTS: [(&str, &[ProviderKind]); 4] = [
    ("a sixth form", &[ProviderKind::SixthFormCollege, ProviderKind::SchoolSixthForm]),
    ("a college", &[ProviderKind::FurtherEducationCollege]),
    ("a university", &[ProviderKind::University]),
    ("a training provider", &[ProviderKind::TrainingProvider, ProviderKind::ApprenticeshipProvider]),
];

/// The sorts of place to learn that nobody meets or, for some groups, that not all of one group meet.
fn sorts_without_a_visit(programme: &Programme, groups: Option<&[usize]>) -> Vec<&'static str> {
    let is_for = |of: &[usize], attendance: Option<Attendance>| {
        groups.is_none_or(|groups| {
            attendance == Some(Attendance::Everyone) && of.iter().any(|group| groups.contains(group))
        })
    };
    let dated = programme.events_of_year().filter(|event| is_for(&event.groups, event.attendance));
    let planned = programme.firm().filter(|activity| is_for(&activity.groups, activity.attendance));
    let coming: Vec<ProviderKind> =
        dated.filter_map(|event| event.provider).chain(planned.filter_map(|activity| activity.provider)).collect();
    let nobody = |kinds: &[ProviderKind]| !kinds.iter().any(|kind| coming.contains(kind));
    SORTS.iter().filter(|(_, kinds)| nobody(kinds)).map(|(name, _)| *name).collect()
}
