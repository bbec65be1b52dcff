//! What the website of each kind of institution must or should include, and by which law or guidance.

use serde::Deserialize;

/// The statutory items, and who must publish them.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatutoryFacts {
    pub items: Vec<Item>,
    pub duties: Vec<Duty>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Item {
    pub id: StatutoryId,
    pub title: String,
    pub asks: String,
    pub write: String,
}

/// A law or guidance that requires items of some kinds of institution.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Duty {
    /// The kinds of institution, by their values in `school.yaml`.
    pub kinds: Vec<String>,
    pub force: Force,
    pub items: Vec<StatutoryId>,
    /// The law or guidance.
    pub basis: String,
    pub source: String,
    pub read_on: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// The law, or a funding agreement, binds.
    Must,
    /// Guidance advises.
    Should,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatutoryId {
    LeaderName,
    LeaderEmail,
    LeaderPhone,
    ProgrammeSummary,
    AccessPupils,
    AccessParents,
    AccessStaff,
    AccessEmployers,
    ImpactMeasure,
    NextReview,
    ProviderAccessStatement,
    AccessibilityStatement,
}

impl StatutoryFacts {
    pub fn item(&self, id: StatutoryId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The duties of a kind of institution, in the order of the data file.
    pub fn duties_of(&self, kind: &str) -> impl Iterator<Item = &Duty> {
        self.duties.iter().filter(move |duty| duty.kinds.iter().any(|bound| bound == kind))
    }
}

impl Force {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
        }
    }
}
