//! What an event can be: its kind, the kind of provider, what an encounter contains, and who takes part.

use super::format::string_enum;

string_enum! {
    pub enum EventKind {
        Fair "fair",
        Evening "evening" as "Evening event",
        Talk "talk",
        Visit "visit",
        Workshop "workshop",
        Assembly "assembly",
        Interviews "interviews",
        WorkExperience "work-experience",
        OpenDay "open-day",
        Guidance "guidance",
        Training "training",
        Deadline "deadline",
        Other "other",
    }
}

string_enum! {
    pub enum ProviderKind {
        FurtherEducationCollege "further-education-college",
        SixthFormCollege "sixth-form-college",
        TrainingProvider "training-provider",
        ApprenticeshipProvider "apprenticeship-provider",
        UniversityTechnicalCollege "university-technical-college",
        University "university",
        SchoolSixthForm "school-sixth-form",
        StudioSchool "studio-school",
    }
}

string_enum! {
    /// What an encounter with a provider contains (Education Act 1997, section 42B).
    pub enum EncounterPart {
        Provider "provider",
        Careers "careers",
        Learning "learning",
        Questions "questions",
    }
}

string_enum! {
    pub enum Attendance {
        Everyone "everyone",
        Optional "optional",
    }
}
