//! A policy or the provider access statement is overdue for review. Its page shows when it is next reviewed, and that
//! day has passed. Governors usually approve the provider access statement every year (The Key's model statement of
//! 2023). Have it approved, then write both dates.
//!
//! Wrong:
//!
//! ```yaml
//! title: Careers policy
//! next-review: 2026-09-30     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Careers policy
//! approved-on: 2026-11-18
//! next-review: 2027-11-17
//! ```

use super::reviews::document_reviews;
use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("document-review");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for (title, next) in document_reviews(input.programme) {
        if !next.value.is_past(input.today) {
            continue;
        }
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("the review of {title} was due {}", next.value.by_in_words()),
            help:
                "Have it reviewed and approved. Then write the new date in `next-review`, and in `approved-on` if it has \
                   one."
                    .into(),
        };
        findings.advise(advice, next.place.clone());
    }
}
