//! The rules for links to other websites.

mod link_gone;
mod link_moved;
mod link_unsure;

use super::results::LinkResults;
use crate::check::{Rule, rule};
use crate::report::Findings;

type LinkRule = Rule<fn(&LinkResults<'_>, &mut Findings)>;

pub(super) const RULES: &[LinkRule] = &[
    rule!("link_gone.rs", link_gone::CODE, link_gone::check),
    rule!("link_moved.rs", link_moved::CODE, link_moved::check),
    rule!("link_unsure.rs", link_unsure::CODE, link_unsure::check),
];
