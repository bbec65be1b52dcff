//! Random series of changes of whole forms: texts, choices, and rows that are added, removed and moved.

use fingerpost::editor::form::{FieldContent, FormField};
use fingerpost::programme::format::Control;
use proptest::prelude::*;

use crate::hostile::{Example, examples, texts};

/// What a browser sends for these fields.
pub(crate) fn pairs(fields: &[FormField]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for field in fields {
        let mut add = |suffix: &str, value: &str| pairs.push((format!("{}{suffix}", field.name), value.to_owned()));
        match &field.content {
            FieldContent::Text(text) => add("", &text.replace('\n', "\r\n")),
            FieldContent::Chosen(values) => {
                add("", "");
                values.iter().for_each(|value| add("", value));
            }
            FieldContent::Rows(rows) => {
                add("@rows", "");
                for row in rows {
                    let name = &row.field.name;
                    if let Some(origin) = row.origin {
                        pairs.push((format!("{name}@was"), origin.to_string()));
                    }
                    if let Some(label) = &row.label {
                        pairs.push((format!("{name}@label"), label.clone()));
                    }
                    pairs.extend(self::pairs(std::slice::from_ref(&row.field)));
                }
            }
            FieldContent::Fields(fields) => pairs.extend(self::pairs(fields)),
            FieldContent::TextOnly => {}
        }
    }
    pairs
}

/// A change of a form, by numbers that choose among what there is.
#[derive(Clone, Debug)]
enum Change {
    Text { leaf: usize, text: String },
    Clear { leaf: usize },
    Rows { list: usize, change: RowChange },
    Choose { field: usize, values: Vec<usize> },
}

#[derive(Clone, Debug)]
enum RowChange {
    Add(String),
    Remove(usize),
    Shift(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let text = || prop_oneof![proptest::sample::select(texts()), "[ -~]{1,12}", "\\PC{1,8}", "[a-z:#\n '\"-]{1,10}"];
    let row = prop_oneof![
        text().prop_map(RowChange::Add),
        any::<usize>().prop_map(RowChange::Remove),
        any::<(usize, usize)>().prop_map(|(from, to)| RowChange::Shift(from, to)),
    ];
    prop_oneof![
        (any::<usize>(), text()).prop_map(|(leaf, text)| Change::Text { leaf, text }),
        any::<usize>().prop_map(|leaf| Change::Clear { leaf }),
        (any::<usize>(), row).prop_map(|(list, change)| Change::Rows { list, change }),
        (any::<usize>(), any::<Vec<usize>>()).prop_map(|(field, values)| Change::Choose { field, values }),
    ]
}

/// The names of the fields of one kind, with their controls.
fn of_kind(fields: &[FormField], is_kind: fn(&FieldContent) -> bool) -> Vec<FormField> {
    let mut found = Vec::new();
    for field in fields {
        if is_kind(&field.content) {
            found.push(field.clone());
        }
        match &field.content {
            FieldContent::Fields(fields) => found.extend(of_kind(fields, is_kind)),
            FieldContent::Rows(rows) => {
                rows.iter().for_each(|row| found.extend(of_kind(std::slice::from_ref(&row.field), is_kind)));
            }
            _ => {}
        }
    }
    found
}

/// The pairs of the whole form after a change.
fn apply(example: &Example, change: &Change) -> Vec<(String, String)> {
    let fields = example.form.fields(Some(&example.file), &example.form.values(&example.file));
    let mut pairs = pairs(&fields);
    let pick = |index: usize, count: usize| if count == 0 { None } else { Some(index % count) };
    match change {
        Change::Text { leaf, text } => replace(example, *leaf, text, &mut pairs),
        Change::Clear { leaf } => replace(example, *leaf, "", &mut pairs),
        Change::Choose { field, values } => {
            let choices = of_kind(&fields, |content| matches!(content, FieldContent::Chosen(_)));
            let Some(field) = pick(*field, choices.len()).map(|at| &choices[at]) else { return pairs };
            let options: Vec<String> = match &field.definition.control {
                Control::Several { item, .. } => match &**item {
                    Control::Choice(options) => options.iter().map(|option| option.value.to_owned()).collect(),
                    Control::Benchmark => (1..=8).map(|number: u8| number.to_string()).collect(),
                    _ => vec!["Year 7".to_owned(), "no".to_owned(), "all".to_owned()],
                },
                _ => return pairs,
            };
            pairs.retain(|(name, _)| *name != field.name);
            pairs.push((field.name.clone(), String::new()));
            pairs.extend(values.iter().map(|at| (field.name.clone(), options[at % options.len()].clone())));
        }
        Change::Rows { list, change } => {
            let lists = of_kind(&fields, |content| matches!(content, FieldContent::Rows(_)));
            let Some(list) = pick(*list, lists.len()).map(|at| &lists[at]) else { return pairs };
            let FieldContent::Rows(rows) = &list.content else { return pairs };
            let name = |at: usize| format!("{}.{at}", list.name);
            let is_of = |pair: &str, at: usize| {
                pair.strip_prefix(&name(at)).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '@']))
            };
            match change {
                RowChange::Add(text) => {
                    let new = name(rows.len());
                    if matches!(list.definition.control, Control::Labelled(_)) {
                        pairs.push((format!("{new}@label"), format!("{:.900} {}", text.trim(), rows.len())));
                    }
                    let text = &text.chars().take(900).collect::<String>();
                    let control = match &list.definition.control {
                        Control::List(item) | Control::Labelled(item) => (**item).clone(),
                        _ => return pairs,
                    };
                    match control {
                        Control::Record(fields) | Control::TextOrRecord { fields, .. } => {
                            pairs.push((format!("{new}.{}", fields()[0].key), text.clone()));
                        }
                        Control::List(_) => pairs.push((format!("{new}.0"), text.clone())),
                        _ => pairs.push((new, text.clone())),
                    }
                }
                RowChange::Remove(at) => {
                    let Some(at) = pick(*at, rows.len()) else { return pairs };
                    pairs.retain(|(name, _)| !is_of(name, at));
                }
                RowChange::Shift(from, to) => {
                    let (Some(from), Some(to)) = (pick(*from, rows.len()), pick(*to, rows.len())) else { return pairs };
                    let mut order: Vec<usize> = (0..rows.len()).collect();
                    let taken = order.remove(from);
                    order.insert(to, taken);
                    let (of_rows, mut rest): (Vec<_>, Vec<_>) =
                        pairs.into_iter().partition(|(name, _)| (0..rows.len()).any(|at| is_of(name, at)));
                    for at in order {
                        rest.extend(of_rows.iter().filter(|(name, _)| is_of(name, at)).cloned());
                    }
                    pairs = rest;
                }
            }
        }
    }
    pairs
}

fn replace(example: &Example, leaf: usize, text: &str, pairs: &mut [(String, String)]) {
    let leaves = example.leaves();
    // A file has none once all its rows are removed.
    let Some(leaf) = leaves.get(leaf % leaves.len().max(1)) else { return };
    let is_body = matches!(leaf.control, Control::Markdown);
    let clashes = leaf.name.ends_with("@label")
        && pairs.iter().any(|(name, value)| name.ends_with("@label") && value == text.trim());
    let is_long_label = leaf.name.ends_with("@label") && text.len() > 1_000;
    if (is_body && text.trim_start().starts_with("---")) || clashes || is_long_label {
        return;
    }
    for (_, value) in pairs.iter_mut().filter(|(name, _)| *name == leaf.name) {
        text.clone_into(value);
    }
}

fn run_series(file: usize, windows: bool, changes: &[Change], examples: &[Vec<Example>; 2]) -> usize {
    let all = &examples[usize::from(windows)];
    let start = &all[file % all.len()];
    let mut example = Example { form: start.form.clone(), file: start.file.with_edits(&[]).unwrap() };
    let mut count = 0;
    for change in changes {
        let pairs = apply(&example, change);
        let sent = example.form.sent(&pairs);
        count += example.form.edits(&example.file, &sent).len();
        example.file = example.sent(&sent);
    }
    count
}

fn series() -> impl Strategy<Value = (usize, bool, Vec<Change>)> {
    (any::<usize>(), any::<bool>(), proptest::collection::vec(change(), 1..6))
}

#[test]
fn random_series_of_changes_are_read_back() {
    check_series(60);
}

#[test]
#[ignore = "takes many minutes"]
fn many_random_series_of_changes_are_read_back() {
    check_series(20_000);
}

fn check_series(cases: u32) {
    let examples = [examples(false), examples(true)];
    let count = std::cell::Cell::new(0);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    proptest::test_runner::TestRunner::new(config)
        .run(&series(), |(file, windows, changes)| {
            count.set(count.get() + run_series(file, windows, &changes, &examples));
            Ok(())
        })
        .unwrap();
    println!("{} edits in {cases} series", count.get());
}
