//! Where a fact comes from: the text, its edition, how much of it was read, and when to look again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The source of facts, as `data/sources.yaml` states it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all(deserialize = "kebab-case"), deny_unknown_fields)]
pub struct Citation {
    pub name: String,
    /// A web address.
    pub source: String,
    /// Such as “edition of 8 May 2025”.
    pub edition: String,
    pub seen: Seen,
    /// The day on which a stored copy was read, which may be older.
    pub read_on: Date,
    /// The day after which there may be a newer edition.
    pub review_by: Date,
    /// An edition that has come out since.
    #[serde(default)]
    pub newer: Option<NewerEdition>,
}

/// How much of a source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    Whole,
    /// Its beginning.
    Opening,
    /// A text that reports it.
    Secondary,
    /// Nothing of it shows the fact: the choice is ours, or we know it from experience.
    Ours,
}

/// An edition of which only little is known.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NewerEdition {
    pub edition: String,
    /// Where it is announced.
    pub source: String,
    pub says: String,
}

impl Citation {
    /// The edition, and the newer one that Fingerpost does not know: “edition of 8 May 2025; …”.
    pub fn edition_in_words(&self) -> String {
        match &self.newer {
            Some(newer) => format!(
                "{}; there is a {}, which Fingerpost does not know yet: {}",
                self.edition, newer.edition, newer.source
            ),
            None => self.edition.clone(),
        }
    }

    /// The address and the edition, for findings.
    pub fn cited(&self) -> String {
        format!("{} ({})", self.source, self.edition_in_words())
    }
}

/// Where a rule was read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cited {
    pub from: Citation,
}
