//! An action under “You said, we did” was due by a day that has passed, and it is not marked as done. Schools ask for
//! feedback to increase impact (Benchmark 1, updated Gatsby Benchmarks, in use from September 2025). People answer
//! again if promises are kept, or honestly postponed.
//!
//! Wrong:
//!
//! ```yaml
//! - said: We hear about events too late
//!   did: Dates go out a term ahead
//!   due: 2026-10-02     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! - said: We hear about events too late
//!   did: Dates go out a term ahead
//!   due: 2026-10-02
//!   done: 2026-09-28
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("action-overdue");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for action in input.programme.actions.iter().filter(|action| action.done.is_none()) {
        let Some(due) = action.due.as_ref().filter(|due| due.value.is_past(input.today)) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("this was due {}, and is not marked as done", due.value.by_in_words()),
            help:
                "If it was done, add `done:` with the date. If not, write a new date in `due`, and let the people who asked know."
                    .into(),
        };
        findings.advise(advice, due.place.clone());
    }
}
