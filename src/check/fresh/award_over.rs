//! The site shows an award that has expired. The Quality in Careers Standard, for one, lasts up to three years (Quality
//! in Careers, as stored in November 2026). Visitors believe that you hold an award that they see on the page.
//!
//! Wrong:
//!
//! ```yaml
//! awards:
//!   - name: Quality in Careers Standard
//!     until: 2026-01-31     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! awards:
//!   - name: Quality in Careers Standard
//!     until: 2029-01-31
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("award-over");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for award in &input.programme.institution.details.awards {
        let Some(until) = award.until.as_ref().filter(|until| until.value.is_past(input.today)) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("the award `{}` expired {}", award.name, until.value.on_in_words()),
            help: "If you hold it again, write the new date. If not, remove the award.".into(),
        };
        findings.advise(advice, until.place.clone());
    }
}
