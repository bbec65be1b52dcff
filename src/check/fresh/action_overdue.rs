//! Under “You said, we did” something was to be done by a day that has passed, and nothing says that it
//! was. Feedback is asked for so as to increase impact (Benchmark 1 as updated, Gatsby Benchmarks, read on
//! 23 November 2026): a promise that is kept, or honestly moved, is what makes people answer next time.
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

use super::dates::date_in_words;
use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("action-overdue");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for action in input.programme.actions.iter().filter(|action| action.done.is_none()) {
        let Some(due) = action.due.as_ref().filter(|due| due.value < input.today) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("this was to be done by {}, and nothing says it was", date_in_words(due.value)),
            help:
                "If it was done, add `done:` with the day. If not, write a new day in `due`, and tell those who asked."
                    .into(),
        };
        findings.advise(advice, due.place.clone());
    }
}
