//! The accessibility statement of a public body does not say who checked the site, when and how. A statement rests on
//! an evaluation, and says how it was made (Public Sector Bodies (Websites and Mobile Applications) (No. 2)
//! Accessibility Regulations 2018, regulation 8; Commission Implementing Decision (EU) 2018/1523, article 3, of which
//! the model statement is the annex). Fingerpost checks what a program can check. Half an hour with only the keyboard,
//! zoomed in, and with a phone that reads a page aloud, is a good start.
//!
//! Wrong:
//!
//! ```yaml
//! accessibility:
//!   contact: The careers leader, careers@ridgeway.example
//! ```
//!
//! Right:
//!
//! ```yaml
//! accessibility:
//!   contact: The careers leader, careers@ridgeway.example
//!   checked-on: 2026-11-16
//!   checked-by: The careers leader and the SENDCo
//!   method: With the keyboard alone and at 400% zoom, on ten pages
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity, Subject, list};

pub(super) const CODE: Code = Code::new("accessibility-unchecked");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let institution = &input.programme.institution;
    // A missing statement has its own finding.
    let Some(statement) = institution.details.accessibility.as_ref().filter(|statement| statement.contact.is_some())
    else {
        return;
    };
    if !input.facts.accessibility.regulations.binds(institution.kind.as_str()) || statement.describes_check() {
        return;
    }
    let parts = [
        ("`checked-on`", statement.checked_on.is_some()),
        ("`method`", statement.method.is_some()),
        ("`checked-by`", statement.checked_by.is_some()),
    ];
    let missing: Vec<&str> = parts.iter().filter(|(_, is_present)| !is_present).map(|(key, _)| *key).collect();
    let message = if missing.len() == parts.len() {
        "according to the accessibility statement, nobody has checked this site yet".to_owned()
    } else {
        format!("the accessibility statement does not give all details of the check: add {}", list(&missing))
    };
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message,
        help: format!(
            "Check the site with only the keyboard, zoomed in, and with a screen reader. Then write {} below `accessibility:`.",
            list(&missing)
        ),
    };
    // A contact that is made up comes first.
    let line = Subject::line(&statement.at);
    findings.advise_needing(advice, statement.at.clone(), [line]);
}
