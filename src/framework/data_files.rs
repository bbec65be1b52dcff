//! The data files, as the build script joins them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    AccessibilityFacts, Citation, EvidenceFacts, FirstNames, Framework, KindFacts, OldWords, OutsideDates,
    PrivacyWords, ProviderAccessDuty, Reading, StatutoryFacts, ThemeTests, Weeks, Wording,
};

/// The files in `data/`, by name.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct DataFiles {
    pub(super) benchmarks: FrameworksFile,
    pub(super) statutory: StatutoryFacts,
    pub(super) evidence: EvidenceFile,
    pub(super) provider_access: ProviderAccessDuty,
    pub(super) kinds: KindsFile,
    pub(super) old_words: OldWords,
    pub(super) privacy: PrivacyWords,
    pub(super) reading: Reading,
    pub(super) wording: Wording,
    pub(super) first_names: FirstNames,
    pub(super) accessibility: AccessibilityFacts,
    pub(super) theme_tests: ThemeTests,
    pub(super) weeks: Weeks,
    pub(super) outside_dates: OutsideDates,
    pub(super) sources: BTreeMap<String, Citation>,
}

#[derive(Deserialize)]
pub(super) struct FrameworksFile {
    pub(super) frameworks: Vec<Framework>,
}

#[derive(Deserialize)]
pub(super) struct EvidenceFile {
    pub(super) evidence: Vec<EvidenceFacts>,
}

#[derive(Deserialize)]
pub(super) struct KindsFile {
    pub(super) kinds: Vec<KindFacts>,
}
