//! How hard a page may be to read, and first names that identify a pupil.

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::citation::Citation;

/// How hard a page may be to read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Reading {
    /// The publication of the formula.
    pub formula: String,
    pub from: Citation,
    /// The formula needs at least this many words.
    pub min_words: usize,
    /// The highest reading age, in years, for each kind of page.
    pub ages: ReadingAges,
    /// Terms of the field that cannot be avoided, in lower case, singular.
    pub terms: FxHashSet<String>,
    /// Frequent words of English and of careers sites, in lower case.
    pub frequent: FxHashSet<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReadingAges {
    /// Pages that pupils or their families read.
    pub families: u8,
    /// Pages for staff, or for employers and providers.
    pub colleagues: u8,
    pub policies: u8,
}

/// First names that are common among young people.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FirstNames {
    pub from: Citation,
    pub names: FxHashSet<String>,
    /// Titles of adults, in lower case.
    pub titles: FxHashSet<String>,
    /// Words after a first name in names of places and firms, in lower case.
    pub not_surnames: FxHashSet<String>,
    /// Capitalised words that are not part of a name.
    pub not_names: FxHashSet<String>,
}
