//! Terms of the field that have been replaced.

use jiff::civil::Date;
use serde::Deserialize;

use super::citation::Citation;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OldWords {
    /// Words that show that a sentence is about the past.
    pub near: Vec<String>,
    pub words: Vec<OldWord>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OldWord {
    pub old: Vec<String>,
    /// Words that change its meaning if they come before it.
    #[serde(default)]
    pub not_after: Vec<String>,
    pub now: String,
    /// The first day of the new term.
    pub since: Date,
    /// True if the old term is still in use elsewhere, and so is only worth knowing.
    #[serde(default)]
    pub still_seen: bool,
    /// Why it changed, in a sentence.
    pub means: String,
    pub from: Citation,
}
