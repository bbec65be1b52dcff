//! The rules for finished pages.

mod dead_link;
mod duplicate_id;
mod lost_page;
mod rooted_link;

use super::site_links::SiteLinks;
use crate::check::{Rule, rule};
use crate::report::Findings;

type PageRule = Rule<fn(&SiteLinks<'_>, &mut Findings)>;

pub(super) const RULES: &[PageRule] = &[
    rule!("dead_link.rs", dead_link::CODE, dead_link::check),
    rule!("rooted_link.rs", rooted_link::CODE, rooted_link::check),
    rule!("duplicate_id.rs", duplicate_id::CODE, duplicate_id::check),
    rule!("lost_page.rs", lost_page::CODE, lost_page::check),
];
