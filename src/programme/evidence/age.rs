//! The ages by which a criterion has to be met, and the groups of that age.

use crate::framework::{Criterion, Evidence};
use crate::programme::groups::Group;

/// The ages by which a criterion must be met, as national curriculum years: by 14, by 16, by 18.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    Fourteen,
    Sixteen,
    Eighteen,
}

impl Age {
    fn of(evidence: Evidence) -> Option<Self> {
        match evidence {
            Evidence::ByFourteen => Some(Self::Fourteen),
            Evidence::BySixteen
            | Evidence::WorkplacesBySixteen
            | Evidence::WorkplaceHours
            | Evidence::RangeOfProviders
            | Evidence::GuidanceBySixteen => Some(Self::Sixteen),
            Evidence::ByEighteen | Evidence::HigherEducationVisits | Evidence::GuidanceByEighteen => {
                Some(Self::Eighteen)
            }
            _ => None,
        }
    }

    /// The years in which it is met, and the years that a school must have for it to apply: a
    /// middle school that ends with Year 8 cannot do what is due by 16.
    fn years(self) -> (std::ops::RangeInclusive<u8>, std::ops::RangeInclusive<u8>) {
        match self {
            Self::Fourteen => (7..=9, 7..=9),
            Self::Sixteen => (7..=11, 10..=11),
            Self::Eighteen => (12..=14, 12..=14),
        }
    }

    /// The groups in which it can be met; `None` if the school has none of that age.
    pub(super) fn groups(self, groups: &[Group]) -> Option<Vec<usize>> {
        let (met_in, applies_with) = self.years();
        let has =
            |group: &Group, years: &std::ops::RangeInclusive<u8>| group.years.iter().any(|year| years.contains(year));
        let ageless = |group: &Group| group.years.is_empty();
        let applies = groups.iter().any(|group| has(group, &applies_with)) || groups.iter().all(ageless);
        let can = |(_, group): &(usize, &Group)| group.are_learners && (ageless(group) || has(group, &met_in));
        applies.then(|| groups.iter().enumerate().filter(can).map(|(index, _)| index).collect())
    }
}

/// True if a school of these groups can be asked for a criterion: one that ends with Year 8 cannot for
/// what is due by 18.
pub(crate) fn applies_to(criterion: &Criterion, groups: &[Group]) -> bool {
    criterion.shown_by.iter().any(|id| Age::of(*id).is_none_or(|age| age.groups(groups).is_some()))
}
