//! The pages of staff: their part this term, the whole programme as a matrix, subject links.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::Address;
use super::calendars::Choice;
use super::cards::{self, ActivityCard, BenchmarkTag, EventCard, LinkTo, TermPlan, coming_events};
use super::context::Context;
use super::employers::{PhaseLine, phases};
use super::families::{GroupCard, groups, welcome};
use super::feedback::{self, Voice};
use super::say;
use super::subscribe::{TakeAway, take_away};
use crate::framework::BenchmarkFacts;
use crate::language::say as said;
use crate::programme::{Activity, Audience, Benchmark, Event, Plan, Prose, Status, When, criteria, unlinked_subjects};

/// How many dates the entrance shows; all of them stand on the page of the year.
const NEXT_DATES: usize = 6;

/// The staff entrance.
#[derive(Debug, Serialize)]
pub struct StaffPage<'a> {
    /// What they find here.
    pub lead: Option<String>,
    /// What they are told first.
    pub welcome: Option<&'a Prose>,
    /// The term that is now, or next.
    pub term: Option<String>,
    /// What staff do this term, group by group.
    pub parts: Vec<GroupPart>,
    /// Events with a part for staff.
    pub events: Vec<EventCard>,
    /// Where to get these dates into a calendar, or on paper.
    pub take: TakeAway,
    /// What the programme wants to reach.
    pub aims: Vec<String>,
    /// Resources and further pages.
    pub pages: Vec<LinkTo>,
    /// How it ties to the development plan.
    pub development_plan: Option<String>,
    /// What they told the school, and what came of it.
    pub voice: Option<Voice>,
    /// How many gaps the matrix shows, in words.
    pub gaps: Option<String>,
    /// Subject links, if any activity names a subject.
    pub subjects: Option<Address>,
}

/// The part of staff, through the whole year.
#[derive(Debug, Serialize)]
pub struct StaffYearPage {
    /// Group by group; what is for several groups stands last.
    pub groups: Vec<GroupYear>,
    /// Events of the year with a part for staff, in the order of time.
    pub events: Vec<EventCard>,
}

/// The part of staff in a group's year.
#[derive(Debug, Serialize)]
pub struct GroupYear {
    /// A word for it.
    pub id: String,
    /// The group's name.
    pub name: String,
    /// What staff are told about the year.
    pub note: Option<String>,
    /// What happens, term by term.
    pub terms: Vec<TermPlan>,
}

/// What staff do for a group this term.
#[derive(Debug, Serialize)]
pub struct GroupPart {
    /// The group.
    pub group: GroupCard,
    /// What staff are told about the year.
    pub note: Option<String>,
    /// What happens.
    pub activities: Vec<ActivityCard>,
}

/// The matrix: benchmark × group × term.
#[derive(Debug, Serialize)]
pub struct MatrixPage {
    /// The names of the groups.
    pub groups: Vec<String>,
    /// A row for each benchmark from 2 on: benchmark 1 is the programme itself.
    pub rows: Vec<MatrixRow>,
    /// The gaps.
    pub gaps: Vec<Gap>,
    /// The provider access duty, phase by phase.
    pub phases: Vec<PhaseLine>,
    /// The version of the benchmarks.
    pub framework: String,
}

/// Something that a benchmark asks for and that is not planned.
#[derive(Debug, Serialize)]
pub struct Gap {
    /// The benchmark's number.
    pub number: u8,
    /// The benchmark's name in one or two words, inside a sentence.
    pub short: String,
    /// What is missing, as the facts say it: in English.
    pub missing: String,
}

/// One benchmark of the matrix.
#[derive(Debug, Serialize)]
pub struct MatrixRow {
    /// The benchmark.
    pub benchmark: BenchmarkTag,
    /// A cell for each group.
    pub cells: Vec<MatrixCell>,
}

/// One benchmark for one group.
#[derive(Debug, Serialize)]
pub struct MatrixCell {
    /// The group's name.
    pub group: String,
    /// What there is, term by term. Empty is a gap.
    pub entries: Vec<MatrixEntry>,
}

/// An activity or event in a cell.
#[derive(Debug, Serialize)]
pub struct MatrixEntry {
    /// “Autumn term”, or “All year”.
    pub term: String,
    /// What it is called.
    pub title: String,
    /// True if it is not sure yet.
    pub proposed: bool,
}

/// Subjects and careers (Benchmark 4).
#[derive(Debug, Serialize)]
pub struct SubjectsPage {
    /// The names of the groups.
    pub groups: Vec<String>,
    /// A row for each subject.
    pub rows: Vec<SubjectRow>,
}

/// One subject.
#[derive(Debug, Serialize)]
pub struct SubjectRow {
    /// Its name.
    pub subject: String,
    /// A cell for each group.
    pub cells: Vec<SubjectCell>,
}

/// One subject in one group.
#[derive(Debug, Serialize)]
pub struct SubjectCell {
    /// The group's name.
    pub group: String,
    /// The activities, with their time.
    pub activities: Vec<String>,
}

/// The staff entrance.
pub(super) fn staff<'a>(context: &Context<'a>) -> StaffPage<'a> {
    let audience = Audience::Staff;
    let (lead, welcome) = welcome(audience, context);
    let summary = context.programme.summary.as_ref();
    let term = context.year().term_on(context.today);
    let gaps = gaps(context).len();
    StaffPage {
        lead,
        welcome,
        term: term.map(|index| context.language.when(When::Term(index), context.year())),
        parts: parts(term, context),
        take: take_away(Choice::of(audience), context),
        events: coming_events(None, context)
            .filter(|event| event.concerns(Audience::Staff))
            .take(NEXT_DATES)
            .map(|event| card(event, context))
            .collect(),
        subjects: context
            .programme
            .activities
            .iter()
            .any(|activity| !activity.subjects.is_empty())
            .then(|| Address::new("staff/subjects.html")),
        aims: summary.map_or_else(Vec::new, |summary| summary.aims.clone()),
        pages: context.pages_for(audience),
        development_plan: summary.and_then(|summary| summary.development_plan.clone()),
        voice: feedback::voice(audience, context),
        gaps: (gaps > 0).then(|| said!(context.language, "gaps_to_fill", count = gaps)),
    }
}

fn card(event: &Event, context: &Context<'_>) -> EventCard {
    EventCard::new(event, Some(Audience::Staff), context)
}

/// The part of staff, through the whole year.
pub(super) fn staff_year(context: &Context<'_>) -> StaffYearPage {
    let programme = context.programme;
    let planned = |groups: &[usize]| -> Vec<&Activity> {
        let of_groups = |activity: &&Activity| activity.groups == groups && activity.status.value != Status::Cancelled;
        programme.activities.iter().filter(of_groups).collect()
    };
    let mut plans: Vec<&Plan> = programme.plans.iter().collect();
    plans.sort_by_key(|plan| (plan.groups.len() > 1, plan.groups.clone()));
    let groups = plans.into_iter().map(|plan| GroupYear {
        id: plan.prose.path().stem().to_owned(),
        name: say::capital(&context.language.groups(&plan.groups, context.groups())),
        note: plan.notes.staff.clone(),
        terms: cards::by_term(&planned(&plan.groups), Some(Audience::Staff), context),
    });
    StaffYearPage {
        groups: groups.collect(),
        events: programme
            .events
            .iter()
            .filter(|event| event.concerns(Audience::Staff))
            .map(|event| card(event, context))
            .collect(),
    }
}

fn parts(term: Option<usize>, context: &Context<'_>) -> Vec<GroupPart> {
    let cards = groups(Audience::Staff, context);
    let part = |(index, group): (usize, GroupCard)| {
        let now = |activity: &&Activity| {
            activity.groups.contains(&index)
                && activity.status.value != Status::Cancelled
                && term.is_some_and(|term| activity.terms.contains(&term))
                // What is for the whole school is told once, with the first group.
                && (activity.groups.len() == 1 || activity.groups.first() == Some(&index))
        };
        let activities = context.programme.activities.iter().filter(now);
        GroupPart {
            group,
            note: context.programme.plan_of(index).and_then(|plan| plan.notes.staff.clone()),
            activities: activities
                .map(|activity| ActivityCard::new(activity, Some(Audience::Staff), context))
                .collect(),
        }
    };
    cards.into_iter().enumerate().map(part).collect()
}

/// The matrix: benchmark × group × term, with its gaps.
pub(super) fn matrix(context: &Context<'_>) -> MatrixPage {
    let rows = Benchmark::ALL.iter().skip(1).filter_map(|benchmark| {
        let tag = context.tags(&[*benchmark]).into_iter().next()?;
        let cells = (0..context.groups().len()).map(|group| cell(*benchmark, group, context));
        Some(MatrixRow { benchmark: tag, cells: cells.collect() })
    });
    MatrixPage {
        groups: context.groups().iter().map(|group| group.name.clone()).collect(),
        rows: rows.collect(),
        gaps: gaps(context),
        phases: phases(context),
        framework: context.framework().map_or_else(String::new, |framework| framework.name.clone()),
    }
}

/// What the benchmarks ask for and nothing is planned for. An empty cell need not
/// be one: a workplace is asked for by 16, not in every year.
fn gaps(context: &Context<'_>) -> Vec<Gap> {
    let statuses = criteria(context.programme, context.facts, context.today);
    let of_plan = statuses.iter().filter(|status| status.benchmark.number > 1);
    let missing = of_plan.flat_map(|status| {
        let shown = status.missing().filter(|shown| shown.id.is_of_plan());
        shown.filter_map(|shown| Some((status.benchmark, shown.missing.as_deref()?)))
    });
    let gap = |(benchmark, missing): (&BenchmarkFacts, &str)| Gap {
        number: benchmark.number,
        short: benchmark.short.to_lowercase(),
        missing: missing.to_owned(),
    };
    missing.map(gap).collect()
}

fn cell(benchmark: Benchmark, index: usize, context: &Context<'_>) -> MatrixCell {
    let programme = context.programme;
    let year = context.year();
    let term_name = |terms: &[usize]| match terms {
        terms if terms.len() == year.terms.len() => context.language.text("all_year").to_owned(),
        terms => {
            let terms: Vec<When> = terms.iter().map(|term| When::Term(*term)).collect();
            context.language.whens(&terms, year)
        }
    };
    // What runs all year stands last.
    let order = |terms: &[usize]| {
        if terms.len() == year.terms.len() { usize::MAX } else { terms.first().copied().unwrap_or(0) }
    };
    let planned = programme.activities.iter().filter(|activity| {
        activity.groups.contains(&index)
            && activity.benchmarks.contains(&benchmark)
            && activity.status.value != Status::Cancelled
    });
    let mut entries: Vec<(usize, MatrixEntry)> = planned
        .map(|activity| {
            let entry = MatrixEntry {
                term: term_name(&activity.terms),
                title: activity.title.clone(),
                proposed: activity.status.value == Status::Proposed,
            };
            (order(&activity.terms), entry)
        })
        .collect();
    let dated = programme.events.iter().filter(|event| {
        event.groups.contains(&index)
            && event.benchmarks.contains(&benchmark)
            && event.cancelled == crate::programme::Cancelled::No
            && year.contains(event.date)
    });
    entries.extend(dated.map(|event| {
        let terms = event.terms(year);
        let entry = MatrixEntry { term: term_name(&terms), title: event.title.clone(), proposed: false };
        (order(&terms), entry)
    }));
    entries.sort_by(|(a, x), (b, y)| (a, &x.title).cmp(&(b, &y.title)));
    entries.dedup_by(|(_, a), (_, b)| a.title == b.title);
    let group = context.groups().get(index).map_or_else(String::new, |group| group.name.clone());
    MatrixCell { group, entries: entries.into_iter().map(|(_, entry)| entry).collect() }
}

/// Subjects and careers, from the subjects that activities name. `None` if none does.
pub(super) fn subjects(context: &Context<'_>) -> Option<SubjectsPage> {
    let count = context.groups().len();
    let mut table: BTreeMap<&str, Vec<Vec<String>>> = BTreeMap::new();
    for activity in &context.programme.activities {
        if activity.status.value == Status::Cancelled {
            continue;
        }
        let when = context.language.whens(&activity.when, context.year());
        let line = format!("{} ({when})", activity.title);
        for subject in &activity.subjects {
            let row = table.entry(subject).or_insert_with(|| vec![Vec::new(); count]);
            for index in &activity.groups {
                if let Some(cell) = row.get_mut(*index) {
                    cell.push(line.clone());
                }
            }
        }
    }
    if table.is_empty() {
        return None;
    }
    // A subject that no activity names is a gap, and gaps are shown.
    for unlinked in unlinked_subjects(context.programme) {
        if let Some(subject) = context.programme.institution.details.subjects.get(unlinked) {
            table.insert(&subject.value, vec![Vec::new(); count]);
        }
    }
    let names: Vec<String> = context.groups().iter().map(|group| group.name.clone()).collect();
    let rows = table.into_iter().map(|(subject, cells)| SubjectRow {
        subject: subject.to_owned(),
        cells: names
            .iter()
            .zip(cells)
            .map(|(group, activities)| SubjectCell { group: group.clone(), activities })
            .collect(),
    });
    Some(SubjectsPage { rows: rows.collect(), groups: names.clone() })
}
