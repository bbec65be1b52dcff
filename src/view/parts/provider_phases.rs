//! The provider access duty by phase, with the encounters that meet it.

use serde::Serialize;

use crate::framework::PhaseAttendance;
use crate::programme::{Encounter, provider_access_ledger};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::format::DayInWords;

#[derive(Debug, Serialize)]
pub struct PhaseLine {
    pub name: String,
    pub means: String,
    /// True if all pupils take part.
    pub for_everyone: bool,
    pub encounters: Vec<EncounterLine>,
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
            encounters: ledger.encounters.iter().map(|encounter| encounter_line(*encounter, context)).collect(),
        })
        .collect()
}

pub(crate) fn encounter_line(encounter: Encounter<'_>, context: &Context<'_>) -> EncounterLine {
    let (address, day, when, with) = match encounter {
        Encounter::Event(event) => {
            (Some(context.event_address(event)), Some(context.language.day(event.date)), None, &event.with)
        }
        Encounter::Activity(activity) => {
            (None, None, Some(context.language.whens(&activity.when, context.year())), &activity.with)
        }
    };
    EncounterLine {
        title: encounter.title().to_owned(),
        address,
        partners: (!with.is_empty()).then(|| context.language.list(with)),
        provider: encounter.provider().map_or_else(String::new, |kind| context.language.provider(kind)),
        groups: context.language.groups(encounter.groups(), context.groups()),
        day,
        when,
        past: matches!(encounter, Encounter::Event(event) if event.is_past(context.today)),
    }
}
