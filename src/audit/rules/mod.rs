//! The rules for finished pages.

mod dead_link;
mod duplicate_id;
mod lost_page;
mod rooted_link;

use super::site_links::Survey;
use crate::check::{Rule, rule};
use crate::report::Findings;

type PageRule = Rule<fn(&Survey<'_>, &mut Findings)>;

pub(super) const RULES: &[PageRule] = &[
    rule!("dead_link.rs", DeadLink, dead_link::check),
    rule!("rooted_link.rs", RootedLink, rooted_link::check),
    rule!("duplicate_id.rs", DuplicateId, duplicate_id::check),
    rule!("lost_page.rs", LostPage, lost_page::check),
];
