//! Figures to compare with do not say what they measure. National figures are usually the share of schools that fully
//! achieve a benchmark, and not an average score. The two look alike and cannot be compared, so Fingerpost shows only
//! average scores beside your own.
//!
//! Wrong:
//!
//! ```yaml
//! comparators:
//!   - { scope: national, year: 2024-25, source: Careers & Enterprise Company, scores: { 1: 60 } }
//! ```
//!
//! Right:
//!
//! ```yaml
//! comparators:
//!   - { scope: national, year: 2024-25, source: Careers & Enterprise Company, measures: fully-achieved, scores: { 1: 60 } }
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("comparator-measure");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let comparators = input.programme.evaluations.iter().flat_map(|evaluation| &evaluation.comparators);
    for comparator in comparators.filter(|one| one.scores.is_some() && one.measures.is_none()) {
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: "these figures do not say what they measure, so they are not shown beside your scores".into(),
            help:
                "Write `measures: average-score`, or `measures: fully-achieved` for the share of schools or colleges \
                   that fully achieve each benchmark."
                    .into(),
        };
        findings.advise(advice, comparator.year.place.clone());
    }
}
