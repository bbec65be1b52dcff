//! What an import would save, as it waits for its review.

use crate::import::Draft;
use crate::report::Finding;

/// What a file is imported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ImportKind {
    Programme,
    Events,
    Survey,
}

impl ImportKind {
    pub(super) const ALL: [Self; 3] = [Self::Events, Self::Programme, Self::Survey];

    pub(super) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Events => "events",
            Self::Survey => "survey",
        }
    }

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Programme => "Import activities from a spreadsheet",
            Self::Events => "Import events from a calendar or spreadsheet",
            Self::Survey => "Import the answers to a survey",
        }
    }
}

/// What an import would save, and what is wrong with it.
#[derive(Clone, Debug)]
pub(super) struct ImportReview {
    pub(super) kind: ImportKind,
    pub(super) drafts: Vec<Draft>,
    pub(super) findings: Vec<Finding>,
    /// True if nothing can be saved before the file is put right.
    pub(super) has_errors: bool,
}
