//! What the law asks of each kind of institution, and no more: a folder with everything missing.
//!
//! The table below was written from the law and guidance, not from the program's data: School
//! Information (England) Regulations 2008, Schedule 4, paragraph 15; the funding agreements of academies;
//! Education Act 1997, section 42B; the accessibility regulations of 2018.

use std::fs;

use camino::Utf8Path;
use fingerpost::framework::Facts;
use fingerpost::programme::Kind;
use fingerpost::report::{Code, Finding, Severity};
use jiff::civil::date;

/// The four statutory items; the second has a line for each of four audiences, the first three parts.
/// The careers leader's e-mail address is there in every folder below: without it nothing is built.
const FOUR_ITEMS: [&str; 9] = [
    "The careers leader's name",
    "The careers leader's telephone number",
    "A summary of the careers programme",
    "How pupils get at the information",
    "How parents and carers get at the information",
    "How staff get at the information",
    "How employers get at the information",
    "How impact is measured",
    "The date of the next review",
];
const STATEMENT: &str = "A provider access statement";
const ACCESSIBILITY: &str = "An accessibility statement";

/// What the law asks of a kind, and in how many key phases it must let providers in.
struct Law {
    items: Vec<&'static str>,
    phases: usize,
}

/// The law for a kind of institution with Years 7 to 13 or, for colleges, learners from 16 on.
fn law(kind: Kind) -> Law {
    match kind {
        Kind::MaintainedSchool
        | Kind::Academy
        | Kind::FreeSchool
        | Kind::Utc
        | Kind::SpecialSchool
        | Kind::SpecialAcademy
        | Kind::PupilReferralUnit
        | Kind::ApAcademy
        | Kind::MiddleSchool
        | Kind::AllThroughSchool => Law { items: FOUR_ITEMS.into_iter().chain([STATEMENT]).collect(), phases: 3 },
        // Colleges are the visitors of section 42B, not the hosts; the 2018 regulations bind them in full.
        Kind::SixthFormCollege | Kind::FeCollege => Law { items: vec![ACCESSIBILITY], phases: 0 },
        Kind::TrainingProvider | Kind::IndependentSchool => Law { items: Vec::new(), phases: 0 },
    }
}

fn musts(kind: Kind, groups: &str) -> Vec<Finding> {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8Path::from_path(folder.path()).expect("Unicode");
    let school = format!(
        "name: Ridgeway\nkind: {}\nyear: {{ label: 2026-27, starts: 2026-09-01 }}\ngroups: [{groups}]\n\
         words: {{ pupils: pupils, parents: parents and carers, staff: staff }}\n",
        kind.word()
    );
    fs::write(root.join("school.yaml"), school).expect("written");
    let team = "people:\n  - { role: careers-leader, email: careers@ridgeway.example }\n";
    fs::write(root.join("team.yaml"), team).expect("written");
    let facts = Facts::load().expect("the facts");
    let sources = fingerpost::read::read(root, None).value;
    let found = fingerpost::build_sources(sources, &facts, date(2026, 11, 23), &mut |_| {}).findings.sorted();
    found.into_iter().filter(|finding| finding.severity <= Severity::Must).collect()
}

#[test]
fn each_kind_is_told_exactly_what_the_law_asks_of_it() {
    for kind in Kind::ALL {
        let found = musts(*kind, "Year 7, Year 8, Year 9, Year 10, Year 11, Year 12, Year 13");
        let Law { items, phases } = law(*kind);
        let mut told: Vec<String> = Vec::new();
        for finding in found.iter().filter(|finding| finding.code == Code::new("statutory")) {
            let message = &finding.message;
            told.push(message.rsplit(": ").next().expect("a title").to_owned());
        }
        told.sort();
        let mut asked: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        asked.sort();
        assert_eq!(told, asked, "{}", kind.word());
        let encounters = found.iter().filter(|finding| finding.code == Code::new("provider-access")).count();
        assert_eq!(encounters, phases, "{}", kind.word());
        assert_eq!(found.len(), items.len() + phases, "{}: {found:#?}", kind.word());
    }
}

#[test]
fn a_school_is_asked_for_the_key_phases_of_its_own_years() {
    let phases = |groups| {
        let found = musts(Kind::Academy, groups);
        found.iter().filter(|finding| finding.code == Code::new("provider-access")).count()
    };
    assert_eq!(phases("Year 7, Year 8, Year 9, Year 10, Year 11"), 2);
    assert_eq!(phases("Year 5, Year 6, Year 7, Year 8"), 1);
    assert_eq!(phases("Year 12, Year 13"), 1);
    assert_eq!(phases("Year 5, Year 6, Year 7"), 0);
}
