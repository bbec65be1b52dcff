//! Checks links to other websites over HTTP, only on request.
//!
//! The checker follows each address and gives a verdict; the cache stores verdicts between runs, and
//! the rules report them.

mod cache;
mod cache_file;
mod checker;
mod client;
mod results;
mod rules;
mod verdict;
mod web_client;

use crate::check::{Explanation, run_rules};
use crate::report::Findings;
pub use cache::LinkCache;
pub use cache_file::LinkCacheFile;
pub use checker::check_links;
pub use client::{HttpClient, HttpMethod, Reply, RequestError};
pub use results::LinkResults;
pub use verdict::{GoneReason, UnsureReason, Verdict};
pub use web_client::WebClient;

pub(crate) fn explanations() -> impl Iterator<Item = &'static Explanation> {
    rules::RULES.iter().map(|rule| &rule.explanation)
}

/// Runs every rule for links to other websites.
pub fn report_results(results: &LinkResults<'_>, findings: &mut Findings) {
    run_rules(rules::RULES, |check, findings| check(results, findings), findings);
}
