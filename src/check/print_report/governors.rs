//! The paper for governors: two sides about where the programme is. It has only what the website may show of people:
//! small numbers are suppressed as they are there.

use jiff::civil::Date;
use serde::Serialize;

use super::earlier::{PaperChanges, PaperRecord};
use super::figures::{destinations, meetings, workplaces};
use super::opinions::{FeedbackLine, feedback};
use crate::framework::{Facts, Force};
use crate::programme::dates::date_in_words;
use crate::programme::disclosure::PublishedFigures;
use crate::programme::format::Score;
use crate::programme::{
    ActivityEvents, Benchmark, Comparison, CriterionStatus, Evaluation, Group, Meetings, PhaseLedger, Programme,
    Readout, Statutory, WorkplaceLedger, count_serving, criteria, provider_access_ledger, readout, statutory,
};

/// At most this many actions, so that the paper stays on two sides.
const MAX_ACTIONS: usize = 8;

#[derive(Debug, Serialize)]
pub(super) struct GovernorsPaper {
    /// False if the school does not publish its results, or not what is missing for the law and the benchmarks.
    pub(super) may_be_published: bool,
    pub(super) law: Vec<LawLine>,
    pub(super) framework: String,
    pub(super) framework_source: String,
    pub(super) framework_edition: String,
    pub(super) benchmarks: Vec<BenchmarkLine>,
    /// “Compass+, 10 July 2026”: where the scores come from.
    pub(super) scores_of: Option<String>,
    /// The evaluation that they are compared with.
    pub(super) compared_with: Option<String>,
    /// `None` for the first paper.
    pub(super) changes: Option<PaperChanges>,
    pub(super) feedback: Vec<FeedbackLine>,
    pub(super) employers: Option<String>,
    pub(super) phases: Vec<String>,
    pub(super) phases_source: String,
    pub(super) phases_edition: String,
    /// Hours in workplaces, by stage.
    pub(super) workplaces: Vec<String>,
    pub(super) workplaces_source: String,
    pub(super) workplaces_edition: String,
    pub(super) meetings: Vec<String>,
    pub(super) destinations: Vec<String>,
    pub(super) actions: Vec<DueLine>,
    /// How many more actions are not done.
    pub(super) more_actions: usize,
}

/// What one law or guidance asks for.
#[derive(Debug, Serialize)]
pub(super) struct LawLine {
    pub(super) basis: String,
    pub(super) source: String,
    pub(super) edition: String,
    /// `Must` or `Should`.
    pub(super) force: &'static str,
    pub(super) on_site: String,
    pub(super) missing: String,
}

#[derive(Debug, Serialize)]
pub(super) struct BenchmarkLine {
    pub(super) number: u8,
    pub(super) name: String,
    /// “2 of 2”.
    pub(super) shown: String,
    /// The numbers of criteria that are neither met nor reported as met.
    pub(super) open: String,
    pub(super) score: String,
    pub(super) before: String,
}

/// Something that was promised and is not done yet.
#[derive(Debug, Serialize)]
pub(super) struct DueLine {
    pub(super) due: String,
    pub(super) is_overdue: bool,
    pub(super) did: String,
    pub(super) owner: String,
}

/// The paper, and what is kept of it for the next one.
pub(super) fn governors_paper(
    programme: &Programme,
    facts: &Facts,
    today: Date,
    earlier: Option<&PaperRecord>,
) -> (GovernorsPaper, PaperRecord) {
    let criteria = criteria(programme, facts, today);
    let framework = facts.framework_on(programme.institution.kind_facts.setting, today);
    let record = PaperRecord {
        day: today,
        on_site: statutory(programme, facts).into_iter().filter(|one| one.met).map(|one| one.title).collect(),
        criteria: criteria
            .iter()
            .filter(|status| status.applies() && status.is_met())
            .map(|status| status.criterion.id.clone())
            .collect(),
        framework: framework.map_or_else(String::new, |framework| framework.id.clone()),
    };
    let latest = readout(programme, facts, today);
    let published = PublishedFigures::new(programme);
    let of_run = |run: &Evaluation| format!("{}, {}", run.tool, run.date.value.in_words());
    let compared = latest.as_ref().and_then(|latest| match latest.comparison {
        Comparison::With(before) => Some(of_run(before)),
        _ => None,
    });
    let (actions, more_actions) = due(programme, today);
    let details = &programme.institution.details;
    let cited = &facts.provider_access.from;
    let paper = GovernorsPaper {
        may_be_published: details.publishes_results() && details.publishes_evidence(),
        law: law(programme, facts),
        framework: framework.map_or_else(String::new, |framework| framework.name.clone()),
        framework_source: framework.map_or_else(String::new, |framework| framework.from.source.clone()),
        framework_edition: framework.map_or_else(String::new, |framework| framework.from.edition_in_words()),
        benchmarks: benchmarks(&criteria, latest.as_ref()),
        scores_of: latest.as_ref().map(|latest| of_run(latest.run)),
        compared_with: compared,
        changes: earlier.map(|earlier| PaperChanges {
            since: date_in_words(earlier.day),
            lines: changes(programme, &record, earlier),
        }),
        feedback: feedback(programme, &published, today),
        employers: employers(programme),
        phases: phases(programme, facts),
        phases_source: cited.source.clone(),
        phases_edition: cited.edition_in_words(),
        workplaces: workplaces(&WorkplaceLedger::new(programme, facts, today), &programme.institution.words),
        workplaces_source: facts.workplaces.from.source.clone(),
        workplaces_edition: facts.workplaces.from.edition_in_words(),
        meetings: meetings(&published),
        destinations: destinations(&published),
        actions,
        more_actions,
    };
    (paper, record)
}

/// What each law and guidance asks for, the law first.
fn law(programme: &Programme, facts: &Facts) -> Vec<LawLine> {
    let statuses = statutory(programme, facts);
    let mut lines: Vec<LawLine> = Vec::new();
    for force in [Force::Must, Force::Should] {
        let mut bases: Vec<&str> = Vec::new();
        for status in statuses.iter().filter(|status| status.duty.force == force) {
            let duty = status.duty;
            if bases.contains(&duty.basis.as_str()) {
                continue;
            }
            bases.push(&duty.basis);
            let same = statuses.iter().filter(|other| other.duty.force == force && other.duty.basis == duty.basis);
            let (met, missing): (Vec<_>, Vec<_>) = same.partition(|other| other.met);
            let titles =
                |all: &[&Statutory<'_>]| all.iter().map(|one| one.title.as_str()).collect::<Vec<_>>().join("; ");
            lines.push(LawLine {
                basis: duty.basis.clone(),
                source: duty.from.source.clone(),
                edition: duty.from.edition_in_words(),
                force: if force == Force::Must { "Must" } else { "Should" },
                on_site: titles(&met),
                missing: titles(&missing),
            });
        }
    }
    lines
}

fn benchmarks(criteria: &[CriterionStatus<'_>], latest: Option<&Readout<'_>>) -> Vec<BenchmarkLine> {
    let numbers = 1..=8_u8;
    let line = |number: u8| {
        let of_benchmark: Vec<&CriterionStatus<'_>> =
            criteria.iter().filter(|status| status.benchmark.number == number && status.applies()).collect();
        let name = of_benchmark.first()?.benchmark.name.clone();
        let open: Vec<&str> =
            of_benchmark.iter().filter(|one| !one.is_met()).map(|one| one.criterion.id.as_str()).collect();
        let scored = latest.and_then(|latest| latest.lines.iter().find(|line| line.benchmark.number == number));
        let words = |score: Option<Score>| match score {
            Some(Score::Percent(percent)) => format!("{percent}%"),
            Some(Score::NotStated) => "not stated".to_owned(),
            None => String::new(),
        };
        Some(BenchmarkLine {
            number,
            name,
            shown: format!("{} of {}", of_benchmark.len() - open.len(), of_benchmark.len()),
            open: open.join(", "),
            score: words(scored.map(|line| line.score)),
            before: words(scored.and_then(|line| line.before)),
        })
    };
    numbers.filter_map(line).collect()
}

/// The differences to the earlier paper, and what was done since.
fn changes(programme: &Programme, record: &PaperRecord, earlier: &PaperRecord) -> Vec<String> {
    let mut lines = record.changes_since(earlier);
    let done = programme.actions.iter().filter(|action| {
        action.done.as_ref().is_some_and(|done| done.latest > earlier.day && done.latest <= record.day)
    });
    lines.extend(done.map(|action| format!("Done: {}", &*action.did)));
    let runs = programme.evaluations.iter().filter(|run| {
        let date = &run.date.value;
        date.latest > earlier.day && date.latest <= record.day
    });
    lines.extend(runs.map(|run| format!("Evaluated: {}, {}.", run.tool, run.date.value.in_words())));
    lines
}

/// How many encounters with employers that are certain to take place each group has this year.
fn employers(programme: &Programme) -> Option<String> {
    let (benchmark, links) = (Benchmark::new(5)?, ActivityEvents::new(programme));
    let of_group = |(index, group): (usize, &Group)| {
        group.are_learners.then(|| format!("{}: {}", group.name, count_serving(benchmark, index, programme, &links)))
    };
    let groups: Vec<String> = programme.groups.iter().enumerate().filter_map(of_group).collect();
    (!groups.is_empty()).then(|| groups.join("; "))
}

/// A line for each phase of the provider access duty.
fn phases(programme: &Programme, facts: &Facts) -> Vec<String> {
    let ledger = provider_access_ledger(programme, facts);
    let pupils = &programme.institution.words.pupils;
    let line = |phase: &PhaseLedger<'_>| {
        let count = |meetings: Meetings| match meetings.number {
            0 => "none".to_owned(),
            1 => "one".to_owned(),
            number if meetings.is_always_the_same => format!("{number} with the same provider each time"),
            number => number.to_string(),
        };
        let second_year = phase.second_year.map_or_else(String::new, |had| {
            format!(", and {pupils} now in Year {} will have had {}", phase.phase.until_year, count(had))
        });
        format!(
            "{}: the law asks for {} encounters with providers of technical education or apprenticeships. The programme has \
             {}{second_year}. {}",
            phase.phase.name,
            phase.needed,
            count(phase.meetings),
            if phase.is_met() { "The duty is met." } else { "The duty is not met yet." }
        )
    };
    ledger.iter().map(line).collect()
}

/// What is not done, the first day first.
fn due(programme: &Programme, today: Date) -> (Vec<DueLine>, usize) {
    let mut open: Vec<_> = programme.actions.iter().filter(|action| action.done.is_none()).collect();
    open.sort_by_key(|action| action.due.as_ref().map_or(Date::MAX, |due| due.value.latest));
    let lines: Vec<DueLine> = open
        .iter()
        .map(|action| DueLine {
            due: action.due.as_ref().map_or_else(|| "no day yet".to_owned(), |due| due.value.in_words()),
            is_overdue: action.due.as_ref().is_some_and(|due| due.value.is_past(today)),
            did: action.did.to_string(),
            owner: action.owner.clone().unwrap_or_else(|| "nobody yet".to_owned()),
        })
        .take(MAX_ACTIONS)
        .collect();
    let more = open.len() - lines.len();
    (lines, more)
}
