//! The results of the latest evaluation: the scores, the changes, and the next steps.
//!
//! Takes the programme, the facts and today's date. Returns a line for each benchmark, the changes since the last
//! evaluation and the three best next steps. Compares only evaluations against the same version of the benchmarks
//! whose scores have the same origin.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::super::benchmark::Benchmark;
use super::super::evidence::{CriterionStatus, criteria};
use super::super::format::{Percent, Score};
use super::benchmarks::progress;
use super::{Achievement, CriteriaProgress, Evaluation};
use crate::framework::{BenchmarkFacts, Facts, Framework};
use crate::programme::programme::Programme;

/// More next steps than this are too many to start with.
const MAX_STEPS: usize = 3;

#[derive(Debug)]
pub struct Readout<'a> {
    pub run: &'a Evaluation,
    pub framework: &'a Framework,
    /// True if that version is in use today.
    pub is_current: bool,
    pub lines: Vec<Line<'a>>,
    /// The evaluation it can be compared with.
    pub comparison: Comparison<'a>,
    pub steps: Vec<Step<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub benchmark: &'a BenchmarkFacts,
    pub score: Score,
    /// Its score in the evaluation that this one is compared with.
    pub before: Option<Score>,
    /// The numbers of its criteria by status, if any has been scored.
    pub progress: Option<CriteriaProgress>,
}

/// The comparison of the latest evaluation with an earlier one, or the reason that there is none.
#[derive(Clone, Copy, Debug)]
pub enum Comparison<'a> {
    With(&'a Evaluation),
    First,
    /// The last one is against another version of the benchmarks.
    OtherVersion(&'a Evaluation),
    /// One has scores copied from another tool, the other has scores worked out from statements.
    OtherOrigin(&'a Evaluation),
}

#[derive(Debug)]
pub struct Step<'a> {
    /// The criterion, with the evidence that the website does not show.
    pub criterion: CriterionStatus<'a>,
    pub score: Score,
    /// The status in its statement; `None` if there is no statement.
    pub achievement: Option<Achievement>,
}

pub fn readout<'a>(programme: &'a Programme, facts: &'a Facts, today: Date) -> Option<Readout<'a>> {
    let newest = programme.evaluations.iter().rposition(Evaluation::has_scores)?;
    let (run, earlier) = programme.evaluations.get(..=newest)?.split_last()?;
    let framework = facts.framework(run.framework.as_str())?;
    let setting = programme.institution.kind_facts.setting;
    let is_current = facts.framework_on(setting, today).is_some_and(|current| current.id == framework.id);
    let comparison = comparison(run, earlier);
    let line = |benchmark: &'a BenchmarkFacts| {
        let number = Benchmark::new(benchmark.number)?;
        let progress = progress(&run.statements, benchmark, &programme.groups);
        Some(Line {
            benchmark,
            score: run.scores.of(number),
            before: if let Comparison::With(before) = comparison { Some(before.scores.of(number)) } else { None },
            progress: (progress.not_scored < progress.total()).then_some(progress),
        })
    };
    let steps = if is_current { steps(run, criteria(programme, facts, today)) } else { Vec::new() };
    let lines = framework.benchmarks.iter().filter_map(line).collect();
    Some(Readout { run, framework, is_current, lines, comparison, steps })
}

fn comparison<'a>(run: &Evaluation, earlier: &'a [Evaluation]) -> Comparison<'a> {
    let Some(last) = earlier.iter().rev().find(|before| before.has_scores()) else { return Comparison::First };
    let is_comparable =
        |before: &&Evaluation| before.has_scores() && before.framework == run.framework && before.origin == run.origin;
    match earlier.iter().rev().find(is_comparable) {
        Some(before) => Comparison::With(before),
        None if last.framework == run.framework => Comparison::OtherOrigin(last),
        None => Comparison::OtherVersion(last),
    }
}

/// The best next steps, each from a different benchmark if there are enough.
///
/// The weakest benchmark comes first, because most is missing there. A benchmark without a score comes last, and
/// fully achieved benchmarks and criteria that the school reports as met are left out. Within a benchmark, criteria in progress come first because the work
/// has begun, then those not achieved, those without a statement, and those not scored. Of two with the same
/// status, the one with evidence missing from the website comes first, because that can be done immediately.
/// Benchmarks with equal scores are ordered by their best step in the same way.
fn steps<'a>(run: &Evaluation, criteria: Vec<CriterionStatus<'a>>) -> Vec<Step<'a>> {
    let open = criteria.into_iter().filter(CriterionStatus::applies).filter_map(|criterion| {
        let score = run.scores.of(Benchmark::new(criterion.benchmark.number)?);
        let achievement = run.statement(&criterion.criterion.id).map(|statement| statement.status);
        let is_reported = achievement.is_none() && criterion.self_reported.is_some();
        let is_met = is_reported || score == Score::Percent(Percent::ALL) || achievement == Some(Achievement::Achieved);
        (!is_met).then_some(Step { criterion, score, achievement })
    });
    let mut open: Vec<Step<'a>> = open.collect();
    open.sort_by_key(|step| (score_rank(step.score), readiness_rank(step), step.criterion.benchmark.number));
    let mut steps: Vec<Step<'a>> = Vec::new();
    while steps.len() < MAX_STEPS && !open.is_empty() {
        let mut used: Vec<u8> = Vec::new();
        let mut later = Vec::new();
        for step in open {
            let number = step.criterion.benchmark.number;
            if steps.len() < MAX_STEPS && !used.contains(&number) {
                used.push(number);
                steps.push(step);
            } else {
                later.push(step);
            }
        }
        open = later;
    }
    steps
}

/// Low scores first, then benchmarks without one.
fn score_rank(score: Score) -> (bool, Option<Percent>) {
    match score {
        Score::Percent(percent) => (false, Some(percent)),
        Score::NotStated => (true, None),
    }
}

fn readiness_rank(step: &Step<'_>) -> (u8, Reverse<bool>) {
    let order = match step.achievement {
        Some(Achievement::InProgress) => 0,
        Some(Achievement::NotAchieved | Achievement::Achieved) => 1,
        None => 2,
        Some(Achievement::NotScored) => 3,
    };
    (order, Reverse(step.criterion.missing().next().is_some()))
}
