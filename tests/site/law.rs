//! The legal requirements of each kind of institution, tried on a folder in which everything is missing.
//!
//! The table below was written from the law and guidance, not from the program's data: School
//! Information (England) Regulations 2008, Schedule 4, paragraph 15; the funding agreements of academies;
//! Education Act 1997, section 42B; the accessibility regulations of 2018.

use std::fs;

use camino::Utf8Path;
use fingerpost::programme::Kind;
use fingerpost::report::{Code, Finding, Severity};
use jiff::civil::date;

/// The four statutory items; the second has a line for each of four audiences, the first three parts.
/// Every folder below has the careers leader's email address: a site cannot be built without it.
const FOUR_ITEMS: [&str; 9] = [
    "The careers leader's name",
    "The careers leader's telephone number",
    "A summary of the careers programme",
    "How pupils get the information",
    "How parents and carers get the information",
    "How staff get the information",
    "How employers get the information",
    "How impact is measured",
    "The date of the next review",
];
const STATEMENT: &str = "A provider access statement";
const ACCESSIBILITY: &str = "An accessibility statement";

/// The legal requirements of a kind, and the number of key phases with provider access.
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
        kind.as_str()
    );
    fs::write(root.join("school.yaml"), school).expect("written");
    let team = "people:\n  - { role: careers-leader, email: careers@ridgeway.example }\n";
    fs::write(root.join("team.yaml"), team).expect("written");
    let facts = crate::common::facts();
    let sources = fingerpost::read::read(root, None, &mut Default::default());
    let mut findings = fingerpost::report::Findings::default();
    fingerpost::build_sources(sources, facts, date(2026, 11, 23), &mut |_| {}, &mut findings);
    findings.sorted().into_iter().filter(|finding| finding.severity <= Severity::Must).collect()
}

#[test]
fn each_kind_gets_exactly_its_legal_requirements() {
    for kind in Kind::ALL {
        let found = musts(*kind, "Year 7, Year 8, Year 9, Year 10, Year 11, Year 12, Year 13");
        let Law { items, phases } = law(*kind);
        let mut reported: Vec<String> = Vec::new();
        for finding in found.iter().filter(|finding| finding.code == Code::new("statutory")) {
            let message = &finding.message;
            reported.push(message.rsplit(": ").next().expect("a title").to_owned());
        }
        reported.sort();
        let mut required: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        required.sort();
        assert_eq!(reported, required, "{}", kind.as_str());
        let encounters = found.iter().filter(|finding| finding.code == Code::new("provider-access")).count();
        assert_eq!(encounters, phases, "{}", kind.as_str());
        assert_eq!(found.len(), items.len() + phases, "{}: {found:#?}", kind.as_str());
    }
}

#[test]
fn provider_access_phases_follow_the_year_groups() {
    let phases = |groups| {
        let found = musts(Kind::Academy, groups);
        found.iter().filter(|finding| finding.code == Code::new("provider-access")).count()
    };
    assert_eq!(phases("Year 7, Year 8, Year 9, Year 10, Year 11"), 2);
    assert_eq!(phases("Year 5, Year 6, Year 7, Year 8"), 1);
    assert_eq!(phases("Year 12, Year 13"), 1);
    assert_eq!(phases("Year 5, Year 6, Year 7"), 0);
}
