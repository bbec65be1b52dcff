//! Words of the field that have been replaced.

use jiff::civil::Date;
use serde::Deserialize;

/// Words that have been replaced, and how a sentence shows that it knows.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OldWords {
    /// Words that say that a sentence tells its history.
    pub near: Vec<String>,
    /// The words.
    pub words: Vec<OldWord>,
}

/// Something that has a new name.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OldWord {
    /// How it was called.
    pub old: Vec<String>,
    /// Words that, standing before it, make something else of it.
    #[serde(default)]
    pub not_after: Vec<String>,
    /// What to say now.
    pub now: String,
    /// The first day of the new name.
    pub since: Date,
    /// Why it changed, in a sentence.
    pub means: String,
    /// Where it was read.
    pub source: String,
    /// When it was read.
    pub read_on: String,
}
