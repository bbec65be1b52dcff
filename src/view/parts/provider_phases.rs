//! The provider access duty by phase, with the encounters that meet it.

use serde::Serialize;

use crate::framework::PhaseAttendance;
use crate::language::message;
use crate::programme::{Encounter, HeldEncounter, LedgerEncounter, PhaseLedger, provider_access_ledger};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::dates::DayInWords;

#[derive(Debug, Serialize)]
pub struct PhaseLine {
    pub name: String,
    pub means: String,
    /// True if all pupils take part.
    pub for_everyone: bool,
    pub encounters: Vec<EncounterLine>,
    /// What took place last year, for pupils who are now in the second year of the phase.
    pub past: Option<PastLine>,
}

#[derive(Debug, Serialize)]
pub struct PastLine {
    /// A sentence that introduces the list.
    pub lead: String,
    /// Title, provider and day of each.
    pub encounters: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct EncounterLine {
    pub title: String,
    /// The address of its page, for events.
    pub address: Option<Address>,
    pub partners: Option<String>,
    pub provider: String,
    pub groups: String,
    /// The day, for events.
    pub day: Option<DayInWords>,
    /// True if the day is still to be confirmed.
    pub to_confirm: bool,
    /// The time of the year, for activities.
    pub when: Option<String>,
    pub past: bool,
}

/// The duty by phase; empty for kinds of institution to which it doesn't apply.
pub(crate) fn phases(context: &Context<'_>) -> Vec<PhaseLine> {
    provider_access_ledger(context.programme, context.facts)
        .iter()
        .map(|ledger| PhaseLine {
            name: ledger.phase.name.clone(),
            means: context.programme.institution.words.in_text(&ledger.phase.means),
            for_everyone: ledger.phase.attendance == PhaseAttendance::Everyone,
            encounters: ledger.encounters.iter().map(|counted| encounter_line(counted, context)).collect(),
            past: past_line(ledger, context),
        })
        .collect()
}

fn past_line(ledger: &PhaseLedger<'_>, context: &Context<'_>) -> Option<PastLine> {
    let language = &*context.language;
    let line = |past: &HeldEncounter<'_>| {
        let with = (!past.with.is_empty()).then(|| language.list(past.with));
        let day = past.date.map(|day| language.day(day).plain);
        let parts = [Some(past.title.to_owned()), with, Some(language.provider(past.provider)), day];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let lead = message!(language, "past_encounters", now = ledger.phase.until_year, then = ledger.phase.any_time_year);
    (!ledger.past.is_empty()).then(|| PastLine { lead, encounters: ledger.past.iter().map(line).collect() })
}

fn encounter_line(counted: &LedgerEncounter<'_>, context: &Context<'_>) -> EncounterLine {
    let encounter = counted.encounter;
    let (address, day, when, with) = match encounter {
        Encounter::Event(event) => {
            let address = context.programme.is_shown(event).then(|| context.event_address(event));
            (address, Some(context.language.day(event.date)), None, &event.with)
        }
        Encounter::Activity(activity) => {
            (None, None, Some(context.language.times_of(activity, context.year())), &activity.with)
        }
    };
    EncounterLine {
        title: encounter.title().to_owned(),
        address,
        partners: (!with.is_empty()).then(|| context.language.list(with)),
        provider: encounter.provider().map_or_else(String::new, |kind| context.language.provider(kind)),
        groups: context.language.groups(&counted.groups, context.groups()),
        day,
        when,
        to_confirm: matches!(encounter, Encounter::Event(event) if event.is_to_be_confirmed()),
        past: matches!(encounter, Encounter::Event(event) if event.is_past(context.today)),
    }
}
