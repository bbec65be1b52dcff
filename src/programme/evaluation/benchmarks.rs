//! Evaluations against the eight benchmarks: scores copied from a tool, or statements of our own.
//!
//! Takes what the files in `evaluation/benchmarks/` say; gives a score for each benchmark and where it
//! comes from. A score that Compass shows is kept as it is: Compass cuts decimals off, weighs its questions, and
//! is never recomputed. Statements are read by one rule, which is ours: see [`read_statements`].

use std::collections::HashSet;

use super::super::benchmark::Benchmark;
use super::super::evidence::can_be_asked;
use super::super::format::{Day, FieldReader, FromNode, Link, Located, Score, Text, kind_of, record, string_enum};
use super::super::groups::Group;
use crate::framework::{BenchmarkFacts, Facts, Framework};
use crate::programme::findings::{ContentProblem, Expected};
use crate::read::{Node, Value};
use crate::report::{Findings, Place};

string_enum! {
    /// The version of the benchmarks that an evaluation answers. Versions are never mixed.
    pub enum FrameworkVersion {
        /// The benchmarks for schools before September 2025.
        Schools2014 "schools-2014",
        /// The benchmarks for colleges before September 2025.
        Colleges2018 "colleges-2018",
        /// The updated benchmarks for schools.
        Schools2025 "schools-2025",
        /// The updated benchmarks for colleges and training providers.
        Colleges2025 "colleges-2025",
    }
}

string_enum! {
    /// Whose figures a comparison takes.
    pub enum Scope {
        /// England.
        National "national",
        /// The region.
        Region "region",
        /// The local authority.
        LocalAuthority "local-authority",
        /// The careers hub.
        Hub "hub",
        /// The trust.
        Trust "trust",
    }
}

record! {
    /// One evaluation against the benchmarks, as Compass or your own review gave it.
    pub struct EvaluationData {
        /// The day of the evaluation.
        required date: Located<Day> = "2026-07-10";
        /// The version of the benchmarks it answers.
        required framework: FrameworkVersion = "schools-2025";
        /// The tool: Compass, Compass+, own self-evaluation.
        required tool: Text = "Compass+";
        /// A whole percentage for each benchmark, exactly as the tool shows it, or “not stated”. May be left
        /// out where statements stand: the score is then read from them.
        optional scores: Scores;
        /// Where you stand with each criterion. `fingerpost evaluate --new` writes the list.
        list statements: Statement;
        /// Anything that helps to read it.
        optional note: Text, prose;
        /// Who took part.
        optional took_part: Text;
        /// When the next one is due.
        optional next: Located<Day>;
        /// Figures to compare with, each with its year and source.
        list comparators: Comparator;
    }
}

string_enum! {
    /// Where you stand with a criterion.
    pub enum Achievement {
        /// All of it is done, for everybody it is meant for.
        Achieved "achieved",
        /// Some of it is done.
        InProgress "in-progress",
        /// It is not done.
        NotAchieved "not-achieved",
        /// Nobody has looked yet. It never counts as met.
        NotScored "not-scored",
    }
}

record! {
    /// Where you stand with one criterion.
    pub struct Statement {
        /// Its number.
        required criterion: Located<Text> = "\"1.1\"";
        /// achieved, in-progress, not-achieved or not-scored.
        required status: Achievement = "in-progress";
        /// What shows it, in a sentence. It is published.
        optional evidence: Text;
    }
}

record! {
    /// Figures to compare with.
    pub struct Comparator {
        /// Whose figures they are.
        required scope: Scope = "national";
        /// The year they are for.
        required year: Located<Text> = "2024-25";
        /// Where they come from.
        required source: Text = "Careers & Enterprise Company";
        /// Where to read them.
        optional link: Link;
        /// A whole percentage for each benchmark.
        optional scores: Scores;
        /// The mean number of benchmarks fully achieved.
        optional fully_achieved: Text;
    }
}

/// A score for each benchmark that was scored, in the order of the benchmarks.
#[derive(Clone, Debug, Default)]
pub struct Scores(pub Vec<(Benchmark, Score)>);

impl Scores {
    /// The score of a benchmark; not stated if it is left out.
    pub fn of(&self, benchmark: Benchmark) -> Score {
        self.0.iter().find(|(scored, _)| *scored == benchmark).map_or(Score::NotStated, |(_, score)| *score)
    }

    /// How many are fully achieved: 100 %, nothing less.
    pub fn fully_achieved(&self) -> usize {
        self.0.iter().filter(|(_, score)| *score == Score::Percent(100)).count()
    }

    /// True if all eight are stated.
    pub fn is_complete(&self) -> bool {
        Benchmark::ALL.iter().all(|benchmark| self.of(*benchmark) != Score::NotStated)
    }
}

impl FromNode for Scores {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return reader
                .reject(node, ContentProblem::WrongType { expected: Expected::Keys, found: kind_of(&node.value) });
        };
        let mut scores = Vec::new();
        for entry in entries {
            let key = Node { value: Value::Scalar(entry.key.clone()), span: entry.key_span.clone() };
            if let (Some(benchmark), Some(score)) =
                (Benchmark::from_node(&key, reader), Score::from_node(&entry.node, reader))
            {
                scores.push((benchmark, score));
            }
        }
        scores.sort_by_key(|(benchmark, _)| *benchmark);
        Some(Self(scores))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "object", "propertyNames": { "pattern": "^[1-8]$" }, "additionalProperties": Score::schema() })
    }
}

/// Where the scores of an evaluation come from. They are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Copied as another tool shows them.
    Copied,
    /// Read from the statements in the file.
    Statements,
}

/// An evaluation, checked.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// The place of its keys.
    pub(crate) at: Place,
    pub(crate) date: Located<Day>,
    pub(crate) framework: FrameworkVersion,
    pub(crate) tool: Text,
    pub(crate) scores: Scores,
    pub(crate) origin: Origin,
    pub(crate) statements: Vec<Statement>,
    pub(crate) note: Option<Text>,
    pub(crate) took_part: Option<Text>,
    pub(crate) next: Option<Located<Day>>,
    pub(crate) comparators: Vec<Comparator>,
}

/// The criteria of a benchmark, counted by status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Achieved.
    pub achieved: usize,
    /// In progress.
    pub in_progress: usize,
    /// Not achieved.
    pub not_achieved: usize,
    /// Not scored, or not in the file.
    pub not_scored: usize,
}

impl Progress {
    /// How many criteria there are.
    pub fn all(self) -> usize {
        self.achieved + self.in_progress + self.not_achieved + self.not_scored
    }
}

impl Evaluation {
    /// From its file. Criteria that this version does not have are told; without scores and statements
    /// there is none, nor while every statement is still to be scored.
    pub fn new(data: EvaluationData, groups: &[Group], facts: &Facts, findings: &mut Findings) -> Option<Self> {
        let framework = facts.framework(data.framework.as_str())?;
        report_strange(&data.statements, framework, findings);
        let (scores, origin) = match &data.scores {
            Some(scores) => (scores.clone(), Origin::Copied),
            None if data.statements.is_empty() => {
                let example = "scores: { 1: 100, 2: 80 }".to_owned();
                findings.add(ContentProblem::MissingKey { key: "scores", example }, data.at);
                return None;
            }
            None => (read_statements(&data.statements, framework, groups), Origin::Statements),
        };
        if origin == Origin::Statements && scores.0.is_empty() {
            findings.add(ContentProblem::NothingScored, data.at);
            return None;
        }
        Some(Self {
            at: data.at,
            date: data.date,
            framework: data.framework,
            tool: data.tool,
            scores,
            origin,
            statements: data.statements,
            note: data.note,
            took_part: data.took_part,
            next: data.next,
            comparators: data.comparators,
        })
    }

    /// The statement about a criterion.
    pub fn statement(&self, criterion: &str) -> Option<&Statement> {
        self.statements.iter().find(|said| said.criterion.value == criterion)
    }
}

/// Tells criteria that the framework does not have, and those that are there twice.
fn report_strange(statements: &[Statement], framework: &Framework, findings: &mut Findings) {
    let criteria = framework.benchmarks.iter().flat_map(|benchmark| &benchmark.criteria);
    let known: Vec<String> = criteria.map(|criterion| criterion.id.clone()).collect();
    let mut seen = HashSet::new();
    for Statement { criterion, .. } in statements {
        if !known.contains(&criterion.value) {
            let value = criterion.value.clone();
            let problem = ContentProblem::UnknownValue { value, known: known.clone(), suggestion: None };
            findings.add(problem, criterion.place.clone());
        } else if !seen.insert(&criterion.value) {
            let (name, other) = (criterion.value.clone(), criterion.place.path().to_string());
            findings.add(ContentProblem::Duplicate { what: "statements", name, other }, criterion.place.clone());
        }
    }
}

/// A score for each benchmark, from statements about its criteria.
///
/// The share of the benchmark's criteria that are achieved, in whole percent with decimals cut off: so
/// 100 % means all of them, and nothing less reaches it. What is in progress does not count as half.
/// What is not scored, or left out of the file, counts as not met: otherwise one statement would make
/// a benchmark fully achieved. A benchmark of which nothing is scored has no score. Criteria that this
/// institution cannot be asked for (what is due by 18, at a school that ends with Year 11) are left out.
///
/// The criteria are those of the framework, not the questions of Compass: do not compare the two.
fn read_statements(statements: &[Statement], framework: &Framework, groups: &[Group]) -> Scores {
    let scores = framework.benchmarks.iter().filter_map(|benchmark| {
        let number = Benchmark::new(benchmark.number)?;
        let progress = progress(statements, benchmark, groups);
        if progress.not_scored == progress.all() {
            return None;
        }
        let percent = (progress.achieved * 100).checked_div(progress.all())?;
        Some((number, Score::Percent(u8::try_from(percent).ok()?)))
    });
    Scores(scores.collect())
}

/// The criteria of a benchmark, counted by status.
pub fn progress(statements: &[Statement], benchmark: &BenchmarkFacts, groups: &[Group]) -> Progress {
    let mut progress = Progress::default();
    for criterion in benchmark.criteria.iter().filter(|criterion| can_be_asked(criterion, groups)) {
        let said = statements.iter().find(|said| said.criterion.value == criterion.id);
        match said.map_or(Achievement::NotScored, |said| said.status) {
            Achievement::Achieved => progress.achieved += 1,
            Achievement::InProgress => progress.in_progress += 1,
            Achievement::NotAchieved => progress.not_achieved += 1,
            Achievement::NotScored => progress.not_scored += 1,
        }
    }
    progress
}
