//! How much experience of workplaces the guidance asks for.

use serde::Deserialize;

use super::citation::Citation;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WorkplaceFacts {
    pub from: Citation,
    /// The benchmark about experiences of workplaces.
    pub benchmark: u8,
    /// Kinds of institution for which a number of hours is known.
    pub kinds: Vec<String>,
    /// The fewest different experiences by the age of 16.
    pub different_experiences: usize,
    /// In the order of the years.
    pub stages: Vec<WorkplaceStage>,
}

/// Years over which the hours add up.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WorkplaceStage {
    /// In order.
    pub years: Vec<u8>,
    /// How many hours are a week's worth. `None` if no number is asked for.
    #[serde(default)]
    pub hours: Option<u32>,
    /// What guidance or the benchmark asks for, in a sentence.
    pub means: String,
    /// What can fill hours that are missing, in a sentence.
    #[serde(default)]
    pub fill: String,
}
