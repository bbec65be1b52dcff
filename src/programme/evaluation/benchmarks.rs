//! Evaluations against the eight benchmarks: scores copied from a tool, or statements about each criterion.
//!
//! Takes the files in `evaluation/benchmarks/`, and returns a score for each benchmark and its origin. Scores that
//! Compass shows are copied, never recomputed: Compass cuts off decimals and weights its questions. Statements are
//! scored by Fingerpost's own rule: see [`scores_of`].

use std::collections::HashSet;

use super::super::benchmark::Benchmark;
use super::super::evidence::applies_to;
use super::super::format::{
    Control, FieldReader, FromNode, InexactDate, LabelledTexts, Link, Located, Percent, RichText, Score, Text, record,
    string_enum,
};
use super::super::groups::Group;
use crate::framework::{BenchmarkFacts, Facts, Framework, KindFacts};
use crate::programme::dates::date_in_words;
use crate::programme::findings::ContentProblem;
use crate::read::{Node, Value};
use crate::report::{Findings, Place, Subject};

string_enum! {
    /// The version of the benchmarks that an evaluation is against. Versions are never mixed.
    pub enum FrameworkVersion {
        Schools2014 "schools-2014",
        Colleges2018 "colleges-2018",
        Schools2025 "schools-2025",
        Colleges2025 "colleges-2025",
    }
}

string_enum! {
    pub enum Scope {
        National "national",
        Region "region",
        LocalAuthority "local-authority",
        Hub "hub",
        Trust "trust",
    }
}

record! {
    /// One evaluation against the benchmarks, from Compass or from your own review.
    pub struct EvaluationFile {
        /// The date of the evaluation: a day, a month, a term or a year.
        required date: Located<InexactDate> = "2026-07-10";
        /// The version of the benchmarks it is against.
        required framework: Located<FrameworkVersion> = "schools-2025";
        /// The tool you used: Compass, Compass+ or your own self-evaluation.
        required tool: Text = "Compass+";
        /// A percentage for each benchmark, exactly as the tool shows it, or “not stated”. Leave it out
        /// if you write `statements`: the scores are then worked out from them.
        optional scores: Scores => "Figures that the tool gives";
        /// How far you have got with each criterion. `fingerpost evaluate --new` writes the list for you.
        list statements: Statement;
        /// Figures that you state and that Fingerpost does not work out, such as “Overall: 88%”. They can stand alone.
        optional stated: LabelledTexts as "Figures you state" of "figure" => "Figures that the tool gives";
        /// Anything that helps people understand the results.
        optional note: RichText, prose;
        /// Who took part.
        optional took_part: Text as "Who took part";
        /// When the next evaluation is due.
        optional next: Located<InexactDate> as "Next evaluation";
        /// Figures to compare your scores with, each with its year and source.
        list comparators: Comparator as "Figures to compare with" of "comparison" => "Figures to compare with";
    }
}

string_enum! {
    /// How far you have got with a criterion.
    pub enum Achievement {
        Achieved "achieved",
        InProgress "in-progress",
        NotAchieved "not-achieved",
        /// Nobody has checked it yet. It never counts as met.
        NotScored "not-scored",
    }
}

record! {
    /// How far you have got with one criterion.
    pub struct Statement {
        /// The number of the criterion.
        required criterion: Located<Text> = "\"1.1\"", criteria;
        /// One of achieved, in-progress, not-achieved or not-scored.
        required status: Achievement = "in-progress";
        /// A band or a figure that the tool gives, such as “26 to 50%”.
        optional stated: Text as "Figures you state";
        /// The evidence, in a sentence. It is published on the site.
        optional evidence: Text, long;
    }
}

string_enum! {
    /// What the percentages of a comparison measure.
    pub enum Measure {
        AverageScore "average-score",
        FullyAchieved "fully-achieved",
    }
}

record! {
    /// Figures to compare your scores with.
    pub struct Comparator {
        /// The area or organisation that the figures are about.
        required scope: Scope = "national";
        /// The year of the figures.
        required year: Located<Text> = "2024-25";
        /// The source of the figures.
        required source: Text = "Careers & Enterprise Company";
        /// A link to the source.
        optional link: Link;
        /// A percentage for each benchmark.
        optional scores: Scores;
        /// What the percentages measure: average-score, or fully-achieved for the share of schools or colleges that
        /// fully achieve the benchmark. Only average scores are shown beside your own.
        optional measures: Measure;
        /// The mean number of benchmarks fully achieved.
        optional fully_achieved: Text;
    }
}

/// The scores of the benchmarks that have one, in the order of the benchmarks.
#[derive(Clone, Debug, Default)]
pub struct Scores(pub Vec<(Benchmark, Score)>);

impl Scores {
    /// The score of a benchmark, which is not stated if it was left out.
    pub fn of(&self, benchmark: Benchmark) -> Score {
        self.0.iter().find(|(scored, _)| *scored == benchmark).map_or(Score::NotStated, |(_, score)| *score)
    }

    pub fn fully_achieved(&self) -> usize {
        self.0.iter().filter(|(_, score)| *score == Score::Percent(Percent::ALL)).count()
    }

    pub fn is_complete(&self) -> bool {
        Benchmark::ALL.iter().all(|benchmark| self.of(*benchmark) != Score::NotStated)
    }
}

impl FromNode for Scores {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let mut scores = Vec::new();
        for entry in reader.entries(node)? {
            let key = Node { value: Value::Scalar(entry.key.clone()), span: entry.key_span.clone() };
            if let (Some(benchmark), Some(score)) =
                (Benchmark::from_node(&key, reader), Score::from_node(&entry.node, reader))
            {
                if scores.iter().any(|(known, _)| *known == benchmark) {
                    let (name, other) = (entry.key.clone(), benchmark.number().to_string());
                    reader.findings.add(ContentProblem::TwoInFile { what: "scores", name, other }, reader.place(&key));
                }
                scores.push((benchmark, score));
            }
        }
        scores.sort_by_key(|(benchmark, _)| *benchmark);
        Some(Self(scores))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "object", "propertyNames": { "pattern": "^[1-8]$" }, "additionalProperties": Score::schema() })
    }
    fn control() -> Control {
        Control::PerBenchmark(Box::new(Control::Figure))
    }
}

/// The origin of an evaluation's scores. Scores of different origins are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Copied from another tool.
    Copied,
    /// Worked out from the statements in the file.
    Statements,
}

#[derive(Clone, Debug)]
pub struct Evaluation {
    pub(crate) at: Place,
    pub(crate) date: Located<InexactDate>,
    pub(crate) framework: FrameworkVersion,
    pub(crate) tool: Text,
    pub(crate) scores: Scores,
    pub(crate) origin: Origin,
    pub(crate) statements: Vec<Statement>,
    pub(crate) stated: Option<LabelledTexts>,
    pub(crate) note: Option<RichText>,
    pub(crate) took_part: Option<Text>,
    pub(crate) next: Option<Located<InexactDate>>,
    pub(crate) comparators: Vec<Comparator>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CriteriaProgress {
    pub(crate) achieved: usize,
    pub(crate) in_progress: usize,
    pub(crate) not_achieved: usize,
    /// Not scored, or missing from the file.
    pub(crate) not_scored: usize,
}

impl CriteriaProgress {
    pub(crate) fn total(self) -> usize {
        self.achieved + self.in_progress + self.not_achieved + self.not_scored
    }
}

impl Evaluation {
    /// Checks a file, and reports criteria that its version of the benchmarks does not have. `None` if there are
    /// no scores, statements or other stated figures, or if no statement has been scored yet.
    pub fn new(
        data: EvaluationFile,
        groups: &[Group],
        (kind, facts): (&KindFacts, &Facts),
        findings: &mut Findings,
    ) -> Option<Self> {
        let framework = facts.framework(data.framework.value.as_str())?;
        report_impossible(&data, framework, (kind, facts), findings);
        report_unknown_and_repeated(&data.statements, framework, findings);
        let (scores, origin) = match &data.scores {
            Some(scores) => (scores.clone(), Origin::Copied),
            // A school may have only an overall figure.
            None if data.statements.is_empty() && data.stated.is_some() => (Scores::default(), Origin::Copied),
            None if data.statements.is_empty() => {
                let example = "scores: { 1: 100, 2: 80 }".to_owned();
                let needed = ["scores", "statements"].map(|key| Subject::key(&data.at, key));
                findings.add_needing(ContentProblem::MissingKey { key: "scores", example }, data.at, needed);
                return None;
            }
            None => (scores_of(&data.statements, framework, groups), Origin::Statements),
        };
        if origin == Origin::Statements && scores.0.is_empty() {
            findings.add(ContentProblem::NothingScored, data.at);
            return None;
        }
        Some(Self {
            at: data.at,
            date: data.date,
            framework: data.framework.value,
            tool: data.tool,
            scores,
            origin,
            statements: data.statements,
            stated: data.stated,
            note: data.note,
            took_part: data.took_part,
            next: data.next,
            comparators: data.comparators,
        })
    }

    /// False if the school states only other figures.
    pub fn has_scores(&self) -> bool {
        self.scores.0.iter().any(|(_, score)| *score != Score::NotStated)
    }

    pub fn statement(&self, criterion: &str) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.criterion.value == criterion)
    }
}

/// Reports a version of the benchmarks that is for other institutions, or that was not in use yet.
fn report_impossible(
    data: &EvaluationFile,
    framework: &Framework,
    (kind, facts): (&KindFacts, &Facts),
    findings: &mut Findings,
) {
    let day = data.date.value.latest;
    let Some(likely) = facts.framework_on(kind.setting, day).map(|likely| likely.id.clone()) else { return };
    let (name, place) = (framework.id.clone(), data.framework.place.clone());
    if framework.setting != kind.setting {
        let kind = kind.called.clone();
        findings.add(ContentProblem::FrameworkOfOthers { framework: name, kind, likely }, place);
    } else if day < framework.in_use_from {
        let from = date_in_words(framework.in_use_from);
        findings.add(ContentProblem::FrameworkTooNew { framework: name, from, likely }, place);
    }
}

/// Reports criteria that the framework does not have, and criteria with two statements.
fn report_unknown_and_repeated(statements: &[Statement], framework: &Framework, findings: &mut Findings) {
    let criteria = framework.benchmarks.iter().flat_map(|benchmark| &benchmark.criteria);
    let known: Vec<String> = criteria.map(|criterion| criterion.id.clone()).collect();
    let mut seen = HashSet::new();
    for Statement { criterion, .. } in statements {
        if !known.contains(&criterion.value) {
            let value = criterion.value.clone();
            let problem = ContentProblem::UnknownValue { value, known: known.clone(), suggestion: None };
            findings.add(problem, criterion.place.clone());
        } else if !seen.insert(&criterion.value) {
            let (name, other) = (criterion.value.clone(), criterion.value.clone());
            findings.add(ContentProblem::TwoInFile { what: "statements", name, other }, criterion.place.clone());
        }
    }
}

/// A score for each benchmark, from the statements about its criteria.
///
/// The score is the share of the benchmark's criteria that are achieved, as a whole percentage. It is never rounded up
/// to 100%: only a benchmark with all criteria achieved has that. Criteria in progress do not count as half. Criteria
/// that are not scored, or missing from the file, count as not met: otherwise a single statement could make a
/// benchmark fully achieved. A benchmark with no scored criterion has no score. Criteria that do not apply to this
/// institution (due by 18, at a school that ends with Year 11) are left out.
///
/// The criteria are those of the framework, not the questions of Compass, so the two are not comparable.
fn scores_of(statements: &[Statement], framework: &Framework, groups: &[Group]) -> Scores {
    let scores = framework.benchmarks.iter().filter_map(|benchmark| {
        let number = Benchmark::new(benchmark.number)?;
        let progress = progress(statements, benchmark, groups);
        if progress.not_scored == progress.total() {
            return None;
        }
        let (achieved, total) = (u64::try_from(progress.achieved).ok()?, u64::try_from(progress.total()).ok()?);
        Some((number, Score::Percent(Percent::share(achieved, total))))
    });
    Scores(scores.collect())
}

pub(super) fn progress(statements: &[Statement], benchmark: &BenchmarkFacts, groups: &[Group]) -> CriteriaProgress {
    let mut progress = CriteriaProgress::default();
    for criterion in benchmark.criteria.iter().filter(|criterion| applies_to(criterion, groups)) {
        let statement = statements.iter().find(|statement| statement.criterion.value == criterion.id);
        match statement.map_or(Achievement::NotScored, |statement| statement.status) {
            Achievement::Achieved => progress.achieved += 1,
            Achievement::InProgress => progress.in_progress += 1,
            Achievement::NotAchieved => progress.not_achieved += 1,
            Achievement::NotScored => progress.not_scored += 1,
        }
    }
    progress
}
