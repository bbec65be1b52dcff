//! A row of a form as an activity.

use super::cells::AuditColumn;
use super::departments::{Department, Unit, activity_kind};
use super::filled_form::FilledForm;
use super::findings::AuditFormProblem;
use super::form::all_groups;
use super::privacy::may_name_person;
use crate::framework::{Facts, has_contact_details};
use crate::import::headings::plain;
use crate::import::table::{groups_in, parse_benchmarks, split_list};
use crate::programme::{ActivityKind, EXAMPLE, GroupSet, Programme, slug};
use crate::read::sheet::Row;
use crate::report::{Findings, Place, did_you_mean};

/// Something that a department does, as its form describes it.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) title: String,
    /// At least one.
    pub(super) groups: GroupSet,
    pub(super) when: Vec<String>,
    pub(super) kind: ActivityKind,
    pub(super) benchmarks: Vec<u8>,
    pub(super) subjects: Vec<String>,
    pub(super) with: Vec<String>,
    /// Whole hours in a workplace.
    pub(super) hours: Option<u32>,
    /// Sentences for staff.
    pub(super) notes: Vec<String>,
    /// The departments that have written it.
    pub(super) from: Vec<String>,
}

/// Reads the rows of a form, and reports what can't be read.
pub(super) struct FormAnswers<'a> {
    pub(super) form: &'a FilledForm,
    pub(super) departments: &'a [Department<'a>],
    pub(super) programme: &'a Programme,
    pub(super) facts: &'a Facts,
    pub(super) findings: &'a mut Findings,
}

impl FormAnswers<'_> {
    /// The answers of all rows that can be read.
    pub(super) fn read(mut self) -> Vec<Answer> {
        let form = self.form;
        if let Some((row, column)) = form.rows.iter().find_map(|row| row.merged.map(|column| (row, column))) {
            self.report(AuditFormProblem::Merged { cell: FilledForm::cell_place(column, row) });
        }
        let mut without_time = Vec::new();
        let mut answers = Vec::new();
        for row in &form.rows {
            let Some(answer) = self.answer(row) else { continue };
            if form.text(AuditColumn::When, row).is_empty() {
                without_time.push(form.row_place(row));
            }
            answers.push(answer);
        }
        if !without_time.is_empty() {
            self.report(AuditFormProblem::NoTime { rows: without_time });
        }
        if form.department.is_none() && !answers.is_empty() {
            self.report(AuditFormProblem::NoDepartment);
        }
        answers
    }

    fn report(&mut self, problem: AuditFormProblem) {
        self.findings.add(problem, Place::of_file(&self.form.file));
    }

    /// `None` if there is nothing in the row, or after a finding if it is left out.
    fn answer(&mut self, row: &Row) -> Option<Answer> {
        let form = self.form;
        let title = form.text(AuditColumn::What, row);
        if AuditColumn::ALL.iter().all(|column| form.text(*column, row).is_empty()) || self.is_example(&title, row) {
            return None;
        }
        if let Some(cell) = self.formula(row) {
            self.report(AuditFormProblem::Formula { cell });
            return None;
        }
        if title.is_empty() {
            self.report(AuditFormProblem::NoWhat { row: form.row_place(row) });
            return None;
        }
        if may_name_person(&title, AuditColumn::What, self.facts) {
            self.report(AuditFormProblem::Private { cell: form.place(AuditColumn::What, row), is_row: true });
            return None;
        }
        let groups = self.groups(row)?;
        let benchmarks = self.benchmarks(row);
        let (when, own_times) = self.times(row);
        let with = self.text(AuditColumn::With, row);
        let (hours, own_hours) = self.hours(row, &benchmarks);
        let department = form.department.and_then(|index| self.departments.get(index));
        let words = &self.programme.institution.words;
        let learn =
            self.text(AuditColumn::Learn, row).map(|learn| format!("{} {learn}", words.in_text("Pupils learn:")));
        let who = self.text(AuditColumn::Who, row).map(|who| format!("Ask: {who}"));
        let notes = [learn, own_times, own_hours, who].into_iter().flatten();
        let questions = &self.facts.department_audit.questions.list;
        let question = questions.iter().find(|question| benchmarks.last() == Some(&question.benchmark));
        Some(Answer {
            title,
            groups,
            when,
            kind: question
                .map(|question| activity_kind(&question.kind))
                .or(department.map(|department| department.kind))
                .unwrap_or(ActivityKind::Lesson),
            benchmarks,
            subjects: match department.map(|department| department.unit) {
                Some(Unit::Subject(subject)) => vec![subject.to_owned()],
                _ => Vec::new(),
            },
            with: with.map_or_else(Vec::new, |with| parts(&with)),
            hours,
            notes: notes.map(as_sentence).collect(),
            from: vec![department.map_or_else(|| form.file.clone(), |department| department.name.clone())],
        })
    }

    /// True for the made-up row, and for one that still begins as it does, which is reported.
    fn is_example(&mut self, title: &str, row: &Row) -> bool {
        let mark = EXAMPLE.trim();
        let Some(rest) = title.get(mark.len()..) else { return false };
        if !title.to_lowercase().starts_with(&mark.to_lowercase()) {
            return false;
        }
        let words = &self.programme.institution.words;
        let is_ours = |department: &Department<'_>| plain(&words.in_text(&department.example.what)) == plain(rest);
        if !self.departments.iter().any(is_ours) {
            self.report(AuditFormProblem::ExampleKept { row: self.form.row_place(row) });
        }
        true
    }

    /// The place of a formula: a cell that is one, or a text that a spreadsheet would take for one.
    fn formula(&self, row: &Row) -> Option<String> {
        let is_formula = |column: &&AuditColumn| {
            let text = self.form.text(**column, row);
            // +44 7700 900123 is a telephone number.
            text.starts_with(['=', '@']) || text.starts_with('+') && !has_contact_details(&text)
        };
        let written = || AuditColumn::ALL.iter().find(is_formula).map(|column| self.form.place(*column, row));
        row.formula.map(|column| FilledForm::cell_place(column, row)).or_else(written)
    }

    /// The text of a cell, unless it is empty or may name a person, which is reported.
    fn text(&mut self, column: AuditColumn, row: &Row) -> Option<String> {
        let text = Some(self.form.text(column, row)).filter(|text| !text.is_empty())?;
        (!self.report_name(&text, column, row)).then_some(text)
    }

    /// Reports a text that may name a person, without repeating it.
    fn report_name(&mut self, text: &str, column: AuditColumn, row: &Row) -> bool {
        let is_name = may_name_person(text, column, self.facts);
        if is_name {
            self.report(AuditFormProblem::Private { cell: self.form.place(column, row), is_row: false });
        }
        is_name
    }

    /// `None` after a finding if there are none.
    fn groups(&mut self, row: &Row) -> Option<GroupSet> {
        let text = self.form.text(AuditColumn::Groups, row);
        let all = &self.programme.groups;
        if text.is_empty() {
            let department = self.form.department.and_then(|index| self.departments.get(index));
            if let Some(Unit::Group(group)) = department.map(|department| department.unit) {
                return Some(vec![group]);
            }
            self.report(AuditFormProblem::NoGroup { row: self.form.row_place(row) });
            return None;
        }
        if slug(&text) == slug(&all_groups(self.programme)) {
            let learners = all.iter().enumerate().filter(|(_, group)| group.are_learners);
            return Some(learners.map(|(index, _)| index).collect());
        }
        let (groups, unknown) = groups_in(&text, all);
        unknown.into_iter().for_each(|part| self.report_group(part, row));
        Some(groups).filter(|groups| !groups.is_empty())
    }

    fn report_group(&mut self, value: String, row: &Row) {
        if self.report_name(&value, AuditColumn::Groups, row) {
            return;
        }
        let known: Vec<String> = self.programme.groups.iter().map(|group| group.name.clone()).collect();
        let suggestion = did_you_mean(&value, known.iter().map(String::as_str)).map(str::to_owned);
        let cell = self.form.place(AuditColumn::Groups, row);
        self.report(AuditFormProblem::UnknownGroup { cell, value, known, suggestion });
    }

    /// The times of the school's year, and the school's words for others.
    fn times(&mut self, row: &Row) -> (Vec<String>, Option<String>) {
        let Some(text) = self.text(AuditColumn::When, row) else { return (Vec::new(), None) };
        let year = &self.programme.year;
        if year.has_time(&text) {
            return (vec![text], None);
        }
        let times = split_list(&text);
        if times.iter().all(|time| year.has_time(time)) {
            return (times, None);
        }
        let note = format!("When: {text}");
        self.report(AuditFormProblem::UnknownTime { cell: self.form.place(AuditColumn::When, row), value: text });
        (Vec::new(), Some(note))
    }

    /// The benchmarks of the questions, in order.
    fn benchmarks(&mut self, row: &Row) -> Vec<u8> {
        let text = self.form.text(AuditColumn::Question, row);
        let words = &self.programme.institution.words;
        let questions = &self.facts.department_audit.questions.list;
        let asked = questions.iter().filter(|question| plain(&text).contains(&plain(&words.in_text(&question.asks))));
        let named: Vec<u8> = asked.map(|question| question.benchmark).collect();
        let number = || text.split_once(['.', ' ']).and_then(|(number, _)| parse_benchmarks(number));
        let read = Some(named).filter(|named| !named.is_empty()).or_else(|| parse_benchmarks(&text)).or_else(number);
        let cell = self.form.place(AuditColumn::Question, row);
        match read {
            Some(benchmarks) => {
                if benchmarks.len() > 1 {
                    self.report(AuditFormProblem::SeveralQuestions { cell, benchmarks: benchmarks.clone() });
                }
                benchmarks
            }
            None => {
                if !self.report_name(&text, AuditColumn::Question, row) {
                    self.report(AuditFormProblem::UnknownQuestion { cell, value: text });
                }
                Vec::new()
            }
        }
    }

    /// Whole hours of an activity in a workplace, or else a sentence about them.
    fn hours(&mut self, row: &Row, benchmarks: &[u8]) -> (Option<u32>, Option<String>) {
        /// The benchmark of encounters with workplaces.
        const WORKPLACES: u8 = 6;
        let Some(text) = self.text(AuditColumn::Hours, row) else { return (None, None) };
        let number = text.to_lowercase();
        let number = ["hours", "hour", "hrs", "hr", "h"]
            .iter()
            .find_map(|unit| number.strip_suffix(unit))
            .unwrap_or(&number)
            .trim();
        let number = number.parse::<f64>().ok().filter(|hours| (0.0..=1000.0).contains(hours));
        let Some(hours) = number else {
            let note = format!("How long: {text}");
            self.report(AuditFormProblem::UnclearHours { cell: self.form.place(AuditColumn::Hours, row), value: text });
            return (None, Some(note));
        };
        let whole = hours.to_string().parse::<u32>().ok().filter(|whole| *whole > 0);
        if benchmarks.contains(&WORKPLACES) && whole.is_some() {
            return (whole, None);
        }
        let unit = if whole == Some(1) { "hour" } else { "hours" };
        let sentence = format!("Takes {hours} {unit} for each pupil");
        (None, Some(self.programme.institution.words.in_text(&sentence)).filter(|_| hours > 0.0))
    }
}

/// The parts of a list of organisations, of which some have “and” in their names.
fn parts(text: &str) -> Vec<String> {
    text.split([',', ';']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// A note with a full stop at its end, unless it has another end.
fn as_sentence(note: String) -> String {
    let stop = if note.ends_with(['.', '?', '!']) { "" } else { "." };
    note + stop
}
