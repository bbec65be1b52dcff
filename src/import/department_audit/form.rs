//! What a form says, however it is written.

use jiff::civil::Date;

use super::cells::AuditColumn;
use super::departments::{Department, Unit};
use crate::framework::Facts;
use crate::programme::{Activity, EXAMPLE, Programme, date_in_words, weekday_name};

/// How many empty rows a form has.
pub(super) const EMPTY_ROWS: usize = 10;
/// What the paragraph with the department begins with.
pub(super) const FORM_OF: &str = "This form is for: ";
/// How many activities of the programme are listed.
const MAX_LISTED: usize = 12;

/// A form for a department.
#[derive(Clone, Debug)]
pub struct AuditForm {
    /// The name of its file without the extension.
    pub file_stem: String,
    pub(super) title: String,
    /// The paragraphs above the table.
    pub(super) paragraphs: Vec<String>,
    pub(super) columns: Vec<FormColumn>,
    /// A made-up answer, with a cell for each column.
    pub(super) example: Vec<String>,
    /// The first day of the academic year.
    pub(super) year_starts: Date,
}

#[derive(Clone, Debug)]
pub(super) struct FormColumn {
    pub(super) heading: String,
    /// What may be chosen. Other answers are possible too.
    pub(super) choices: Vec<String>,
    /// In characters.
    pub(super) width: f64,
}

/// The form of a department. `by`: the day by which it should come back.
pub fn audit_form(department: &Department<'_>, by: Option<Date>, programme: &Programme, facts: &Facts) -> AuditForm {
    let columns: Vec<FormColumn> =
        AuditColumn::ALL.into_iter().map(|column| form_column(column, programme, facts)).collect();
    AuditForm {
        file_stem: department.file_stem(),
        title: "Careers: what do we already do?".to_owned(),
        paragraphs: paragraphs(department, by, programme),
        example: example(department, &columns, programme, facts),
        columns,
        year_starts: programme.year.starts,
    }
}

impl AuditForm {
    /// What may be chosen in a column.
    pub(super) fn choices(&self, column: AuditColumn) -> &[String] {
        let index = AuditColumn::ALL.iter().position(|other| *other == column);
        index.and_then(|index| self.columns.get(index)).map_or(&[], |column| &column.choices)
    }
}

fn paragraphs(department: &Department<'_>, by: Option<Date>, programme: &Programme) -> Vec<String> {
    let words = &programme.institution.words;
    let leader = &programme.team.leader;
    let back_to = match &leader.email {
        Some(email) => format!("{} ({})", leader.name(), email.value.as_str()),
        None => leader.name().to_owned(),
    };
    let by = by.map_or_else(
        || "____________________".to_owned(),
        |day| format!("{} {}", weekday_name(day.weekday()), date_in_words(day)),
    );
    let mut paragraphs = vec![
        format!("{FORM_OF}{}", department.name),
        format!(
            "{}, {}. Please write down what you do already that helps {} with careers, one thing on each row. Small things \
             count, and a rough answer is better than none. Ten minutes is enough.",
            programme.institution.name, programme.year.label, words.pupils
        ),
        format!("It may be: {}.", words.in_text(department.think_of)),
        format!("Leave out the names of {}. Send the form back to {back_to} by {by}.", words.pupils),
    ];
    paragraphs.extend(already_listed(&department.activities(programme)));
    paragraphs
}

/// What the programme lists already, so that nobody writes it again.
fn already_listed(activities: &[&Activity]) -> Option<String> {
    let mut titles: Vec<&str> = Vec::new();
    for activity in activities {
        if !titles.contains(&activity.title.as_str()) {
            titles.push(&activity.title);
        }
    }
    let more = match titles.len().saturating_sub(MAX_LISTED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    titles.truncate(MAX_LISTED);
    let listed = titles.join("; ");
    (!titles.is_empty()).then(|| format!("Already in the programme, so leave these out: {listed}{more}."))
}

fn form_column(column: AuditColumn, programme: &Programme, facts: &Facts) -> FormColumn {
    let words = &programme.institution.words;
    let (heading, choices, width) = match column {
        AuditColumn::What => ("What do you do?".to_owned(), Vec::new(), 34.0),
        AuditColumn::Groups => (format!("With which {}?", words.groups), group_choices(programme), 16.0),
        AuditColumn::When => ("When?".to_owned(), time_choices(programme), 12.0),
        AuditColumn::With => ("Who comes from outside, such as employers?".to_owned(), Vec::new(), 20.0),
        AuditColumn::Learn => (format!("What do {} learn?", words.pupils), Vec::new(), 28.0),
        AuditColumn::Question => {
            ("Which of the eight is it nearest to?".to_owned(), question_choices(programme, facts), 34.0)
        }
        AuditColumn::Hours => (format!("Hours for each {}?", words.pupil), Vec::new(), 9.0),
        AuditColumn::Who => ("Who could tell us more? A role, not a name".to_owned(), Vec::new(), 18.0),
    };
    FormColumn { heading, choices, width }
}

/// The groups by name, and all of them together.
fn group_choices(programme: &Programme) -> Vec<String> {
    let groups = programme.groups.iter().filter(|group| group.are_learners).map(|group| group.name.clone());
    groups.chain([all_groups(programme)]).collect()
}

/// “All year groups”.
pub(super) fn all_groups(programme: &Programme) -> String {
    format!("All {}", programme.institution.words.groups)
}

/// The terms, their halves and the whole year.
fn time_choices(programme: &Programme) -> Vec<String> {
    let mut choices = Vec::new();
    for term in &programme.year.terms {
        choices.push(term.name.clone());
        if term.half_term.is_some() {
            choices.extend([1, 2].map(|half| format!("{} {half}", term.name)));
        }
    }
    choices.retain(|choice| programme.year.has_time(choice));
    choices.push("All year".to_owned());
    choices
}

/// The questions with their numbers.
fn question_choices(programme: &Programme, facts: &Facts) -> Vec<String> {
    let words = &programme.institution.words;
    let questions = facts.department_audit.questions.list.iter();
    questions.map(|question| format!("{}. {}", question.benchmark, words.in_text(&question.asks))).collect()
}

fn example(department: &Department<'_>, columns: &[FormColumn], programme: &Programme, facts: &Facts) -> Vec<String> {
    let words = &programme.institution.words;
    let answer = department.example;
    let first_choice = |column: AuditColumn| {
        let index = AuditColumn::ALL.iter().position(|other| *other == column)?;
        columns.get(index)?.choices.first().cloned()
    };
    let own_group = match department.unit {
        Unit::Group(group) => programme.groups.get(group).map(|group| group.name.clone()),
        Unit::Subject(_) | Unit::Team(_) => None,
    };
    let question = usize::from(answer.benchmark).checked_sub(1);
    let question = question.and_then(|index| question_choices(programme, facts).into_iter().nth(index));
    let cell = |column| match column {
        AuditColumn::What => format!("{EXAMPLE}{}", words.in_text(&answer.what)),
        AuditColumn::Groups => own_group.clone().or_else(|| first_choice(column)).unwrap_or_default(),
        AuditColumn::When => first_choice(column).unwrap_or_default(),
        AuditColumn::With => words.in_text(&answer.with),
        AuditColumn::Learn => words.in_text(&answer.learn),
        AuditColumn::Question => question.clone().unwrap_or_default(),
        AuditColumn::Hours => answer.hours.to_string(),
        AuditColumn::Who => words.in_text(&answer.who),
    };
    AuditColumn::ALL.map(cell).to_vec()
}
