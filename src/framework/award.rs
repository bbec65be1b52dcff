//! What a quality award asks for.

use serde::Deserialize;

use super::citation::Citation;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AwardFacts {
    pub name: String,
    pub from: Citation,
    /// Why the evidence is laid out as it is, in words for readers.
    pub layout: String,
}
