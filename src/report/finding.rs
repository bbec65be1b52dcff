//! A finding: what is wrong, where, and how to put it right.

use std::borrow::Cow;

use super::{Advice, Code, Place, Problem, Severity, Subject};

/// One thing that is wrong, missing or worth knowing, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stable code of its kind.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// One line: what is wrong.
    pub message: String,
    /// How to fix it. Lines after the first are shown as a note.
    pub help: String,
    /// A label for the marked place, where it needs one.
    pub label: Option<Cow<'static, str>>,
    /// The file and the span in it.
    pub place: Place,
    /// True for advice that no law requires. `build` only counts it; `check` prints it.
    pub is_advice: bool,
    /// What can't be relied on because of it.
    pub breaks: Vec<Subject>,
    /// What must be right for it to be true: it follows from a finding that breaks any of this.
    pub needs: Vec<Subject>,
}

impl Finding {
    pub fn new(problem: &impl Problem, place: Place) -> Self {
        Self {
            code: problem.code(),
            severity: problem.severity(),
            message: problem.message(),
            help: problem.help(),
            label: problem.label().map(Cow::Borrowed),
            place,
            is_advice: false,
            breaks: problem.breaks(),
            needs: problem.needs(),
        }
    }

    /// A finding of a rule.
    pub(super) fn advice(advice: &Advice, place: Place) -> Self {
        Self { is_advice: advice.severity > Severity::Must, ..Self::new(advice, place) }
    }
}
