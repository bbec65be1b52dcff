//! Counts of one column, by the answers that the mapping names.

use std::collections::BTreeMap;

use crate::import::headings::{one_line, plain};
use crate::programme::{ColumnKind, MappedColumn};

/// How many answers are remembered that the mapping does not name.
const MOST_UNKNOWN: usize = 20;

/// The counts of one column.
#[derive(Debug)]
pub(super) struct Tally<'m> {
    /// The column in the mapping.
    pub(super) form: &'m MappedColumn,
    /// The answers as the survey names them, and how many gave each; `other` comes last.
    pub(super) counts: Vec<(&'m str, u32)>,
    /// Answers that nobody has named, and how many gave each.
    pub(super) unknown: BTreeMap<String, u32>,
    /// Cells with something in them.
    pub(super) filled: u32,
    /// The answers in the same order, ready to compare: the longest name must be tried first.
    names: Vec<(String, usize)>,
}

impl<'m> Tally<'m> {
    pub(super) fn new(form: &'m MappedColumn) -> Self {
        let mut counts: Vec<(&str, u32)> = form.answers.iter().map(|answer| (answer.value.as_str(), 0)).collect();
        let names = counts.iter().enumerate().map(|(at, (answer, _))| (plain(answer), at)).collect();
        counts.extend(form.other.as_deref().map(|other| (other, 0)));
        Self { form, counts, unknown: BTreeMap::new(), filled: 0, names }
    }

    /// Counts a cell, and says whether there was something in it.
    pub(super) fn add(&mut self, cell: &str) -> bool {
        let cell = one_line(cell);
        if cell.is_empty() {
            return false;
        }
        self.filled += 1;
        match self.form.kind {
            ColumnKind::Scale | ColumnKind::ChooseOne => self.one(&cell),
            ColumnKind::Number => match cell.parse::<f64>() {
                Ok(number) => self.one(&number.to_string()),
                Err(_) => self.one(&cell),
            },
            ColumnKind::ChooseMany => self.several(&cell),
            ColumnKind::FreeText | ColumnKind::Ignore => {}
        }
        true
    }

    fn one(&mut self, answer: &str) {
        match self.place(answer) {
            Some(at) => self.count(at),
            None => self.strange(answer),
        }
    }

    fn place(&self, answer: &str) -> Option<usize> {
        let plain = plain(answer);
        // An answer of signs alone, such as an emoji, is compared as it is.
        let same = |(name, at): &&(String, usize)| {
            *name == plain && (!plain.is_empty() || self.counts.get(*at).is_some_and(|(said, _)| *said == answer))
        };
        self.names.iter().find(same).map(|(_, at)| *at)
    }

    fn count(&mut self, at: usize) {
        if let Some((_, count)) = self.counts.get_mut(at) {
            *count += 1;
        }
    }

    fn strange(&mut self, answer: &str) {
        if self.form.other.is_some() {
            self.count(self.counts.len() - 1);
        } else if self.unknown.len() < MOST_UNKNOWN || self.unknown.contains_key(answer) {
            *self.unknown.entry(answer.to_owned()).or_insert(0) += 1;
        }
    }

    /// Several answers in one cell: parted at semicolons, or at commas where the parts are answers that
    /// the mapping names. An answer may hold a comma itself, so the longest run of parts counts.
    fn several(&mut self, cell: &str) {
        let mut found = Vec::new();
        let mut strange = Vec::new();
        for piece in cell.split(';').map(str::trim).filter(|piece| !piece.is_empty()) {
            if let Some(at) = self.place(piece) {
                found.push(at);
                continue;
            }
            let parts: Vec<&str> = piece.split(", ").collect();
            let mut from = 0;
            while from < parts.len() {
                let run = (from + 1..=parts.len()).rev().find_map(|to| {
                    let joined = parts.get(from..to)?.join(", ");
                    self.place(&joined).map(|at| (at, to))
                });
                match run {
                    Some((at, to)) => {
                        found.push(at);
                        from = to;
                    }
                    // What follows an answer that nobody has named may be its own words: it stays whole.
                    None => {
                        strange.push(parts.get(from..).unwrap_or_default().join(", "));
                        break;
                    }
                }
            }
        }
        // Who ticks an answer twice ticks it once.
        found.sort_unstable();
        found.dedup();
        found.into_iter().for_each(|at| self.count(at));
        if self.form.other.is_some() {
            strange.truncate(1);
        }
        strange.iter().for_each(|answer| self.strange(answer));
    }
}
