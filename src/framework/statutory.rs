//! What the website of each kind of institution must or should include, and by which law or guidance.

use serde::Deserialize;

/// The statutory items, and who must publish them.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatutoryFacts {
    /// The items.
    pub items: Vec<Item>,
    /// Who must publish what, and why.
    pub duties: Vec<Duty>,
}

/// Something that a careers website may have to include.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Item {
    /// Its identifier.
    pub id: StatutoryId,
    /// Its name for people.
    pub title: String,
    /// The requirement.
    pub asks: String,
    /// What to write, and in which file.
    pub write: String,
}

/// A law or guidance that requires items of some kinds of institution.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Duty {
    /// The kinds of institution, by their values in `school.yaml`.
    pub kinds: Vec<String>,
    /// Whether it binds or advises.
    pub force: Force,
    /// The items.
    pub items: Vec<StatutoryId>,
    /// The law or guidance.
    pub basis: String,
    /// The source, a web address.
    pub source: String,
    /// The day the source was read.
    pub read_on: String,
}

/// Whether something is law or advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// The law, or a funding agreement, binds.
    Must,
    /// Guidance advises.
    Should,
}

/// A statutory item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the data file describes each")]
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
    /// The facts about an item.
    pub fn item(&self, id: StatutoryId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The duties of a kind of institution, in the order of the data file.
    pub fn duties_of(&self, kind: &str) -> impl Iterator<Item = &Duty> {
        self.duties.iter().filter(move |duty| duty.kinds.iter().any(|bound| bound == kind))
    }
}

impl Force {
    /// As shown to people: must or should.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
        }
    }
}
