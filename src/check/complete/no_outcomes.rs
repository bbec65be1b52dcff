//! A group's file does not say what its pupils will know or be able to do at the end. Benchmark 1 asks for a programme
//! that is built on learning outcomes (updated Gatsby Benchmarks, in use from September 2025). Two or three sentences
//! that a pupil can tick off are enough.
//!
//! Wrong:
//!
//! ```yaml
//! theme: Choosing
//! question: Which subjects keep my options open?
//! ```
//!
//! Right:
//!
//! ```yaml
//! theme: Choosing
//! question: Which subjects keep my options open?
//! outcomes:
//!   - I can name three routes after Year 11
//!   - I know who to ask about my choices
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("no-outcomes");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    for (index, group) in programme.groups.iter().enumerate() {
        let Some(plan) = programme.plans_for(index).next() else { continue };
        let has_outcomes = programme.plans_for(index).any(|plan| !plan.outcomes.is_empty());
        if has_outcomes || !group.are_learners {
            continue;
        }
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("{} has no learning outcomes", group.name),
            help: "Write `outcomes:` with two or three lines, such as: - I can name three routes after Year 11.".into(),
        };
        findings.advise(advice, plan.prose.place.source.whole_file());
    }
}
