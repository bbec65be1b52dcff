//! What a whole programme has.

mod placeholder;

use super::{Rule, rule};

pub(super) const RULES: &[Rule] = &[rule!("placeholder.rs", Placeholder, placeholder::check)];
