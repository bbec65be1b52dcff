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
    found_in(root)
}

fn found_in(root: &Utf8Path) -> Vec<Finding> {
    let facts = crate::common::facts();
    let sources = fingerpost::read::read(root, None, &mut Default::default());
    let mut findings = fingerpost::report::Findings::default();
    let today = date(2026, 11, 23);
    let programme = fingerpost::programme::load(&sources, facts, today, &mut findings).expect("a programme");
    let figures = fingerpost::programme::disclosure::PublishedFigures::new(&programme);
    fingerpost::check::check(&RuleInput::new(&sources, (&programme, &figures), facts, today), &mut findings);
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
    assert_eq!(phases("Yr 9, Year 10/11, Sixth form"), 3);
    let unknown = found(Kind::SpecialSchool, "Finding out, Moving on", None);
    let unknown = unknown.iter().find(|finding| finding.code == Code::new("provider-access")).expect("a finding");
    assert!(unknown.message.contains("nothing says which years"), "{}", unknown.message);
}

/// The message and the help about the encounters of Years 8 and 9 in a school with these files.
fn first_phase(files: &[(&str, &str)]) -> Option<String> {
    let plan = |groups: &str, activities: &str| {
        format!("---\ngroups: [{groups}]\nactivities:\n{activities}---\n\nThis year.\n")
    };
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8Path::from_path(folder.path()).expect("Unicode");
    let school = "name: Ridgeway\nkind: academy\nyear: { label: 2026-27, starts: 2026-09-01, terms: [{ name: Autumn, starts: \
                  2026-09-02, ends: 2026-12-18 }, { name: Spring, starts: 2027-01-04, ends: 2027-03-25 }, { name: Summer, \
                  starts: 2027-04-12, ends: 2027-07-16 }] }\ngroups: [Year 7, Year 8, Year 9]\n";
    let team = "people:\n  - { role: careers-leader, email: careers@ridgeway.example }\n";
    let plans: Vec<(String, String)> = files
        .iter()
        .filter_map(|(path, text)| Some((format!("{path}.md"), plan(path.strip_prefix("programme/")?, text))))
        .collect();
    let given = files.iter().filter(|(path, _)| !path.starts_with("programme/")).copied();
    let plans = plans.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    for (path, text) in [("school.yaml", school), ("team.yaml", team)].into_iter().chain(plans).chain(given) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let found = found_in(root);
    let finding = found.iter().find(|finding| finding.code == Code::new("provider-access"))?;
    Some(format!("{} {}", finding.message, finding.help))
}

const COLLEGE: &str = "kind: talk, benchmarks: [7], provider: further-education-college, attendance: everyone";

#[test]
fn encounters_count_once_they_can_have_taken_place() {
    let of = |when: &str| {
        let talks = format!(
            "  - {{ title: A, when: {when}, with: [One], {COLLEGE} }}\n  - {{ title: B, when: {when}, with: [Two], {COLLEGE} }}\n"
        );
        first_phase(&[("programme/year-9", &talks)])
    };
    assert_eq!(of("autumn"), None);
    assert_eq!(of("by Christmas"), None);
    assert_eq!(of("[autumn, summer]"), None, "the first of several times is in time");
    assert_eq!(of("half-termly"), None);
    assert!(of("summer").is_some_and(|found| found.contains("too late")));
    assert!(of("after Christmas").is_some_and(|found| found.contains("too late")));
}

#[test]
fn cancelled_event_takes_its_activity_along_and_one_that_left_the_site_counts() {
    let talks = format!(
        "  - {{ title: A, when: autumn, with: [One], {COLLEGE} }}\n  - {{ title: B, when: autumn, with: [Two], {COLLEGE} }}\n"
    );
    let of = |line: &str| {
        let event = format!(
            "---\ntitle: A\naudiences: [pupils]\ngroups: [year-8]\nwith: [One]\nprovider: further-education-college\n\
             attendance: everyone\n{line}\n---\n\nA talk.\n"
        );
        first_phase(&[("programme/year-8", &talks), ("events/2026-11-09-a.md", &event)])
    };
    assert_eq!(of("online: no"), None);
    assert_eq!(of("expire: 2026-11-10"), None);
    assert!(of("cancelled: yes").is_some_and(|found| found.contains("there is 1")));
}

#[test]
fn activity_counts_for_the_years_that_have_no_event_of_it() {
    let talk = format!("  - {{ title: A, when: autumn, with: [One, Two], {COLLEGE} }}\n");
    let event = "---\ntitle: A\naudiences: [pupils]\ngroups: [year-8]\nwith: [One]\nprovider: further-education-college\n\
                 attendance: everyone\n---\n\nA talk.\n";
    let of = |event: &str| first_phase(&[("programme/years-8-9", &talk), ("events/2026-11-09-a.md", event)]);
    assert_eq!(of(event), None);
    assert!(of(&event.replace("with:", "cancelled: yes\nwith:")).is_some_and(|found| found.contains("there is 1")));
}

#[test]
fn help_for_provider_access_fits_what_is_missing() {
    let unnamed = format!("  - {{ title: A, when: autumn, {COLLEGE} }}\n  - {{ title: B, when: spring, {COLLEGE} }}\n");
    let found = first_phase(&[("programme/year-8", &unnamed)]).expect("a finding");
    assert!(found.contains("nothing says that they are with different providers"), "{found}");
    assert!(found.contains("Write in `with:` who comes") && !found.contains("Add events"), "{found}");
    let late = "  - { title: A, when: summer, kind: talk, benchmarks: [7], with: [One], provider: further-education-college }\n  \
                - { title: B, when: autumn, kind: talk, benchmarks: [7], with: [Two], provider: further-education-college }\n";
    let found = first_phase(&[("programme/year-9", late)]).expect("a finding");
    assert!(found.contains("“B” counts once it has `attendance: everyone`"), "{found}");
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
