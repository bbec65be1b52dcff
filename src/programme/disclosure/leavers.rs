//! Destinations of leavers, as they may be published.
//!
//! The tables of one basis may count some of the same leavers: see `differencing`. Those of the intended, actual and
//! sustained destinations of a cohort count the same leavers again. If their sizes differ by one to five, the later table
//! becomes shares in whole percent, or is left out: see `sizes`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::differencing::{self, CountTable, PublishedTable};
use super::sizes;
use super::suppression::{self, LeaverRow, Suppression};
use super::words::{are_other_numbers, numbers_in, plain};
use super::{SuppressionReason, Thresholds};
use crate::programme::evaluation::{Amount, Basis, Destinations, LeaverCount};
use crate::programme::format::{Percent, max_meant};
use crate::programme::programme::Programme;

/// The publishable figures of a year's destinations.
#[derive(Debug)]
pub struct DestinationFigures<'a> {
    pub destinations: &'a Destinations,
    /// Or why everything is suppressed.
    pub figures: Result<PublishedLeavers, SuppressionReason>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedLeavers {
    /// How many left, if it is stated and may be published.
    pub people: Option<u32>,
    /// Whether each row is suppressed.
    pub suppressed: Vec<bool>,
    /// True if the number of leavers would reveal a small number, so that rows are shares in whole percent: those below.
    pub is_in_shares: bool,
    /// The share of each row that is a number and not suppressed.
    pub shares: Vec<Option<Percent>>,
}

/// The publishable figures of each year's destinations, in the order of the programme.
pub(super) fn destinations(programme: &Programme) -> Vec<DestinationFigures<'_>> {
    let min_people = Thresholds::of(programme).leavers;
    let all = &programme.destinations;
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| all.get(*at).map(|leavers| Reverse(size(leavers))));
    let mut totals = PublishedTotals::default();
    let mut shown: Vec<(usize, DestinationFigures<'_>)> = Vec::with_capacity(order.len());
    for (at, destinations) in order.into_iter().filter_map(|at| Some((at, all.get(at)?))) {
        let figures = leavers(destinations, min_people).and_then(|(suppressed, table)| {
            // Shares of an unknown number of leavers count nobody.
            let Some(table) = table else { return Ok(PublishedLeavers::new(destinations, None, suppressed)) };
            if !differencing::try_add(totals.related_to(destinations), &table, min_people) {
                return Err(SuppressionReason::Overlap);
            }
            totals.add(destinations, table);
            Ok(PublishedLeavers::new(destinations, destinations.people(), suppressed))
        });
        shown.push((at, DestinationFigures { destinations, figures }));
    }
    // What leavers intended comes before where they were and where they stayed.
    shown.sort_by_key(|(at, shown)| (shown.destinations.basis, *at));
    let mut sizes: HashMap<(u32, String), Vec<u32>> = HashMap::new();
    for (_, shown) in &mut shown {
        let Ok(PublishedLeavers { people: Some(people), .. }) = shown.figures else { continue };
        let Some(cohort) = cohort(shown.destinations) else { continue };
        let others = sizes.entry(cohort).or_default();
        if let Ok(figures) = std::mem::replace(&mut shown.figures, Err(SuppressionReason::Overlap)) {
            shown.figures = figures.next_to(others, min_people);
        }
        if shown.figures.as_ref().is_ok_and(|figures| figures.people.is_some()) {
            others.push(people);
        }
    }
    shown.sort_by_key(|(at, _)| *at);
    shown.into_iter().map(|(_, shown)| shown).collect()
}

/// How many left, or at least how many are counted if that is not stated.
fn size(destinations: &Destinations) -> u32 {
    let counted = |row: &LeaverCount| if let Amount::Count(count) = row.number { count } else { 0 };
    let counts = destinations.destinations.iter().map(counted);
    destinations.people().unwrap_or_else(|| counts.fold(0, u32::saturating_add))
}

/// The year and the name of the leavers, which the intended and actual destinations of “Year 11” and “Year 11 leavers” share.
/// `None` if no other table counts the same leavers.
fn cohort(destinations: &Destinations) -> Option<(u32, String)> {
    let name = plain(&destinations.leavers).trim_end_matches("leavers").to_owned();
    (destinations.overlaps != Some(false)).then_some((destinations.year, name))
}

impl PublishedLeavers {
    fn new(destinations: &Destinations, people: Option<u32>, suppressed: Vec<bool>) -> Self {
        let rows = destinations.destinations.iter().zip(&suppressed);
        let shares = rows.map(|(row, suppressed)| match &row.number {
            Amount::Count(count) if !suppressed => Some(Percent::share((*count).into(), people?.into())),
            Amount::Percent(percent) if !suppressed => Some(*percent),
            _ => None,
        });
        let shares = shares.collect();
        Self { people, suppressed, is_in_shares: false, shares }
    }

    /// Next to other sizes of the same leavers that are published.
    fn next_to(self, others: &[u32], min_people: u32) -> Result<Self, SuppressionReason> {
        let Some(people) = self.people.filter(|people| sizes::is_near(*people, others)) else { return Ok(self) };
        // A share with decimals would say more than the whole one.
        let whole = |share: &Percent| Percent::share(share.of(people).into(), people.into());
        let shares: Vec<Option<Percent>> = self.shares.iter().map(|share| share.as_ref().map(whole)).collect();
        let shown: Vec<Percent> = shares.iter().filter_map(|share| *share).collect();
        if !sizes::are_open(people, &shown, others, min_people) {
            return Err(SuppressionReason::Overlap);
        }
        Ok(Self { people: None, is_in_shares: true, shares, ..self })
    }
}

/// The published tables that may count the same leavers as others, by year and basis.
#[derive(Default)]
struct PublishedTotals<'a> {
    by_year: BTreeMap<(u32, Basis), Vec<PublishedTotal<'a>>>,
}

struct PublishedTotal<'a> {
    /// The numbers in the name of the leavers.
    numbers: HashSet<&'a str>,
    table: PublishedTable<'a>,
}

impl<'a> PublishedTotals<'a> {
    fn add(&mut self, destinations: &'a Destinations, table: CountTable<'a>) {
        if destinations.overlaps != Some(false) {
            let total =
                PublishedTotal { numbers: numbers_in(&destinations.leavers), table: PublishedTable::new(table) };
            self.by_year.entry((destinations.year, destinations.basis)).or_default().push(total);
        }
    }

    /// Those that may include a part: “Year 11 with an EHC plan” and “Girls” may be part of “Year 11”, but not “Year 13”.
    fn related_to(&mut self, part: &Destinations) -> impl Iterator<Item = &mut PublishedTable<'a>> {
        let numbers = numbers_in(&part.leavers);
        let same = self.by_year.get_mut(&(part.year, part.basis)).filter(|_| part.overlaps != Some(false));
        let related = same.into_iter().flatten().filter(move |total| !are_other_numbers(&numbers, &total.numbers));
        related.map(|total| &mut total.table)
    }
}

fn leavers(
    destinations: &Destinations,
    min_people: u32,
) -> Result<(Vec<bool>, Option<CountTable<'_>>), SuppressionReason> {
    let stated = destinations.people();
    let rows: Vec<LeaverRow> = destinations.destinations.iter().map(|row| row_of(&row.number, stated)).collect();
    let cohort = size(destinations);
    let count = |row: &LeaverRow| if let LeaverRow::Count(count) = row { Some(*count) } else { None };
    if stated.is_none() && cohort == 0 {
        return Ok((vec![false; rows.len()], None));
    }
    let percentages: Option<Vec<Percent>> = destinations
        .destinations
        .iter()
        .map(|row| if let Amount::Percent(share) = row.number { Some(share) } else { None })
        .collect();
    let counted = || rows.iter().filter_map(count).fold(0, u32::saturating_add);
    // What rounding leaves over is nobody.
    let is_whole = percentages.is_some_and(|shares| Percent::wrong_sum(&shares).is_none());
    let listed = if is_whole { counted() } else { cohort };
    let suppressed = match suppression::leavers(&rows, listed, min_people) {
        Suppression::Everything => return Err(SuppressionReason::TooFew),
        Suppression::Nothing => vec![false; rows.len()],
        Suppression::Cells(suppressed) => suppressed,
    };
    let cells = destinations
        .destinations
        .iter()
        .zip(&rows)
        .filter_map(|(leavers, row)| Some((leavers.to.as_str(), count(row)?)));
    let is_complete = !suppressed.contains(&true) && rows.iter().all(|row| count(row).is_some());
    Ok((suppressed, Some(CountTable { cells: cells.collect(), people: cohort, is_complete })))
}

/// Treats a percentage as the nearest count, because it reveals no more than that.
fn row_of(amount: &Amount, cohort: Option<u32>) -> LeaverRow {
    match amount {
        Amount::Count(count) => LeaverRow::Count(*count),
        Amount::Percent(percent) => {
            cohort.map_or(LeaverRow::Words(None), |cohort| LeaverRow::Count(percent.of(cohort)))
        }
        Amount::Words(words) => LeaverRow::Words(max_meant(words)),
    }
}

/// Attacks by a reader who knows these rules and every published figure of a cohort at once.
#[cfg(test)]
mod attacks {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The sizes of two stages.
    type Stages = BTreeSet<(u32, u32)>;

    /// A stage with two destinations, as it is published next to earlier sizes.
    fn publish(rows: [u32; 2], sizes: &[u32]) -> Option<PublishedLeavers> {
        let people = rows[0] + rows[1];
        let suppressed = match suppression::leavers(&rows.map(LeaverRow::Count), people, 6) {
            Suppression::Everything => return None,
            Suppression::Nothing => vec![false; 2],
            Suppression::Cells(suppressed) => suppressed,
        };
        let share = |count: u32| Percent::share(count.into(), people.into());
        let shares = rows.iter().zip(&suppressed).map(|(count, suppressed)| (!suppressed).then(|| share(*count)));
        let shares = shares.collect();
        PublishedLeavers { people: Some(people), suppressed, is_in_shares: false, shares }.next_to(sizes, 6).ok()
    }

    /// What a reader sees of a stage: the size and the rows, as numbers or as shares.
    fn seen(rows: [u32; 2], published: Option<&PublishedLeavers>) -> String {
        let Some(published) = published else { return "nothing".to_owned() };
        let cells = rows.iter().zip(&published.shares).map(|(count, share)| match share {
            Some(share) if published.is_in_shares => format!("{share}%"),
            Some(_) => count.to_string(),
            None => "hidden".to_owned(),
        });
        format!("{:?} {:?}", published.people, cells.collect::<Vec<_>>())
    }

    #[test]
    fn the_sizes_of_the_stages_do_not_reveal_a_few_leavers() {
        for intended in [7_u32, 14, 20] {
            // Wide enough for every size that could be taken for one of those that are left out.
            let near = |width: u32| {
                let sizes = 6_u32.max(intended.saturating_sub(width))..=intended + width;
                sizes.flat_map(|all| (0..=all).map(move |one| [one, all - one]))
            };
            // For each page: the sizes on it that the reader knows, and all sizes of the two stages that fit.
            let mut possible: BTreeMap<String, (Vec<u32>, Stages)> = BTreeMap::new();
            for actual in near(6) {
                let first = publish(actual, &[intended]);
                let mut sizes = vec![intended];
                sizes.extend(first.as_ref().and_then(|first| first.people));
                for sustained in near(12) {
                    let second = publish(sustained, &sizes);
                    let page = format!("{} | {}", seen(actual, first.as_ref()), seen(sustained, second.as_ref()));
                    let fitting = possible.entry(page).or_insert_with(|| (sizes.clone(), BTreeSet::new()));
                    fitting.1.insert((actual.iter().sum(), sustained.iter().sum()));
                }
            }
            let mut hidden = 0;
            for (page, (known, fitting)) in &possible {
                let (first, second): (BTreeSet<u32>, BTreeSet<u32>) = fitting.iter().copied().unzip();
                for (stage, possible) in [("actual", first), ("sustained", second)] {
                    if possible.iter().all(|size| sizes::is_near(*size, known)) {
                        hidden += 1;
                        assert!(
                            possible.len() > 1,
                            "next to {intended}, {page} shows the size of {stage}: {possible:?}"
                        );
                    }
                }
            }
            assert!(hidden > 0, "nothing is hidden next to {intended}");
        }
    }
}
