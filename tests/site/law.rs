//! The legal requirements of each kind of institution, tried on a folder in which everything is missing.
//!
//! The table below was written from the law and guidance, not from the program's data: School
//! Information (England) Regulations 2008, Schedule 4, paragraph 15; Education Act 1997, sections 42A, 42B and 45; the
//! accessibility regulations of 2018. An academy should publish the four items, and must if its funding agreement says so.

use std::fs;

use camino::Utf8Path;
use fingerpost::check::RuleInput;
use fingerpost::programme::Kind;
use fingerpost::report::{Code, Finding, Severity};
use jiff::civil::date;

/// The four statutory items; the second has a line for each of four audiences, the first three parts.
/// Every folder below has an email address for the careers leader, because a site cannot be built without one, but it is
/// reserved for examples, and so reaches nobody.
const FOUR_ITEMS: [&str; 10] = [
    "The careers leader's email address",
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

const GUIDANCE: &str = "Independent careers guidance";
const MATERIALS: &str = "Careers information for pupils";

/// What law and guidance ask of a kind, and the number of key phases with provider access.
#[derive(Default)]
struct Duties {
    must: Vec<&'static str>,
    should: Vec<&'static str>,
    phases: usize,
}

const ALL_YEARS: &str = "Year 7, Year 8, Year 9, Year 10, Year 11, Year 12, Year 13";

/// The duties of a kind of institution with Years 7 to 13 or, for colleges, learners from 16 on. `maintained` is what a
/// middle or all-through school says of itself.
fn duties(kind: Kind, maintained: Option<bool>) -> Duties {
    let four = || FOUR_ITEMS.to_vec();
    let secondary = |is_maintained: bool| {
        let (must, should) = if is_maintained { (four(), Vec::new()) } else { (Vec::new(), four()) };
        Duties {
            must: [must, vec![STATEMENT]].concat(),
            should: [should, vec![GUIDANCE, ACCESSIBILITY]].concat(),
            phases: 3,
        }
    };
    match kind {
        Kind::MaintainedSchool | Kind::SpecialSchool | Kind::PupilReferralUnit => secondary(true),
        Kind::Academy | Kind::FreeSchool | Kind::Utc | Kind::StudioSchool | Kind::SpecialAcademy | Kind::ApAcademy => {
            secondary(false)
        }
        Kind::MiddleSchool | Kind::AllThroughSchool => secondary(maintained == Some(true)),
        // Sections 42A and 42B leave them out.
        Kind::SixteenToNineteenAcademy | Kind::HospitalSchool | Kind::SpecialistCollege | Kind::TrainingProvider => {
            Duties { should: [four(), vec![ACCESSIBILITY]].concat(), ..Duties::default() }
        }
        // Colleges are the visitors of section 42B, not the hosts; the 2018 regulations bind them in full.
        Kind::SixthFormCollege | Kind::FeCollege => {
            Duties { must: vec![ACCESSIBILITY], should: [four(), vec![MATERIALS]].concat(), phases: 0 }
        }
        Kind::IndependentSchool | Kind::NonMaintainedSpecialSchool => {
            Duties { should: vec![ACCESSIBILITY], ..Duties::default() }
        }
    }
}

/// The findings about duties of a folder in which everything is missing.
fn found(kind: Kind, groups: &str, maintained: Option<bool>) -> Vec<Finding> {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8Path::from_path(folder.path()).expect("Unicode");
    let maintained = maintained.map_or(String::new(), |maintained| format!("maintained: {maintained}\n"));
    let school = format!(
        "name: Ridgeway\nkind: {}\nyear: {{ label: 2026-27, starts: 2026-09-01 }}\ngroups: [{groups}]\n\
         words: {{ pupils: pupils, parents: parents and carers, staff: staff }}\n{maintained}",
        kind.as_str()
    );
    fs::write(root.join("school.yaml"), school).expect("written");
    let team = "people:\n  - { role: careers-leader, email: careers@ridgeway.example }\n";
    fs::write(root.join("team.yaml"), team).expect("written");
    let facts = crate::common::facts();
    let sources = fingerpost::read::read(root, None, &mut Default::default());
    let mut findings = fingerpost::report::Findings::default();
    let today = date(2026, 11, 23);
    let programme = fingerpost::programme::load(&sources, facts, today, &mut findings).expect("a programme");
    fingerpost::check::check(&RuleInput::new(&sources, &programme, facts, today), &mut findings);
    findings.sorted()
}

/// The titles that are reported as missing with this severity.
fn missing(found: &[Finding], severity: Severity) -> Vec<&str> {
    let statutory = found.iter().filter(|finding| finding.code == Code::new("statutory"));
    let titles = statutory.filter(|finding| finding.severity == severity).filter_map(|finding| {
        let (_, title) = finding.message.rsplit_once(": ")?;
        Some(title)
    });
    let mut titles: Vec<&str> = titles.collect();
    titles.sort_unstable();
    titles
}

fn count(found: &[Finding], code: &'static str) -> usize {
    found.iter().filter(|finding| finding.code == Code::new(code)).count()
}

#[test]
fn each_kind_gets_exactly_its_duties() {
    for kind in Kind::ALL {
        for maintained in [Some(true), Some(false), None] {
            let found = found(*kind, ALL_YEARS, maintained);
            let Duties { mut must, mut should, phases } = duties(*kind, maintained);
            must.sort_unstable();
            should.sort_unstable();
            let name = format!("{}, {maintained:?}", kind.as_str());
            assert_eq!(missing(&found, Severity::Must), must, "{name}");
            assert_eq!(missing(&found, Severity::Should), should, "{name}");
            assert_eq!(count(&found, "provider-access"), phases, "{name}");
            let musts = found.iter().filter(|finding| finding.severity <= Severity::Must).count();
            assert_eq!(musts, must.len() + phases, "{name}: {found:#?}");
            let is_open = matches!(kind, Kind::MiddleSchool | Kind::AllThroughSchool) && maintained.is_none();
            assert_eq!(count(&found, "who-maintains"), usize::from(is_open), "{name}");
        }
    }
}

#[test]
fn schools_without_secondary_pupils_are_not_asked_for_secondary_duties() {
    let primary = "Year 1, Year 2, Year 3, Year 4, Year 5, Year 6";
    for (kind, groups) in [
        (Kind::Academy, "Year 12, Year 13"),
        (Kind::SpecialSchool, primary),
        (Kind::PupilReferralUnit, primary),
        (Kind::AllThroughSchool, "Year 3, Year 4, Year 5, Year 6"),
    ] {
        let found = found(kind, groups, Some(true));
        assert_eq!(missing(&found, Severity::Must), [""; 0], "{}", kind.as_str());
        assert_eq!(missing(&found, Severity::Should), [ACCESSIBILITY], "{}", kind.as_str());
        assert_eq!(count(&found, "provider-access"), 0, "{}", kind.as_str());
    }
}

#[test]
fn provider_access_phases_follow_the_year_groups() {
    let phases = |groups| count(&found(Kind::Academy, groups, None), "provider-access");
    assert_eq!(phases("Year 7, Year 8, Year 9, Year 10, Year 11"), 2);
    assert_eq!(phases("Year 5, Year 6, Year 7, Year 8"), 1);
    assert_eq!(phases("Year 12, Year 13"), 0);
    assert_eq!(phases("Year 5, Year 6, Year 7"), 0);
}

/// The words of a text that address the school, or speak for the program.
fn words_to_the_school(text: &str) -> Vec<&str> {
    let words = text.split(|ch: char| !ch.is_alphanumeric());
    words.filter(|word| ["you", "your", "yours", "we", "our", "us", "Fingerpost"].contains(word)).collect()
}

#[test]
fn texts_for_visitors_do_not_address_the_school() {
    let facts = crate::common::facts();
    let statutory = &facts.statutory;
    let items = statutory.items.iter().flat_map(|item| [&item.title, &item.asks]);
    let bases = statutory.duties.iter().map(|duty| &duty.basis);
    let frameworks = facts.frameworks.iter().flat_map(|framework| &framework.benchmarks);
    let criteria = frameworks.flat_map(|benchmark| &benchmark.criteria).map(|criterion| &criterion.text);
    let phases = &facts.provider_access.phases;
    let phases = phases.iter().flat_map(|phase| [&phase.name, &phase.means]);
    let sources = facts.sources.values();
    let sources = sources.flat_map(|source| [Some(&source.edition), source.newer.as_ref().map(|newer| &newer.says)]);
    let evidence = facts.evidence.iter().map(|evidence| &evidence.missing);
    let texts = items.chain(bases).chain(criteria).chain(phases).chain(sources.flatten()).chain(evidence);
    let found: Vec<&String> = texts.filter(|text| !words_to_the_school(text).is_empty()).collect();
    assert_eq!(found, [""; 0]);
    assert_eq!(words_to_the_school("must if your agreement says so, which we found"), ["your", "we"]);
}
