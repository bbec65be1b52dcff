//! `evaluation.md` says when each method of asking for feedback will next be used, and one of these dates has passed.
//! Visitors read it as a promise. How the impact of the programme is measured is one of the four things that maintained
//! schools in England must publish and academies should (School Information (England) Regulations 2008, Schedule 4,
//! paragraph 15, as the guidance of 8 May 2025 names them), so it has to be true.
//!
//! Wrong:
//!
//! ```yaml
//! - what: Our own survey for families
//!   last: 2025-03-20
//!   next: 2026-03-19     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! - what: Our own survey for families
//!   last: 2026-03-19
//!   next: 2027-03-18
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("feedback-due");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let methods = input.programme.impact.iter().flat_map(|impact| &impact.methods);
    for method in methods {
        let Some(next) = method.next.as_ref().filter(|next| next.value.is_past(input.today)) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("`{}` was next due {}", method.what, next.value.on_in_words()),
            help: "If it was done, write that date in `last`. Then write the next date in `next`.".into(),
        };
        findings.advise(advice, next.place.clone());
    }
}
