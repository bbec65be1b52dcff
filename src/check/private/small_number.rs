//! Figures about very few people are not shown on the site. In a table of nine answers, people can recognise a
//! neighbour. Fingerpost shows results from ten answers, and destinations from six leavers. These limits are ours. The
//! Department for Education leaves out cohorts of fewer than six for another reason: so that schools are not judged by
//! them (data guidance on destinations after 16 to 18 study, as stored in November 2026). Nothing is wrong: this
//! explains why the page says “not published”.
//!
//! Wrong:
//!
//! ```yaml
//! responded: 7
//! ```
//!
//! Right:
//!
//! ```yaml
//! responded: 31     (asked again, or two years combined)
//! ```

use crate::check::RuleInput;
use crate::programme::FiguresUnit;
use crate::programme::disclosure::{self, SuppressionReason, Thresholds};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("small-number");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    let Thresholds { answers, leavers } = Thresholds::of(programme);
    for shown in disclosure::surveys(programme) {
        match &shown.figures {
            _ if shown.survey.questions.is_empty() => {}
            Err(SuppressionReason::TooFew) => {
                let message = format!("the figures of this survey are not shown: fewer than {answers} people answered");
                report(message, &shown.survey.responded.place, findings);
            }
            Err(SuppressionReason::Overlap) => {
                report_overlap("the figures of this survey are", &shown.survey.responded.place, findings);
            }
            Ok(_) => {}
        }
    }
    for table in &programme.figures {
        if let Some((people, place)) = table.small_number() {
            let message = format!("this table is not shown: {people} is a small number of people");
            let help = if table.unit == FiguresUnit::People {
                "This protects single people from being recognised. Put small rows together, or write percentages."
            } else {
                "This protects single people from being recognised. To show the rest of the table, write `fewer than 6` \
                 for this number of people and `not published` for its figures."
            };
            let advice = Advice { code: CODE, severity: Severity::Could, message, help: help.into() };
            findings.advise(advice, place.clone());
        }
    }
    for shown in disclosure::destinations(programme) {
        let place = &shown.destinations.cohort.place;
        match shown.figures {
            Err(SuppressionReason::TooFew) if shown.destinations.people().is_some_and(|people| people < leavers) => {
                let message = format!("these destinations are not shown: there were fewer than {leavers} leavers");
                report(message, place, findings);
            }
            Err(SuppressionReason::TooFew) => {
                report("these destinations are not shown: the numbers are too small".into(), place, findings);
            }
            Err(SuppressionReason::Overlap) => report_overlap("these destinations are", place, findings),
            Ok(_) => {}
        }
    }
}

fn report(message: String, place: &Place, findings: &mut Findings) {
    let help = "This protects single people from being recognised. You do not have to do anything. Their answers in words \
                are shown, so keep names out of them.";
    advise(message, help, place, findings);
}

/// Reports figures that are large enough by themselves, but not together with others.
fn report_overlap(what: &str, place: &Place, findings: &mut Findings) {
    let message = format!("{what} not shown: subtracting them from others would leave too few people");
    let help = "This protects single people from being recognised. If nobody is counted both here and in the other file, \
                write `overlaps: no` in this one.";
    advise(message, help, place, findings);
}

fn advise(message: String, help: &str, place: &Place, findings: &mut Findings) {
    let advice = Advice { code: CODE, severity: Severity::Could, message, help: help.into() };
    findings.advise(advice, place.clone());
}
