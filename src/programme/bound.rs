//! What decides the legal duties of an institution: its kind, who maintains it, and the ages of its pupils.

use super::groups::Group;
use super::programme::Programme;
use crate::framework::{Bound, Maintained};

impl Programme {
    pub fn bound(&self) -> Bound<'_> {
        let maintained = match self.institution.details.maintained {
            Some(true) => Maintained::Yes,
            Some(false) => Maintained::No,
            None => Maintained::Unsaid,
        };
        Bound { kind: self.institution.kind.as_str(), maintained, secondary: has_secondary(&self.groups) }
    }
}

/// True if there are pupils of Years 7 to 11. Groups without years may have some.
fn has_secondary(groups: &[Group]) -> bool {
    let of_age = |group: &Group| group.years.is_empty() || group.years.iter().any(|year| (7..=11).contains(year));
    groups.is_empty() || groups.iter().any(of_age)
}
