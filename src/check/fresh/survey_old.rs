//! The newest survey of one of the five groups is more than a year old. Benchmark 1 asks for regular evaluation with
//! feedback from pupils, parents and carers, teachers and other staff, careers advisers and employers (updated Gatsby
//! Benchmarks, in use from September 2025). Pupils who answered then are in another year now.
//!
//! Wrong:
//!
//! ```yaml
//! from: parents
//! date: 2025-03-20     (the newest from parents, and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! from: parents
//! date: 2026-03-19
//! ```

use jiff::ToSpan;

use crate::check::RuleInput;
use crate::programme::{FeedbackGroup, was_asked_since};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("survey-old");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let words = &input.programme.institution.words;
    let a_year_ago = Some(input.today.saturating_sub(1.year()));
    for group in FeedbackGroup::ALL.iter().filter(|group| !was_asked_since(**group, input.programme, a_year_ago)) {
        // The newest is first.
        let Some(newest) = input.programme.surveys.iter().find(|survey| survey.from == *group) else { continue };
        let date = &newest.date;
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!(
                "the newest survey of {} is from {}, more than a year ago",
                group.name(words),
                date.value.in_words()
            ),
            help: "Ask them again: three questions are enough. Add the counts as a new file in evaluation/surveys/."
                .into(),
        };
        findings.advise(advice, date.place.clone());
    }
}
