//! Accessibility: the law for public bodies, the standards and their success criteria, and the tests of
//! the default theme.

use serde::{Deserialize, Serialize};

use super::citation::Citation;

/// Accessibility law and standards, as `data/accessibility.yaml` states them.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AccessibilityFacts {
    pub regulations: Regulations,
    pub standards: Vec<StandardFacts>,
    /// The findings that mean that a success criterion is not met.
    pub faults: Vec<FaultFacts>,
    pub criteria: Criteria,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all(deserialize = "kebab-case"), deny_unknown_fields)]
pub struct Regulations {
    pub kinds: Vec<String>,
    pub name: String,
    pub link: String,
    pub enforced_by: String,
    pub enforcer_link: String,
    /// Who helps those who get no answer.
    pub advice_by: String,
    pub advice_link: String,
    pub from: Citation,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all(deserialize = "kebab-case"), deny_unknown_fields)]
pub struct StandardFacts {
    /// Its value in `school.yaml`.
    pub id: String,
    pub name: String,
    pub link: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FaultFacts {
    pub finding: String,
    pub criterion: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Criteria {
    pub from: Citation,
    pub list: Vec<SuccessCriterion>,
}

/// A success criterion of the Web Content Accessibility Guidelines.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SuccessCriterion {
    /// Such as `1.4.3`.
    pub id: String,
    pub name: String,
    /// A, AA or AAA.
    pub level: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ThemeTests {
    pub browser: String,
    pub checker: String,
    pub checker_version: String,
    pub tests: Vec<ThemeTest>,
    pub not_tested: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ThemeTest {
    pub what: String,
    /// What a reader can do because of it.
    #[serde(default)]
    pub lets: Option<String>,
    /// The module of `tests/browser` that checks it.
    pub checked_by: String,
}

impl AccessibilityFacts {
    pub fn criterion(&self, id: &str) -> Option<&SuccessCriterion> {
        self.criteria.list.iter().find(|criterion| criterion.id == id)
    }

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
