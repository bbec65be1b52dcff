//! What every part of the move to the next year needs.

use jiff::civil::Date;

use super::school_weeks::SchoolWeeks;
use crate::framework::Facts;
use crate::programme::AcademicYear;

/// Both years, and how days move from one to the other.
#[derive(Debug)]
pub(super) struct Moves<'a> {
    pub(super) old: &'a AcademicYear,
    pub(super) new: &'a AcademicYear,
    pub(super) weeks: SchoolWeeks<'a>,
    pub(super) facts: &'a Facts,
    pub(super) today: Date,
}

impl Moves<'_> {
    /// True for a day of the year that is fixed by law, such as the last one of provider access in the second year of a phase.
    pub(super) fn is_fixed_by_law(&self, day: Date) -> bool {
        let phases = &self.facts.provider_access.phases;
        phases.iter().any(|phase| (phase.until_month, phase.until_day) == (day.month(), day.day()))
    }
}

impl<'a> Moves<'a> {
    pub(super) fn new(old: &'a AcademicYear, new: &'a AcademicYear, (facts, today): (&'a Facts, Date)) -> Self {
        Self { old, new, weeks: SchoolWeeks::new(old, new), facts, today }
    }
}
