//! Tables of figures that the school states, such as results by group and year.
//!
//! They are shown as they are written. `disclosure` says which tables are suppressed.

use std::collections::{HashMap, HashSet};

use super::super::format::{
    Control, FieldReader, FromNode, InexactDate, LabelledTexts, Link, Located, MAX_SMALL, Percent, RichText, Text,
    exact_small, max_meant, one_or_more, record, string_enum, whole_number,
};
use crate::programme::findings::{ContentProblem, MAX_LISTED};
use crate::programme::prose::typeset;
use crate::read::{Node, Value};
use crate::report::{Findings, KnownWords, Place};

string_enum! {
    /// The page that a table belongs to.
    pub enum FiguresPage {
        Evaluation "evaluation",
        Benchmarks "benchmarks",
        Feedback "feedback",
        Destinations "destinations",
    }
}

string_enum! {
    /// What the figures of a table are.
    pub enum FiguresUnit {
        Percent "percent",
        /// Marks, averages, ratings.
        Score "score",
        /// Numbers of people. A table with a number from one to five is not published.
        People "people",
    }
}

/// Percentages of fewer people can reveal single ones.
const MIN_COHORT: u32 = 10;

record! {
    /// A table of figures that you have, such as results by year group and year, or rates.
    pub struct FiguresFile {
        /// The title of the table.
        required title: Text = "Sure of their next step, by year group", prose;
        /// What the figures measure.
        required measures: Text = "Share of pupils who are sure of their next step", prose, long;
        /// Whether they are percent, score or people.
        required unit: FiguresUnit = "percent";
        /// The page it is on: evaluation, benchmarks, feedback or destinations. Evaluation if left out.
        optional page: FiguresPage;
        /// Where it stands among the tables of its page: 1 for the first. Those without a number follow, by the names of their
        /// files.
        optional order: u32;
        /// The headings of the columns, such as years.
        list columns: Text;
        /// One line for each row: its heading, and a figure for each column. “Not stated” for one that you do not have.
        required rows: Rows = "{ Year 7: [41, 48], Year 8: [44, 52] }";
        /// How many people each column or each row is about, by its heading, next to percentages.
        optional cohorts: LabelledTexts;
        /// `no` if no other table counts some of the same people. Otherwise the table is left out if the difference to the
        /// other one would be too few people.
        optional overlaps: bool;
        /// When the figures are from.
        optional date: Located<InexactDate>;
        /// The source of the figures.
        required source: Text = "Future Skills Questionnaire";
        /// A link to the source.
        optional link: Link;
        /// Anything that helps people understand the figures.
        optional note: RichText, prose;
    }
}

/// The rows of a table: headings and figures.
#[derive(Clone, Debug)]
pub struct Rows(pub Vec<FiguresLine>);

#[derive(Clone, Debug)]
pub struct FiguresLine {
    pub heading: String,
    pub cells: Vec<Located<Text>>,
}

impl FromNode for Rows {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let rows = reader.entries(node)?.iter().map(|entry| {
            // `Year 7: 41, 48` is a row of two.
            let cells = match &entry.node.value {
                Value::Scalar(text) if text.contains(',') => {
                    let part = |part: &str| Node {
                        value: Value::Scalar(part.trim().to_owned()),
                        span: entry.node.span.clone(),
                    };
                    let parts: Vec<Node> = text.split(',').map(part).collect();
                    parts.iter().filter_map(|part| Located::from_node(part, reader)).collect()
                }
                _ => one_or_more(&entry.node, reader),
            };
            FiguresLine { heading: typeset(&entry.key), cells }
        });
        Some(Self(rows.collect()))
    }
    fn schema() -> serde_json::Value {
        let figure = serde_json::json!({ "type": ["number", "string"] });
        serde_json::json!({
            "type": "object",
            "additionalProperties": { "anyOf": [{ "type": "array", "items": figure.clone() }, figure] },
        })
    }
    fn control() -> Control {
        Control::Labelled(Box::new(Control::List(Box::new(Control::Figure))))
    }
}

impl FiguresFile {
    /// Reports rows with another number of figures than there are columns, and figures that are not percentages.
    pub(in crate::programme) fn check(&self, findings: &mut Findings) {
        self.check_cohorts(findings);
        for row in &self.rows.0 {
            let Some(first) = row.cells.first() else { continue };
            let columns = self.columns.len().max(1);
            if row.cells.len() != columns {
                let problem =
                    ContentProblem::CellsDoNotFit { row: row.heading.clone(), cells: row.cells.len(), columns };
                findings.add(problem, first.place.clone());
            }
            let starts_as_number = |text: &str| text.starts_with(|ch: char| ch.is_ascii_digit());
            for cell in row.cells.iter().filter(|cell| starts_as_number(&cell.value)) {
                let number = cell.value.trim_end_matches('%').trim();
                let is_wrong = number.parse::<f64>().is_ok() && Percent::parse(number).is_none();
                if self.unit == FiguresUnit::Percent && is_wrong {
                    let problem = ContentProblem::OutOfRange { value: cell.value.clone(), from: 0, to: 100 };
                    findings.add(problem, cell.place.clone());
                }
            }
        }
    }

    /// The first number of people that is too small to publish, and its place.
    pub fn small_number(&self) -> Option<(&str, &Place)> {
        let is_small = |people: &str| exact_small(people).is_some();
        let mut cells = self.rows.0.iter().flat_map(|row| &row.cells).filter(|_| self.unit == FiguresUnit::People);
        let cell = cells.find(|cell| is_small(&cell.value)).map(|cell| (cell.value.as_str(), &cell.place));
        // Percentages of “fewer than 6” people would reveal how many there are.
        let is_percent = self.unit == FiguresUnit::Percent;
        let most = |people: &str| max_meant(people).or_else(|| whole_number(people).filter(|_| is_percent));
        let is_few = |people: &str| most(people).is_some_and(|most| most < MIN_COHORT);
        let reveals_few = |(label, people): &&(String, String)| is_few(people) && self.has_figures(label);
        let mut cohorts = self.cohorts.iter().flat_map(|cohorts| &cohorts.0);
        let cohort = cohorts.find(|cohort| is_small(&cohort.1) || reveals_few(cohort));
        cell.or_else(|| cohort.map(|(_, people)| (people.as_str(), &self.at)))
    }

    /// The first percentage of a known number of people that stands for one to five of them, or for all but so few.
    pub fn small_share(&self) -> Option<&Located<Text>> {
        let is_small = |people: u32| (1..=MAX_SMALL).contains(&people);
        let cohorts = self.cohorts.iter().flat_map(|cohorts| &cohorts.0);
        // The first of several with one heading counts.
        let cohorts: HashMap<&str, &Text> = cohorts.rev().map(|(heading, people)| (heading.as_str(), people)).collect();
        let reveals_few = |heading: &str, cell: &Located<Text>| {
            let people = cohorts.get(heading).and_then(|people| whole_number(people));
            people.zip(Percent::parse(&cell.value)).is_some_and(|(people, share)| {
                let count = share.of(people);
                is_small(count) || is_small(people.saturating_sub(count))
            })
        };
        let columns = |at: usize| self.columns.get(at).map_or("", String::as_str);
        let rows = self.rows.0.iter().filter(|_| self.unit == FiguresUnit::Percent);
        let mut cells = rows.flat_map(|row| row.cells.iter().enumerate().map(move |(at, cell)| (row, at, cell)));
        cells
            .find(|(row, at, cell)| reveals_few(&row.heading, cell) || reveals_few(columns(*at), cell))
            .map(|(.., cell)| cell)
    }

    /// True if a row or column has figures, and not only words such as “not published”.
    fn has_figures(&self, heading: &str) -> bool {
        let column = self.columns.iter().position(|column| column == heading);
        let is_of = |row: &FiguresLine, at: usize| row.heading == heading || column == Some(at);
        self.rows.0.iter().any(|row| {
            let mut cells = row.cells.iter().enumerate();
            cells.any(|(at, cell)| is_of(row, at) && cell.value.contains(|ch: char| ch.is_ascii_digit()))
        })
    }

    /// The number of people of a row or column, if it is stated.
    pub fn cohort(&self, heading: &str) -> Option<&str> {
        let mut cohorts = self.cohorts.iter().flat_map(|cohorts| &cohorts.0);
        cohorts.find(|(label, _)| label == heading).map(|(_, people)| people.as_str())
    }

    /// Reports numbers of people for headings that the table does not have.
    fn check_cohorts(&self, findings: &mut Findings) {
        let rows = self.rows.0.iter().map(|row| row.heading.as_str());
        let headings: Vec<&str> = self.columns.iter().map(String::as_str).chain(rows).collect();
        let known: HashSet<&str> = headings.iter().copied().collect();
        let labels = self.cohorts.iter().flat_map(|cohorts| &cohorts.0).map(|(label, _)| label);
        let mut unknown = labels.filter(|label| !known.contains(label.as_str())).peekable();
        if unknown.peek().is_none() {
            return;
        }
        let words = KnownWords::new(headings.iter().copied());
        for value in unknown {
            let known = headings.iter().take(MAX_LISTED + 1).map(|heading| (*heading).to_owned()).collect();
            let suggestion = words.nearest(value).map(str::to_owned);
            let problem = ContentProblem::UnknownValue { value: value.clone(), known, suggestion };
            findings.add(problem, self.at.clone());
        }
    }
}
