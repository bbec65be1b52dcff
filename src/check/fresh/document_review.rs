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

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("document-review");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    let statement =
        programme.provider_access.iter().map(|access| ("the provider access statement", &access.next_review));
    let policies = programme.policies.iter().map(|policy| (policy.title.as_str(), &policy.next_review));
    let accessibility = programme.institution.details.accessibility.iter();
    let accessibility = accessibility.map(|statement| ("the accessibility statement", &statement.next_review));
    for (title, next) in statement.chain(accessibility).chain(policies) {
        let Some(next) = next.as_ref().filter(|next| next.value.is_past(input.today)) else { continue };
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
