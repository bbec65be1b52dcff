//! Counts the answers of an export according to a mapping, and drafts a survey file.

use jiff::civil::Date;

use super::column_counts::ColumnCounts;
use super::columns::ExportColumns;
use crate::framework::Facts;
use crate::import::Draft;
use crate::import::file::{RowHandler, SheetFile};
use crate::import::findings::{ImportProblem, SheetError};
use crate::import::headings::{ColumnRole, plain, question};
use crate::import::yaml::{list, numbers, quoted};
use crate::programme::format::Groups;
use crate::programme::{ColumnKind, SurveyMapping};
use crate::report::{Findings, did_you_mean};

/// How many unknown answers of one column are reported.
const MAX_REPORTED: usize = 5;

/// Counts an export. `today` is needed to recognise birthdays. `date` takes precedence over the dates in the mapping and the export. Returns `None` after adding
/// findings if something is wrong or ambiguous.
pub fn count(
    file: SheetFile<'_>,
    (name, mapping): (&str, &SurveyMapping),
    (date, today): (Option<Date>, Date),
    facts: &Facts,
    findings: &mut Findings,
) -> Option<Draft> {
    let columns = mapping.columns.iter().map(|mapped| (None, ColumnCounts::new(mapped))).collect();
    let mut counter = Counter { export: ExportColumns::new(facts), columns, people: 0 };
    file.read(&mut counter, findings)?;
    counter.finish(today);
    report_columns(&counter, mapping, findings);
    report_answers(&counter, findings);
    let day = match (date.or(mapping.date), counter.export.last_day()) {
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
        notes: notes(&counter),
        ..Draft::new(format!("evaluation/surveys/{name}.yaml"), text(&counter, (name, mapping), day))
    })
}

/// Counts rows as they are read, and stores none of them.
struct Counter<'m> {
    export: ExportColumns<'m>,
    /// The index of each mapped column in the spreadsheet, and its counts.
    columns: Vec<(Option<usize>, ColumnCounts<'m>)>,
    people: u32,
}

impl Counter<'_> {
    /// Leaves out mapped columns whose cells identify people, unless nothing of them is copied.
    fn finish(&mut self, today: Date) {
        self.export.finish(today);
        for (index, column) in &mut self.columns {
            let is_copied = !matches!(column.mapped.kind, ColumnKind::FreeText | ColumnKind::Ignore);
            *index = index.filter(|at| !is_copied || self.export.roles.get(*at) != Some(&ColumnRole::Identifying));
        }
    }
}

impl RowHandler for Counter<'_> {
    fn headings(&mut self, cells: Vec<String>) -> Result<usize, SheetError> {
        let width = self.export.begin(cells)?;
        let (headings, roles) = (&self.export.headings, &self.export.roles);
        for (index, column) in &mut self.columns {
            let expected = plain(&column.mapped.column.value);
            *index = headings
                .iter()
                .position(|heading| *heading == *column.mapped.column.value)
                .or_else(|| headings.iter().position(|heading| plain(heading) == expected))
                // Not even a mapping can include a column that identifies people.
                .filter(|index| roles.get(*index) != Some(&ColumnRole::Identifying));
        }
        Ok(width)
    }

    fn wants(&self, column: usize) -> bool {
        let is_counted = |(index, counts): &(Option<usize>, ColumnCounts<'_>)| {
            *index == Some(column) && counts.mapped.kind != ColumnKind::Ignore
        };
        self.export.may_be_read(column) || self.columns.iter().any(is_counted)
    }

    fn row(&mut self, _: u32, cells: &[String]) {
        self.export.add(cells);
        let mut answered = false;
        for (index, column) in &mut self.columns {
            let cell = index.and_then(|index| cells.get(index)).map_or("", String::as_str);
            answered |= column.mapped.kind != ColumnKind::Ignore && column.add(cell);
        }
        self.people += u32::from(answered);
    }
}

/// Reports columns of the mapping that the export doesn't have, and questions that the mapping doesn't mention.
fn report_columns(counter: &Counter<'_>, mapping: &SurveyMapping, findings: &mut Findings) {
    for (_, column) in counter.columns.iter().filter(|(index, _)| index.is_none()) {
        let value = column.mapped.column.value.to_string();
        let suggestion = did_you_mean(&value, counter.export.headings.iter().map(String::as_str)).map(str::to_owned);
        let problem = match suggestion {
            Some(near) if near == value => ImportProblem::IdentifyingColumn { column: value },
            suggestion => ImportProblem::MissingColumn { column: value, suggestion },
        };
        findings.add(problem, column.mapped.column.place.clone());
    }
    let is_mapped = |at: usize| counter.columns.iter().any(|(index, _)| *index == Some(at));
    let questions =
        counter.export.roles.iter().enumerate().filter(|(at, role)| **role == ColumnRole::Question && !is_mapped(*at));
    for heading in questions.filter_map(|(at, _)| counter.export.headings.get(at)) {
        findings.add(ImportProblem::UnmappedColumn { column: heading.clone() }, mapping.at.source.whole_file());
    }
}

/// Reports answers that the mapping doesn't name.
fn report_answers(counter: &Counter<'_>, findings: &mut Findings) {
    // The cells of a column that is not read may be names.
    for (_, column) in counter.columns.iter().filter(|(index, _)| index.is_some()) {
        let known: Vec<String> = column.mapped.answers.iter().map(|answer| answer.value.to_string()).collect();
        let last = column.unknown.len().min(MAX_REPORTED);
        let more: u32 = column.unknown.values().skip(MAX_REPORTED).sum();
        for (at, (answer, people)) in (1..).zip(&column.unknown).take(MAX_REPORTED) {
            let suggestion = did_you_mean(answer, known.iter().map(String::as_str)).map(str::to_owned);
            let more = if at == last { more + column.more_unknown } else { 0 };
            let problem = ImportProblem::UnmappedAnswer { answer: answer.clone(), people: *people, more, suggestion };
            findings.add(problem, column.mapped.column.place.clone());
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
    for (_, column) in &counter.columns {
        if !matches!(column.mapped.kind, ColumnKind::FreeText | ColumnKind::Ignore) {
            text.push_str(&question_text(column));
        }
    }
    text.push_str("# What people said, in your own words and without names:\n# heard:\n#   -\n");
    text
}

fn groups(groups: &Groups) -> String {
    match groups {
        Groups::All => "all".into(),
        Groups::Named(names) => list(&names.iter().map(|name| name.value.as_str()).collect::<Vec<_>>()),
    }
}

fn question_text(column: &ColumnCounts<'_>) -> String {
    let mapped = column.mapped;
    let question = mapped.question.clone().unwrap_or_else(|| question(&mapped.column.value));
    let mut text = format!("  - question: {}\n", quoted(&question));
    if mapped.kind == ColumnKind::ChooseMany {
        text.push_str("    choose-many: yes\n");
    }
    let counts: Vec<String> =
        column.counts.iter().map(|(answer, count)| format!("{}: {count}", quoted(answer))).collect();
    text.push_str(&format!("    counts: {{ {} }}\n", counts.join(", ")));
    for (key, answers) in [("positive", &mapped.positive), ("neutral", &mapped.neutral)] {
        if !answers.is_empty() {
            let answers: Vec<&str> = answers.iter().map(|answer| answer.value.as_str()).collect();
            text.push_str(&format!("    {key}: {}\n", list(&answers)));
        }
    }
    if !mapped.benchmarks.is_empty() {
        let benchmarks: Vec<u8> = mapped.benchmarks.iter().map(|benchmark| benchmark.number()).collect();
        text.push_str(&format!("    benchmarks: {}\n", numbers(&benchmarks)));
    }
    text
}

fn people(count: u32) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}

fn notes(counter: &Counter<'_>) -> Vec<String> {
    let mut notes = vec![format!("{} answered.", people(counter.people))];
    let unread = counter.export.roles.iter().filter(|role| **role == ColumnRole::Identifying).count();
    match unread {
        0 => {}
        1 => notes.push("One column that identifies people was not read.".into()),
        many => notes.push(format!("{many} columns that identify people were not read.")),
    }
    for (_, column) in
        counter.columns.iter().filter(|(_, column)| column.mapped.kind == ColumnKind::FreeText && column.filled > 0)
    {
        notes.push(format!(
            "{} wrote something under “{}”. It was not copied. Read it, and write what you learnt in `heard`.",
            people(column.filled),
            column.mapped.column.value
        ));
    }
    for (_, column) in &counter.columns {
        let skipped = counter.people - column.filled;
        let is_question = !matches!(column.mapped.kind, ColumnKind::FreeText | ColumnKind::Ignore);
        if is_question && skipped > 0 {
            notes.push(format!("{} did not answer “{}”.", people(skipped), column.mapped.column.value));
        }
    }
    notes
}
