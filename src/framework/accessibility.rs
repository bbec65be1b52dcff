//! Accessibility: the law for public bodies, the standards and their success criteria, and the tests of
//! the default theme.

use serde::{Deserialize, Serialize};

/// Accessibility law and standards, as `data/accessibility.yaml` states them.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AccessibilityFacts {
    /// The law for public bodies.
    pub regulations: Regulations,
    /// The standards that a school can choose.
    pub standards: Vec<StandardFacts>,
    /// The findings that mean that a success criterion is not met.
    pub faults: Vec<FaultFacts>,
    /// The success criteria.
    pub criteria: Criteria,
}

/// The accessibility regulations for public bodies.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all(deserialize = "kebab-case"), deny_unknown_fields)]
pub struct Regulations {
    /// The kinds of institution that they bind.
    pub kinds: Vec<String>,
    /// Their name.
    pub name: String,
    /// Their web address.
    pub link: String,
    /// Who enforces them.
    pub enforced_by: String,
    /// Its web address.
    pub enforcer_link: String,
    /// Who helps those who get no answer.
    pub advice_by: String,
    /// Its web address.
    pub advice_link: String,
    /// The source, a web address.
    pub source: String,
    /// The day the source was read.
    pub read_on: String,
}

/// A standard.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all(deserialize = "kebab-case"), deny_unknown_fields)]
pub struct StandardFacts {
    /// Its value in `school.yaml`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its web address.
    pub link: String,
}

/// A finding that means that a success criterion is not met.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FaultFacts {
    /// The finding's code.
    pub finding: String,
    /// The criterion.
    pub criterion: String,
}

/// The success criteria of a standard.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Criteria {
    /// The source, a web address.
    pub source: String,
    /// The day the source was read.
    pub read_on: String,
    /// The criteria, in order.
    pub list: Vec<SuccessCriterion>,
}

/// A success criterion of the Web Content Accessibility Guidelines.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SuccessCriterion {
    /// Such as `1.4.3`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A, AA or AAA.
    pub level: String,
}

/// What is tested in the default theme, and what is not.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ThemeTests {
    /// The browser.
    pub browser: String,
    /// The program that checks pages.
    pub checker: String,
    /// Its version.
    pub checker_version: String,
    /// What was tested.
    pub tests: Vec<ThemeTest>,
    /// What was not.
    pub not_tested: Vec<String>,
}

/// Something that was tested.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ThemeTest {
    /// The test and its result.
    pub what: String,
    /// What a reader can do because of it.
    #[serde(default)]
    pub lets: Option<String>,
    /// The module of `tests/browser` that checks it.
    pub checked_by: String,
}

impl AccessibilityFacts {
    /// A success criterion by its number.
    pub fn criterion(&self, id: &str) -> Option<&SuccessCriterion> {
        self.criteria.list.iter().find(|criterion| criterion.id == id)
    }

    /// A standard by its value in `school.yaml`.
    pub fn standard(&self, id: &str) -> Option<&StandardFacts> {
        self.standards.iter().find(|standard| standard.id == id)
    }

    /// The criterion that a finding with this code fails; `None` if the finding is only advice.
    pub fn failed_by(&self, finding: &str) -> Option<&SuccessCriterion> {
        self.criterion(&self.faults.iter().find(|fault| fault.finding == finding)?.criterion)
    }
}

impl Regulations {
    /// True if they bind this kind of institution, fully or partly.
    pub fn binds(&self, kind: &str) -> bool {
        self.kinds.iter().any(|bound| bound == kind)
    }
}
