//! The lines of the table that shows what the next year changes.

use crate::report::ContentPath;

/// One change, or one thing to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRow {
    pub path: ContentPath,
    /// Where it is, by the line before the change. 0 for the whole file.
    pub line: usize,
    /// What it is: the title of the event, or the key.
    pub what: String,
    pub was: String,
    /// Empty if nobody knows.
    pub becomes: String,
    pub why: String,
    pub certainty: Certainty,
}

/// How sure a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Somebody at the school must decide or look it up.
    ToDecide,
    /// A rule gave it, and somebody has to look.
    ToConfirm,
    Sure,
}

impl Certainty {
    /// As the table has it.
    pub fn words(self) -> &'static str {
        match self {
            Self::ToDecide => "to decide",
            Self::ToConfirm => "to confirm",
            Self::Sure => "sure",
        }
    }
}
