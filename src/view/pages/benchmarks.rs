//! Benchmark evaluations: a table for each version of the benchmarks, with figures to compare with.

use serde::Serialize;

use crate::framework::{Criterion, Framework};
use crate::language::{Language, message};
use crate::programme::format::{Percent, Score, is_not_stated};
use crate::programme::{
    Achievement, Benchmark, Comparator, Evaluation, FiguresPage, MarkedText, Measure, Origin, RichText, Scope, Scores,
};
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::figures::{self, FiguresTable, StatedFigure};
use crate::view::parts::progress::{self, ProgressChart};
use crate::view::parts::readout::{self, ReadoutView, score_words};

/// Evaluations, with a table for each version of the benchmarks, because versions can't be compared.
#[derive(Debug, Serialize)]
pub struct BenchmarksPage {
    pub versions: Vec<VersionRuns>,
    /// True if the evaluations use more than one version.
    pub changed: bool,
    pub readout: Option<ReadoutView>,
    /// True if the school publishes its next steps.
    pub shows_steps: bool,
    /// Further tables.
    pub tables: Vec<FiguresTable>,
    pub statements: Vec<StatementLine>,
    pub charts: Vec<ProgressChart>,
    /// True if some scores are derived from statements.
    pub any_own: bool,
    /// True if some scores are copied from a tool.
    pub any_copied: bool,
}

#[derive(Debug, Serialize)]
pub struct StatementLine {
    pub criterion: String,
    pub asks: String,
    /// The school's statement, such as “achieved”.
    pub status: String,
    /// A band or a figure that the tool gives.
    pub stated: Option<String>,
    pub evidence: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct VersionRuns {
    pub name: String,
    /// The evaluations with scores, which are the columns of the table.
    pub runs: Vec<RunHead>,
    /// All evaluations, also those with other figures only.
    pub heads: Vec<RunHead>,
    pub rows: Vec<BenchmarkRow>,
    /// Comparison figures of the newest evaluation that has any.
    pub comparators: Vec<ComparatorLine>,
    /// The day of that evaluation.
    pub compared: Option<DayInWords>,
}

#[derive(Debug, Serialize)]
pub struct RunHead {
    pub day: DayInWords,
    pub tool: String,
    /// The origin of the scores, in a sentence; `None` if there are no scores.
    pub origin: Option<String>,
    /// True if the scores are derived from statements.
    pub own: bool,
    pub fully: usize,
    pub complete: bool,
    /// Figures that the school states.
    pub stated: Vec<StatedFigure>,
    pub took_part: Option<String>,
    pub note: Option<MarkedText>,
    pub next: Option<DayInWords>,
}

#[derive(Debug, Serialize)]
pub struct BenchmarkRow {
    /// The benchmark, in this version's wording.
    pub benchmark: BenchmarkTag,
    pub scores: Vec<ScoreCell>,
}

#[derive(Debug, Serialize)]
pub struct ScoreCell {
    /// “83%”, or “not stated”.
    pub text: String,
    /// 0 to 100; `None` if not stated.
    pub percent: Option<Percent>,
    /// True only at 100%.
    pub fully: bool,
}

#[derive(Debug, Serialize)]
pub struct ComparatorLine {
    /// “England, 2024-25”.
    pub title: String,
    pub source: String,
    pub link: Option<String>,
    /// What the percentages measure, in a sentence, if that is stated.
    pub measures: Option<String>,
    /// True if they measure what our own scores do.
    pub is_score: bool,
    /// A score for each benchmark, if stated.
    pub scores: Vec<ScoreCell>,
    /// The mean number fully achieved.
    pub fully_achieved: Option<String>,
}

/// True if there is an evaluation, and the school publishes its results.
pub(crate) fn is_shown(context: &Context<'_>) -> bool {
    let programme = context.programme;
    let has_table = programme.figures.iter().any(|table| table.page == Some(FiguresPage::Benchmarks));
    (has_table || !programme.evaluations.is_empty()) && context.shows_results()
}

pub(crate) fn benchmarks(context: &Context<'_>) -> Option<BenchmarksPage> {
    let mut versions: Vec<VersionRuns> = Vec::new();
    let programme = context.programme;
    let runs = &programme.evaluations;
    let mut frameworks: Vec<&Framework> =
        runs.iter().filter_map(|run| context.facts.framework(run.framework.as_str())).collect();
    frameworks.sort_by_key(|framework| (std::cmp::Reverse(framework.in_use_from), framework.id.as_str()));
    frameworks.dedup_by_key(|framework| framework.id.as_str());
    for framework in frameworks {
        let of_version: Vec<&Evaluation> =
            runs.iter().rev().filter(|run| run.framework.as_str() == framework.id).collect();
        versions.push(version(framework, &of_version, context));
    }
    let any = |origin: Origin| runs.iter().any(|run| run.origin == origin);
    let publish = programme.institution.details.publish.as_ref();
    let shows_steps = publish.and_then(|publish| publish.next_steps) == Some(true);
    is_shown(context).then(|| BenchmarksPage {
        tables: figures::figures_of(FiguresPage::Benchmarks, context),
        shows_steps,
        changed: versions.len() > 1,
        versions,
        readout: readout::readout(programme, context.facts, context.today, &context.language),
        statements: runs
            .iter()
            .rev()
            .find(|run| run.has_scores())
            .map_or_else(Vec::new, |run| statements(run, context)),
        charts: progress::charts(runs, &context.benchmarks, &context.language),
        any_own: any(Origin::Statements),
        any_copied: any(Origin::Copied),
    })
}

fn statements(run: &Evaluation, context: &Context<'_>) -> Vec<StatementLine> {
    let framework = context.facts.framework(run.framework.as_str());
    let criteria = framework.into_iter().flat_map(|framework| &framework.benchmarks).flat_map(|facts| &facts.criteria);
    let line = |criterion: &Criterion| {
        let statement = run.statement(&criterion.id)?;
        Some(StatementLine {
            criterion: criterion.id.clone(),
            asks: context.programme.institution.words.in_text(&criterion.text),
            status: context.language.text(achievement(statement.status)).to_owned(),
            stated: statement.stated.clone(),
            evidence: statement.evidence.clone(),
        })
    };
    criteria.filter_map(line).collect()
}

pub(super) fn achievement(status: Achievement) -> &'static str {
    match status {
        Achievement::Achieved => "achievement_achieved",
        Achievement::InProgress => "achievement_in_progress",
        Achievement::NotAchieved => "achievement_not_achieved",
        Achievement::NotScored => "achievement_not_scored",
    }
}

fn version(framework: &Framework, runs: &[&Evaluation], context: &Context<'_>) -> VersionRuns {
    let language = &*context.language;
    let scored: Vec<&Evaluation> = runs.iter().copied().filter(|run| run.has_scores()).collect();
    let rows = framework.benchmarks.iter().filter_map(|facts| {
        let benchmark = Benchmark::new(facts.number)?;
        Some(BenchmarkRow {
            benchmark: BenchmarkTag { number: facts.number, short: facts.short.clone(), name: facts.name.clone() },
            scores: scored.iter().map(|run| score(run.scores.of(benchmark), language)).collect(),
        })
    });
    // Self-evaluations rarely have comparison figures, so those of an earlier evaluation are shown.
    let compared = runs.iter().find(|run| !run.comparators.is_empty());
    VersionRuns {
        name: framework.name.clone(),
        rows: rows.collect(),
        runs: scored.iter().map(|run| head(run, context)).collect(),
        heads: runs.iter().map(|run| head(run, context)).collect(),
        comparators: compared
            .map_or_else(Vec::new, |run| run.comparators.iter().map(|figures| comparator(figures, language)).collect()),
        compared: compared.map(|run| language.date(&run.date.value)),
    }
}

fn head(run: &Evaluation, context: &Context<'_>) -> RunHead {
    let language = &*context.language;
    // The summary says what is overdue.
    let next = run.next.as_ref().filter(|next| !next.value.is_past(context.today));
    RunHead {
        day: language.date(&run.date.value),
        tool: run.tool.clone(),
        origin: run.has_scores().then(|| language.text(readout::origin(run.origin)).to_owned()),
        own: run.origin == Origin::Statements,
        fully: run.scores.fully_achieved(),
        complete: run.scores.is_complete(),
        stated: figures::stated(run.stated.as_ref()),
        took_part: run.took_part.clone(),
        note: run.note.as_ref().map(RichText::marked),
        next: next.map(|next| language.date(&next.value)),
    }
}

fn score(score: Score, language: &Language) -> ScoreCell {
    let percent = if let Score::Percent(percent) = score { Some(percent) } else { None };
    ScoreCell { text: score_words(score, language), percent, fully: percent == Some(Percent::ALL) }
}

fn comparator(comparator: &Comparator, language: &Language) -> ComparatorLine {
    let scope = match comparator.scope {
        Scope::National => "scope_national",
        Scope::Region => "scope_region",
        Scope::LocalAuthority => "scope_local_authority",
        Scope::Hub => "scope_hub",
        Scope::Trust => "scope_trust",
    };
    let cells =
        |scores: &Scores| Benchmark::ALL.iter().map(|benchmark| score(scores.of(*benchmark), language)).collect();
    ComparatorLine {
        title: if is_not_stated(&comparator.year.value) {
            message!(language, "comparator_without_year", scope = language.text(scope))
        } else {
            message!(language, "comparator", scope = language.text(scope), year = &comparator.year.value)
        },
        source: comparator.source.clone(),
        link: comparator.link.as_ref().map(|link| link.as_str().to_owned()),
        measures: comparator.measures.map(|measure| {
            let key = match measure {
                Measure::AverageScore => "measure_average",
                Measure::FullyAchieved => "measure_fully",
            };
            language.text(key).to_owned()
        }),
        is_score: comparator.measures == Some(Measure::AverageScore),
        scores: comparator.scores.as_ref().map_or_else(Vec::new, cells),
        fully_achieved: comparator.fully_achieved.clone(),
    }
}
