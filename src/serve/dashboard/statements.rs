//! The statements of a benchmark evaluation: each criterion in its own words, with how far the school has got.

use std::collections::HashSet;

use super::field_view::{field_view, id};
use super::form_part::{FormContext, FormPart};
use super::row_changes::Pairs;
use super::todo::Task;
use crate::editor::ValuePath;
use crate::editor::form::{FieldContent, FormField, FormRowField};
use crate::programme::format::{Control, FieldDefinition, NamedThing};
use crate::{CriteriaList, ListedCriterion};

/// In the name of a hidden field: the key that says what a new row is about. Without another value there is no such row.
const SUBJECT_KEY: &str = "@only";

/// The keys of a statement.
struct Keys {
    fields: Vec<FieldDefinition>,
    criterion: &'static str,
    answer: &'static str,
}

impl Keys {
    /// `None` for a list of anything else.
    fn of(control: &Control) -> Option<Self> {
        let Control::List(item) = control else { return None };
        let Control::Record(fields) = &**item else { return None };
        let fields = fields();
        let is_criterion = |field: &&FieldDefinition| matches!(field.control, Control::Name(NamedThing::Criterion));
        let criterion = fields.iter().find(is_criterion)?.key;
        let answer = fields.iter().find(|field| matches!(field.control, Control::Choice(_)))?.key;
        Some(Self { fields, criterion, answer })
    }
}

/// True for a list with a choice for each criterion.
pub(super) fn is_statements(control: &Control) -> bool {
    Keys::of(control).is_some()
}

/// The parts for a list of statements: a fold for each benchmark.
pub(super) fn add_statements(
    (list, rows): (&FormField, &[FormRowField]),
    criteria: &CriteriaList,
    context: &mut FormContext<'_>,
    parts: &mut Vec<FormPart>,
) {
    let Some(keys) = Keys::of(&list.definition.control) else { return };
    parts.push(FormPart::Heading {
        id: id(&list.name),
        text: list.definition.label.clone(),
        hint: "Choose a benchmark, and answer for each criterion. Leave out what you have not looked at.".to_owned(),
        findings: context.findings.remove(&list.name).unwrap_or_default(),
    });
    let mut used = HashSet::new();
    for benchmark in &criteria.benchmarks {
        let mut answered = 0;
        let mut inside = Vec::new();
        let mut has_findings = false;
        for criterion in &benchmark.criteria {
            let row =
                rows.iter().find(|row| text_of(row, keys.criterion) == criterion.id && !used.contains(&row.field.name));
            used.extend(row.map(|row| row.field.name.clone()));
            answered += usize::from(row.is_some_and(|row| !text_of(row, keys.answer).is_empty()));
            let blank = || blank_row(list, &keys, criterion);
            let row = row.cloned().unwrap_or_else(blank);
            let legend = format!("{} {}", criterion.id, criterion.text);
            has_findings |= context.has_finding(&row.field);
            statement(&row, &keys, (&criterion.id, legend), context, &mut inside);
        }
        let name = format!("Benchmark {}: {}", benchmark.number, benchmark.name);
        let heading = format!("{name} ({answered} of {})", benchmark.criteria.len());
        parts.push(FormPart::FoldStart {
            id: format!("fold-benchmark-{}", benchmark.number),
            heading,
            is_open: has_findings,
        });
        parts.append(&mut inside);
        parts.push(FormPart::FoldEnd);
    }
    for row in rows.iter().filter(|row| !used.contains(&row.field.name)) {
        let criterion = text_of(row, keys.criterion).to_owned();
        let is_known = criteria.benchmarks.iter().flat_map(|one| &one.criteria).any(|known| known.id == criterion);
        let legend = match criterion.as_str() {
            "" => "A statement without a criterion".to_owned(),
            _ if is_known => format!("{criterion}, which has another statement above: keep one of them"),
            _ => format!("{criterion}, which this version of the benchmarks does not have"),
        };
        statement(row, &keys, (&criterion, legend), context, parts);
    }
}

fn statement(
    row: &FormRowField,
    keys: &Keys,
    (criterion, legend): (&str, String),
    context: &mut FormContext<'_>,
    parts: &mut Vec<FormPart>,
) {
    let FieldContent::Fields(fields) = &row.field.content else { return };
    parts.push(FormPart::StatementStart {
        name: row.field.name.clone(),
        origin: row.origin,
        key: keys.criterion,
        criterion: criterion.to_owned(),
    });
    for field in fields.iter().filter(|field| field.definition.key != keys.criterion) {
        let is_answer = field.definition.key == keys.answer;
        let mut view = field_view(field, &context.names, &mut context.findings);
        let of_row = |context: &mut FormContext<'_>| -> Vec<Task> {
            let names = [row.field.name.clone(), format!("{}.{}", row.field.name, keys.criterion)];
            names.iter().flat_map(|name| context.findings.remove(name).unwrap_or_default()).collect()
        };
        match (is_answer, &field.content) {
            (true, _) => view.be_answer(legend.clone(), of_row(context)),
            (false, FieldContent::Text(text))
                if text.is_empty() && !matches!(field.definition.control, Control::LongText) =>
            {
                continue;
            }
            _ => view.be_about(criterion),
        }
        parts.push(FormPart::Field(view));
    }
}

/// A row for a criterion that the file does not have.
fn blank_row(list: &FormField, keys: &Keys, criterion: &ListedCriterion) -> FormRowField {
    let name = format!("{}.c{}", list.name, criterion.id.replace('.', "-"));
    let field = |definition: &FieldDefinition| FormField {
        name: format!("{name}.{}", definition.key),
        definition: definition.clone(),
        path: ValuePath::default(),
        content: FieldContent::Text(String::new()),
    };
    let content = FieldContent::Fields(keys.fields.iter().map(field).collect());
    let field =
        FormField { name: name.clone(), definition: list.definition.clone(), path: ValuePath::default(), content };
    FormRowField { origin: None, label: None, field }
}

fn text_of<'r>(row: &'r FormRowField, key: &str) -> &'r str {
    let FieldContent::Fields(fields) = &row.field.content else { return "" };
    let field = fields.iter().find(|field| field.definition.key == key);
    match field.map(|field| &field.content) {
        Some(FieldContent::Text(text)) => text,
        _ => "",
    }
}

/// What a form has sent, without new rows in which nothing was answered.
pub(super) fn without_unanswered(pairs: Pairs) -> Pairs {
    let rows: Vec<(String, String)> = pairs
        .iter()
        .filter_map(|(name, key)| name.strip_suffix(SUBJECT_KEY).map(|row| (row.to_owned(), format!("{row}.{key}"))))
        .collect();
    let is_answered = |(row, subject): &&(String, String)| {
        let inside = format!("{row}.");
        pairs.iter().any(|(name, value)| name.starts_with(&inside) && name != subject && !value.trim().is_empty())
    };
    let answered: HashSet<&str> = rows.iter().filter(is_answered).map(|(row, _)| row.as_str()).collect();
    let is_of = |name: &str, row: &str| name.strip_prefix(row).is_some_and(|rest| rest.starts_with(['.', '@']));
    let is_kept = |(name, _): &&(String, String)| {
        !name.ends_with(SUBJECT_KEY)
            && !rows.iter().any(|(row, _)| !answered.contains(row.as_str()) && is_of(name, row))
    };
    pairs.iter().filter(is_kept).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_rows_without_an_answer_are_not_sent() {
        let pairs = |names: &[(&str, &str)]| -> Pairs {
            names.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let sent = pairs(&[
            ("title", "T"),
            ("statements.c1-1@only", "criterion"),
            ("statements.c1-1@new", ""),
            ("statements.c1-1.criterion", "1.1"),
            ("statements.c1-1.evidence", " "),
            ("statements.c1-10@only", "criterion"),
            ("statements.c1-10.criterion", "1.10"),
            ("statements.c1-10.status", "achieved"),
        ]);
        let expected =
            [("title", "T"), ("statements.c1-10.criterion", "1.10"), ("statements.c1-10.status", "achieved")];
        assert_eq!(without_unanswered(sent), pairs(&expected));
    }
}
