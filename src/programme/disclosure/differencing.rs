//! Tables that count some of the same people: what one takes from another must be large enough, too.
//!
//! Who publishes “all pupils” and “Year 7 to 9” publishes the rest by subtraction. A table of some of
//! the people stands beside the whole only if nothing is withheld in either, and if every rest that
//! can be taken from the whole, one table or several at a time, is one that we would publish.

use std::collections::HashMap;

use super::suppression::SMALLEST_CELL;

/// How many rests of one whole are followed; with more, no further part is published.
const MOST_RESTS: usize = 256;

/// A table as it would be published: how many gave each answer, and how many people it counts.
#[derive(Clone, Debug)]
pub(super) struct Counts<'a> {
    pub(super) cells: HashMap<&'a str, u32>,
    pub(super) people: u32,
    /// True if no cell is suppressed.
    pub(super) whole: bool,
}

/// A published table, and everything that is left of it when its parts are taken away.
#[derive(Debug)]
pub(super) struct Published<'a> {
    rests: Vec<Counts<'a>>,
}

impl<'a> Published<'a> {
    pub(super) fn new(table: Counts<'a>) -> Self {
        Self { rests: vec![table] }
    }

    /// True if this part may be published as well. Records it if so.
    pub(super) fn admits(&mut self, part: &Counts<'a>, fewest: u32) -> bool {
        let rests: Vec<Counts<'a>> = self.rests.iter().filter_map(|rest| rest.without(part)).collect();
        let safe = |rest: &Counts<'a>| part.whole && rest.is_safe(fewest);
        if !rests.iter().all(safe) || self.rests.len() + rests.len() > MOST_RESTS {
            return false;
        }
        self.rests.extend(rests);
        true
    }
}

impl<'a> Counts<'a> {
    /// What is left; `None` if the other cannot be a part of this one.
    fn without(&self, part: &Self) -> Option<Self> {
        let known = part.cells.iter().all(|(answer, count)| *count == 0 || self.cells.contains_key(answer));
        let cells: Option<HashMap<&'a str, u32>> = self
            .cells
            .iter()
            .map(|(answer, count)| Some((*answer, count.checked_sub(part.cells.get(answer).copied().unwrap_or(0))?)))
            .collect();
        let people = self.people.checked_sub(part.people)?;
        cells.filter(|_| known).map(|cells| Self { cells, people, whole: self.whole })
    }

    /// True for a rest that we would publish, or that is nobody.
    fn is_safe(&self, fewest: u32) -> bool {
        let large = |count: u32, least: u32| count == 0 || count >= least;
        self.whole
            && large(self.people, fewest)
            && self
                .cells
                .values()
                .all(|count| large(*count, SMALLEST_CELL) && large(self.people.saturating_sub(*count), SMALLEST_CELL))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(yes: u32, no: u32) -> Counts<'static> {
        Counts { cells: HashMap::from([("Yes", yes), ("No", no)]), people: yes + no, whole: true }
    }

    #[test]
    fn a_part_is_published_if_every_rest_would_be() {
        let mut all = Published::new(counts(60, 40));
        assert!(all.admits(&counts(20, 14), 10));
        // 60 - 20 - 38 = 2
        assert!(!all.admits(&counts(38, 10), 10));
        assert!(all.admits(&counts(30, 10), 10));
        // More said yes than in all: it is no part.
        assert!(all.admits(&counts(61, 2), 10));
    }
}
