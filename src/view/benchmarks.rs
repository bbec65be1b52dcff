//! Benchmark runs, one table a version of the benchmarks, with figures to compare with.

use serde::Serialize;

use super::cards::BenchmarkTag;
use super::context::Context;
use super::say::{self, DayInWords};
use crate::framework::Framework;
use crate::programme::form::Score;
use crate::programme::{Benchmark, Comparator, EvaluationForm, Scope, Scores};

/// Benchmark runs, one table a version of the benchmarks: they are never mixed.
#[derive(Debug, Serialize)]
pub struct BenchmarksPage {
    /// The newest version first.
    pub versions: Vec<VersionRuns>,
    /// True if runs answer more than one version.
    pub changed: bool,
}

/// The runs that answer one version of the benchmarks.
#[derive(Debug, Serialize)]
pub struct VersionRuns {
    /// The version's name.
    pub name: String,
    /// The runs, the newest first.
    pub runs: Vec<RunHead>,
    /// A row for each benchmark.
    pub rows: Vec<BenchmarkRow>,
    /// Figures to compare the newest run with.
    pub comparators: Vec<ComparatorLine>,
}

/// A run: its date and how it was made.
#[derive(Debug, Serialize)]
pub struct RunHead {
    /// The day.
    pub day: DayInWords,
    /// The tool.
    pub tool: String,
    /// How many benchmarks are fully achieved.
    pub fully: usize,
    /// True if all eight are scored.
    pub complete: bool,
    /// Who took part.
    pub took_part: Option<String>,
    /// Anything that helps to read it.
    pub note: Option<String>,
    /// When the next one is due.
    pub next: Option<DayInWords>,
}

/// One benchmark, in each run.
#[derive(Debug, Serialize)]
pub struct BenchmarkRow {
    /// The benchmark, in this version's wording.
    pub benchmark: BenchmarkTag,
    /// A score a run.
    pub scores: Vec<ScoreCell>,
}

/// A score.
#[derive(Debug, Serialize)]
pub struct ScoreCell {
    /// “83 %”, or “not stated”.
    pub text: String,
    /// 0 to 100; `None` if not stated.
    pub percent: Option<u8>,
    /// True at 100 %, and only then.
    pub fully: bool,
}

/// Figures to compare with.
#[derive(Debug, Serialize)]
pub struct ComparatorLine {
    /// “England, 2024-25”.
    pub title: String,
    /// Where they come from.
    pub source: String,
    /// Where to read them.
    pub link: Option<String>,
    /// A score a benchmark; empty if there are none.
    pub scores: Vec<ScoreCell>,
    /// The mean number fully achieved.
    pub fully_achieved: Option<String>,
}

/// Benchmark runs by version. `None` if there are none.
pub(super) fn benchmarks(context: &Context<'_>) -> Option<BenchmarksPage> {
    let mut versions: Vec<VersionRuns> = Vec::new();
    let runs = &context.programme.evaluations;
    let mut frameworks: Vec<&Framework> =
        runs.iter().filter_map(|run| context.facts.framework(run.framework.word())).collect();
    frameworks.sort_by_key(|framework| std::cmp::Reverse(framework.in_use_from));
    frameworks.dedup_by_key(|framework| framework.id.as_str());
    for framework in frameworks {
        let of_version: Vec<&EvaluationForm> =
            runs.iter().rev().filter(|run| run.framework.word() == framework.id).collect();
        versions.push(version(framework, &of_version));
    }
    (!versions.is_empty()).then_some(BenchmarksPage { changed: versions.len() > 1, versions })
}

fn version(framework: &Framework, runs: &[&EvaluationForm]) -> VersionRuns {
    let rows = framework.benchmarks.iter().filter_map(|facts| {
        let benchmark = Benchmark::new(facts.number)?;
        Some(BenchmarkRow {
            benchmark: BenchmarkTag { number: facts.number, short: facts.short.clone(), name: facts.name.clone() },
            scores: runs.iter().map(|run| score(run.scores.of(benchmark))).collect(),
        })
    });
    VersionRuns {
        name: framework.name.clone(),
        rows: rows.collect(),
        runs: runs.iter().map(|run| head(run)).collect(),
        comparators: runs.first().map_or_else(Vec::new, |run| run.comparators.iter().map(comparator).collect()),
    }
}

fn head(run: &EvaluationForm) -> RunHead {
    RunHead {
        day: say::day(run.date.value),
        tool: run.tool.clone(),
        fully: run.scores.fully_achieved(),
        complete: run.scores.is_complete(),
        took_part: run.took_part.clone(),
        note: run.note.clone(),
        next: run.next.as_ref().map(|next| say::day(next.value)),
    }
}

fn score(score: Score) -> ScoreCell {
    match score {
        Score::Percent(percent) => {
            ScoreCell { text: format!("{percent} %"), percent: Some(percent), fully: percent == 100 }
        }
        Score::NotStated => ScoreCell { text: "not stated".into(), percent: None, fully: false },
    }
}

fn comparator(comparator: &Comparator) -> ComparatorLine {
    let scope = match comparator.scope {
        Scope::National => "England",
        Scope::Region => "our region",
        Scope::LocalAuthority => "our local authority",
        Scope::Hub => "our careers hub",
        Scope::Trust => "our trust",
    };
    let cells = |scores: &Scores| Benchmark::ALL.iter().map(|benchmark| score(scores.of(*benchmark))).collect();
    ComparatorLine {
        title: format!("{}, {}", say::capital(scope), comparator.year.value),
        source: comparator.source.clone(),
        link: comparator.link.as_ref().map(|link| link.as_str().to_owned()),
        scores: comparator.scores.as_ref().map_or_else(Vec::new, cells),
        fully_achieved: comparator.fully_achieved.clone(),
    }
}
