//! Proposes a mapping from the headings of an export and the answers that several people gave.

use super::SurveyDetails;
use super::columns::ExportColumns;
use super::sample::Sample;
use crate::framework::Facts;
use crate::import::Draft;
use crate::import::file::{RowHandler, SheetFile};
use crate::import::findings::SheetError;
use crate::import::headings::{ColumnRole, question};
use crate::import::scales::{degrees_of, scale_of};
use crate::import::yaml::{in_comment, list, quoted};
use crate::report::Findings;

/// A question with more different answers isn't treated as multiple choice, unless semicolons separate them.
const MAX_CHOICES: usize = 12;

/// Drafts a mapping for the columns of an export. Returns `None` after adding findings if the file can't be read.
pub fn propose(
    file: SheetFile<'_>,
    details: &SurveyDetails<'_>,
    facts: &Facts,
    findings: &mut Findings,
) -> Option<Draft> {
    let mut export = ExportSample { columns: ExportColumns::new(facts), samples: Vec::new() };
    file.read(&mut export, findings)?;
    export.columns.finish(details.today);
    if !export.columns.roles.contains(&ColumnRole::Question) {
        file.report(SheetError::NoQuestions, findings);
        return None;
    }
    Some(Draft::new(format!("evaluation/mappings/{}.yaml", details.name), text(&export, details)))
}

/// Samples of an export's columns, except for those that identify people.
struct ExportSample<'f> {
    columns: ExportColumns<'f>,
    samples: Vec<Sample>,
}

impl RowHandler for ExportSample<'_> {
    fn headings(&mut self, cells: Vec<String>) -> Result<usize, SheetError> {
        let width = self.columns.begin(cells)?;
        self.samples = vec![Sample::default(); width];
        Ok(width)
    }

    fn wants(&self, column: usize) -> bool {
        self.columns.may_be_read(column)
    }

    fn row(&mut self, _: u32, cells: &[String]) {
        self.columns.add(cells);
        let questions = cells.iter().zip(&self.columns.roles).zip(&mut self.samples);
        questions
            .filter(|((_, role), _)| **role == ColumnRole::Question)
            .for_each(|((cell, _), sample)| sample.add(cell));
    }
}

fn text(export: &ExportSample<'_>, details: &SurveyDetails<'_>) -> String {
    let mut text = "# yaml-language-server: $schema=../../.schema/mapping.json\n\
                    # How Fingerpost turns the columns of the export into a survey. Check each column, then import\n\
                    # the export again. Check the order of the answers, which of them are `positive` or `neutral`,\n\
                    # and which benchmarks a question is about. Kinds are scale, choose-one, choose-many, number,\n\
                    # text (counted but never copied) and ignore.\n"
        .to_owned();
    let columns = &export.columns;
    let unread = columns.headings.iter().zip(&columns.roles).filter(|(_, role)| **role == ColumnRole::Identifying);
    let unread: Vec<&str> = unread.map(|(heading, _)| heading.as_str()).collect();
    if !unread.is_empty() {
        text.push_str(&format!("# Never read, because they identify people: {}.\n", in_comment(&unread.join("; "))));
    }
    text.push_str(&format!("title: {}\nfrom: {}\n", quoted(details.title), details.from.as_str()));
    match (details.date, columns.last_day()) {
        (Some(date), _) | (None, Ok(Some(date))) => text.push_str(&format!("date: {date}\n")),
        (None, Ok(None)) => text.push_str("# The export has no dates. Write the date of the survey here.\ndate:\n"),
        (None, Err(SheetError::AmbiguousDay { .. } | SheetError::MixedOrder)) => {
            text.push_str("# The dates in the export are ambiguous. Write the date of the survey here.\ndate:\n")
        }
        (None, Err(_)) => {
            text.push_str("# The dates in the export cannot be read. Write the date of the survey here.\ndate:\n")
        }
    }
    text.push_str("instrument:\n");
    text.push_str(&details.invited.map_or_else(|| "invited:\n".to_owned(), |invited| format!("invited: {invited}\n")));
    text.push_str("columns:\n");
    let sampled = columns.headings.iter().zip(&columns.roles).zip(&export.samples);
    for ((heading, _), sample) in sampled.filter(|((_, role), _)| **role == ColumnRole::Question) {
        text.push_str(&column(heading, sample));
    }
    text
}

enum Guess<'s> {
    Scale { answers: Vec<String>, positive: Vec<String>, neutral: Vec<String> },
    Choices { kind: &'static str, answers: Vec<&'s str> },
    Text,
}

fn column(heading: &str, sample: &Sample) -> String {
    let mut text = format!("  - column: {}\n", quoted(heading));
    let question = question(heading);
    if question != heading {
        text.push_str(&format!("    question: {}\n", quoted(&question)));
    }
    match guess(sample) {
        Guess::Scale { answers, positive, neutral } => {
            let kind = if answers.iter().all(|answer| answer.parse::<u32>().is_ok()) { "number" } else { "scale" };
            text.push_str(&format!("    kind: {kind}\n    answers: {}\n", list(&answers)));
            text.push_str(&format!("    positive: {}\n", list(&positive)));
            if !neutral.is_empty() {
                text.push_str(&format!("    neutral: {}\n", list(&neutral)));
            }
            text.push_str("    benchmarks: []\n");
        }
        Guess::Choices { kind, answers } => {
            text.push_str(&format!("    kind: {kind}\n    answers: {}\n    benchmarks: []\n", list(&answers)));
        }
        Guess::Text => text.push_str("    kind: text\n"),
    }
    text
}

fn guess(sample: &Sample) -> Guess<'_> {
    if let Some(answers) = sample.complete.counts().filter(|answers| !answers.is_empty()) {
        if let Some(numbers) = numbers(answers.keys()) {
            return numbers;
        }
        if let Some(scale) = scale_of(answers.keys().map(String::as_str)) {
            let owned = |answers: &[&str]| answers.iter().map(|answer| (*answer).to_owned()).collect();
            return Guess::Scale {
                answers: owned(scale.answers),
                positive: owned(scale.answers.get(..scale.positive).unwrap_or_default()),
                neutral: owned(scale.neutral),
            };
        }
        if let Some((answers, positive)) = degrees_of(answers.keys().map(String::as_str)) {
            let positive = answers.get(..positive).unwrap_or_default().to_vec();
            return Guess::Scale { answers, positive, neutral: Vec::new() };
        }
    }
    let by_semicolon = sample.by_semicolon.shared().filter(|_| sample.semicolons * 4 > sample.filled);
    if let Some(answers) = by_semicolon {
        return Guess::Choices { kind: "choose-many", answers };
    }
    let is_short = |answers: &Vec<&str>| answers.len() <= MAX_CHOICES;
    if let Some(answers) = sample.complete.single_answers().filter(is_short) {
        return Guess::Choices { kind: "choose-many", answers };
    }
    if let Some(answers) = sample.complete.shared().filter(is_short) {
        return Guess::Choices { kind: "choose-one", answers };
    }
    // Many different cells made of few parts: people chose several answers.
    match sample.by_comma.shared().filter(is_short) {
        Some(answers) => Guess::Choices { kind: "choose-many", answers },
        None => Guess::Text,
    }
}

/// A numeric scale up to 5 or 10. `None` if an answer isn't a whole number or is over 10.
fn numbers<'a>(answers: impl Iterator<Item = &'a String>) -> Option<Guess<'a>> {
    let numbers: Option<Vec<u32>> = answers.map(|answer| answer.parse().ok()).collect();
    let numbers = numbers?;
    let (min, max) = (*numbers.iter().min()?, *numbers.iter().max()?);
    let top = [5, 10].into_iter().find(|top| *top >= max)?;
    let bottom = min.min(1);
    // On a scale to 5, 4 and 5 are positive; on a scale to 10, 7 and above.
    let positive = if top == 5 { 4 } else { 7 };
    let texts = |from: u32| (from..=top).map(|number| number.to_string()).collect();
    Some(Guess::Scale { answers: texts(bottom), positive: texts(positive), neutral: Vec::new() })
}
