//! Counts the answers of one column that the mapping names.

use std::collections::BTreeMap;

use crate::framework::has_contact_details;
use crate::import::cell::one_line;
use crate::import::headings::plain;
use crate::programme::{ColumnKind, MappedColumn};

/// How many different answers that the mapping doesn't name are counted.
const MAX_UNKNOWN: usize = 20;

#[derive(Debug)]
pub(super) struct ColumnCounts<'m> {
    pub(super) mapped: &'m MappedColumn,
    /// The count of each answer in the mapping. `other` comes last.
    pub(super) counts: Vec<(&'m str, u32)>,
    /// The count of each answer that the mapping doesn't name.
    pub(super) unknown: BTreeMap<String, u32>,
    /// How many more were given.
    pub(super) more_unknown: u32,
    pub(super) filled: u32,
    /// The normalised answers, with their index in `counts`.
    names: Vec<(String, usize)>,
}

impl<'m> ColumnCounts<'m> {
    pub(super) fn new(mapped: &'m MappedColumn) -> Self {
        let mut counts: Vec<(&str, u32)> = mapped.answers.iter().map(|answer| (answer.value.as_str(), 0)).collect();
        let names = counts.iter().enumerate().map(|(at, (answer, _))| (plain(answer), at)).collect();
        counts.extend(mapped.other.as_deref().map(|other| (other, 0)));
        Self { mapped, counts, unknown: BTreeMap::new(), more_unknown: 0, filled: 0, names }
    }

    /// Counts a cell. False if it is empty.
    pub(super) fn add(&mut self, cell: &str) -> bool {
        let cell = one_line(cell);
        if cell.is_empty() {
            return false;
        }
        self.filled += 1;
        match self.mapped.kind {
            ColumnKind::Scale | ColumnKind::ChooseOne => self.add_single(&cell),
            // `5.0` is 5. A telephone number is not looked for without its zero.
            ColumnKind::Number => {
                let number = cell.parse::<f64>().map_or_else(|_| cell.clone(), |number| number.to_string());
                match self.index_of(&number) {
                    Some(at) => self.increment(at),
                    None => self.add_unknown(&cell),
                }
            }
            ColumnKind::ChooseMany => self.add_multiple(&cell),
            ColumnKind::FreeText | ColumnKind::Ignore => {}
        }
        true
    }

    fn add_single(&mut self, answer: &str) {
        match self.index_of(answer) {
            Some(at) => self.increment(at),
            None => self.add_unknown(answer),
        }
    }

    fn index_of(&self, answer: &str) -> Option<usize> {
        let plain = plain(answer);
        // An answer without letters or digits, such as an emoji, is compared unchanged.
        let same = |(name, at): &&(String, usize)| {
            *name == plain && (!plain.is_empty() || self.counts.get(*at).is_some_and(|(known, _)| *known == answer))
        };
        self.names.iter().find(same).map(|(_, at)| *at)
    }

    fn increment(&mut self, at: usize) {
        if let Some((_, count)) = self.counts.get_mut(at) {
            *count += 1;
        }
    }

    fn add_unknown(&mut self, answer: &str) {
        // Addresses and numbers of people are not repeated.
        let answer = if has_contact_details(answer) { "an address or a number" } else { answer };
        if self.mapped.other.is_some() {
            self.increment(self.counts.len() - 1);
        } else if self.unknown.len() < MAX_UNKNOWN || self.unknown.contains_key(answer) {
            *self.unknown.entry(answer.to_owned()).or_insert(0) += 1;
        } else {
            self.more_unknown += 1;
        }
    }

    /// Counts several answers in one cell, split at semicolons, or at commas between answers that the mapping names. An
    /// answer may contain a comma, so the longest match counts.
    fn add_multiple(&mut self, cell: &str) {
        let mut known = Vec::new();
        let mut unknown = Vec::new();
        for piece in cell.split(';').map(str::trim).filter(|piece| !piece.is_empty()) {
            if let Some(at) = self.index_of(piece) {
                known.push(at);
                continue;
            }
            let parts: Vec<&str> = piece.split(", ").collect();
            let mut from = 0;
            while from < parts.len() {
                let run = (from + 1..=parts.len()).rev().find_map(|to| {
                    let joined = parts.get(from..to)?.join(", ");
                    self.index_of(&joined).map(|at| (at, to))
                });
                match run {
                    Some((at, to)) => {
                        known.push(at);
                        from = to;
                    }
                    // The text after an unknown answer may be part of it, so it isn't split.
                    None => {
                        unknown.push(parts.get(from..).unwrap_or_default().join(", "));
                        break;
                    }
                }
            }
        }
        // An answer counts once for each person.
        known.sort_unstable();
        known.dedup();
        known.into_iter().for_each(|at| self.increment(at));
        if self.mapped.other.is_some() {
            unknown.truncate(1);
        }
        unknown.iter().for_each(|answer| self.add_unknown(answer));
    }
}
