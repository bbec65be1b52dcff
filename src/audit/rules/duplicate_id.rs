//! Two parts of one finished page have the same id. Links to it lead to the first only, and screen readers may read out
//! the label of the wrong part (WCAG 2.2, 1.3.1 and 4.1.2; HTML standard, "the id attribute"). This cannot happen with
//! Fingerpost's own ids: look for a copied part in your theme/ folder.
//!
//! Wrong:
//!
//! ```html
//! <h2 id="dates">Dates</h2>
//! <h2 id="dates">Dates for parents</h2>
//! ```
//!
//! Right:
//!
//! ```html
//! <h2 id="dates">Dates</h2>
//! <h2 id="dates-for-parents">Dates for parents</h2>
//! ```

use crate::audit::site_links::{FaultKind, SiteLinks};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("duplicate-id");

pub(super) fn check(site_links: &SiteLinks<'_>, findings: &mut Findings) {
    for fault in site_links.faults(FaultKind::DuplicateId) {
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("two parts of one page have the id `{}`", fault.target),
            help: format!("{} Give one of them another id.", fault.pages()),
        };
        findings.advise(advice, fault.place);
    }
}
