//! What an earlier paper for governors showed, and what has changed since.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a paper showed, as it is kept for the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperRecord {
    pub(crate) day: Date,
    /// What law and guidance ask for that was on the website, by its title.
    pub(super) on_site: BTreeSet<String>,
    /// The criteria that the website showed, by their numbers.
    pub(super) criteria: BTreeSet<String>,
    /// The version of the benchmarks.
    pub(super) framework: String,
}

/// What has changed since an earlier paper, each in a sentence.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct PaperChanges {
    pub(super) since: String,
    pub(super) lines: Vec<String>,
}

impl PaperRecord {
    /// The differences to an earlier paper, without those of the benchmarks if it was about another version.
    pub(super) fn changes_since(&self, earlier: &Self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut add = |start: &str, now: &BTreeSet<String>, then: &BTreeSet<String>| {
            let added: Vec<&str> = now.difference(then).map(String::as_str).collect();
            if !added.is_empty() {
                lines.push(format!("{start}: {}.", added.join(", ")));
            }
        };
        add("New on the website", &self.on_site, &earlier.on_site);
        add("No longer on the website, or no longer asked for", &earlier.on_site, &self.on_site);
        if self.framework == earlier.framework {
            add("Criteria now shown", &self.criteria, &earlier.criteria);
            add("Criteria no longer shown", &earlier.criteria, &self.criteria);
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(on_site: &[&str], criteria: &[&str]) -> PaperRecord {
        let set = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        PaperRecord {
            day: Date::constant(2026, 7, 10),
            on_site: set(on_site),
            criteria: set(criteria),
            framework: "schools-2025".into(),
        }
    }

    #[test]
    fn only_differences_are_changes() {
        let (then, now) = (record(&["A name"], &["1.1", "3.6"]), record(&["A name", "A review"], &["1.1", "4.1"]));
        assert_eq!(
            now.changes_since(&then),
            ["New on the website: A review.", "Criteria now shown: 4.1.", "Criteria no longer shown: 3.6."]
        );
        assert!(now.changes_since(&now).is_empty());
        let other = PaperRecord { framework: "schools-2014".into(), ..record(&["A name", "A review"], &["2.1"]) };
        assert!(now.changes_since(&other).is_empty(), "criteria of two versions have the same numbers");
    }
}
