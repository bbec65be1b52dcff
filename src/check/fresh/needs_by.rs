//! Employers are asked to answer by a date after the event itself. An encounter counts as meaningful if its purpose was
//! clear to the employer and to the young people (Benchmark 5, updated Gatsby Benchmarks, in use from September 2025,
//! as a careers hub explains it: https://llbsp.org.uk/?p=22689): so you need an answer before the event.
//!
//! Wrong:
//!
//! ```yaml
//! date: 2027-01-26
//! needs: Twenty people to interview Year 11
//! needs-by: 2027-11-12
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: 2027-01-26
//! needs: Twenty people to interview Year 11
//! needs-by: 2027-01-12
//! ```

use crate::check::RuleInput;
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("needs-by");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for event in &input.programme.events {
        let Some(by) = event.needs_by.as_ref().filter(|by| by.value > event.date) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!(
                "employers are asked to answer by {}, but the event begins on {}",
                date_in_words(by.value),
                date_in_words(event.date)
            ),
            help: "Write a date before the event in `needs-by`. Two weeks give you time to ask others.".into(),
        };
        findings.advise(advice, by.place.clone());
    }
}
