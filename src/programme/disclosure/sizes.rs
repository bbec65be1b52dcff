//! Sizes of the same people in several tables: “178 left” next to “175 left” shows that three are missing.
//!
//! A size that differs by one to five from a published one of the same people is left out, and the figures become shares
//! in whole percent, which several sizes fit.

use super::suppression::MIN_CELL;
use super::words::{numbers_in, plain};
use crate::programme::evaluation::{GuidanceCounts, MeetingCount};
use crate::programme::format::Percent;
use crate::programme::programme::Programme;

/// The published number of the leavers of one year.
#[derive(Clone, Debug)]
pub(super) struct PublishedSize {
    leavers: String,
    year: u32,
    pub(super) people: u32,
}

/// The sizes of leavers that are published.
pub(super) fn of_leavers(programme: &Programme) -> Vec<PublishedSize> {
    let shown = super::destinations(programme).into_iter();
    let sizes = shown.filter_map(|shown| {
        let people = shown.figures.ok()?.people;
        let (leavers, year) = (shown.destinations.leavers.clone(), shown.destinations.year);
        Some(PublishedSize { leavers, year, people: people? })
    });
    sizes.collect()
}

impl PublishedSize {
    /// True if these leavers are the group in the year in which it was counted.
    pub(super) fn is_of(&self, row: &MeetingCount, counts: &GuidanceCounts, programme: &Programme) -> bool {
        let left = i32::from(programme.year.ends.year()) - i32::from(counts.years_ago);
        let years = row.groups.iter().filter_map(|index| programme.groups.get(*index)).flat_map(|group| &group.years);
        let years: Vec<String> = years.map(u8::to_string).collect();
        let numbers = numbers_in(&self.leavers);
        let is_same_year = !years.is_empty() && years.iter().any(|year| numbers.contains(year.as_str()));
        i64::from(left) == i64::from(self.year) && (is_same_year || plain(&row.name) == plain(&self.leavers))
    }
}

/// True for a size that differs by one to five from one of the others.
pub(super) fn is_near(size: u32, others: &[u32]) -> bool {
    others.iter().any(|other| (1..MIN_CELL).contains(&other.abs_diff(size)))
}

/// True if readers who know the other sizes cannot tell this one from whole percentages: another size fits them as well,
/// with no small number in it.
pub(super) fn are_open(size: u32, shares: &[Percent], others: &[u32], min_people: u32) -> bool {
    let is_large = |count: u32| !(1..MIN_CELL).contains(&count);
    let fits = |people: u32| {
        shares.iter().all(|share| {
            let count = share.of(people);
            Percent::share(count.into(), people.into()) == *share
                && is_large(count)
                && is_large(people.saturating_sub(count))
        })
    };
    let mut sizes = size.saturating_sub(MIN_CELL - 1)..MIN_CELL + size;
    sizes.any(|other| {
        other != size && other >= min_people && is_near(other, others) == is_near(size, others) && fits(other)
    })
}

#[cfg(test)]
pub(super) fn of_people(people: u32) -> PublishedSize {
    PublishedSize { leavers: "Year 11".into(), year: 2026, people }
}
