//! What took place in the year before, for pupils who are in the second year of a key phase: what the school lists in
//! `provider-access/`, or the events of the archived year. The same files list the hours in workplaces of that year.

use jiff::civil::Date;

use super::event::Event;
use super::event_kinds::ProviderKind;
use super::findings::ContentProblem;
use super::format::{Day, Located, Text, record};
use super::terms::AcademicYear;
use super::workplace_time::WorkHours;
use crate::report::{Findings, Subject};

record! {
    /// The encounters with providers of an earlier year, and its time in workplaces.
    pub struct PastEncountersFile {
        /// The first day of that academic year.
        required starts: Day as "First day of the year" = "2025-09-01";
        /// One entry for each encounter that every pupil of these years had.
        list encounters: PastEncounter;
        /// One entry for each time in workplaces that every pupil of these years had (Benchmark 6).
        list workplaces: PastWorkplace as "Time in workplaces" of "experience";
    }
}

impl PastEncountersFile {
    /// Reports entries that say no year, and so count for nobody, and years that schools do not have.
    pub(super) fn check(&self, findings: &mut Findings) {
        let encounters = self.encounters.iter().map(|encounter| (&encounter.years, &encounter.at));
        let workplaces = self.workplaces.iter().map(|workplace| (&workplace.years, &workplace.at));
        for (years, at) in encounters.chain(workplaces) {
            if years.is_empty() {
                findings.add_needing(ContentProblem::NoYears, at.clone(), [Subject::key(at, "years")]);
            }
            for year in years.iter().filter(|year| !(1..=14).contains(&year.value)) {
                let problem = ContentProblem::OutOfRange { value: year.value.to_string(), from: 1, to: 14 };
                findings.add(problem, year.place.clone());
            }
        }
    }
}

record! {
    /// Time in a workplace that every pupil had.
    pub struct PastWorkplace {
        /// Its title.
        required title: Text = "A morning at work";
        /// The national curriculum years of the pupils at that time.
        list years: Located<u32>;
        /// How many hours each pupil spent there.
        required hours: WorkHours = "3";
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

/// An encounter that pupils had in the year before.
#[derive(Clone, Copy, Debug)]
pub struct HeldEncounter<'a> {
    pub title: &'a str,
    /// Who came.
    pub with: &'a [Text],
    pub provider: ProviderKind,
    pub date: Option<Date>,
}

impl<'a> HeldEncounter<'a> {
    /// One that the school has listed.
    pub(super) fn listed(past: &'a PastEncounter) -> Self {
        Self { title: &past.title, with: &past.with, provider: past.provider, date: past.date }
    }

    /// An archived event. `None` if no provider came.
    pub(super) fn event(event: &'a Event) -> Option<Self> {
        let provider = event.provider?;
        Some(Self { title: &event.title, with: &event.with, provider, date: Some(event.date) })
    }
}

/// True for the first day of the year before this one.
pub(super) fn is_year_before(starts: Date, year: &AcademicYear) -> bool {
    starts < year.starts && starts.year() + 1 >= year.starts.year()
}
