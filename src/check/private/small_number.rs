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
use crate::programme::disclosure::{PublishedLeavers, SuppressionReason, TableFigures, TableSuppression, Thresholds};
use crate::programme::{FiguresFile, FiguresUnit};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("small-number");

const NOTHING_TO_DO: &str = "This protects single people from being recognised. You do not have to do anything.";

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let figures = input.figures;
    let Thresholds { answers, leavers } = Thresholds::of(input.programme);
    for shown in &figures.surveys {
        match &shown.figures {
            _ if shown.survey.questions.is_empty() => {}
            Err(SuppressionReason::TooFew) => {
                let message = format!("the figures of this survey are not shown: fewer than {answers} people answered");
                let help = format!("{NOTHING_TO_DO} Their answers in words are shown, so keep names out of them.");
                advise(message, &help, &shown.survey.responded.place, findings);
            }
            Err(SuppressionReason::Overlap) => {
                report_overlap("the figures of this survey are", &shown.survey.responded.place, findings);
            }
            Ok(_) => {}
        }
    }
    for TableFigures { table, suppressed } in &figures.tables {
        if let Some(suppressed) = suppressed {
            report_table(table, suppressed, findings);
        }
    }
    for shown in &figures.destinations {
        let place = &shown.destinations.cohort.place;
        match &shown.figures {
            Err(SuppressionReason::TooFew) if shown.destinations.people().is_some_and(|people| people < leavers) => {
                let message = format!("these destinations are not shown: there were fewer than {leavers} leavers");
                report(message, place, findings);
            }
            Err(SuppressionReason::TooFew) => {
                report("these destinations are not shown: the numbers are too small".into(), place, findings);
            }
            Err(SuppressionReason::Overlap) => report_overlap("these destinations are", place, findings),
            Ok(PublishedLeavers { is_in_shares: true, .. }) => {
                let message = "only shares are shown of these destinations: the number of leavers differs by a few from that \
                               of another table of the same leavers";
                let help = "This protects single people from being recognised. You do not have to do anything. If one of the \
                            numbers is a mistake, correct it.";
                advise(message.into(), help, place, findings);
            }
            Ok(_) => {}
        }
    }
    for counts in &figures.meetings {
        for row in counts.rows.iter().filter(|row| row.figures.is_err()) {
            let message = format!("the guidance meetings of {} are not shown: the numbers are too small", row.name);
            report(message, &counts.counts.file.at, findings);
        }
    }
}

fn report_table(table: &FiguresFile, suppressed: &TableSuppression<'_>, findings: &mut Findings) {
    match suppressed {
        TableSuppression::Small { people, place } => {
            let message = format!("this table is not shown: {people} is a small number of people");
            let help = if table.unit == FiguresUnit::People {
                "This protects single people from being recognised. Put small rows together, or write percentages."
            } else {
                "This protects single people from being recognised. To show the rest of the table, write `fewer than 10` \
                 for this number of people and `not published` for its figures."
            };
            advise(message, help, place, findings);
        }
        TableSuppression::Share { share, place } => {
            let unit = if share.ends_with('%') || share.contains("of") { "" } else { "%" };
            let message =
                format!("this table is not shown: {share}{unit} stands for a few of its people, or for all but a few");
            let help = "This protects single people from being recognised. Take this number of people out of `cohorts:`, or write \
                        `not published` for the figure.";
            advise(message, help, place, findings);
        }
        TableSuppression::Remainder { people } => {
            let message = format!(
                "this table is not shown: the total less the other numbers leaves {people}, which is few people"
            );
            let help = "This protects single people from being recognised. Put small rows together, or leave the total \
                        out, also in other tables.";
            advise(message, help, &table.at, findings);
        }
        TableSuppression::Overlap { other } => {
            let message = format!(
                "this table is not shown: next to {}, it would show results of too few people",
                other.at.path()
            );
            let help = "This protects single people from being recognised. If nobody is counted in both tables, write \
                        `overlaps: no` in this one.";
            advise(message, help, &table.at, findings);
        }
    }
}

fn report(message: String, place: &Place, findings: &mut Findings) {
    advise(message, NOTHING_TO_DO, place, findings);
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
