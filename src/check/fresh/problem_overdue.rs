//! The accessibility statement says by which day a problem would be mended, and that day has passed. People who meet
//! the problem read it there, and the bodies that look at statements read it, too (GOV.UK, “Sample accessibility
//! statement”: say when you plan to fix it; read on 24 November 2026). If it is mended, take it out of
//! `known-problems`. If not, write a new day, and what to use until then.
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

use super::dates::date_in_words;
use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("problem-overdue");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for problem in input.programme.known_problems() {
        let Some(by) = problem.by.as_ref().filter(|by| by.value < input.today) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("this problem was to be mended by {}: {}", date_in_words(by.value), problem.what),
            help: "If it is mended, take it out of `known-problems`. If not, write a new day, and `instead:`.".into(),
        };
        findings.advise(advice, by.place.clone());
    }
}
