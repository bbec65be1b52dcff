//! Audits the finished pages: links that lead nowhere, links that break when the site moves, and pages without links
//! to them.
//!
//! Takes what is known about the pages since they were made ([`AuditInput`]). Fingerpost's own links are right by
//! construction, so findings come from a school's own theme, or from a mistake in Fingerpost.

mod link_resolver;
mod rules;
mod site_links;

use crate::check::{Explanation, run_rules};
use crate::report::Findings;
use site_links::SiteLinks;
pub use site_links::{AuditInput, PageOrigin};

pub(crate) fn explanations() -> impl Iterator<Item = &'static Explanation> {
    rules::RULES.iter().map(|rule| &rule.explanation)
}

/// Runs every rule for finished pages.
pub fn audit(input: &AuditInput<'_>, findings: &mut Findings) {
    let site_links = SiteLinks::of(input);
    run_rules(rules::RULES, |check, findings| check(&site_links, findings), findings);
}
