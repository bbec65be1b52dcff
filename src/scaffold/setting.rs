//! What each kind of institution starts with: its groups, and a few words that the facts do not hold.

use serde::Serialize;

use crate::programme::{Kind, slug};

/// Kinds that are told the same things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Family {
    /// Secondary schools of all sorts, with or without a sixth form.
    Secondary,
    /// Special schools and academies.
    Special,
    /// Pupil referral units and alternative provision.
    Alternative,
    /// Middle schools.
    Middle,
    /// Sixth-form colleges.
    SixthForm,
    /// Further education colleges and training providers.
    College,
}

/// Who comes to the first event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encounter {
    /// A college or training provider, to the group that has this year.
    College { year: u8 },
    /// Providers of apprenticeships.
    Apprenticeships,
    /// Employers.
    Employers,
}

/// A group, and the template of its programme.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) years: Vec<u8>,
    pub(super) about: Option<&'static str>,
    #[serde(skip)]
    pub(super) plan: &'static str,
}

/// What a kind starts with.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) family: Family,
    pub(super) place: &'static str,
    pub(super) head: &'static str,
    pub(super) encounter: Encounter,
    pub(super) groups: Vec<Group>,
}

impl Setting {
    /// The setting of a kind.
    pub(super) fn of(kind: Kind) -> Self {
        let school = |family, first, last, meets| Self {
            family,
            place: "school",
            head: "headteacher",
            encounter: Encounter::College { year: meets },
            groups: years(first, last),
        };
        match kind {
            Kind::MaintainedSchool | Kind::Academy | Kind::FreeSchool | Kind::IndependentSchool => {
                school(Family::Secondary, 7, 11, 8)
            }
            Kind::AllThroughSchool => school(Family::Secondary, 7, 13, 8),
            Kind::MiddleSchool => school(Family::Middle, 5, 8, 8),
            Kind::PupilReferralUnit | Kind::ApAcademy => school(Family::Alternative, 9, 11, 10),
            Kind::SpecialSchool | Kind::SpecialAcademy => {
                Self { groups: pathways(), ..school(Family::Special, 7, 7, 8) }
            }
            Kind::Utc => Self { place: "college", head: "principal", ..school(Family::Secondary, 10, 13, 10) },
            Kind::SixthFormCollege => Self {
                place: "college",
                head: "principal",
                encounter: Encounter::Apprenticeships,
                ..school(Family::SixthForm, 12, 13, 12)
            },
            Kind::FeCollege => college("college", "principal", FE_AREAS),
            Kind::TrainingProvider => college("centre", "managing director", TRAINING_AREAS),
        }
    }

    /// The group that the first event is for; none if it is for all.
    pub(super) fn encounter_group(&self) -> Option<&Group> {
        match self.encounter {
            Encounter::College { year } => self.groups.iter().find(|group| group.years.contains(&year)),
            Encounter::Apprenticeships | Encounter::Employers => None,
        }
    }
}

/// Year groups from one to another.
fn years(first: u8, last: u8) -> Vec<Group> {
    const PLANS: [&str; 9] = [
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
    let year = |(plan, year): (&'static str, u8)| Group {
        id: format!("year-{year}"),
        name: format!("Year {year}"),
        years: vec![year],
        about: None,
        plan,
    };
    PLANS.into_iter().zip(5..).filter(|(_, year)| (first..=last).contains(year)).map(year).collect()
}

/// The pathways of a special school, by age, as a start.
fn pathways() -> Vec<Group> {
    let pathway = |name: &str, years: &[u8], about, plan| Group {
        id: slug(name),
        name: name.to_owned(),
        years: years.to_vec(),
        about: Some(about),
        plan,
    };
    vec![
        pathway("Finding out", &[7, 8, 9], "Pupils find out what people do all day.", "programme/finding-out.md"),
        pathway("Trying out", &[10, 11], "Pupils try real work, in school and nearby.", "programme/trying-out.md"),
        pathway("Moving on", &[12, 13, 14], "Pupils get ready for adult life and work.", "programme/moving-on.md"),
    ]
}

/// A name and a line about it.
type Area = (&'static str, &'static str);

const FE_AREAS: [Area; 3] = [
    ("Construction", "Bricklaying, carpentry, plumbing and electrical work."),
    ("Health and care", "Health, early years and adult care."),
    ("Business and digital", "Office work, accounts, software and media."),
];

const TRAINING_AREAS: [Area; 3] = [
    ("Engineering", "Apprenticeships in making and mending things."),
    ("Business and administration", "Apprenticeships in offices and customer service."),
    ("Preparing for work", "Study programmes for learners aged 16 to 19."),
];

fn college(place: &'static str, head: &'static str, areas: [Area; 3]) -> Setting {
    let area = |(name, about): Area| Group {
        id: slug(name),
        name: name.to_owned(),
        years: Vec::new(),
        about: Some(about),
        plan: "programme/course-area.md",
    };
    let groups = areas.into_iter().map(area).collect();
    Setting { family: Family::College, place, head, encounter: Encounter::Employers, groups }
}

/// “Year 8” or “Years 8 to 11”: the years of these groups in which the provider access duty applies.
pub(super) fn years_in_words(groups: &[&Group]) -> String {
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
    fn every_kind_has_groups_and_its_meeting_has_one_to_meet() {
        for kind in Kind::ALL {
            let setting = Setting::of(*kind);
            assert!(setting.groups.len() >= 2, "{}", kind.as_str());
            if matches!(setting.encounter, Encounter::College { .. }) {
                assert!(setting.encounter_group().is_some(), "{}", kind.as_str());
            }
        }
    }

    #[test]
    fn years_are_told_in_words() {
        let words = |kind| years_in_words(&Setting::of(kind).groups.iter().collect::<Vec<_>>());
        assert_eq!(words(Kind::MiddleSchool), "Year 8");
        assert_eq!(words(Kind::Academy), "Years 8 to 11");
        assert_eq!(words(Kind::SpecialSchool), "Years 8 to 13");
        assert_eq!(words(Kind::FeCollege), "");
    }
}
