//! Whether all of a group have a guidance meeting.

use crate::programme::benchmark::Benchmark;
use crate::programme::evaluation::GuidanceCounts;
use crate::programme::event_kinds::{Attendance, EventKind};
use crate::programme::plan::ActivityKind;
use crate::programme::programme::Programme;

/// True if everyone in a group has a guidance meeting this year.
pub(super) fn has_guidance_for_all(group: usize, benchmark: Benchmark, programme: &Programme) -> bool {
    let is_for_all = |groups: &[usize], benchmarks: &[Benchmark], attendance: Option<Attendance>| {
        groups.contains(&group) && benchmarks.contains(&benchmark) && attendance == Some(Attendance::Everyone)
    };
    let planned = programme.firm().any(|activity| {
        activity.kind == ActivityKind::Guidance
            && is_for_all(&activity.groups, &activity.benchmarks, activity.attendance)
    });
    planned
        || all_have_met(group, programme)
        || programme.events_of_year().any(|event| {
            event.kind == Some(EventKind::Guidance) && is_for_all(&event.groups, &event.benchmarks, event.attendance)
        })
}

/// True if the counts of this or the last academic year show that all of a group had their meeting.
fn all_have_met(group: usize, programme: &Programme) -> bool {
    // Early in a year, not everybody has been offered a meeting.
    let last_term = programme.year.terms.last().map_or(programme.year.ends, |term| term.starts);
    let is_whole =
        |counts: &&GuidanceCounts| counts.years_ago == 1 || counts.years_ago == 0 && counts.as_of >= last_term;
    let counts = programme.guidance_counts.iter().filter(is_whole);
    let mut rows = counts.flat_map(|counts| &counts.rows).filter(|row| row.groups.contains(&group));
    rows.any(|row| row.offered > 0 && row.is_everyone())
}
