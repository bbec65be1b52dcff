//! Facts of the field, as data files with sources and dates: the versions of the benchmarks, what must be
//! on the website, the provider access duty, the kinds of institution, replaced terms, words that identify
//! people, and accessibility law.
//!
//! When law or benchmarks change, edit the files in `data/`. New kinds of evidence and statutory items also
//! need a variant of [`Evidence`] or [`StatutoryId`].

mod accessibility;
mod areas;
mod award;
mod citation;
mod cohorts;
mod evidence;
mod identity;
mod leadership;
mod meaningful;
mod old_words;
mod outside_dates;
mod privacy;
mod provider_access;
mod reading;
mod self_audit;
mod statutory;
mod weeks;
mod wording;
mod workplaces;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

pub use accessibility::{AccessibilityFacts, Regulations, StandardFacts, SuccessCriterion, ThemeTests};
pub use areas::{AreaFramework, AreaFrameworks};
pub use award::AwardFacts;
pub use citation::{Citation, Cited, NewerEdition, Seen};
pub use cohorts::{CohortFacts, GuidanceDue, SizesOfLeavers, StageDue, StagesDue};
pub use evidence::{Evidence, EvidenceFacts, EvidencePlace, EvidenceSource};
pub use identity::{CellKind, ColumnProfile, has_contact_details};
pub use leadership::Leadership;
pub use meaningful::{AskedOfEncounter, EncounterTest};
pub use old_words::{OldWord, OldWords};
pub use outside_dates::{OutsideDate, OutsideDates};
pub use privacy::{Columns, Mobile, PrivacyWords, ReservedContacts, Sensitive};
pub use provider_access::{EncounterContent, Phase, PhaseAttendance, ProviderAccessDuty, StatementPart};
pub use reading::{FirstNames, Reading};
pub use self_audit::{AuditQuestion, DepartmentAuditFacts, DepartmentPrompt, ExampleAnswer, TeamFacts};
pub use statutory::{Bound, Duty, Force, Item, Maintained, StatutoryFacts, StatutoryId};
pub use weeks::{WeekFacts, Weeks};
pub use wording::{LinkWords, PositionWords, Wording};
pub use workplaces::{WorkplaceFacts, WorkplaceStage};

/// The facts of the field, from the data files in `src/framework/data`.
#[derive(Debug)]
pub struct Facts {
    /// By version.
    pub frameworks: Vec<Framework>,
    /// What must or should be on the website.
    pub statutory: StatutoryFacts,
    pub evidence: Vec<EvidenceFacts>,
    pub provider_access: ProviderAccessDuty,
    /// How much experience of workplaces guidance asks for.
    pub workplaces: WorkplaceFacts,
    pub kinds: Vec<KindFacts>,
    /// What departments are asked about their careers work.
    pub department_audit: DepartmentAuditFacts,
    /// Terms that have been replaced.
    pub old_words: OldWords,
    pub privacy: PrivacyWords,
    /// How hard a page may be to read.
    pub reading: Reading,
    pub wording: Wording,
    /// First names that are common among young people.
    pub first_names: FirstNames,
    /// The law and the standards of accessibility.
    pub accessibility: AccessibilityFacts,
    pub theme_tests: ThemeTests,
    /// National weeks, such as National Careers Week.
    pub weeks: Weeks,
    /// Days that others set for each year, such as results days.
    pub outside_dates: OutsideDates,
    pub leadership: Leadership,
    pub areas: AreaFrameworks,
    /// What a quality award asks for.
    pub award: AwardFacts,
    /// What is due for the pupils of one year.
    pub cohorts: CohortFacts,
    /// Where the facts come from, by their names in the data files.
    pub sources: BTreeMap<String, Citation>,
}

/// The institutions that a benchmark version is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    Schools,
    Colleges,
}

/// One version of the eight benchmarks.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Framework {
    /// Its value in content files, such as `schools-2025`.
    pub id: String,
    pub name: String,
    pub setting: Setting,
    /// The first day it applies. It applies until the next version does.
    pub in_use_from: Date,
    pub from: Citation,
    /// Benchmarks 1 to 8, in order.
    pub benchmarks: Vec<BenchmarkFacts>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BenchmarkFacts {
    /// 1 to 8.
    pub number: u8,
    /// Its official label.
    pub name: String,
    /// One to three words, for tables.
    pub short: String,
    /// What it means for families, in a sentence.
    pub means: String,
    pub from: Citation,
    /// What makes an encounter meaningful; empty for a benchmark that does not define it.
    #[serde(default)]
    pub meaningful: Vec<AskedOfEncounter>,
    pub criteria: Vec<Criterion>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Criterion {
    pub id: String,
    /// A paraphrase, with the original verb.
    pub text: String,
    /// Where it was read, if not where its benchmark was.
    #[serde(default)]
    pub from: Option<Citation>,
    pub shown_by: Vec<Evidence>,
}

impl Criterion {
    /// Where it was read.
    pub fn citation<'a>(&'a self, benchmark: &'a BenchmarkFacts) -> &'a Citation {
        self.from.as_ref().unwrap_or(&benchmark.from)
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct KindFacts {
    pub id: String,
    /// Used as in “Ridgeway School is an academy”.
    pub name: String,
    /// The short form: school, college or provider.
    pub called: String,
    pub setting: Setting,
    pub words: DefaultWords,
}

/// What a kind of institution calls its people, unless `school.yaml` sets other words.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DefaultWords {
    pub pupil: String,
    pub pupils: String,
    pub parents: String,
    pub staff: String,
    pub group: String,
    pub groups: String,
    #[serde(default = "learning_area")]
    pub area: String,
    #[serde(default = "learning_areas")]
    pub areas: String,
}

fn learning_area() -> String {
    "learning area".into()
}

fn learning_areas() -> String {
    "learning areas".into()
}

/// The files in `data/`, by name.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct DataFiles {
    benchmarks: FrameworksFile,
    statutory: StatutoryFacts,
    evidence: EvidenceFile,
    provider_access: ProviderAccessDuty,
    workplaces: WorkplaceFacts,
    kinds: KindsFile,
    department_audit: DepartmentAuditFacts,
    old_words: OldWords,
    privacy: PrivacyWords,
    reading: Reading,
    wording: Wording,
    first_names: FirstNames,
    accessibility: AccessibilityFacts,
    theme_tests: ThemeTests,
    weeks: Weeks,
    outside_dates: OutsideDates,
    leadership: Leadership,
    areas: AreaFrameworks,
    award: AwardFacts,
    cohorts: CohortFacts,
    sources: BTreeMap<String, Citation>,
}

#[derive(Deserialize)]
struct FrameworksFile {
    frameworks: Vec<Framework>,
}

#[derive(Deserialize)]
struct EvidenceFile {
    evidence: Vec<EvidenceFacts>,
}

#[derive(Deserialize)]
struct KindsFile {
    kinds: Vec<KindFacts>,
}

impl Facts {
    /// The facts that are compiled in. Fails if a data file is invalid, which a test rules out.
    pub fn load() -> Result<Self, serde_json::Error> {
        // The build script makes one file of JSON of the YAML files: it takes a tenth of the time to read.
        let files: DataFiles = serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/facts.json")))?;
        Ok(Self {
            frameworks: files.benchmarks.frameworks,
            statutory: files.statutory,
            evidence: files.evidence.evidence,
            provider_access: files.provider_access,
            workplaces: files.workplaces,
            kinds: files.kinds.kinds,
            department_audit: files.department_audit,
            old_words: files.old_words,
            privacy: files.privacy,
            reading: files.reading,
            wording: files.wording,
            first_names: files.first_names,
            accessibility: files.accessibility,
            theme_tests: files.theme_tests,
            weeks: files.weeks,
            outside_dates: files.outside_dates,
            leadership: files.leadership,
            areas: files.areas,
            award: files.award,
            cohorts: files.cohorts,
            sources: files.sources,
        })
    }

    /// A framework by its value in content files.
    pub fn framework(&self, id: &str) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == id)
    }

    /// The framework in use for a setting on a day.
    pub fn framework_on(&self, setting: Setting, day: Date) -> Option<&Framework> {
        self.frameworks
            .iter()
            .filter(|framework| framework.setting == setting && framework.in_use_from <= day)
            .max_by_key(|framework| framework.in_use_from)
    }

    pub fn evidence(&self, id: Evidence) -> Option<&EvidenceFacts> {
        self.evidence.iter().find(|facts| facts.id == id)
    }

    /// The facts about a kind of institution, by its value in `school.yaml`.
    pub fn kind(&self, id: &str) -> Option<&KindFacts> {
        self.kinds.iter().find(|kind| kind.id == id)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_data_files_are_complete() {
        let facts = Facts::load().expect("the data files parse");
        for framework in &facts.frameworks {
            let numbers: Vec<u8> = framework.benchmarks.iter().map(|benchmark| benchmark.number).collect();
            assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8], "{}", framework.id);
            assert!(framework.benchmarks.iter().all(|benchmark| !benchmark.criteria.is_empty()));
        }
        let kinds: Vec<&str> = facts.kinds.iter().map(|kind| kind.id.as_str()).collect();
        for duty in &facts.statutory.duties {
            assert!(duty.kinds.iter().all(|kind| kinds.contains(&kind.as_str())), "{:?}", duty.kinds);
            assert!(duty.items.iter().all(|id| facts.statutory.item(*id).is_some()), "{:?}", duty.items);
            assert!(duty.from.source.starts_with("http"), "{:?} has no source", duty.items);
        }
        let criteria = facts.frameworks.iter().flat_map(|framework| &framework.benchmarks);
        for criterion in criteria.flat_map(|benchmark| &benchmark.criteria) {
            assert!(!criterion.shown_by.is_empty(), "nothing shows {}", criterion.id);
            let known = |id: &Evidence| facts.evidence(*id).is_some();
            assert!(criterion.shown_by.iter().all(known), "{:?}", criterion.shown_by);
        }
        assert_eq!(facts.provider_access.phases.len(), 3);
        let accessibility = &facts.accessibility;
        assert!(accessibility.regulations.kinds.iter().all(|kind| kinds.contains(&kind.as_str())));
        // WCAG 2.2 has 87 success criteria, of which one is obsolete.
        assert_eq!(accessibility.criteria.list.len(), 86);
        assert!(accessibility.faults.iter().all(|fault| accessibility.failed_by(&fault.finding).is_some()));
        for word in &facts.old_words.words {
            assert!(word.from.source.starts_with("http") && !word.old.is_empty(), "{}", word.now);
        }
    }

    #[test]
    fn no_kind_has_the_same_duty_twice() {
        let facts = Facts::load().expect("the data files parse");
        for kind in &facts.kinds {
            for maintained in [Maintained::Yes, Maintained::No, Maintained::Unsaid] {
                let mut seen: Vec<StatutoryId> = Vec::new();
                let bound = Bound { kind: &kind.id, maintained, secondary: true };
                for id in facts.statutory.duties_of(bound).flat_map(|duty| &duty.items) {
                    assert!(!seen.contains(id), "{id:?} twice for {}", kind.id);
                    seen.push(*id);
                }
            }
        }
    }

    /// The types ask for a citation with all its keys; this holds that no file writes a source of its own beside them.
    #[test]
    fn no_claim_lacks_its_citation() {
        fn look(value: &serde_json::Value, path: &str) {
            match value {
                serde_json::Value::Object(map) => {
                    for key in ["source", "read-on", "see"].iter().filter(|key| map.contains_key(**key)) {
                        let is_newer = path.ends_with("/newer");
                        let keys = ["source", "edition", "seen", "read-on", "review-by"];
                        let complete = keys.iter().all(|needed| map.contains_key(*needed));
                        assert!(is_newer || complete, "{path}: `{key}` outside of a citation");
                    }
                    map.iter().for_each(|(key, value)| look(value, &format!("{path}/{key}")));
                }
                serde_json::Value::Array(list) => list.iter().for_each(|value| look(value, path)),
                _ => {}
            }
        }
        let text = include_str!(concat!(env!("OUT_DIR"), "/facts.json"));
        look(&serde_json::from_str(text).expect("the facts are JSON"), "");
        let facts = Facts::load().expect("the data files parse");
        for (id, origin) in &facts.sources {
            assert!(origin.source.starts_with("https://") && !origin.edition.is_empty(), "{id}");
            assert!(origin.read_on < origin.review_by, "{id}");
        }
    }

    #[test]
    fn the_framework_changed_in_september_2025() {
        let facts = Facts::load().expect("the data files parse");
        let on = |day| facts.framework_on(Setting::Schools, day).map(|framework| framework.id.as_str());
        assert_eq!(on(date(2025, 8, 31)), Some("schools-2014"));
        assert_eq!(on(date(2025, 9, 1)), Some("schools-2025"));
    }
}
