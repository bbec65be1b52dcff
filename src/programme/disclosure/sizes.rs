//! Sizes of the same people in several tables: “178 left” next to “175 left” shows that three are missing.
//!
//! A size that differs by one to five from a published one of the same people is left out, and the figures become shares
//! in whole percent, which several sizes fit.

use super::suppression::MIN_CELL;
use crate::programme::format::Percent;

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
