//! The accessibility check is more than a year old, or its date is in the future. The statement should be reviewed at
//! least once a year (UKAuthority on the Government Digital Service's model statement, as stored in November 2026; the
//! duty itself is in the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations
//! 2018). Half an hour with only the keyboard, and with a phone that reads a page aloud, is a good start.
//!
//! Wrong:
//!
//! ```yaml
//! accessibility:
//!   checked-on: 2025-06-12     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! accessibility:
//!   checked-on: 2026-11-16
//! ```

use jiff::ToSpan;

use super::dates::{correct_date, is_older_than};
use crate::check::RuleInput;
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("accessibility-check");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let statement = input.programme.institution.details.accessibility.as_ref();
    let Some(checked) = statement.and_then(|statement| statement.checked_on.as_ref()) else { return };
    let day = date_in_words(checked.value);
    let (message, help) = if checked.value > input.today {
        let message = format!("the accessibility statement says the site was checked on {day}, which is in the future");
        (message, correct_date(input.today))
    } else if is_older_than(checked.value, 1.year(), input.today) {
        let help = "Check the site again: with only the keyboard, zoomed in, and with a screen reader. Then write the date of \
                    the check.";
        (format!("the accessibility check of {day} is more than a year old"), help.to_owned())
    } else {
        return;
    };
    let advice = Advice { code: CODE, severity: Severity::Should, message, help };
    findings.advise(advice, checked.place.clone());
}
