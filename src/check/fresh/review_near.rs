//! The date by which your information is next reviewed is less than a month away. It is among the things that
//! maintained schools in England must publish and academies should (School Information (England) Regulations 2008,
//! Schedule 4, paragraph 15, as the guidance of 8 May 2025 names them), so people will notice an old date. A month is
//! enough to read the whole site, one page each evening.
//!
//! Wrong:
//!
//! ```yaml
//! reviews:
//!   next-review: 2026-12-04     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! reviews:
//!   next-review: 2027-12-03     (once you have read the whole site)
//! ```

use jiff::ToSpan;

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("review-near");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let today = input.today;
    let Some(reviews) = &input.programme.institution.details.reviews else { return };
    let near = today..=today.saturating_add(30.days());
    let Some(next) = reviews.next_review.as_ref() else { return };
    if next.value.is_recurring() || !near.contains(&next.value.latest) {
        return;
    }
    let advice = Advice {
        code: CODE,
        severity: Severity::Could,
        message: format!("the next review is due {}", next.value.by_in_words()),
        help: "Read the whole site and correct what is out of date. Then set a new date, and change `last-updated`."
            .into(),
    };
    findings.advise(advice, next.place.clone());
}
