//! The accessibility statement says by which date a problem would be fixed, and that date has passed. People who have
//! the problem read it there, and so do the bodies that check statements (GOV.UK, “Sample accessibility statement”, for
//! the regulations of 2018: say when you plan to fix it). If it is fixed, remove it from `known-problems`. If not,
//! write a new date, and what to use until then.
//!
//! Wrong:
//!
//! ```yaml
//! known-problems:
//!   - what: The map of placements has no text version
//!     by: 2026-09-30     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! known-problems:
//!   - what: The map of placements has no text version
//!     instead: Ring 01632 960300, and we read it to you
//!     by: 2027-02-12
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("problem-overdue");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for problem in input.programme.known_problems() {
        let Some(by) = problem.by.as_ref().filter(|by| by.value.is_past(input.today)) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("this problem was due to be fixed {}: {}", by.value.by_in_words(), problem.what),
            help: "If it is fixed, remove it from `known-problems`. If not, write a new date, and add `instead:`."
                .into(),
        };
        findings.advise(advice, by.place.clone());
    }
}
