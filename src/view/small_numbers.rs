//! Small numbers are withheld, so that nobody can be recognised in a table.
//!
//! The thresholds are ours, on the safe side of common practice: results only from ten answers on,
//! leavers only from six on (the Department for Education suppresses institution-level destinations
//! of fewer than six), and no single count from one to five. Where one count is withheld and the
//! whole is known, a second is withheld too: else the first could be worked out.

/// The fewest answers whose results are published.
pub(super) const FEWEST_ANSWERS: u32 = 10;
/// The fewest leavers whose destinations are published.
pub(super) const FEWEST_LEAVERS: u32 = 6;
/// The smallest single count that is published, zero apart.
const SMALLEST_CELL: u32 = 6;

/// Whether a number is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Withheld {
    No,
    Yes,
}

/// Whether results of so many answers are withheld.
pub(super) fn show(answers: u32) -> Withheld {
    if answers < FEWEST_ANSWERS { Withheld::Yes } else { Withheld::No }
}

/// A share in whole percent, rounded half up.
pub(super) fn share(part: u64, whole: u64) -> u64 {
    if whole == 0 { 0 } else { (part * 200 + whole) / (whole * 2) }
}

/// Which counts are withheld where they need not add up: answers to “tick all that apply”.
pub(super) fn small_cells(counts: &[Option<u32>]) -> Vec<bool> {
    counts.iter().map(|count| count.is_some_and(|count| count > 0 && count < SMALLEST_CELL)).collect()
}

/// Which counts of a table that adds up are withheld. `None` stands for cells that are words already.
pub(super) fn hidden_cells(counts: &[Option<u32>], whole: u32) -> Vec<bool> {
    let mut hidden = small_cells(counts);
    let others: u32 = counts.iter().flatten().sum();
    let unknown_words = counts.iter().any(Option::is_none) && others < whole;
    if hidden.iter().filter(|hidden| **hidden).count() == 1 && !unknown_words {
        let next = counts
            .iter()
            .enumerate()
            .filter(|(at, _)| hidden.get(*at) == Some(&false))
            .filter_map(|(at, count)| count.filter(|count| *count > 0).map(|count| (count, at)))
            .min();
        if let Some((_, at)) = next
            && let Some(cell) = hidden.get_mut(at)
        {
            *cell = true;
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_small_count_takes_the_next_smallest_with_it() {
        assert_eq!(hidden_cells(&[Some(91), Some(4), Some(20), Some(0)], 115), [false, true, true, false]);
        assert_eq!(hidden_cells(&[Some(91), Some(24)], 115), [false, false]);
        assert_eq!(hidden_cells(&[Some(91), Some(4), Some(3)], 98), [false, true, true]);
    }

    #[test]
    fn shares_are_whole_percents() {
        assert_eq!((share(1, 3), share(1, 8), share(0, 5), share(5, 0)), (33, 13, 0, 0));
    }
}
