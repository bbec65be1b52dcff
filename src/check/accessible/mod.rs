//! What keeps people from reading it.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
