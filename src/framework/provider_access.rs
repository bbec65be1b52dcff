//! The provider access duty: what counts, for whom, and what the statement says.

use serde::Deserialize;

use super::citation::{Citation, Cited};

/// A number of encounters in each key phase.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ProviderAccessDuty {
    pub from: Citation,
    pub encounters_per_phase: usize,
    /// The fewest different providers that each pupil meets.
    pub different_providers: usize,
    /// Providers of technical education or apprenticeships, by their value in events.
    pub qualifying_providers: Vec<String>,
    /// Providers that count for what they offer of technical education or apprenticeships.
    pub qualifying_if_technical: Vec<String>,
    pub contents: Vec<EncounterContent>,
    /// Where it says that only the standard school day counts.
    pub within_school_day: Cited,
    pub statement_explained: Cited,
    /// Kinds of institution that are bound.
    pub kinds: Vec<String>,
    pub statement: Vec<StatementPart>,
    pub phases: Vec<Phase>,
}

/// What an encounter has to contain.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EncounterContent {
    /// Its word in `covers`.
    pub key: String,
    pub is: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatementPart {
    /// Its key in `provider-access.md`.
    pub key: String,
    pub is: String,
}

/// A key phase of the provider access duty.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Phase {
    pub id: String,
    pub name: String,
    /// Encounters count at any time in this year.
    pub any_time_year: u8,
    /// They also count in this year, from 1 September …
    pub until_year: u8,
    /// … to this month …
    pub until_month: i8,
    /// … and day.
    pub until_day: i8,
    pub attendance: PhaseAttendance,
    pub means: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseAttendance {
    /// All take part.
    Everyone,
    /// The school offers them.
    Offered,
}
