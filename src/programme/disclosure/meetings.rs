//! Guidance meetings of each group, as they may be published.
//!
//! Of each group and academic year, only the newest counts are published: two counts of one year would show how many had
//! a meeting in between. A number from one to five of those who had their meeting, or did not, is put into words, if the
//! group is large enough for the words to say something; otherwise the row is left out. A group that is part of another
//! one, such as Year 11 of Years 10 and 11, is left out if subtraction would reveal a small number.
//!
//! If the size of a group differs by one to five from the published size of the same leavers, sizes are left out, and the
//! row is a share in whole percent: see `sizes`.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::differencing::{self, CountTable, PublishedTable};
use super::leavers::DestinationFigures;
use super::sizes;
use super::suppression::MIN_CELL;
use super::words::{numbers_in, plain};
use super::{SuppressionReason, Thresholds};
use crate::programme::evaluation::{GuidanceCounts, MeetingCount};
use crate::programme::format::Percent;
use crate::programme::programme::Programme;

/// In smaller groups, “nearly all” would not be true of all but five.
const MIN_FOR_WORDS: u32 = 50;

/// The publishable counts of one academic year.
#[derive(Debug)]
pub struct MeetingFigures<'a> {
    /// The file, for its day and texts. Its own numbers must not be used.
    pub counts: &'a GuidanceCounts,
    pub rows: Vec<MeetingRow<'a>>,
}

#[derive(Debug)]
pub struct MeetingRow<'a> {
    /// The group's name.
    pub name: &'a str,
    pub figures: Result<PublishedMeetings, SuppressionReason>,
}

/// How many of a group had their meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublishedMeetings {
    /// How many were offered one. `None` if other figures would reveal a small number by it.
    pub offered: Option<u32>,
    pub had: Had,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Had {
    Everyone,
    /// All but one to five.
    NearlyEveryone,
    Number(u32),
    /// In whole percent.
    Share(Percent),
    /// One to five.
    AFew,
    Nobody,
}

impl PublishedMeetings {
    /// The share who had it, if it is known.
    pub fn share(self) -> Option<Percent> {
        match (self.had, self.offered) {
            (Had::Everyone, _) => Some(Percent::ALL),
            (Had::Nobody, _) => Some(Percent::ZERO),
            (Had::Number(met), Some(offered)) => Some(Percent::share(met.into(), offered.into())),
            (Had::Share(share), _) => Some(share),
            (Had::Number(_), None) | (Had::NearlyEveryone | Had::AFew, _) => None,
        }
    }
}

/// The published number of the leavers of one year.
struct PublishedSize {
    /// What they are called, as letters and digits.
    name: String,
    /// The national curriculum years in the name.
    years: BTreeSet<u8>,
    people: u32,
}

/// The sizes of leavers that are published, by the calendar year in which they left.
fn of_leavers(destinations: &[DestinationFigures<'_>]) -> HashMap<i64, Vec<PublishedSize>> {
    let mut sizes: HashMap<i64, Vec<PublishedSize>> = HashMap::new();
    for shown in destinations {
        let Some(people) = shown.figures.as_ref().ok().and_then(|figures| figures.people) else { continue };
        let leavers = &shown.destinations.leavers;
        let years = numbers_in(leavers).into_iter().filter_map(|number| number.parse().ok()).collect();
        let size = PublishedSize { name: plain(leavers), years, people };
        sizes.entry(shown.destinations.year.into()).or_default().push(size);
    }
    sizes
}

impl PublishedSize {
    /// True if these leavers are the group of this name and these years, when it left.
    fn is_of(&self, name: &str, years: &BTreeSet<u8>) -> bool {
        self.name == name || !self.years.is_disjoint(years)
    }
}

/// The newest counts of each group and academic year, the newest year first, next to the published destinations.
pub(super) fn meetings<'a>(
    programme: &'a Programme,
    destinations: &[DestinationFigures<'_>],
) -> Vec<MeetingFigures<'a>> {
    let min_people = Thresholds::of(programme).leavers;
    let leavers = of_leavers(destinations);
    let mut files: Vec<&GuidanceCounts> = programme.guidance_counts.iter().collect();
    files.sort_by_key(|counts| Reverse(counts.as_of));
    let mut seen: BTreeSet<(i16, String)> = BTreeSet::new();
    let mut shown: Vec<MeetingFigures<'a>> = Vec::new();
    let mut totals: Vec<PublishedRow<'_>> = Vec::new();
    for counts in files {
        let left = i64::from(programme.year.ends.year()) - i64::from(counts.years_ago);
        let mut newest: Vec<&MeetingCount> =
            counts.rows.iter().filter(|row| seen.insert((counts.years_ago, plain(&row.name)))).collect();
        let order: HashMap<&str, usize> = newest.iter().enumerate().map(|(at, row)| (row.name.as_str(), at)).collect();
        // Totals come before their parts.
        newest.sort_by_key(|row| Reverse(row.offered));
        let mut rows: Vec<MeetingRow<'_>> = Vec::with_capacity(newest.len());
        for row in newest {
            let figures = published(row.offered, row.met, min_people).and_then(|meetings| {
                let table = table(row, meetings);
                let (name, years) = (plain(&row.name), programme.years_of(&row.groups));
                let sizes = leavers.get(&left).into_iter().flatten().filter(|size| size.is_of(&name, &years));
                let sizes: Vec<u32> = sizes.map(|size| size.people).collect();
                let shown = without_size(meetings, row, &sizes, min_people)?;
                // Nothing says who the people of a group that no longer exists are part of.
                if !row.groups.is_empty() {
                    let years_ago = counts.years_ago;
                    let related = totals.iter_mut().filter(|total| {
                        total.years_ago == years_ago && may_be_part((row, &years), (total.row, &total.years))
                    });
                    if !differencing::try_add(related.map(|total| &mut total.table), &table, min_people) {
                        return Err(SuppressionReason::Overlap);
                    }
                    totals.push(PublishedRow { years_ago, row, years, table: PublishedTable::new(table) });
                }
                Ok(shown)
            });
            rows.push(MeetingRow { name: &row.name, figures });
        }
        rows.sort_by_key(|row| order.get(row.name).copied());
        if !rows.is_empty() {
            shown.push(MeetingFigures { counts, rows });
        }
    }
    shown
}

/// What may be published of a group by itself.
fn published(offered: u32, met: u32, min_people: u32) -> Result<PublishedMeetings, SuppressionReason> {
    let missed = offered.saturating_sub(met);
    let is_small = |count: u32| (1..MIN_CELL).contains(&count);
    let had = match () {
        () if offered < min_people.max(MIN_CELL) => return Err(SuppressionReason::TooFew),
        () if missed == 0 => Had::Everyone,
        () if met == 0 => Had::Nobody,
        () if !is_small(missed) && !is_small(met) => Had::Number(met),
        () if offered < MIN_FOR_WORDS => return Err(SuppressionReason::TooFew),
        () if is_small(missed) => Had::NearlyEveryone,
        () => Had::AFew,
    };
    Ok(PublishedMeetings { offered: Some(offered), had })
}

/// Without the size, if it differs by a few from a published one of the same people.
fn without_size(
    meetings: PublishedMeetings,
    row: &MeetingCount,
    others: &[u32],
    min_people: u32,
) -> Result<PublishedMeetings, SuppressionReason> {
    let is_number = matches!(meetings.had, Had::Number(_));
    let is_near = sizes::is_near(row.offered, others) || is_number && sizes::is_near(row.met, others);
    if !is_near {
        return Ok(meetings);
    }
    let share = Percent::share(row.met.into(), row.offered.into());
    if is_number && !sizes::are_open(row.offered, &[share], others, min_people) {
        return Err(SuppressionReason::Overlap);
    }
    Ok(PublishedMeetings { offered: None, had: if is_number { Had::Share(share) } else { meetings.had } })
}

fn table(row: &MeetingCount, meetings: PublishedMeetings) -> CountTable<'static> {
    let missed = row.offered.saturating_sub(row.met);
    CountTable {
        cells: HashMap::from([("met", row.met), ("missed", missed)]),
        people: row.offered,
        is_complete: matches!(meetings.had, Had::Everyone | Had::Nobody | Had::Number(_)),
    }
}

/// A published row that others may be a part of.
struct PublishedRow<'a> {
    years_ago: i16,
    row: &'a MeetingCount,
    years: BTreeSet<u8>,
    table: PublishedTable<'a>,
}

/// True if the years of one row are some of those of the other.
fn may_be_part(
    (part, of_part): (&MeetingCount, &BTreeSet<u8>),
    (total, of_total): (&MeetingCount, &BTreeSet<u8>),
) -> bool {
    let share_groups = part.groups.iter().any(|group| total.groups.contains(group));
    share_groups || !of_part.is_empty() && of_part != of_total && of_part.is_subset(of_total)
}

/// Attacks by a reader who knows these rules and tries all possible counts.
#[cfg(test)]
mod attacks {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn few_who_met_or_missed_cannot_be_counted() {
        let mut seen: BTreeMap<Option<PublishedMeetings>, BTreeSet<(u32, u32)>> = BTreeMap::new();
        for offered in 0..=120 {
            for met in 0..=offered {
                seen.entry(published(offered, met, 6).ok()).or_default().insert((offered, met));
            }
        }
        let mut hidden = 0;
        for (publication, possible) in &seen {
            for (offered, met) in possible {
                let is_small = |count: u32| (1..MIN_CELL).contains(&count);
                if is_small(*met) || is_small(offered - met) {
                    hidden += 1;
                    assert!(possible.len() > 1, "{publication:?} can only be {possible:?}");
                }
            }
        }
        assert!(hidden > 500, "only {hidden} counts were small");
    }

    /// The same people were counted when they left, and the reader knows how many they were then.
    #[test]
    fn the_size_of_the_same_leavers_does_not_reveal_a_few() {
        for people in [8_u32, 20, 47, 60, 178] {
            let mut seen: BTreeMap<PublishedMeetings, BTreeSet<(u32, u32)>> = BTreeMap::new();
            for offered in people.saturating_sub(12)..=people + 12 {
                for met in 0..=offered {
                    let row = MeetingCount {
                        name: "Year 11".into(),
                        groups: Vec::new(),
                        offered,
                        met,
                        place: crate::report::Place::of_file("a.yaml"),
                    };
                    let publication = published(offered, met, 6).and_then(|all| without_size(all, &row, &[people], 6));
                    if let Ok(publication) = publication {
                        seen.entry(publication).or_default().insert((offered, met));
                    }
                }
            }
            let mut hidden = 0;
            for (publication, possible) in &seen {
                let differences: BTreeSet<u32> = possible.iter().map(|(offered, _)| offered.abs_diff(people)).collect();
                if differences.iter().any(|few| (1..MIN_CELL).contains(few)) {
                    hidden += 1;
                    let sizes: BTreeSet<u32> = possible.iter().map(|(offered, _)| *offered).collect();
                    assert!(sizes.len() > 1, "next to {people}, {publication:?} can only be {possible:?}");
                }
            }
            assert!(hidden > 0, "nothing is hidden next to {people}");
        }
    }
}
