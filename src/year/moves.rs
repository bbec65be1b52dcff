//! What every part of the move to the next year needs.

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
}

impl<'a> Moves<'a> {
    pub(super) fn new(old: &'a AcademicYear, new: &'a AcademicYear, facts: &'a Facts) -> Self {
        Self { old, new, weeks: SchoolWeeks::new(old, new), facts }
    }
}
