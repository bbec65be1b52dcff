//! What is due for the pupils of one year, and when.

use serde::Deserialize;

use super::citation::Citation;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CohortFacts {
    pub guidance: GuidanceDue,
}

/// When all have had their guidance meetings.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GuidanceDue {
    /// The national curriculum years in which `check` asks for all of them, at Easter.
    pub years: Vec<u8>,
    pub from: Citation,
}
