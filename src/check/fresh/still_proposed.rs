//! An activity is still marked as proposed, and the time it was planned for is over. Visitors think that it may still
//! happen. Say what happened: you also need it when you evaluate the programme.
//!
//! Wrong:
//!
//! ```yaml
//! - title: Visit to the boatyard
//!   when: autumn 1     (and today is 23 November 2026)
//!   status: proposed
//! ```
//!
//! Right:
//!
//! ```yaml
//! - title: Visit to the boatyard
//!   when: spring 1
//!   status: proposed
//! ```

use crate::check::RuleInput;
use crate::programme::Status;
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("still-proposed");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    for activity in &programme.activities {
        if activity.status.value != Status::Proposed {
            continue;
        }
        let last = activity.when.iter().map(|when| programme.year.span(*when).1).max();
        let Some(last) = last.filter(|last| *last < input.today) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!(
                "`{}` is still marked as proposed, but its time ended on {}",
                activity.title,
                date_in_words(last)
            ),
            help: "If it took place, write `status: firm`. If it did not, write `status: cancelled` or a later time."
                .into(),
        };
        findings.advise(advice, activity.status.place.clone());
    }
}
