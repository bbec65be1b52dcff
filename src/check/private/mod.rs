//! What should not leave the building.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
