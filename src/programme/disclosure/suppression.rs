//! Which cells of one table of counts are suppressed.
//!
//! Takes counts alone, so that nothing here can be bent for a single table; gives what to hide. The
//! choice of a partner looks at places and sides, never at sizes: who knows these rules learns
//! nothing from which answer was hidden together with a small one.

/// The smallest count that is published next to others.
pub(super) const SMALLEST_CELL: u32 = 6;
/// The largest count that is small.
const LARGEST_SMALL: u32 = SMALLEST_CELL - 1;

/// The suppressed part of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Suppression {
    /// Nothing.
    Nothing,
    /// The cells that are true here; their sum can be worked out, and no more.
    Cells(Vec<bool>),
    /// All of it, even how many people it counts.
    Everything,
}

/// A row of a table that somebody else has rounded or left out in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// So many.
    Count(u32),
    /// Words such as “not published” or “fewer than 6”, and the most they can stand for.
    Words(Option<u32>),
}

/// True for counts by which somebody could be recognised.
fn is_small(count: u32) -> bool {
    (1..=LARGEST_SMALL).contains(&count)
}

/// A question with one answer a person. `sides` groups the answers: those that count
/// as positive, and the others.
///
/// Where a count from one to five stands, all counts up to five are hidden, zeros too: between them
/// their sum may be spread in several ways. A single one takes its neighbour with it. If all that are
/// hidden must be fives, or there is no neighbour, or too few answered, nothing is published.
pub(super) fn one_choice<S: PartialEq>(counts: &[u32], sides: &[S], fewest: u32) -> Suppression {
    let people: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    if people < u64::from(fewest) {
        return Suppression::Everything;
    }
    if !counts.iter().any(|count| is_small(*count)) {
        return Suppression::Nothing;
    }
    let mut hidden: Vec<bool> = counts.iter().map(|count| *count <= LARGEST_SMALL).collect();
    let small = counts.iter().filter(|count| **count <= LARGEST_SMALL);
    if small.clone().count() == 1 {
        let Some(partner) = partner(&hidden, sides) else { return Suppression::Everything };
        mark(&mut hidden, partner);
    } else if small.clone().all(|count| *count == LARGEST_SMALL) {
        return Suppression::Everything;
    }
    Suppression::Cells(hidden)
}

/// A question with several answers a person. The counts add up to nothing, so each is hidden by itself:
/// where few ticked it, and where few did not.
pub(super) fn several_choices(counts: &[u32], people: u32, fewest: u32) -> Suppression {
    if people < fewest {
        return Suppression::Everything;
    }
    let few = |count: &u32| is_small(*count) || is_small(people.saturating_sub(*count));
    let hidden: Vec<bool> = counts.iter().map(few).collect();
    if hidden.contains(&true) { Suppression::Cells(hidden) } else { Suppression::Nothing }
}

/// Where leavers went. Words are kept, and count as withheld already. So do leavers that no row counts,
/// if they are few: they are what is missing in the sum. Where anything is withheld, so are all counts up
/// to five, and two rows at least; and no two of them may be bound to be what they are.
pub(super) fn leavers(rows: &[Row], cohort: u32, fewest: u32) -> Suppression {
    if cohort < fewest {
        return Suppression::Everything;
    }
    let count = |row: &Row| if let Row::Count(count) = row { Some(*count) } else { None };
    let words: Vec<u32> = rows
        .iter()
        .filter_map(|row| if let Row::Words(most) = row { Some(most.unwrap_or(cohort)) } else { None })
        .collect();
    let unlisted = cohort.saturating_sub(rows.iter().filter_map(count).fold(0, u32::saturating_add));
    if words.is_empty() && !is_small(unlisted) && !rows.iter().filter_map(count).any(is_small) {
        return Suppression::Nothing;
    }
    let mut hidden: Vec<bool> = rows.iter().map(|row| count(row).is_some_and(|count| count <= LARGEST_SMALL)).collect();
    let mut most = words.clone();
    most.extend(hidden.iter().filter(|hidden| **hidden).map(|_| LARGEST_SMALL));
    let sum = |hidden: &[bool]| -> u32 {
        let cells = rows.iter().zip(hidden).filter(|(_, hidden)| **hidden).filter_map(|(row, _)| count(row));
        cells.fold(if words.is_empty() { 0 } else { unlisted }, u32::saturating_add)
    };
    let all_fives = words.is_empty() && most.len() > 1 && !is_open(&most, sum(&hidden));
    while !all_fives && (most.len() < 2 || !is_open(&most, sum(&hidden))) {
        let taken: Vec<bool> = rows.iter().zip(&hidden).map(|(row, hidden)| *hidden || count(row).is_none()).collect();
        let Some(partner) = partner::<bool>(&taken, &[]) else { return Suppression::Everything };
        mark(&mut hidden, partner);
        most.push(cohort);
    }
    if all_fives { Suppression::Everything } else { Suppression::Cells(hidden) }
}

/// True if each of some numbers, of which one knows the most it can be and the sum of all, may still be
/// one of at least two.
fn is_open(most: &[u32], sum: u32) -> bool {
    let all: u64 = most.iter().map(|most| u64::from(*most)).sum();
    most.iter().all(|most| {
        let others = all - u64::from(*most);
        let low = u64::from(sum).saturating_sub(others);
        let high = u64::from(*most).min(u64::from(sum));
        low < high
    })
}

/// The cell to hide with the only hidden one: the nearest of the same side, the next before the last;
/// else the nearest of any. A row that is not printed comes after the last.
fn partner<S: PartialEq>(hidden: &[bool], sides: &[S]) -> Option<usize> {
    let from = hidden.iter().position(|hidden| *hidden).unwrap_or(hidden.len());
    let side = |at: usize| sides.get(at);
    let free = (0..hidden.len()).filter(|at| hidden.get(*at) == Some(&false));
    free.min_by_key(|at| (side(*at) != side(from), at.abs_diff(from), at < &from))
}

fn mark(hidden: &mut [bool], at: usize) {
    if let Some(cell) = hidden.get_mut(at) {
        *cell = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(hidden: &[u8]) -> Suppression {
        Suppression::Cells(hidden.iter().map(|hidden| *hidden == 1).collect())
    }

    #[test]
    fn one_small_answer_takes_its_neighbour_of_the_same_side_with_it() {
        let sides = [true, true, false, false];
        assert_eq!(one_choice(&[41, 83, 46, 4], &sides, 10), cells(&[0, 0, 1, 1]));
        assert_eq!(one_choice(&[4, 83, 46, 17], &sides, 10), cells(&[1, 1, 0, 0]));
        assert_eq!(one_choice(&[91, 24], &[true, false], 10), Suppression::Nothing);
        assert_eq!(one_choice(&[96, 4], &[true, false], 10), cells(&[1, 1]));
    }

    #[test]
    fn zeros_are_shown_unless_they_would_help_to_work_out_another() {
        assert_eq!(one_choice::<bool>(&[40, 20, 0], &[], 10), Suppression::Nothing);
        assert_eq!(one_choice::<bool>(&[40, 20, 0, 2], &[], 10), cells(&[0, 0, 1, 1]));
    }

    #[test]
    fn what_cannot_be_kept_open_is_not_published_at_all() {
        assert_eq!(one_choice::<bool>(&[4, 3, 2], &[], 10), Suppression::Everything);
        assert_eq!(one_choice::<bool>(&[40, 5, 5], &[], 10), Suppression::Everything);
        assert_eq!(one_choice::<bool>(&[40, 5, 4], &[], 10), cells(&[0, 1, 1]));
    }

    #[test]
    fn of_several_answers_those_are_hidden_that_few_gave_or_few_left_out() {
        assert_eq!(several_choices(&[50, 3, 97, 100, 0], 100, 10), cells(&[0, 1, 1, 0, 0]));
        assert_eq!(several_choices(&[50, 30], 100, 10), Suppression::Nothing);
    }

    #[test]
    fn words_of_the_school_cannot_be_worked_out_either() {
        use Row::{Count, Words};
        assert_eq!(leavers(&[Count(80), Count(18), Words(None)], 100, 6), cells(&[0, 1, 0]));
        assert_eq!(leavers(&[Count(80), Count(14), Words(Some(5)), Words(Some(5))], 100, 6), cells(&[0, 0, 0, 0]));
        // Two that are fewer than six and make ten are five each: a neighbour goes with them.
        assert_eq!(leavers(&[Count(80), Count(10), Words(Some(5)), Words(Some(5))], 100, 6), cells(&[0, 1, 0, 0]));
        // Two leavers stand in no row: that is a small number, too.
        assert_eq!(leavers(&[Count(80), Count(12), Count(6)], 100, 6), cells(&[0, 1, 1]));
        assert_eq!(leavers(&[Count(80), Count(20)], 100, 6), Suppression::Nothing);
        assert_eq!(leavers(&[Count(4), Count(1)], 5, 6), Suppression::Everything);
    }
}

/// A reader who knows these rules, has what is printed, and tries every table there is.
#[cfg(test)]
mod reader {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// What is printed of a table: how many people, and each cell that is not withheld; or nothing.
    type Print = Option<(u32, Vec<Option<u32>>)>;

    fn print(counts: &[u32], people: u32, suppression: &Suppression) -> Print {
        let show = |hidden: &[bool]| -> Vec<Option<u32>> {
            counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect()
        };
        match suppression {
            Suppression::Everything => None,
            Suppression::Nothing => Some((people, counts.iter().copied().map(Some).collect())),
            Suppression::Cells(hidden) => Some((people, show(hidden))),
        }
    }

    /// Every way to give so many people one of some answers.
    fn tables(answers: usize, people: u32) -> Vec<Vec<u32>> {
        if answers == 1 {
            return vec![vec![people]];
        }
        let with_first = |first: u32| {
            tables(answers - 1, people - first).into_iter().map(move |mut rest| {
                rest.insert(0, first);
                rest
            })
        };
        (0..=people).flat_map(with_first).collect()
    }

    /// Fails if some withheld cell of some print can have one value only.
    fn attack(tables: impl Iterator<Item = Vec<u32>>, publish: impl Fn(&[u32]) -> Print) {
        let mut seen: BTreeMap<Print, Vec<BTreeSet<u32>>> = BTreeMap::new();
        let mut withheld = 0;
        for table in tables {
            let values = seen.entry(publish(&table)).or_insert_with(|| vec![BTreeSet::new(); table.len()]);
            values.iter_mut().zip(&table).for_each(|(values, count)| {
                values.insert(*count);
            });
        }
        for (print, values) in &seen {
            for (at, values) in values.iter().enumerate() {
                if print.as_ref().is_none_or(|(_, cells)| cells[at].is_none()) {
                    withheld += 1;
                    assert!(values.len() > 1, "cell {at} of {print:?} can only be {values:?}");
                }
            }
        }
        assert!(withheld > 10, "only {withheld} cells were withheld");
    }

    #[test]
    fn learns_no_withheld_answer_of_a_question() {
        for sides in [vec![], vec![true, false], vec![true, true, false, false], vec![false, true, false, true]] {
            for answers in 2..=4 {
                let all = (0..=32).flat_map(|people| tables(answers, people));
                attack(all, |counts| print(counts, counts.iter().sum(), &one_choice(counts, &sides, 10)));
            }
        }
    }

    #[test]
    fn learns_no_withheld_answer_where_several_could_be_given() {
        let people = 24;
        let all = (0..=people).flat_map(|a| (0..=people).map(move |b| vec![a, b]));
        attack(all, |counts| print(counts, people, &several_choices(counts, people, 10)));
    }

    #[test]
    fn learns_no_withheld_destination() {
        // The last row is not printed: leavers that no row counts. To know them is no secret unless they are few.
        for rows in 2..=3 {
            let all = (0..=28).flat_map(|cohort| tables(rows + 1, cohort));
            let all = all.filter(|table| table[table.len() - 1] <= LARGEST_SMALL).map(|mut table| {
                let people = table.iter().sum();
                *table.last_mut().expect("a last row") = people;
                table
            });
            let mut seen = 0;
            attack(all.inspect(|_| seen += 1), |table| {
                let (people, counts) = table.split_last().expect("a last row");
                let rows: Vec<Row> = counts.iter().map(|count| Row::Count(*count)).collect();
                let mut print = print(counts, *people, &leavers(&rows, *people, 6));
                // How many left is printed, or withheld with all the rest.
                if let Some((people, cells)) = &mut print {
                    cells.push(Some(*people));
                }
                print
            });
            assert!(seen > 1_000);
        }
    }

    #[test]
    fn learns_nothing_that_the_school_put_in_words() {
        // Two rows with numbers, one that says “fewer than 6” and one that says “not published”.
        let all = (6..=30).flat_map(|cohort| tables(4, cohort)).filter(|table| table[2] <= 5);
        attack(all, |table| {
            let cohort = table.iter().sum();
            let rows = [Row::Count(table[0]), Row::Count(table[1]), Row::Words(Some(5)), Row::Words(None)];
            match leavers(&rows, cohort, 6) {
                Suppression::Everything => None,
                Suppression::Nothing => panic!("words are always withheld"),
                Suppression::Cells(hidden) => {
                    let show = |at: usize| (!hidden[at]).then_some(table[at]);
                    Some((cohort, vec![show(0), show(1), None, None]))
                }
            }
        });
    }
}
