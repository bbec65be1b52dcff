//! Terms of the field that have been replaced.

use jiff::civil::Date;
use serde::Deserialize;

/// Replaced terms, and words that show that a sentence is about the past.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OldWords {
    /// Words that show that a sentence is about the past.
    pub near: Vec<String>,
    /// The words.
    pub words: Vec<OldWord>,
}

/// A replaced term.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OldWord {
    /// The old terms.
    pub old: Vec<String>,
    /// Words that change its meaning if they come before it.
    #[serde(default)]
    pub not_after: Vec<String>,
    /// The new term.
    pub now: String,
    /// The first day of the new term.
    pub since: Date,
    /// Why it changed, in a sentence.
    pub means: String,
    /// The source, a web address.
    pub source: String,
    /// The day the source was read.
    pub read_on: String,
}
