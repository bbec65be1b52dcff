//! Caches the results of link checks, so that no website is contacted more often than needed.
//!
//! Reads and writes JSON text. Rejects text that is damaged or of another version: then every link is checked again.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use url::Url;

use super::verdict::Verdict;
use crate::check::links::{ExternalLinks, is_private_host};

const VERSION: u32 = 1;
/// Days until a link that works is checked again.
const GOOD_DAYS: i32 = 30;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkCache {
    version: u32,
    links: BTreeMap<String, CachedLink>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CachedLink {
    #[serde(flatten)]
    pub verdict: Verdict,
    #[serde(rename = "asked")]
    pub checked: Date,
    /// Since when it has been gone, according to the last check with a certain result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone_since: Option<Date>,
}

impl Default for LinkCache {
    fn default() -> Self {
        Self { version: VERSION, links: BTreeMap::new() }
    }
}

impl LinkCache {
    /// Returns `None` if the text is damaged or of another version.
    pub fn parse(json: &str) -> Option<Self> {
        serde_json::from_str::<Self>(json).ok().filter(|cache| cache.version == VERSION)
    }

    /// One line for each value, in the order of the addresses.
    pub fn to_json(&self) -> String {
        // Strings, numbers and dates always have a JSON form.
        serde_json::to_string_pretty(self).map(|json| json + "\n").unwrap_or_default()
    }

    pub fn get(&self, address: &str) -> Option<&CachedLink> {
        self.links.get(address)
    }

    /// The addresses to check today. Those inside a private network are never checked.
    pub fn due<'l>(&self, links: &'l ExternalLinks, today: Date) -> Vec<&'l str> {
        let is_fresh = |address: &str| self.get(address).is_some_and(|cached| cached.is_fresh(today));
        let is_outside = |address: &str| Url::parse(address).is_ok_and(|url| !is_private_host(&url));
        let addresses = links.iter().map(|(address, _)| address);
        addresses.filter(|address| !is_fresh(address) && is_outside(address)).collect()
    }

    /// Adds the results of today, and removes links that the content no longer has.
    #[must_use]
    pub fn updated(mut self, verdicts: BTreeMap<String, Verdict>, links: &ExternalLinks, today: Date) -> Self {
        for (address, verdict) in verdicts {
            let before = self.get(&address).and_then(|cached| cached.gone_since).filter(|since| *since <= today);
            let gone_since = match &verdict {
                Verdict::Gone { .. } => before.or(Some(today)),
                Verdict::Unsure { .. } => before,
                Verdict::Good | Verdict::Moved { .. } => None,
            };
            self.links.insert(address, CachedLink { verdict, checked: today, gone_since });
        }
        self.links.retain(|address, _| !links.places(address).is_empty());
        self
    }
}

impl CachedLink {
    fn is_fresh(&self, today: Date) -> bool {
        let days = match self.verdict {
            Verdict::Good | Verdict::Moved { .. } => GOOD_DAYS,
            Verdict::Gone { .. } | Verdict::Unsure { .. } => 1,
        };
        (0..days).contains(&days_between(self.checked, today))
    }

    /// The days from the first check with the verdict “gone” to the last one.
    pub(super) fn days_gone(&self) -> i32 {
        self.gone_since.map_or(0, |since| days_between(since, self.checked))
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    // Days between two dates always fit.
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}
