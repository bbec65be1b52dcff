//! Small numbers are withheld, so that nobody can be recognised in a table.
//!
//! A survey or a cohort that is too small as a whole is known to the programme. Here it is single
//! counts: none from one to five is published, a threshold of ours on the safe side of common practice. Where one count is withheld and the
//! whole is known, a second is withheld too: else the first could be worked out.

/// The smallest single count that is published, zero apart.
const SMALLEST_CELL: u32 = 6;

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
