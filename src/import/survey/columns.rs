//! The columns of an export: which of them are questions, which identify people, and when people answered.

use jiff::civil::Date;

use crate::framework::{CellKind, ColumnProfile, Facts};
use crate::import::day::LastDay;
use crate::import::findings::SheetError;
use crate::import::headings::{ColumnRole, normalise, roles};

/// A form writes the time of an answer into one of its first columns.
const MAX_TIMES: usize = 8;
/// Where Microsoft Forms writes the time of an answer, and who answered, in every language.
const FORMS_TIME: usize = 2;
const FORMS_PEOPLE: [usize; 2] = [3, 4];

/// What is known of the columns of an export. Keeps no cells.
pub(super) struct ExportColumns<'f> {
    facts: &'f Facts,
    pub(super) headings: Vec<String>,
    /// By heading until all rows are read, and then also by content.
    pub(super) roles: Vec<ColumnRole>,
    profiles: Vec<ColumnProfile>,
    /// The latest day of the first columns.
    days: Vec<LastDay>,
}

impl<'f> ExportColumns<'f> {
    pub(super) fn new(facts: &'f Facts) -> Self {
        Self { facts, headings: Vec::new(), roles: Vec::new(), profiles: Vec::new(), days: Vec::new() }
    }

    /// Takes the row of headings, and returns how many there are.
    pub(super) fn begin(&mut self, cells: Vec<String>) -> Result<usize, SheetError> {
        self.headings = normalise(cells)?;
        self.roles = roles(&self.headings, &self.facts.privacy.columns);
        self.profiles = vec![ColumnProfile::default(); self.headings.len()];
        self.days = vec![LastDay::default(); self.headings.len().min(MAX_TIMES)];
        Ok(self.headings.len())
    }

    /// True for columns whose headings don't rule them out.
    pub(super) fn may_be_read(&self, column: usize) -> bool {
        matches!(self.roles.get(column), Some(ColumnRole::Question | ColumnRole::Timestamp))
    }

    pub(super) fn add(&mut self, cells: &[String]) {
        let has_time = self.roles.contains(&ColumnRole::Timestamp);
        for (column, (cell, profile)) in cells.iter().zip(&mut self.profiles).enumerate() {
            let role = self.roles.get(column);
            if role == Some(&ColumnRole::Question) {
                profile.add(cell, self.facts);
            }
            let may_be_time = role == Some(&ColumnRole::Timestamp) || !has_time && role == Some(&ColumnRole::Question);
            if let Some(days) = self.days.get_mut(column).filter(|_| may_be_time) {
                days.add(cell);
            }
        }
    }

    /// Decides from the cells what the headings left open. `today` is needed to recognise birthdays.
    pub(super) fn finish(&mut self, today: Date) {
        let kinds: Vec<CellKind> = self.profiles.iter().map(|profile| profile.kind(today)).collect();
        let is = |column: usize, kind: CellKind| kinds.get(column) == Some(&kind);
        let is_question = |roles: &[ColumnRole], column: usize| roles.get(column) == Some(&ColumnRole::Question);
        let is_forms =
            is_question(&self.roles, FORMS_TIME) && (1..=FORMS_TIME).all(|column| is(column, CellKind::Timestamps));
        let has_time = self.roles.contains(&ColumnRole::Timestamp);
        let first_time = (0..self.days.len()).find(|column| is(*column, CellKind::Timestamps));
        let time = if is_forms { Some(FORMS_TIME) } else { first_time }.filter(|_| !has_time);
        for column in 0..self.roles.len() {
            let role = match kinds.get(column) {
                _ if !is_question(&self.roles, column) => continue,
                Some(CellKind::Identifying) => ColumnRole::Identifying,
                _ if is_forms && FORMS_PEOPLE.contains(&column) => ColumnRole::Identifying,
                _ if time == Some(column) => ColumnRole::Timestamp,
                Some(CellKind::Timestamps) if column < MAX_TIMES => ColumnRole::Metadata,
                Some(CellKind::Counter) if column == 0 => ColumnRole::Metadata,
                _ => continue,
            };
            if let Some(place) = self.roles.get_mut(column) {
                *place = role;
            }
        }
    }

    /// The latest day on which somebody answered. `None` if the export has no times.
    pub(super) fn last_day(&self) -> Result<Option<Date>, SheetError> {
        let column = self.roles.iter().position(|role| *role == ColumnRole::Timestamp);
        column.and_then(|column| self.days.get(column)).map_or(Ok(None), |days| days.clone().finish())
    }
}
