//! What the law asks of this kind of institution.

mod statutory;

use super::{Rule, rule};

pub(super) const RULES: &[Rule] = &[rule!("statutory.rs", Statutory, statutory::check)];
