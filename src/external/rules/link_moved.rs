//! A page on another website that you link to has moved for good. The old address still redirects to it, but websites
//! often remove redirects after a while. Fingerpost checks this only when you ask for it, with `fingerpost check
//! --external`. Open the new address and check that it is the page you mean. Then replace the old address.
//!
//! Wrong:
//!
//! ```yaml
//! booking: http://www.college.example/open-day
//! ```
//!
//! Right:
//!
//! ```yaml
//! booking: https://www.college.example/events/open-day
//! ```

use crate::external::results::LinkResults;
use crate::external::verdict::Verdict;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("link-moved");

pub(super) fn check(results: &LinkResults<'_>, findings: &mut Findings) {
    for (_, places, known) in results.known() {
        let Verdict::Moved { to } = &known.verdict else { continue };
        for place in places {
            let advice = Advice {
                code: CODE,
                severity: Severity::Could,
                message: format!("this page has moved for good to `{to}`"),
                help: "Open the new address. If it is the page you mean, use it instead of the old one.".into(),
            };
            findings.advise(advice, place.clone());
        }
    }
}
