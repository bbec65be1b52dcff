//! The evidence that a careers website can show for the benchmarks' criteria.

use serde::Deserialize;

/// A piece of evidence.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EvidenceFacts {
    /// Its identifier.
    pub id: Evidence,
    /// What is missing without it, as in “… is not shown yet: the careers leader's training”.
    pub missing: String,
    /// What to write, and in which file.
    pub write: String,
}

/// What shows that a criterion is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the data file describes each")]
pub enum Evidence {
    StructuredProgramme,
    BackingGovernors,
    BackingHeadteacher,
    BackingSeniorLeaders,
    LeaderNamed,
    LeaderTrained,
    FitsEveryone,
    Outcomes,
    DevelopmentPlan,
    ParentEngagement,
    SummaryPublished,
    AccessLines,
    EveryAudienceServed,
    FiveVoices,
    FourVoices,
    EvaluatedThisYear,
    ChangeFromFeedback,
    AnyGroup,
    EveryGroup,
    EveryGroupTwice,
    EveryKeyStage,
    ByFourteen,
    BySixteen,
    ByEighteen,
    ByEighteenTwice,
    ParentsAndInformation,
    RoleModels,
    InOwnWords,
    EarlyDestinations,
    LastingDestinations,
    FormerPupils,
    EverySubject,
    StaffTraining,
    RangeOfProviders,
    TwoSortsOfProvider,
    QualifiedAdviser,
    GuidanceExplained,
}

impl Evidence {
    /// True if activities and events show it, for each group.
    pub fn is_of_plan(self) -> bool {
        matches!(
            self,
            Self::AnyGroup
                | Self::EveryGroup
                | Self::EveryGroupTwice
                | Self::EveryKeyStage
                | Self::ByFourteen
                | Self::BySixteen
                | Self::ByEighteen
                | Self::ByEighteenTwice
        )
    }
}
