//! What other websites answered, with dates, so that nobody is asked more often than needed.
//!
//! Takes and gives JSON text; the file it is kept in is not this room's affair. Refuses text of
//! another version or that is damaged: then everything is asked anew.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use url::Url;

use super::verdict::Verdict;
use crate::check::links::{ExternalLinks, is_private_host};

/// The version of this form.
const VERSION: u32 = 1;
/// For how many days a page that is there is not asked about again.
const GOOD_FOR: i32 = 30;

/// All that is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    version: u32,
    links: BTreeMap<String, Remembered>,
}

/// What is remembered of a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Remembered {
    /// What became of it.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// When we asked last.
    pub asked: Date,
    /// Since when it has been gone, if it was when we last could tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone_since: Option<Date>,
}

impl Default for Memory {
    fn default() -> Self {
        Self { version: VERSION, links: BTreeMap::new() }
    }
}

impl Memory {
    /// Reads it. `None` if it is damaged or of another version.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|memory| memory.version == VERSION)
    }

    /// Writes it, a line a value, in the order of the addresses.
    pub fn text(&self) -> String {
        // Strings, numbers and dates always have a JSON form.
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }

    /// What is remembered of an address.
    pub fn of(&self, address: &str) -> Option<&Remembered> {
        self.links.get(address)
    }

    /// The addresses that have to be asked about today. Those inside a school's own network never are.
    pub fn due<'o>(&self, outward: &'o ExternalLinks, today: Date) -> Vec<&'o str> {
        let is_fresh = |address: &str| self.of(address).is_some_and(|known| known.is_fresh(today));
        let is_outside = |address: &str| Url::parse(address).is_ok_and(|url| !is_private_host(&url));
        let addresses = outward.iter().map(|(address, _)| address);
        addresses.filter(|address| !is_fresh(address) && is_outside(address)).collect()
    }

    /// Takes in what was heard today, and forgets links that are no longer in the content.
    #[must_use]
    pub fn updated(mut self, heard: BTreeMap<String, Verdict>, outward: &ExternalLinks, today: Date) -> Self {
        for (address, verdict) in heard {
            let before = self.of(&address).and_then(|known| known.gone_since).filter(|since| *since <= today);
            let gone_since = match &verdict {
                Verdict::Gone { .. } => before.or(Some(today)),
                Verdict::Unsure { .. } => before,
                Verdict::Good | Verdict::Moved { .. } => None,
            };
            self.links.insert(address, Remembered { verdict, asked: today, gone_since });
        }
        self.links.retain(|address, _| !outward.places(address).is_empty());
        self
    }
}

impl Remembered {
    fn is_fresh(&self, today: Date) -> bool {
        let days = match self.verdict {
            Verdict::Good | Verdict::Moved { .. } => GOOD_FOR,
            Verdict::Gone { .. } | Verdict::Unsure { .. } => 1,
        };
        (0..days).contains(&days_between(self.asked, today))
    }

    /// For how many days it has been found gone, from the first time to the last.
    pub(super) fn gone_for(&self) -> i32 {
        self.gone_since.map_or(0, |since| days_between(since, self.asked))
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    // Days between two dates always fit.
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}
