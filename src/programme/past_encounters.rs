//! What took place in earlier years, for pupils who are in the second year of a key phase: the archive in
//! `provider-access/`.

use super::event::ProviderKind;
use super::format::{Day, Located, Text, record};
use super::terms::AcademicYear;

record! {
    /// The encounters with providers of an earlier year. Pupils of the second year of a key phase had them a year ago.
    pub struct PastEncountersFile {
        /// The first day of that academic year.
        required starts: Day as "First day of the year" = "2025-09-01";
        /// One entry for each encounter that every pupil of these years had.
        list encounters: PastEncounter;
    }
}

record! {
    /// An encounter that took place.
    pub struct PastEncounter {
        /// Its title.
        required title: Text = "Year 8 meet Hallowmere College";
        /// The national curriculum years of the pupils at that time.
        list years: Located<u32>;
        /// Who came.
        list with: Text as "Who came" of "provider";
        /// The kind of provider.
        required provider: ProviderKind as "Kind of provider" = "further-education-college";
        /// Whether a sixth form, university or studio school spoke of technical education or apprenticeships.
        optional technical: bool as "Spoke of technical education";
        /// The day.
        optional date: Day;
    }
}

impl PastEncountersFile {
    /// True if it is about the year before this one.
    pub(super) fn is_before(&self, year: &AcademicYear) -> bool {
        self.starts < year.starts && self.starts.year() + 1 >= year.starts.year()
    }
}
