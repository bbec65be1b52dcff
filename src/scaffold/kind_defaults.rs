//! What each kind of institution starts with: its groups, and a few words that aren't in the facts.

use serde::Serialize;

use super::new_groups::NewGroups;
use crate::programme::{Kind, slug};

/// Kinds that get the same texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum KindGroup {
    /// Secondary schools of all kinds, with or without a sixth form.
    Secondary,
    /// Special schools and academies.
    Special,
    /// Pupil referral units and alternative provision.
    Alternative,
    Middle,
    SixthForm,
    /// Further education colleges and training providers.
    College,
}

/// Who visits at the first event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FirstEncounter {
    /// A college or training provider meets the group with this year.
    College {
        year: u8,
    },
    Apprenticeships,
    Employers,
}

#[derive(Debug, Serialize)]
pub(super) struct NewGroup {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) years: Vec<u8>,
    pub(super) about: Option<&'static str>,
    #[serde(skip)]
    pub(super) template: &'static str,
}

#[derive(Debug)]
pub(super) struct KindDefaults {
    pub(super) kind_group: KindGroup,
    pub(super) place: &'static str,
    pub(super) head: &'static str,
    pub(super) encounter: FirstEncounter,
    pub(super) groups: Vec<NewGroup>,
}

impl KindDefaults {
    /// With the groups that the school has chosen. `None` if its kind has no such groups.
    pub(super) fn with_groups(kind: Kind, groups: &NewGroups) -> Option<Self> {
        let mut defaults = Self::of(kind);
        let (first, last) = (defaults.years().min(), defaults.years().max());
        let wanted = match groups {
            NewGroups::Usual => return Some(defaults),
            NewGroups::WithSixthForm if defaults.kind_group == KindGroup::Middle => return None,
            NewGroups::WithSixthForm => first?..=last?.max(13),
            NewGroups::Ages(ages) => ages.years(),
        };
        // Colleges have no years, and pathways are not by year.
        first?;
        if defaults.kind_group == KindGroup::Special {
            for group in &mut defaults.groups {
                group.years.retain(|year| wanted.contains(year));
            }
            defaults.groups.retain(|group| !group.years.is_empty());
        } else {
            defaults.groups = years(*wanted.start(), *wanted.end());
        }
        let covered = defaults.years().filter(|year| *year >= 8).min();
        defaults.encounter = match (defaults.encounter, covered) {
            (FirstEncounter::College { year }, Some(_)) if wanted.contains(&year) => FirstEncounter::College { year },
            (FirstEncounter::College { .. }, Some(year)) => FirstEncounter::College { year },
            (FirstEncounter::College { .. }, None) => FirstEncounter::Employers,
            (encounter, _) => encounter,
        };
        (!defaults.groups.is_empty()).then_some(defaults)
    }

    /// The years of all groups.
    fn years(&self) -> impl Iterator<Item = u8> + '_ {
        self.groups.iter().flat_map(|group| group.years.iter().copied())
    }

    fn of(kind: Kind) -> Self {
        let school = |kind_group, first, last, encounter_year| Self {
            kind_group,
            place: "school",
            head: "headteacher",
            encounter: FirstEncounter::College { year: encounter_year },
            groups: years(first, last),
        };
        match kind {
            Kind::MaintainedSchool
            | Kind::Academy
            | Kind::FreeSchool
            | Kind::IndependentSchool
            | Kind::HospitalSchool => school(KindGroup::Secondary, 7, 11, 8),
            Kind::AllThroughSchool => school(KindGroup::Secondary, 7, 13, 8),
            Kind::MiddleSchool => school(KindGroup::Middle, 5, 8, 8),
            Kind::PupilReferralUnit | Kind::ApAcademy => school(KindGroup::Alternative, 9, 11, 10),
            Kind::SpecialSchool | Kind::SpecialAcademy | Kind::NonMaintainedSpecialSchool => {
                Self { groups: pathways(), ..school(KindGroup::Special, 7, 7, 8) }
            }
            Kind::StudioSchool => school(KindGroup::Secondary, 10, 13, 10),
            Kind::Utc => Self { place: "college", head: "principal", ..school(KindGroup::Secondary, 10, 13, 10) },
            Kind::SixthFormCollege | Kind::SixteenToNineteenAcademy => Self {
                place: "college",
                head: "principal",
                encounter: FirstEncounter::Apprenticeships,
                ..school(KindGroup::SixthForm, 12, 13, 12)
            },
            Kind::SpecialistCollege => college("college", "principal", SPECIALIST_AREAS),
            Kind::FeCollege => college("college", "principal", FE_AREAS),
            Kind::TrainingProvider => college("centre", "managing director", TRAINING_AREAS),
        }
    }

    /// The group that the first event is for. `None` if it is for everyone.
    pub(super) fn encounter_group(&self) -> Option<&NewGroup> {
        match self.encounter {
            FirstEncounter::College { year } => self.groups.iter().find(|group| group.years.contains(&year)),
            FirstEncounter::Apprenticeships | FirstEncounter::Employers => None,
        }
    }
}

fn years(first: u8, last: u8) -> Vec<NewGroup> {
    const TEMPLATES: [&str; 9] = [
        "programme/year-5.md",
        "programme/year-6.md",
        "programme/year-7.md",
        "programme/year-8.md",
        "programme/year-9.md",
        "programme/year-10.md",
        "programme/year-11.md",
        "programme/year-12.md",
        "programme/year-13.md",
    ];
    let year = |(template, year): (&'static str, u8)| NewGroup {
        id: format!("year-{year}"),
        name: format!("Year {year}"),
        years: vec![year],
        about: None,
        template,
    };
    TEMPLATES.into_iter().zip(5..).filter(|(_, year)| (first..=last).contains(year)).map(year).collect()
}

/// Example pathways of a special school, by age.
fn pathways() -> Vec<NewGroup> {
    let pathway = |name: &str, years: &[u8], about, template| NewGroup {
        id: slug(name),
        name: name.to_owned(),
        years: years.to_vec(),
        about: Some(about),
        template,
    };
    vec![
        pathway("Finding out", &[7, 8, 9], "Find out what people do all day.", "programme/finding-out.md"),
        pathway("Trying out", &[10, 11], "Try real work, in school and nearby.", "programme/trying-out.md"),
        pathway("Moving on", &[12, 13, 14], "Get ready for adult life and work.", "programme/moving-on.md"),
    ]
}

/// A name and a description.
type Area = (&'static str, &'static str);

const FE_AREAS: [Area; 3] = [
    ("Construction", "Bricklaying, carpentry, plumbing and electrical work."),
    ("Health and care", "Health, early years and adult care."),
    ("Business and digital", "Office work, accounts, software and media."),
];

const SPECIALIST_AREAS: [Area; 3] = [
    ("Into work", "Work placements, supported internships and apprenticeships."),
    ("Independent living", "Home, travel, money and health."),
    ("Community and leisure", "Volunteering, friends and things to do."),
];

const TRAINING_AREAS: [Area; 3] = [
    ("Engineering", "Apprenticeships in making and repairing things."),
    ("Business and administration", "Apprenticeships in offices and customer service."),
    ("Preparing for work", "Study programmes for ages 16 to 19."),
];

fn college(place: &'static str, head: &'static str, areas: [Area; 3]) -> KindDefaults {
    let area = |(name, about): Area| NewGroup {
        id: slug(name),
        name: name.to_owned(),
        years: Vec::new(),
        about: Some(about),
        template: "programme/course-area.md",
    };
    let groups = areas.into_iter().map(area).collect();
    KindDefaults { kind_group: KindGroup::College, place, head, encounter: FirstEncounter::Employers, groups }
}

/// “Year 8” or “Years 8 to 11”: the years of these groups that the provider access duty covers.
pub(super) fn years_as_text(groups: &[&NewGroup]) -> String {
    let years = || groups.iter().flat_map(|group| &group.years).filter(|year| (8..=13).contains(*year));
    match (years().min(), years().max()) {
        (Some(first), Some(last)) if first == last => format!("Year {first}"),
        (Some(first), Some(last)) => format!("Years {first} to {last}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_groups_and_one_for_its_first_encounter() {
        for kind in Kind::ALL {
            let defaults = KindDefaults::of(*kind);
            assert!(defaults.groups.len() >= 2, "{}", kind.as_str());
            if matches!(defaults.encounter, FirstEncounter::College { .. }) {
                assert!(defaults.encounter_group().is_some(), "{}", kind.as_str());
            }
        }
    }

    #[test]
    fn years_are_formatted_as_text() {
        let text = |kind| years_as_text(&KindDefaults::of(kind).groups.iter().collect::<Vec<_>>());
        assert_eq!(text(Kind::MiddleSchool), "Year 8");
        assert_eq!(text(Kind::Academy), "Years 8 to 11");
        assert_eq!(text(Kind::SpecialSchool), "Years 8 to 13");
        assert_eq!(text(Kind::FeCollege), "");
    }
}
