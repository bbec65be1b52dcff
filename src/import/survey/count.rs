//! Counts the answers of an export according to a mapping, and drafts a survey file.

use jiff::civil::Date;

use super::column_counts::ColumnCounts;
use crate::framework::Columns;
use crate::import::Draft;
use crate::import::day::LastDay;
use crate::import::file::{RowHandler, SheetFile};
use crate::import::findings::{ImportProblem, SheetError};
use crate::import::headings::{ColumnRole, normalise, plain, question, roles};
use crate::import::yaml::{list, numbers, quoted};
use crate::programme::format::Groups;
use crate::programme::{ColumnKind, SurveyMapping};
use crate::report::{Findings, did_you_mean};

/// How many unknown answers of one column are reported.
const MAX_REPORTED: usize = 5;

/// Counts an export. `date` takes precedence over the dates in the mapping and the export. Returns `None` after adding
/// findings if something is wrong or ambiguous.
pub fn count(
    file: SheetFile<'_>,
    (name, mapping): (&str, &SurveyMapping),
    date: Option<Date>,
    known: &Columns,
    findings: &mut Findings,
) -> Option<Draft> {
    let columns = mapping.columns.iter().map(|form| (None, ColumnCounts::new(form))).collect();
    let mut counter =
        Counter { known, headings: Vec::new(), roles: Vec::new(), columns, last: LastDay::default(), people: 0 };
    file.read(&mut counter, findings)?;
    report_columns(&counter, mapping, findings);
    report_answers(&counter, findings);
    let day = match (date.or(mapping.date), counter.last.clone().finish()) {
        (Some(day), _) | (None, Ok(Some(day))) => Some(day),
        (None, Ok(None)) => {
            file.report(SheetError::NoDay, findings);
            None
        }
        (None, Err(error)) => {
            file.report(error, findings);
            None
        }
    };
    if counter.people == 0 {
        file.report(SheetError::NoAnswers, findings);
    }
    day.filter(|_| !findings.any_error()).map(|day| Draft {
        path: format!("evaluation/surveys/{name}.yaml"),
        text: text(&counter, (name, mapping), day),
        notes: notes(&counter),
    })
}

/// Counts rows as they are read, and stores none of them.
struct Counter<'m> {
    known: &'m Columns,
    headings: Vec<String>,
    roles: Vec<ColumnRole>,
    /// The position of each column of the mapping in the spreadsheet, and its counts.
    columns: Vec<(Option<usize>, ColumnCounts<'m>)>,
    last: LastDay,
    people: u32,
}

impl RowHandler for Counter<'_> {
    fn headings(&mut self, cells: Vec<String>) -> Result<usize, SheetError> {
        self.headings = normalise(cells)?;
        self.roles = roles(&self.headings, self.known);
        for (place, tally) in &mut self.columns {
            let expected = plain(&tally.form.column.value);
            *place = self
                .headings
                .iter()
                .position(|heading| *heading == tally.form.column.value)
                .or_else(|| self.headings.iter().position(|heading| plain(heading) == expected))
                // Not even a mapping can include a column that identifies people.
                .filter(|place| self.roles.get(*place) != Some(&ColumnRole::Identifying));
        }
        Ok(self.headings.len())
    }

    fn wants(&self, column: usize) -> bool {
        let counted = |(place, tally): &(Option<usize>, ColumnCounts<'_>)| {
            *place == Some(column) && tally.form.kind != ColumnKind::Ignore
        };
        self.roles.get(column) == Some(&ColumnRole::Timestamp) || self.columns.iter().any(counted)
    }

    fn row(&mut self, _: u32, cells: &[String]) {
        if let Some(at) = self.roles.iter().position(|kind| *kind == ColumnRole::Timestamp) {
            self.last.add(cells.get(at).map_or("", String::as_str));
        }
        let mut answered = false;
        for (place, tally) in &mut self.columns {
            let cell = place.and_then(|place| cells.get(place)).map_or("", String::as_str);
            answered |= tally.form.kind != ColumnKind::Ignore && tally.add(cell);
        }
        self.people += u32::from(answered);
    }
}

/// Columns of the mapping that the export does not have, and the other way round.
fn report_columns(counter: &Counter<'_>, mapping: &SurveyMapping, findings: &mut Findings) {
    for (_, tally) in counter.columns.iter().filter(|(place, _)| place.is_none()) {
        let value = tally.form.column.value.clone();
        let suggestion = did_you_mean(&value, counter.headings.iter().map(String::as_str)).map(str::to_owned);
        findings.add(ImportProblem::MissingColumn { column: value, suggestion }, tally.form.column.place.clone());
    }
    let taken = |at: usize| counter.columns.iter().any(|(place, _)| *place == Some(at));
    let questions = counter.roles.iter().enumerate().filter(|(at, kind)| **kind == ColumnRole::Question && !taken(*at));
    for heading in questions.filter_map(|(at, _)| counter.headings.get(at)) {
        findings.add(ImportProblem::UnmappedColumn { column: heading.clone() }, mapping.at.source.whole_file());
    }
}

/// Reports answers that the mapping doesn't name.
fn report_answers(counter: &Counter<'_>, findings: &mut Findings) {
    for (_, tally) in &counter.columns {
        let known: Vec<String> = tally.form.answers.iter().map(|answer| answer.value.clone()).collect();
        for (answer, people) in tally.unknown.iter().take(MAX_REPORTED) {
            let suggestion = did_you_mean(answer, known.iter().map(String::as_str)).map(str::to_owned);
            let more = tally.unknown.len().saturating_sub(MAX_REPORTED);
            let problem = ImportProblem::UnmappedAnswer { answer: answer.clone(), people: *people, more, suggestion };
            findings.add(problem, tally.form.column.place.clone());
        }
    }
}

fn text(counter: &Counter<'_>, (name, mapping): (&str, &SurveyMapping), day: Date) -> String {
    let mut text = format!(
        "# yaml-language-server: $schema=../../.schema/survey.json\n\
         # Counted from the export of a form, by evaluation/mappings/{name}.yaml.\n\
         title: {}\nfrom: {}\ndate: {day}\n",
        quoted(&mapping.title),
        mapping.from.as_str()
    );
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            text.push_str(&format!("{key}: {value}\n"));
        }
    };
    line("instrument", mapping.instrument.as_deref().map(quoted));
    line("groups", mapping.groups.as_ref().map(groups));
    line("invited", mapping.invited.map(|invited| invited.to_string()));
    line("responded", Some(counter.people.to_string()));
    text.push_str("questions:\n");
    for (_, tally) in &counter.columns {
        if !matches!(tally.form.kind, ColumnKind::FreeText | ColumnKind::Ignore) {
            text.push_str(&question_text(tally));
        }
    }
    text.push_str("# What people said, in your own words and without names:\n# heard:\n#   - \n");
    text
}

fn groups(groups: &Groups) -> String {
    match groups {
        Groups::All => "all".into(),
        Groups::Named(names) => list(&names.iter().map(|name| name.value.as_str()).collect::<Vec<_>>()),
    }
}

fn question_text(tally: &ColumnCounts<'_>) -> String {
    let form = tally.form;
    let question = form.question.clone().unwrap_or_else(|| question(&form.column.value));
    let mut text = format!("  - question: {}\n", quoted(&question));
    if form.kind == ColumnKind::ChooseMany {
        text.push_str("    choose-many: yes\n");
    }
    let counts: Vec<String> =
        tally.counts.iter().map(|(answer, count)| format!("{}: {count}", quoted(answer))).collect();
    text.push_str(&format!("    counts: {{ {} }}\n", counts.join(", ")));
    for (key, answers) in [("positive", &form.positive), ("neutral", &form.neutral)] {
        if !answers.is_empty() {
            let answers: Vec<&str> = answers.iter().map(|answer| answer.value.as_str()).collect();
            text.push_str(&format!("    {key}: {}\n", list(&answers)));
        }
    }
    if !form.benchmarks.is_empty() {
        let benchmarks: Vec<u8> = form.benchmarks.iter().map(|benchmark| benchmark.number()).collect();
        text.push_str(&format!("    benchmarks: {}\n", numbers(&benchmarks)));
    }
    text
}

/// Notes for the teacher.
fn notes(counter: &Counter<'_>) -> Vec<String> {
    let mut notes = vec![format!("{} people answered.", counter.people)];
    let unread = counter.roles.iter().filter(|kind| **kind == ColumnRole::Identifying).count();
    match unread {
        0 => {}
        1 => notes.push("One column that identifies people was not read.".into()),
        many => notes.push(format!("{many} columns that identify people were not read.")),
    }
    for (_, tally) in
        counter.columns.iter().filter(|(_, tally)| tally.form.kind == ColumnKind::FreeText && tally.filled > 0)
    {
        notes.push(format!(
            "{} people wrote something under “{}”. It was not copied. Read it, and write what you learnt in `heard`.",
            tally.filled, tally.form.column.value
        ));
    }
    for (_, tally) in &counter.columns {
        let skipped = counter.people - tally.filled;
        let is_question = !matches!(tally.form.kind, ColumnKind::FreeText | ColumnKind::Ignore);
        if is_question && skipped > 0 {
            notes.push(format!("{skipped} people did not answer “{}”.", tally.form.column.value));
        }
    }
    notes
}
