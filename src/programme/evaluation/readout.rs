//! The read-out of the latest evaluation: the scores, what changed, and what to do next.
//!
//! Takes the programme, the field's facts and today; gives a line for each benchmark, what changed since
//! the last time, the three best next steps, and when the next evaluation is due. Compares only what can
//! be compared: the same version of the benchmarks, and scores of the same origin.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::super::benchmark::Benchmark;
use super::super::evidence::{CriterionStatus, criteria};
use super::super::format::Score;
use super::{Achievement, Evaluation, Progress, progress};
use crate::framework::{BenchmarkFacts, Facts, Framework};
use crate::programme::programme::Programme;

/// How many next steps are named: more are not next.
const STEPS: usize = 3;

/// The latest evaluation, compared and with next steps.
#[derive(Debug)]
pub struct Readout<'a> {
    /// The latest evaluation.
    pub run: &'a Evaluation,
    /// The version of the benchmarks that it answers.
    pub framework: &'a Framework,
    /// True if that version is in use today.
    pub current: bool,
    /// A line for each benchmark, in order.
    pub lines: Vec<Line<'a>>,
    /// What it can be compared with.
    pub compared: Compared<'a>,
    /// What to do next, the best first.
    pub steps: Vec<Step<'a>>,
}

/// One benchmark.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The benchmark, in the wording of the evaluation's version.
    pub benchmark: &'a BenchmarkFacts,
    /// Its score.
    pub score: Score,
    /// Its score last time, if that can be compared.
    pub before: Option<Score>,
    /// Its criteria by status, if there are statements about any.
    pub progress: Option<Progress>,
}

/// What the latest evaluation can be compared with.
#[derive(Clone, Copy, Debug)]
pub enum Compared<'a> {
    /// The one before.
    With(&'a Evaluation),
    /// There is none before.
    First,
    /// The one before answers another version of the benchmarks.
    OtherVersion(&'a Evaluation),
    /// One is copied from another tool, the other read from statements.
    OtherOrigin(&'a Evaluation),
}

/// Something to do next: a criterion that is not achieved.
#[derive(Debug)]
pub struct Step<'a> {
    /// The criterion, and what the website does not show of it.
    pub criterion: CriterionStatus<'a>,
    /// The score of its benchmark.
    pub score: Score,
    /// Its status; `None` if there is no statement.
    pub said: Option<Achievement>,
}

/// The read-out of the latest evaluation. `None` if there is none.
pub fn readout<'a>(programme: &'a Programme, facts: &'a Facts, today: Date) -> Option<Readout<'a>> {
    let (run, earlier) = programme.evaluations.split_last()?;
    let framework = facts.framework(run.framework.as_str())?;
    let setting = facts.kind(programme.institution.kind.as_str())?.setting;
    let current = facts.framework_on(setting, today).is_some_and(|current| current.id == framework.id);
    let compared = compared(run, earlier);
    let line = |benchmark: &'a BenchmarkFacts| {
        let number = Benchmark::new(benchmark.number)?;
        let progress = progress(&run.statements, benchmark, &programme.groups);
        Some(Line {
            benchmark,
            score: run.scores.of(number),
            before: if let Compared::With(before) = compared { Some(before.scores.of(number)) } else { None },
            progress: (progress.not_scored < progress.all()).then_some(progress),
        })
    };
    let steps = if current { steps(run, criteria(programme, facts, today)) } else { Vec::new() };
    let lines = framework.benchmarks.iter().filter_map(line).collect();
    Some(Readout { run, framework, current, lines, compared, steps })
}

fn compared<'a>(run: &Evaluation, earlier: &'a [Evaluation]) -> Compared<'a> {
    let Some(last) = earlier.last() else { return Compared::First };
    let same = |before: &&Evaluation| before.framework == run.framework && before.origin == run.origin;
    match earlier.iter().rev().find(same) {
        Some(before) => Compared::With(before),
        None if last.framework == run.framework => Compared::OtherOrigin(last),
        None => Compared::OtherVersion(last),
    }
}

/// The best next steps: each from another benchmark, as long as there are enough.
///
/// The weakest benchmark comes first, for there most is missing; a benchmark without a score comes last,
/// and one that is fully achieved not at all. Within a benchmark comes first what is in progress, for it is
/// begun; then what is not achieved, then what nothing is said of, then what is not scored. Of two alike,
/// the one comes first of which the website lacks something, for that can be done at once. Of benchmarks that
/// are equally weak, the one with the readiest step comes first.
fn steps<'a>(run: &Evaluation, criteria: Vec<CriterionStatus<'a>>) -> Vec<Step<'a>> {
    let open = criteria.into_iter().filter(CriterionStatus::applies).filter_map(|criterion| {
        let score = run.scores.of(Benchmark::new(criterion.benchmark.number)?);
        let said = run.statement(&criterion.criterion.id).map(|said| said.status);
        let met = score == Score::Percent(100) || said == Some(Achievement::Achieved);
        (!met).then_some(Step { criterion, score, said })
    });
    let mut open: Vec<Step<'a>> = open.collect();
    open.sort_by_key(|step| (weakness(step.score), readiness(step), step.criterion.benchmark.number));
    let mut steps: Vec<Step<'a>> = Vec::new();
    while steps.len() < STEPS && !open.is_empty() {
        let mut used: Vec<u8> = Vec::new();
        let mut later = Vec::new();
        for step in open {
            let number = step.criterion.benchmark.number;
            if steps.len() < STEPS && !used.contains(&number) {
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

fn weakness(score: Score) -> u8 {
    match score {
        Score::Percent(percent) => percent,
        Score::NotStated => u8::MAX,
    }
}

fn readiness(step: &Step<'_>) -> (u8, Reverse<bool>) {
    let order = match step.said {
        Some(Achievement::InProgress) => 0,
        Some(Achievement::NotAchieved | Achievement::Achieved) => 1,
        None => 2,
        Some(Achievement::NotScored) => 3,
    };
    (order, Reverse(step.criterion.missing().next().is_some()))
}
