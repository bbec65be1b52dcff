//! A field of a form as its template shows it.

use std::collections::HashMap;

use serde::Serialize;

use super::known_names::{KnownNames, is_name_of};
use super::own_links::way_up;
use super::todo::Task;
use super::wording::{capitalized, hint};
use crate::editor::form::{FieldContent, FormField};
use crate::programme::date_in_words;
use crate::programme::format::{Control, NamedThing, day};

/// A field with its value, its words and what is wrong with it.
#[derive(Debug, Serialize)]
pub(super) struct FieldView {
    id: String,
    name: String,
    label: String,
    hint: String,
    example: Option<&'static str>,
    /// The lines that a text area shows at once.
    rows: usize,
    /// How the template shows it.
    control: &'static str,
    value: String,
    options: Vec<OptionView>,
    /// Names that are offered while somebody types.
    suggestions: Vec<OptionView>,
    /// True for the name of a picture, to which another one can be added.
    is_picture: bool,
    /// True if the values to choose from are short enough for two on a line.
    has_short_options: bool,
    /// The labels of text fields for values that are not offered.
    others: Vec<String>,
    /// What the value means, such as the weekday of a date.
    note: Option<String>,
    /// What the path of another file begins with.
    up: String,
    findings: Vec<Task>,
}

/// A value that can be chosen.
#[derive(Debug, Serialize)]
struct OptionView {
    value: String,
    label: String,
    hint: &'static str,
    is_chosen: bool,
}

impl FieldView {
    /// A list of short values, with a line for each.
    pub(super) fn of_lines(field: &FormField, lines: Vec<String>, findings: Vec<Task>) -> Self {
        const MAX_ROWS: usize = 8;
        let definition = &field.definition;
        let hint = hint(&definition.label, definition.hint);
        Self {
            id: id(&field.name),
            name: format!("{}@lines", field.name),
            label: definition.label.clone(),
            hint: format!("{hint} Write each {} on a line of its own.", definition.item_name()).trim_start().to_owned(),
            example: definition.example,
            control: "long-text",
            rows: (lines.len() + 1).clamp(2, MAX_ROWS),
            value: lines.join("\n"),
            options: Vec::new(),
            suggestions: Vec::new(),
            is_picture: false,
            has_short_options: false,
            others: Vec::new(),
            note: None,
            up: String::new(),
            findings,
        }
    }

    /// Makes it the only field of a row: the list has said what it is for.
    pub(super) fn be_row(&mut self, label: String) {
        (self.label, self.hint, self.example) = (label, String::new(), None);
    }

    /// Makes it the answer to a question, with all answers in sight.
    pub(super) fn be_answer(&mut self, question: String, findings: Vec<Task>) {
        (self.label, self.hint, self.control) = (question, String::new(), "radios");
        self.findings.extend(findings);
    }

    /// Says how paths lead from the folder of its file.
    pub(super) fn be_in(&mut self, folder: &str) {
        self.up = way_up(folder);
    }

    /// Says what is asked for, and what the value means.
    pub(super) fn be_noted(&mut self, hint: &str, note: Option<String>) {
        self.hint = hint.to_owned();
        self.note = note.or_else(|| self.note.take());
    }

    /// Says in the label what it is about.
    pub(super) fn be_about(&mut self, what: &str) {
        (self.label, self.example) = (format!("{} for {what}", self.label), None);
    }
}

/// The field, with those of the findings that are about it, which are taken out.
pub(super) fn field_view(
    field: &FormField,
    names: &KnownNames<'_>,
    findings: &mut HashMap<String, Vec<Task>>,
) -> FieldView {
    let definition = &field.definition;
    let control = &definition.control;
    let written = match &field.content {
        FieldContent::Text(text) => text.as_str(),
        _ => "",
    };
    let chosen: Vec<&str> = match &field.content {
        FieldContent::Chosen(values) => values.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    };
    let (options, is_several) = match control {
        Control::Several { item, all } => (several(item, *all, names, &chosen), true),
        Control::Choice(_) | Control::Benchmark | Control::Group => (options(control, names, &[written]), false),
        Control::Name(_) if !names.of(control).is_empty() => (options(control, names, &[written]), false),
        _ => (Vec::new(), false),
    };
    let others = match control {
        Control::Several { item, .. } => others(item, definition.item_name(), names),
        _ => Vec::new(),
    };
    let name = match control {
        _ if matches!(field.content, FieldContent::TextOnly) => "text-only",
        _ if is_several => "several",
        _ if !options.is_empty() => "choice",
        Control::LongText => "long-text",
        Control::Markdown => "markdown",
        Control::YesNo => "yes-no",
        Control::Email => "email",
        Control::Phone => "phone",
        Control::Link => "link",
        Control::Number { .. } => "number",
        Control::Decimal => "decimal",
        Control::Time => "time",
        Control::Day => "day",
        _ => "text",
    };
    let is_date = matches!(control, Control::Day | Control::Period);
    let date = day(written).filter(|_| is_date);
    FieldView {
        id: id(&field.name),
        name: field.name.clone(),
        label: definition.label.clone(),
        hint: hint(&definition.label, definition.hint),
        example: definition
            .example
            .or(matches!(control, Control::Day).then_some("4 March 2027"))
            .filter(|_| options.is_empty()),
        control: name,
        rows: rows(control, written),
        value: shown(control, written),
        is_picture: matches!(control, Control::Name(NamedThing::Picture)),
        has_short_options: options.iter().all(OptionView::is_short),
        options,
        suggestions: names.suggested(definition).into_iter().map(OptionView::suggested).collect(),
        others,
        note: date.map(|date| date.strftime("%A %-d %B %Y").to_string()),
        up: String::new(),
        findings: findings.remove(&field.name).unwrap_or_default(),
    }
}

/// The lines that a text takes on a phone.
fn rows(control: &Control, written: &str) -> usize {
    const CHARS: usize = 40;
    let lines: usize = written.lines().map(|line| line.chars().count() / CHARS + 1).sum();
    match control {
        Control::Markdown => lines.clamp(6, 16),
        _ => lines.clamp(2, 8),
    }
}

/// A value as the form shows it: dates in words.
pub(super) fn shown(control: &Control, written: &str) -> String {
    let date = day(written).filter(|_| matches!(control, Control::Day | Control::Period));
    date.map_or_else(|| written.to_owned(), date_in_words)
}

/// True if a date is the same as it is written in the file.
pub(super) fn is_same_date(control: &Control, (written, sent): (&str, &str)) -> bool {
    matches!(control, Control::Day | Control::Period) && day(written).is_some() && day(written) == day(sent)
}

impl OptionView {
    fn suggested((value, label): (String, String)) -> Self {
        Self { value, label, hint: "", is_chosen: false }
    }

    fn is_short(&self) -> bool {
        const MAX_CHARS: usize = 16;
        self.hint.is_empty() && self.label.chars().count() <= MAX_CHARS
    }
}

/// The labels of text fields for names that are not known yet.
fn others(item: &Control, name: String, names: &KnownNames<'_>) -> Vec<String> {
    match (item, names.of(item).is_empty()) {
        (Control::Name(_), true) => (1..=3).map(|number| format!("{} {number}", capitalized(&name))).collect(),
        (Control::Name(NamedThing::Subject), false) => vec![format!("Another {name}")],
        _ => Vec::new(),
    }
}

fn several(item: &Control, all: Option<&str>, names: &KnownNames<'_>, chosen: &[&str]) -> Vec<OptionView> {
    let all = all.filter(|_| !matches!(item, Control::Choice(_)));
    let everybody = all.map(|all| OptionView {
        value: all.to_owned(),
        label: "All".to_owned(),
        hint: "",
        is_chosen: chosen.contains(&all),
    });
    let chosen: Vec<&str> = chosen.iter().copied().filter(|value| Some(*value) != all).collect();
    everybody.into_iter().chain(options(item, names, &chosen)).collect()
}

/// The values to choose from. A value of the file that is none of them is one too, so that it stays.
fn options(control: &Control, names: &KnownNames<'_>, chosen: &[&str]) -> Vec<OptionView> {
    let mut options: Vec<OptionView> = match control {
        Control::Choice(choices) => choices
            .iter()
            .map(|choice| OptionView {
                value: choice.value.to_owned(),
                label: choice.label(),
                hint: choice.hint,
                is_chosen: chosen.contains(&choice.value),
            })
            .collect(),
        Control::Benchmark => (1..=8)
            .map(|number| {
                let value = number.to_string();
                let is_chosen = chosen.contains(&value.as_str());
                OptionView { label: names.benchmark(&value), value, hint: "", is_chosen }
            })
            .collect(),
        _ => names
            .of(control)
            .into_iter()
            .map(|name| {
                let written = chosen.iter().find(|value| is_name_of(control, value, name));
                let value = written.map_or_else(|| name.to_owned(), |value| (*value).to_owned());
                OptionView { value, label: names.label(control, name), hint: "", is_chosen: written.is_some() }
            })
            .collect(),
    };
    let unknown = chosen.iter().filter(|value| !value.is_empty());
    let unknown: Vec<OptionView> = unknown
        .filter(|value| !options.iter().any(|option| option.value == **value))
        .map(|value| OptionView { value: (*value).to_owned(), label: (*value).to_owned(), hint: "", is_chosen: true })
        .collect();
    options.extend(unknown);
    options
}

/// The id of a field, by its name.
pub(super) fn id(name: &str) -> String {
    format!("field-{name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ContentList;

    #[test]
    fn dates_are_shown_in_words_and_unchanged_ones_are_recognised() {
        assert_eq!(shown(&Control::Day, "2027-03-04"), "4 March 2027");
        assert_eq!(shown(&Control::Period, "by Easter 2027"), "by Easter 2027");
        assert_eq!(shown(&Control::Text, "2027-03-04"), "2027-03-04");
        assert!(is_same_date(&Control::Day, ("2027-03-04", "4 March 2027")));
        assert!(!is_same_date(&Control::Day, ("2027-03-04", "5 March 2027")));
        assert!(!is_same_date(&Control::Text, ("2027-03-04", "4 March 2027")));
    }

    #[test]
    fn values_that_are_not_offered_can_stay() {
        let groups = vec!["Year 9".to_owned(), "Year 10".to_owned()];
        let content = ContentList { groups, ..ContentList::default() };
        let options = several(&Control::Group, Some("all"), &KnownNames::new(&content), &["year-9", "year-99"]);
        let values: Vec<_> = options.iter().map(|option| (option.value.as_str(), option.is_chosen)).collect();
        assert_eq!(values, [("all", false), ("year-9", true), ("Year 10", false), ("year-99", true)]);
    }
}
