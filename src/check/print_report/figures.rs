//! Figures about people in the paper for governors: only those that the website may show.

use crate::programme::dates::date_in_words;
use crate::programme::disclosure::{DestinationFigures, Had, MeetingRow, PublishedFigures, PublishedMeetings};
use crate::programme::{Basis, StageHours, Words, WorkplaceLedger, WorkplaceTarget, slug};

/// How many destinations of a cohort are named.
const MAX_DESTINATIONS: usize = 3;

/// A sentence for each stage in which pupils have hours in workplaces, against what guidance asks for.
pub(super) fn workplaces(ledger: &WorkplaceLedger<'_>, words: &Words) -> Vec<String> {
    let line = |stage: &StageHours<'_>| {
        let planned = match stage.target {
            WorkplaceTarget::Hours(target) => format!("{} of {target}", stage.hours),
            WorkplaceTarget::NoNumber | WorkplaceTarget::Shared => stage.hours.to_string(),
        };
        format!("{}: hours planned for each {}: {planned}.", stage.name(), words.pupil)
    };
    if ledger.has_hours() { ledger.stages.iter().map(line).collect() } else { Vec::new() }
}

/// A sentence for each group whose guidance meetings were counted in the newest year.
pub(super) fn meetings(published: &PublishedFigures<'_>) -> Vec<String> {
    let Some(newest) = published.meetings.first() else { return Vec::new() };
    let day = date_in_words(newest.counts.as_of);
    let line = |row: &MeetingRow<'_>| match &row.figures {
        Ok(figures) => format!("{}: {} had their guidance meeting by {day}.", row.name, in_words(*figures)),
        Err(_) => format!("{}: the numbers are too small to print.", row.name),
    };
    newest.rows.iter().map(line).collect()
}

fn in_words(meetings: PublishedMeetings) -> String {
    let of = |words: &str| meetings.offered.map_or_else(|| words.to_owned(), |all| format!("{words} of {all}"));
    match meetings.had {
        Had::Everyone => meetings.offered.map_or_else(|| "all".to_owned(), |all| format!("all {all}")),
        Had::NearlyEveryone => of("nearly all"),
        Had::Number(met) => of(&met.to_string()),
        Had::Share(share) => format!("{share}%"),
        Had::AFew => of("a few"),
        Had::Nobody => of("none"),
    }
}

/// A sentence about the newest cohort of each kind of leavers, at its latest stage.
pub(super) fn destinations(published: &PublishedFigures<'_>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    let mut stages: Vec<&DestinationFigures<'_>> =
        published.destinations.iter().filter(|one| one.destinations.basis.is_stage()).collect();
    stages.sort_by_key(|one| std::cmp::Reverse((one.destinations.year, one.destinations.basis)));
    for one in stages {
        let name = slug(one.destinations.who());
        if one.destinations.title.is_some() || seen.contains(&name) {
            continue;
        }
        if let Some(line) = line(one) {
            seen.push(name);
            lines.push(line);
        }
    }
    lines
}

/// `None` if nothing of it may be shown.
fn line(shown: &DestinationFigures<'_>) -> Option<String> {
    let published = shown.figures.as_ref().ok()?;
    let table = shown.destinations;
    let mut rows: Vec<_> = table.destinations.iter().zip(&published.shares).collect();
    rows.sort_by_key(|(_, share)| std::cmp::Reverse(**share));
    let rows = rows.into_iter().filter_map(|(row, share)| Some(format!("{} {}%", row.to, (*share)?)));
    let rows: Vec<String> = rows.take(MAX_DESTINATIONS).collect();
    let stage = match table.basis {
        Basis::Intended => "intended",
        Basis::Sustained => "six months on",
        Basis::Actual | Basis::Maintained | Basis::Participation => "in the autumn after",
    };
    (!rows.is_empty()).then(|| {
        format!("{} of {}, {stage}: {}. Source: {}.", table.leavers, table.year, rows.join(", "), table.source)
    })
}
