//! The provider access ledger: which events count towards the duty, phase by phase.
//!
//! The rule (Education Act 1997, section 42B, as `framework/data/provider-access.yaml` has it): at
//! least so many encounters in each key phase, at any time in the phase's first year, or in the
//! second year up to a date.

use jiff::civil::Date;

use super::event::{Attendance, Cancelled, Event};
use super::{AcademicYear, Programme};
use crate::framework::{Facts, Phase, PhaseAttendance};

/// One key phase and the events that count towards it.
#[derive(Debug)]
pub struct PhaseLedger<'a> {
    /// The phase.
    pub phase: &'a Phase,
    /// The events, in the order of time.
    pub events: Vec<&'a Event>,
    /// How many there must be.
    pub needed: usize,
}

impl PhaseLedger<'_> {
    /// True if there are enough.
    pub fn is_met(&self) -> bool {
        self.events.len() >= self.needed
    }
}

/// The ledger of the academic year: a line for each phase that the school has. Empty for kinds of
/// institution that the duty does not bind.
pub fn provider_access_ledger<'a>(programme: &'a Programme, facts: &'a Facts) -> Vec<PhaseLedger<'a>> {
    let duty = &facts.provider_access;
    if !duty.kinds.iter().any(|kind| kind == programme.institution.kind.word()) {
        return Vec::new();
    }
    let has = |phase: &&Phase| {
        let years = |year: u8| programme.groups.iter().any(|group| group.years.contains(&year));
        years(phase.any_time_year) || years(phase.until_year)
    };
    let qualifies = |event: &Event| {
        let provider = event.form.provider.map(super::ProviderKind::word);
        provider.is_some_and(|word| duty.qualifying_providers.iter().any(|kind| kind == word))
            && event.cancelled() == Cancelled::No
            && programme.year.contains(event.date)
    };
    let line = |phase: &'a Phase| PhaseLedger {
        phase,
        events: programme.events.iter().filter(|event| qualifies(event) && counts(event, phase, programme)).collect(),
        needed: duty.encounters_per_phase,
    };
    duty.phases.iter().filter(has).map(line).collect()
}

fn counts(event: &Event, phase: &Phase, programme: &Programme) -> bool {
    let attended = phase.attendance == PhaseAttendance::Offered || event.form.attendance == Some(Attendance::Everyone);
    let for_year = |year: u8| {
        event.groups.iter().filter_map(|index| programme.groups.get(*index)).any(|group| group.years.contains(&year))
    };
    let in_time = last_day(phase, &programme.year).is_some_and(|last| event.date <= last);
    attended && (for_year(phase.any_time_year) || for_year(phase.until_year) && in_time)
}

/// The last day that counts in the phase's second year: in the calendar year after the academic year began.
fn last_day(phase: &Phase, year: &AcademicYear) -> Option<Date> {
    Date::new(year.starts.year() + 1, phase.until_month, phase.until_day).ok()
}
