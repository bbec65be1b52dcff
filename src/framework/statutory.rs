//! What the website of each kind of institution must or should include, and by which law or guidance.

use serde::Deserialize;

use super::citation::Citation;

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
    /// True if it binds only schools that provide secondary education.
    #[serde(default)]
    pub secondary: bool,
    /// The schools that it binds, by what they say of who maintains them; `None` for all.
    #[serde(default)]
    pub maintained: Option<Maintained>,
    pub items: Vec<StatutoryId>,
    /// The law or guidance, in words for everybody.
    pub basis: String,
    /// True if an agreement with the funder may turn what guidance advises into a requirement.
    #[serde(default)]
    pub agreement: bool,
    /// What only the school needs to know of it.
    #[serde(default)]
    pub advice: Option<String>,
    pub from: Citation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// The law, or a funding agreement, binds.
    Must,
    /// Guidance advises.
    Should,
}

/// Whether the council maintains a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Maintained {
    Yes,
    No,
    /// The school does not say.
    Unsaid,
}

/// What decides the duties of an institution.
#[derive(Clone, Copy, Debug)]
pub struct Bound<'a> {
    /// Its value in `school.yaml`.
    pub kind: &'a str,
    pub maintained: Maintained,
    /// True if it has pupils of Years 7 to 11. The Education Act 1996, section 2, counts older pupils as secondary only at
    /// a school that has these too.
    pub secondary: bool,
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
    IndependentGuidance,
    CareersMaterials,
}

impl StatutoryFacts {
    pub fn item(&self, id: StatutoryId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// True if it matters for this kind whether the council maintains the school.
    pub fn depends_on_who_maintains(&self, kind: &str) -> bool {
        self.duties.iter().any(|duty| duty.maintained.is_some() && duty.kinds.iter().any(|bound| bound == kind))
    }

    /// The duties of an institution, in the order of the data file.
    pub fn duties_of(&self, bound: Bound<'_>) -> impl Iterator<Item = &Duty> {
        self.duties.iter().filter(move |duty| duty.binds(bound))
    }
}

impl Duty {
    fn binds(&self, bound: Bound<'_>) -> bool {
        self.kinds.iter().any(|kind| kind == bound.kind)
            && (bound.secondary || !self.secondary)
            && self.maintained.is_none_or(|maintained| maintained == bound.maintained)
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
