//! “You said, we did”: what was said or found, and what the school did about it.

use super::super::audience::FeedbackGroup;
use super::super::format::{InexactDate, Located, RichText, Text, record, string_enum};

record! {
    /// “You said, we did”: feedback, and what you did about it.
    pub struct ActionsFile {
        /// One entry for each action.
        list actions: Action;
    }
}

string_enum! {
    /// Where the reason for an action comes from.
    pub enum ActionSource {
        Pupils "pupils",
        Parents "parents",
        Staff "staff",
        CareersAdvisers "careers-advisers",
        Employers "employers",
        Governors "governors",
        FormerPupils "alumni",
        Providers "providers",
        CareersHub "careers-hub",
        /// What the school found itself when it evaluated the programme.
        SelfEvaluation "self-evaluation",
    }
}

impl ActionSource {
    /// The people who said it. `None` for what the school found itself.
    pub fn group(self) -> Option<FeedbackGroup> {
        match self {
            Self::Pupils => Some(FeedbackGroup::Pupils),
            Self::Parents => Some(FeedbackGroup::Parents),
            Self::Staff => Some(FeedbackGroup::Staff),
            Self::CareersAdvisers => Some(FeedbackGroup::CareersAdvisers),
            Self::Employers => Some(FeedbackGroup::Employers),
            Self::Governors => Some(FeedbackGroup::Governors),
            Self::FormerPupils => Some(FeedbackGroup::FormerPupils),
            Self::Providers => Some(FeedbackGroup::Providers),
            Self::CareersHub => Some(FeedbackGroup::CareersHub),
            Self::SelfEvaluation => None,
        }
    }
}

record! {
    /// Something that people said or that you found, and what you did about it.
    pub struct Action {
        /// What they said, or what you found.
        required said: RichText as "What they said, or what you found" = "We hear about events too late", prose;
        /// Who said it: pupils, parents, staff, careers-advisers, employers, governors, alumni, providers, careers-hub,
        /// or self-evaluation for what you found.
        required by: ActionSource as "Who said it" = "parents";
        /// What you did, or will do.
        required did: RichText as "What you did, or will do" = "Dates now go out a term ahead", prose;
        /// The role of the person who is responsible.
        optional owner: Text;
        /// When it is due: a day, a month, a term, “by Easter 2027” or a year.
        optional due: Located<InexactDate>;
        /// When it was done.
        optional done: InexactDate;
    }
}
