//! Decides which cells of one table of counts are suppressed.
//!
//! Takes only counts, so that all tables are treated alike, and returns the cells to suppress. The choice of a
//! second cell depends on position and side, never on size, so that it reveals nothing to a reader who knows
//! these rules.

use crate::programme::format::MAX_SMALL;

/// The smallest count that is published next to others.
pub(super) const MIN_CELL: u32 = MAX_SMALL + 1;

/// The part of a table to suppress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Suppression {
    Nothing,
    /// The cells that are true here. Where the counts have a fixed sum, readers can work out theirs, but nothing more.
    Cells(Vec<bool>),
    /// All of it, including the number of people.
    Everything,
}

/// A row of a destinations table, which the school may have rounded or put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeaverRow {
    Count(u32),
    /// Words such as “not published” or “fewer than 6”, with the largest number they can mean.
    Words(Option<u32>),
}

/// True for counts from which somebody could be recognised.
fn is_small(count: u32) -> bool {
    (1..=MAX_SMALL).contains(&count)
}

/// Suppresses a question with one answer per person. `sides` groups the answers, such as positive and others.
///
/// If there is a count from one to five, all counts up to five are suppressed, including zeros, so that their sum can
/// be split in several ways. If there is only one, its neighbour is suppressed as well. Nothing is published if all
/// suppressed counts must be fives, there is no neighbour, or too few people answered.
pub(super) fn one_choice<S: PartialEq>(counts: &[u32], sides: &[S], min_people: u32) -> Suppression {
    let people: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    if people < u64::from(min_people) {
        return Suppression::Everything;
    }
    if !counts.iter().any(|count| is_small(*count)) {
        return Suppression::Nothing;
    }
    let mut suppressed: Vec<bool> = counts.iter().map(|count| *count <= MAX_SMALL).collect();
    let small = counts.iter().filter(|count| **count <= MAX_SMALL);
    if small.clone().count() == 1 {
        let Some(partner) = partner_of(&suppressed, sides) else { return Suppression::Everything };
        mark(&mut suppressed, partner);
    } else if small.clone().all(|count| *count == MAX_SMALL) {
        return Suppression::Everything;
    }
    Suppression::Cells(suppressed)
}

/// Suppresses a question with several answers per person. The counts have no fixed sum, so each is suppressed on
/// its own if few people chose it or few did not.
pub(super) fn several_choices(counts: &[u32], people: u32, min_people: u32) -> Suppression {
    if people < min_people {
        return Suppression::Everything;
    }
    let few = |count: &u32| is_small(*count) || is_small(people.saturating_sub(*count));
    let suppressed: Vec<bool> = counts.iter().map(few).collect();
    if suppressed.contains(&true) { Suppression::Cells(suppressed) } else { Suppression::Nothing }
}

/// Suppresses the destinations of leavers. Words are kept and count as suppressed. A few leavers who are in no row
/// count as suppressed too, because the total reveals them. If anything is suppressed, so are all counts up to five
/// and at least two rows, and each of them must still have at least two possible values.
pub(super) fn leavers(rows: &[LeaverRow], cohort: u32, min_people: u32) -> Suppression {
    if cohort < min_people {
        return Suppression::Everything;
    }
    let count = |row: &LeaverRow| if let LeaverRow::Count(count) = row { Some(*count) } else { None };
    let words: Vec<u32> = rows
        .iter()
        .filter_map(|row| if let LeaverRow::Words(max) = row { Some(max.unwrap_or(cohort)) } else { None })
        .collect();
    let unlisted = cohort.saturating_sub(rows.iter().filter_map(count).fold(0, u32::saturating_add));
    if words.is_empty() && !is_small(unlisted) && !rows.iter().filter_map(count).any(is_small) {
        return Suppression::Nothing;
    }
    let mut suppressed: Vec<bool> = rows.iter().map(|row| count(row).is_some_and(|count| count <= MAX_SMALL)).collect();
    let mut maxima = words.clone();
    maxima.extend(suppressed.iter().filter(|suppressed| **suppressed).map(|_| MAX_SMALL));
    let sum = |suppressed: &[bool]| -> u32 {
        let cells =
            rows.iter().zip(suppressed).filter(|(_, suppressed)| **suppressed).filter_map(|(row, _)| count(row));
        cells.fold(if words.is_empty() { 0 } else { unlisted }, u32::saturating_add)
    };
    let all_fives = words.is_empty() && maxima.len() > 1 && !has_alternatives(&maxima, sum(&suppressed));
    while !all_fives && (maxima.len() < 2 || !has_alternatives(&maxima, sum(&suppressed))) {
        let taken: Vec<bool> =
            rows.iter().zip(&suppressed).map(|(row, suppressed)| *suppressed || count(row).is_none()).collect();
        let Some(partner) = partner_of::<bool>(&taken, &[]) else { return Suppression::Everything };
        mark(&mut suppressed, partner);
        maxima.push(cohort);
    }
    if all_fives { Suppression::Everything } else { Suppression::Cells(suppressed) }
}

/// True if each of several numbers, of which a reader knows the sum and the maxima, has at least two possible values.
fn has_alternatives(maxima: &[u32], sum: u32) -> bool {
    let total: u64 = maxima.iter().map(|max| u64::from(*max)).sum();
    maxima.iter().all(|max| {
        let others = total - u64::from(*max);
        let low = u64::from(sum).saturating_sub(others);
        let high = u64::from(*max).min(u64::from(sum));
        low < high
    })
}

/// The cell to suppress together with the only suppressed one: the nearest on the same side (the following one before
/// the preceding one), or else the nearest of all. Leavers in no row count as a row after the last.
fn partner_of<S: PartialEq>(suppressed: &[bool], sides: &[S]) -> Option<usize> {
    let from = suppressed.iter().position(|suppressed| *suppressed).unwrap_or(suppressed.len());
    let side = |at: usize| sides.get(at);
    let free = (0..suppressed.len()).filter(|at| suppressed.get(*at) == Some(&false));
    free.min_by_key(|at| (side(*at) != side(from), at.abs_diff(from), at < &from))
}

fn mark(suppressed: &mut [bool], at: usize) {
    if let Some(cell) = suppressed.get_mut(at) {
        *cell = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(suppressed: &[u8]) -> Suppression {
        Suppression::Cells(suppressed.iter().map(|suppressed| *suppressed == 1).collect())
    }

    #[test]
    fn a_single_small_count_is_suppressed_with_its_neighbour_on_the_same_side() {
        let sides = [true, true, false, false];
        assert_eq!(one_choice(&[41, 83, 46, 4], &sides, 10), cells(&[0, 0, 1, 1]));
        assert_eq!(one_choice(&[4, 83, 46, 17], &sides, 10), cells(&[1, 1, 0, 0]));
        assert_eq!(one_choice(&[91, 24], &[true, false], 10), Suppression::Nothing);
        assert_eq!(one_choice(&[96, 4], &[true, false], 10), cells(&[1, 1]));
    }

    #[test]
    fn zeros_are_shown_unless_they_reveal_another_count() {
        assert_eq!(one_choice::<bool>(&[40, 20, 0], &[], 10), Suppression::Nothing);
        assert_eq!(one_choice::<bool>(&[40, 20, 0, 2], &[], 10), cells(&[0, 0, 1, 1]));
    }

    #[test]
    fn a_table_is_not_published_if_suppressed_counts_can_be_worked_out() {
        assert_eq!(one_choice::<bool>(&[4, 3, 2], &[], 10), Suppression::Everything);
        assert_eq!(one_choice::<bool>(&[40, 5, 5], &[], 10), Suppression::Everything);
        assert_eq!(one_choice::<bool>(&[40, 5, 4], &[], 10), cells(&[0, 1, 1]));
    }

    #[test]
    fn choices_that_few_made_or_few_did_not_make_are_suppressed() {
        assert_eq!(several_choices(&[50, 3, 97, 100, 0], 100, 10), cells(&[0, 1, 1, 0, 0]));
        assert_eq!(several_choices(&[50, 30], 100, 10), Suppression::Nothing);
    }

    #[test]
    fn numbers_that_the_school_put_into_words_cannot_be_worked_out() {
        use LeaverRow::{Count, Words};
        assert_eq!(leavers(&[Count(80), Count(18), Words(None)], 100, 6), cells(&[0, 1, 0]));
        assert_eq!(leavers(&[Count(80), Count(14), Words(Some(5)), Words(Some(5))], 100, 6), cells(&[0, 0, 0, 0]));
        // Two that are fewer than six and add up to ten must be fives, so a neighbour is suppressed too.
        assert_eq!(leavers(&[Count(80), Count(10), Words(Some(5)), Words(Some(5))], 100, 6), cells(&[0, 1, 0, 0]));
        // Two leavers are in no row, which is a small number too.
        assert_eq!(leavers(&[Count(80), Count(12), Count(6)], 100, 6), cells(&[0, 1, 1]));
        assert_eq!(leavers(&[Count(80), Count(20)], 100, 6), Suppression::Nothing);
        assert_eq!(leavers(&[Count(4), Count(1)], 5, 6), Suppression::Everything);
    }
}

/// Attacks by a reader who knows these rules, has the published tables, and tries every possible table.
#[cfg(test)]
mod attacks {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The published part of a table: the number of people, and each cell that is not suppressed; or nothing.
    type Publication = Option<(u32, Vec<Option<u32>>)>;

    fn publish(counts: &[u32], people: u32, suppression: &Suppression) -> Publication {
        let show = |suppressed: &[bool]| -> Vec<Option<u32>> {
            counts.iter().zip(suppressed).map(|(count, suppressed)| (!suppressed).then_some(*count)).collect()
        };
        match suppression {
            Suppression::Everything => None,
            Suppression::Nothing => Some((people, counts.iter().copied().map(Some).collect())),
            Suppression::Cells(suppressed) => Some((people, show(suppressed))),
        }
    }

    /// Every table with this number of answers and people.
    fn tables(answers: usize, people: u32) -> Vec<Vec<u32>> {
        if answers == 1 {
            return vec![vec![people]];
        }
        let with_first = |first: u32| {
            tables(answers - 1, people - first).into_iter().map(move |mut table| {
                table.insert(0, first);
                table
            })
        };
        (0..=people).flat_map(with_first).collect()
    }

    /// Fails if a suppressed cell of any publication has only one possible value.
    fn attack(tables: impl Iterator<Item = Vec<u32>>, publish: impl Fn(&[u32]) -> Publication) {
        let mut seen: BTreeMap<Publication, Vec<BTreeSet<u32>>> = BTreeMap::new();
        let mut suppressed_cells = 0;
        for table in tables {
            let values = seen.entry(publish(&table)).or_insert_with(|| vec![BTreeSet::new(); table.len()]);
            values.iter_mut().zip(&table).for_each(|(values, count)| {
                values.insert(*count);
            });
        }
        for (publication, values) in &seen {
            for (at, values) in values.iter().enumerate() {
                if publication.as_ref().is_none_or(|(_, cells)| cells[at].is_none()) {
                    suppressed_cells += 1;
                    assert!(values.len() > 1, "cell {at} of {publication:?} can only be {values:?}");
                }
            }
        }
        assert!(suppressed_cells > 10, "only {suppressed_cells} cells were suppressed");
    }

    #[test]
    fn a_suppressed_answer_with_one_choice_cannot_be_worked_out() {
        for sides in [vec![], vec![true, false], vec![true, true, false, false], vec![false, true, false, true]] {
            for answers in 2..=4 {
                let all = (0..=32).flat_map(|people| tables(answers, people));
                attack(all, |counts| publish(counts, counts.iter().sum(), &one_choice(counts, &sides, 10)));
            }
        }
    }

    #[test]
    fn a_suppressed_answer_with_several_choices_cannot_be_worked_out() {
        let people = 24;
        let all = (0..=people).flat_map(|a| (0..=people).map(move |b| vec![a, b]));
        attack(all, |counts| publish(counts, people, &several_choices(counts, people, 10)));
    }

    #[test]
    fn a_suppressed_destination_cannot_be_worked_out() {
        // The last row is not published: leavers who are in no row. Their number is sensitive only if it is small.
        for rows in 2..=3 {
            let all = (0..=28).flat_map(|cohort| tables(rows + 1, cohort));
            let all = all.filter(|table| table[table.len() - 1] <= MAX_SMALL).map(|mut table| {
                let people = table.iter().sum();
                *table.last_mut().expect("a last row") = people;
                table
            });
            let mut seen = 0;
            attack(all.inspect(|_| seen += 1), |table| {
                let (people, counts) = table.split_last().expect("a last row");
                let rows: Vec<LeaverRow> = counts.iter().map(|count| LeaverRow::Count(*count)).collect();
                let mut publication = publish(counts, *people, &leavers(&rows, *people, 6));
                // The number of leavers is published, or suppressed with everything else.
                if let Some((people, cells)) = &mut publication {
                    cells.push(Some(*people));
                }
                publication
            });
            assert!(seen > 1_000);
        }
    }

    #[test]
    fn a_destination_in_words_cannot_be_worked_out() {
        // Two rows with numbers, one that says “fewer than 6” and one that says “not published”.
        let all = (6..=30).flat_map(|cohort| tables(4, cohort)).filter(|table| table[2] <= 5);
        attack(all, |table| {
            let cohort = table.iter().sum();
            let rows = [
                LeaverRow::Count(table[0]),
                LeaverRow::Count(table[1]),
                LeaverRow::Words(Some(5)),
                LeaverRow::Words(None),
            ];
            match leavers(&rows, cohort, 6) {
                Suppression::Everything => None,
                Suppression::Nothing => panic!("words always count as suppressed"),
                Suppression::Cells(suppressed) => {
                    let show = |at: usize| (!suppressed[at]).then_some(table[at]);
                    Some((cohort, vec![show(0), show(1), None, None]))
                }
            }
        });
    }
}
