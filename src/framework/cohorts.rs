//! What is due for the pupils of one year, and when.

use serde::Deserialize;

use super::citation::Citation;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CohortFacts {
    pub guidance: GuidanceDue,
    pub destinations: StagesDue,
    pub sizes: SizesOfLeavers,
}

/// When all have had their guidance meetings.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GuidanceDue {
    /// The national curriculum years in which `check` asks for all of them, at Easter.
    pub years: Vec<u8>,
    pub from: Citation,
}

/// When the next stage of the destinations of a cohort is due.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StagesDue {
    /// For how many years after they left `check` asks for the next stage.
    pub years: u32,
    /// In the order of time.
    pub stages: Vec<StageDue>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StageDue {
    /// The basis of its figures, by its word in the files.
    pub basis: String,
    /// It is due on the first day of this month …
    pub month: i8,
    /// … so many years after they left.
    pub years_later: u32,
    pub from: Citation,
}

/// Sizes of the same leavers.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SizesOfLeavers {
    /// How far two may differ, in percent of the larger one.
    pub max_percent: u32,
    pub from: Citation,
}
