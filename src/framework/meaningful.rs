//! What makes an encounter meaningful, in the words of the updated benchmarks 5, 6 and 7.

use serde::Deserialize;

/// One thing that a benchmark asks of an encounter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedOfEncounter {
    pub test: EncounterTest,
    pub is: String,
}

/// What an encounter can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EncounterTest {
    Purpose,
    Outcomes,
    TwoWay,
    People,
    Task,
    Feedback,
    Reflection,
}

impl EncounterTest {
    pub const ALL: &'static [Self] =
        &[Self::Purpose, Self::Outcomes, Self::TwoWay, Self::People, Self::Task, Self::Feedback, Self::Reflection];

    /// Its key in `meaningful:`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Outcomes => "outcomes",
            Self::TwoWay => "two-way",
            Self::People => "people",
            Self::Task => "task",
            Self::Feedback => "feedback",
            Self::Reflection => "reflection",
        }
    }
}
