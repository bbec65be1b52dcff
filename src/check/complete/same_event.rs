//! An activity and an event have a partner, a benchmark, the groups and the time in common. If they are one thing, pages
//! show it once, with the date. Say so with `event`: the name of the event's file, or its title. If they are two, write
//! `event: none`.
//!
//! Wrong:
//!
//! ```yaml
//! - title: A day at the boatyard
//!   when: march
//!   with: [Greywater Boatyard]
//! ```
//!
//! Right:
//!
//! ```yaml
//! - title: A day at the boatyard
//!   when: march
//!   with: [Greywater Boatyard]
//!   event: 2027-03-11-boatyard-visit
//! ```

use crate::check::RuleInput;
use crate::programme::ActivityEvents;
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("same-event");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for (activity, event) in ActivityEvents::new(input.programme).unsure {
        let stem = event.prose.path().stem();
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!(
                "Is “{}” the event “{}” on {}? Pages show it twice",
                activity.title,
                event.title,
                date_in_words(event.date)
            ),
            help: format!("If it is, write `event: {stem}` below the activity. If it is not, write `event: none`."),
        };
        findings.advise(advice, activity.at.clone());
    }
}
