//! Differencing: tables that count some of the same people must not reveal small numbers by subtraction.
//!
//! Publishing “all pupils” and “Year 7 to 9” also publishes the other pupils. So a table of some of the people is
//! published next to the total only if nothing is suppressed in either, and if every remainder of the total, after
//! subtracting one or more of these tables, could itself be published.

use std::collections::HashMap;

use super::suppression::MIN_CELL;

/// How many remainders of one total are tracked. Beyond this, no further part of it is published.
const MAX_REMAINDERS: usize = 256;

/// A table before suppression: the number of people who gave each answer, and the number of people in total.
#[derive(Clone, Debug)]
pub(super) struct CountTable<'a> {
    pub(super) cells: HashMap<&'a str, u32>,
    pub(super) people: u32,
    /// True if no cell is suppressed.
    pub(super) is_complete: bool,
}

/// A published table, and all remainders after subtracting its published parts.
#[derive(Debug)]
pub(super) struct PublishedTable<'a> {
    remainders: Vec<CountTable<'a>>,
    /// How many of them stay, whatever becomes of the table that is being added.
    kept: usize,
}

impl<'a> PublishedTable<'a> {
    pub(super) fn new(table: CountTable<'a>) -> Self {
        Self { remainders: vec![table], kept: 1 }
    }

    /// True if both tables have the same answers.
    pub(super) fn has_answers_of(&self, table: &CountTable<'_>) -> bool {
        let has_all = |own: &CountTable<'_>| table.cells.keys().all(|answer| own.cells.contains_key(answer));
        self.remainders.first().is_some_and(|own| own.cells.len() == table.cells.len() && has_all(own))
    }

    /// Keeps the parts that were recorded.
    pub(super) fn keep(&mut self) {
        self.kept = self.remainders.len();
    }

    /// Forgets the parts that were recorded since the others were kept.
    pub(super) fn undo(&mut self) {
        self.remainders.truncate(self.kept);
    }

    /// True if this part may be published as well, in which case it is recorded.
    pub(super) fn try_add(&mut self, part: &CountTable<'a>, min_people: u32) -> bool {
        try_add([self], part, min_people)
    }

    /// What is left of the table, and of what was left before, without a part. `None` if that may not be published.
    fn remainders_without(&self, part: &CountTable<'a>, min_people: u32) -> Option<Vec<CountTable<'a>>> {
        let mut remainders = Vec::new();
        for remainder in self.remainders.iter().filter_map(|table| table.without(part)) {
            let is_full = self.remainders.len() + remainders.len() == MAX_REMAINDERS;
            if is_full || !part.is_complete || !remainder.is_safe(min_people) {
                return None;
            }
            remainders.push(remainder);
        }
        Some(remainders)
    }
}

/// True if a part may be published next to all of these tables, in which case each of them records it.
pub(super) fn try_add<'t, 'a: 't>(
    tables: impl IntoIterator<Item = &'t mut PublishedTable<'a>>,
    part: &CountTable<'a>,
    min_people: u32,
) -> bool {
    let remainders = |table: &'t mut PublishedTable<'a>| Some((table.remainders_without(part, min_people)?, table));
    let Some(accepted) = tables.into_iter().map(remainders).collect::<Option<Vec<_>>>() else { return false };
    accepted.into_iter().for_each(|(remainders, table)| table.remainders.extend(remainders));
    true
}

impl<'a> CountTable<'a> {
    /// The remainder after subtracting a part; `None` if the other table can't be a part of this one.
    fn without(&self, part: &Self) -> Option<Self> {
        let people = self.people.checked_sub(part.people)?;
        let all_known = part.cells.iter().all(|(answer, count)| *count == 0 || self.cells.contains_key(answer));
        let cells: Option<HashMap<&'a str, u32>> = self
            .cells
            .iter()
            .map(|(answer, count)| Some((*answer, count.checked_sub(part.cells.get(answer).copied().unwrap_or(0))?)))
            .collect();
        cells.filter(|_| all_known).map(|cells| Self { cells, people, is_complete: self.is_complete })
    }

    /// True if the table could be published, or counts nobody.
    fn is_safe(&self, min_people: u32) -> bool {
        let is_large = |count: u32, min: u32| count == 0 || count >= min;
        self.is_complete
            && is_large(self.people, min_people)
            && self
                .cells
                .values()
                .all(|count| is_large(*count, MIN_CELL) && is_large(self.people.saturating_sub(*count), MIN_CELL))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(yes: u32, no: u32) -> CountTable<'static> {
        CountTable { cells: HashMap::from([("Yes", yes), ("No", no)]), people: yes + no, is_complete: true }
    }

    #[test]
    fn a_part_is_published_if_every_remainder_could_be() {
        let mut all = PublishedTable::new(counts(60, 40));
        assert!(all.try_add(&counts(20, 14), 10));
        // 60 - 20 - 38 = 2
        assert!(!all.try_add(&counts(38, 10), 10));
        assert!(all.try_add(&counts(30, 10), 10));
        // More people said yes than in the total, so it isn't a part.
        assert!(all.try_add(&counts(61, 2), 10));
    }
}
