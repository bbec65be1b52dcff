//! The accessibility statement claims more than can be true, or names a success criterion that does not exist. “Fully
//! compliant” means that every page meets every point of the standard. You cannot claim it while you list a known
//! problem, and the statement must say who checked the site, and when. A wrong statement is worse than none, because
//! people rely on it (Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018,
//! regulation 8). The page does not repeat a claim like this. Most websites are partly compliant, and say so.
//!
//! Wrong:
//!
//! ```yaml
//! accessibility:
//!   status: full
//!   known-problems:
//!     - The map of placements has no text version
//! ```
//!
//! Right:
//!
//! ```yaml
//! accessibility:
//!   status: partial
//!   known-problems:
//!     - what: The map of placements has no text version
//!       criteria: [1.1.1]
//! ```

use crate::check::{AccessibilityAudit, RuleInput};
use crate::programme::Accessibility;
use crate::report::{Advice, Code, Findings, Place, Severity, list};

pub(super) const CODE: Code = Code::new("accessibility-claim");

/// Takes what the accessibility rules found in what is published.
pub(super) fn check(input: &RuleInput<'_>, audit: &AccessibilityAudit, findings: &mut Findings) {
    let Some(statement) = &input.programme.institution.details.accessibility else { return };
    if let Some(place) = statement.claims_full_compliance() {
        report_claim(statement, place, &failures(input, audit), input, findings);
    }
    let known = &input.facts.accessibility;
    for criterion in input.programme.known_problems().flat_map(|problem| &problem.criteria) {
        if known.criterion(&criterion.value).is_none() {
            let message = format!("`{}` is not a success criterion of WCAG 2.2", criterion.value);
            let help = "Criteria have three numbers, such as 1.1.1 for text alternatives and 1.4.3 for contrast.";
            report(message, help, criterion.place.clone(), findings);
        }
    }
}

fn report_claim(
    statement: &Accessibility,
    place: &Place,
    failures: &[&str],
    input: &RuleInput<'_>,
    findings: &mut Findings,
) {
    let problems = input.programme.known_problems().count();
    if problems > 0 {
        let what = if problems == 1 { "a known problem".to_owned() } else { format!("{problems} known problems") };
        let message = format!("the accessibility statement says `full`, but lists {what}");
        report(message, "Write `status: partial`, or remove the problems that are fixed.", place.clone(), findings);
    }
    if let (0, Some(code)) = (problems, failures.first()) {
        let message =
            format!("the accessibility statement says `full`, but this content has faults: {}", list(failures));
        let help = format!("`fingerpost check --only {code}` shows them. Fix them, or write `status: partial`.");
        report(message, &help, place.clone(), findings);
    }
    if statement.checked_on.is_none() || statement.checked_by.is_none() {
        let message = "the accessibility statement says `full`, but not who checked the site, or when".to_owned();
        let help = "Write `checked-on:` and `checked-by:`. Until then, the page does not repeat the claim.";
        report(message, help, place.clone(), findings);
    }
}

/// The codes of findings that break the standard, in the order of the rules.
fn failures(input: &RuleInput<'_>, audit: &AccessibilityAudit) -> Vec<&'static str> {
    let found = audit.rules.iter().filter(|audited| !audited.files.is_empty()).map(|audited| audited.code.as_str());
    found.filter(|code| input.facts.accessibility.failed_by(code).is_some()).collect()
}

fn report(message: String, help: &str, place: Place, findings: &mut Findings) {
    let advice = Advice { code: CODE, severity: Severity::Should, message, help: help.into() };
    findings.advise(advice, place);
}
