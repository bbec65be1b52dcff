//! What the website of each kind of institution must or should carry, and by which law or guidance.

use serde::Deserialize;

/// What is asked for, and of whom.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatutoryFacts {
    /// What may be asked for.
    pub items: Vec<Item>,
    /// Who is asked for what, and why.
    pub duties: Vec<Duty>,
}

/// Something that a careers website may have to give.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Item {
    /// A word for it.
    pub id: StatutoryId,
    /// Its name for people.
    pub title: String,
    /// What is asked for.
    pub asks: String,
    /// What to write, and where.
    pub write: String,
}

/// A law or guidance that asks some kinds of institution for some items.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Duty {
    /// Whom it asks, by their words in `school.yaml`.
    pub kinds: Vec<String>,
    /// Whether it binds or advises.
    pub force: Force,
    /// What it asks for.
    pub items: Vec<StatutoryId>,
    /// The law or guidance.
    pub basis: String,
    /// Where it was read.
    pub source: String,
    /// When it was read.
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

/// What a statutory item asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the data file says what each asks for")]
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
    /// An item by its word.
    pub fn item(&self, id: StatutoryId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// What a kind of institution is asked for, in the order of the data file.
    pub fn duties_of(&self, kind: &str) -> impl Iterator<Item = &Duty> {
        self.duties.iter().filter(move |duty| duty.kinds.iter().any(|bound| bound == kind))
    }
}

impl Force {
    /// The word for people: must or should.
    pub fn word(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
        }
    }
}
