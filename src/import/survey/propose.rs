//! A mapping, proposed from the headings of an export and the answers that several people gave.

use super::SurveyDetails;
use super::sample::Sample;
use crate::framework::Columns;
use crate::import::Draft;
use crate::import::day::LastDay;
use crate::import::file::{Rows, SheetFile};
use crate::import::findings::SheetError;
use crate::import::headings::{Heading, kinds, question, tidy};
use crate::import::scales::scale_of;
use crate::import::yaml::{list, quoted};
use crate::report::{Findings, Found};

/// The most answers that a question with one answer is thought to offer.
const MOST_CHOICES: usize = 12;

/// A mapping for the columns of an export. `None`, with findings, if it cannot be read.
pub fn propose(file: SheetFile<'_>, details: &SurveyDetails<'_>, known: &Columns) -> Found<Option<Draft>> {
    let mut findings = Findings::default();
    let mut look =
        Look { known, headings: Vec::new(), kinds: Vec::new(), samples: Vec::new(), last: LastDay::default() };
    let read = file.read(&mut look, &mut findings);
    if read.is_some() && !look.kinds.contains(&Heading::Question) {
        file.tell(SheetError::NoQuestions, &mut findings);
        return Found { value: None, findings };
    }
    let draft = read.map(|()| Draft {
        path: format!("evaluation/mappings/{}.yaml", details.name),
        text: text(&look, details),
        notes: Vec::new(),
    });
    Found { value: draft, findings }
}

/// What is seen of an export. Columns that tell who people are are not read.
struct Look<'k> {
    known: &'k Columns,
    headings: Vec<String>,
    kinds: Vec<Heading>,
    samples: Vec<Sample>,
    last: LastDay,
}

impl Rows for Look<'_> {
    fn headings(&mut self, cells: Vec<String>) -> Result<usize, SheetError> {
        self.headings = tidy(cells)?;
        self.kinds = kinds(&self.headings, self.known);
        self.samples = vec![Sample::default(); self.headings.len()];
        Ok(self.headings.len())
    }

    fn wants(&self, column: usize) -> bool {
        matches!(self.kinds.get(column), Some(Heading::Question | Heading::When))
    }

    fn row(&mut self, _: u32, cells: &[String]) {
        for ((cell, kind), sample) in cells.iter().zip(&self.kinds).zip(&mut self.samples) {
            match kind {
                Heading::When => self.last.add(cell),
                Heading::Question => sample.add(cell),
                Heading::Who | Heading::Added => {}
            }
        }
    }
}

fn text(look: &Look<'_>, details: &SurveyDetails<'_>) -> String {
    let mut text = "# yaml-language-server: $schema=../../.schema/mapping.json\n\
                    # How the columns of the export become a survey. Look at each, then run the same command again:\n\
                    # the order of the answers, which of them are `positive`, which count neither way (`neutral`),\n\
                    # and the benchmarks that a question speaks to. Kinds are scale, choose-one, choose-many, number,\n\
                    # text (counted, never copied) and ignore.\n"
        .to_owned();
    let unread = look.headings.iter().zip(&look.kinds).filter(|(_, kind)| **kind == Heading::Who);
    let unread: Vec<&str> = unread.map(|(heading, _)| heading.as_str()).collect();
    if !unread.is_empty() {
        text.push_str(&format!("# Never read, because they tell who people are: {}.\n", unread.join("; ")));
    }
    text.push_str(&format!("title: {}\nfrom: {}\n", quoted(details.title), details.from.as_str()));
    match (details.date, look.last.clone().end()) {
        (Some(date), _) | (None, Ok(Some(date))) => text.push_str(&format!("date: {date}\n")),
        (None, Ok(None)) => {
            text.push_str("# Nothing in the export says when this was: write the day of the survey here.\ndate:\n")
        }
        (None, Err(_)) => text.push_str(
            "# The days in the export can be read in more than one way: write the day of the survey here.\ndate:\n",
        ),
    }
    text.push_str("instrument:\n");
    text.push_str(&details.invited.map_or_else(|| "invited:\n".to_owned(), |invited| format!("invited: {invited}\n")));
    text.push_str("columns:\n");
    let columns = look.headings.iter().zip(&look.kinds).zip(&look.samples);
    for ((heading, _), sample) in columns.filter(|((_, kind), _)| **kind == Heading::Question) {
        text.push_str(&column(heading, sample));
    }
    text
}

/// What a column seems to be.
enum Guess<'s> {
    Scale { answers: Vec<String>, positive: Vec<String>, neutral: Vec<String> },
    Choices { kind: &'static str, answers: Vec<&'s str> },
    Text,
}

fn column(heading: &str, sample: &Sample) -> String {
    let mut text = format!("  - column: {}\n", quoted(heading));
    let asked = question(heading);
    if asked != heading {
        text.push_str(&format!("    question: {}\n", quoted(&asked)));
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
    if let Some(answers) = sample.whole.few().filter(|answers| !answers.is_empty()) {
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
    }
    let by_semicolon = sample.by_semicolon.shared().filter(|_| sample.semicolons * 4 > sample.filled);
    if let Some(answers) = by_semicolon {
        return Guess::Choices { kind: "choose-many", answers };
    }
    let few = |answers: &Vec<&str>| answers.len() <= MOST_CHOICES;
    if let Some(answers) = sample.whole.atoms().filter(few) {
        return Guess::Choices { kind: "choose-many", answers };
    }
    if let Some(answers) = sample.whole.shared().filter(few) {
        return Guess::Choices { kind: "choose-one", answers };
    }
    // Many different cells out of few parts: several answers that nobody gave alone.
    match sample.by_comma.shared().filter(few) {
        Some(answers) => Guess::Choices { kind: "choose-many", answers },
        None => Guess::Text,
    }
}

/// A scale of whole numbers: from 1 to 5, or as far as it goes.
fn numbers<'a>(answers: impl Iterator<Item = &'a String>) -> Option<Guess<'a>> {
    let numbers: Option<Vec<u32>> = answers.map(|answer| answer.parse().ok()).collect();
    let numbers = numbers?;
    let (least, most) = (*numbers.iter().min()?, *numbers.iter().max()?);
    let top = [5, 10].into_iter().find(|top| *top >= most)?;
    let bottom = least.min(1);
    // From 1 to 5, a four or five is positive; from 1 to 10, a seven and more.
    let positive = if top == 5 { 4 } else { 7 };
    let texts = |from: u32| (from..=top).map(|number| number.to_string()).collect();
    Some(Guess::Scale { answers: texts(bottom), positive: texts(positive), neutral: Vec::new() })
}
