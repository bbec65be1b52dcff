//! The evidence that a careers website can show for the benchmarks' criteria.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EvidenceFacts {
    pub id: Evidence,
    /// The content file or folder that holds it.
    pub file: EvidenceSource,
    /// The page of the site that shows it.
    pub page: EvidencePlace,
    /// What is missing without it, as in “… is not shown yet: the careers leader's training”.
    pub missing: String,
    /// What to write, and in which file.
    pub write: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum EvidenceSource {
    #[serde(rename = "school.yaml")]
    School,
    #[serde(rename = "team.yaml")]
    Team,
    #[serde(rename = "programme.md")]
    Summary,
    #[serde(rename = "programme/")]
    Plans,
    #[serde(rename = "events/")]
    Events,
    #[serde(rename = "evaluation.md")]
    Evaluation,
    #[serde(rename = "evaluation/actions.yaml")]
    Actions,
    #[serde(rename = "evaluation/evidence.yaml")]
    SelfReports,
    #[serde(rename = "evaluation/destinations/")]
    Destinations,
    #[serde(rename = "guidance.md")]
    Guidance,
    #[serde(rename = "offers.yaml")]
    Offers,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidencePlace {
    Home,
    Programme,
    /// The part of the programme page with the access lines.
    Access,
    ByBenchmark,
    Workplaces,
    Events,
    Subjects,
    Team,
    Guidance,
    Employers,
    Evaluation,
    Feedback,
    Destinations,
    /// The evidence page itself: the school's own words.
    Evidence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    HigherEducationVisits,
    WorkplacesBySixteen,
    WorkplaceHours,
    ParentsAndInformation,
    RoleModels,
    StereotypesChallenged,
    InOwnWords,
    EarlyDestinations,
    LastingDestinations,
    FormerPupils,
    EverySubject,
    StaffTraining,
    RangeOfProviders,
    TwoSortsOfProvider,
    GuidanceBySixteen,
    GuidanceByEighteen,
    GuidanceForEveryone,
    QualifiedAdviser,
    GuidanceExplained,
}
