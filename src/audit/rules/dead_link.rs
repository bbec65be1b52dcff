//! A finished page has a link that leads nowhere, or to a part of a page that is not there. Visitors
//! would meet an error page, or be left at the top of a long one. We check the links of your texts
//! where you wrote them, and make those of our own theme; what is left comes from a file in your
//! theme/ folder. If you have none, the fault is ours: please tell us.
//!
//! Wrong:
//!
//! ```html
//! <a href="{{ page.root }}leader.html">The careers leader</a>     (in theme/base.html)
//! ```
//!
//! Right:
//!
//! ```html
//! <a href="{{ page.root }}team.html">The careers leader</a>
//! ```

use crate::audit::site_links::{Fault, Finding, Survey};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("dead-link");

pub(super) fn check(survey: &Survey<'_>, findings: &mut Findings) {
    for fault in survey.faults(Fault::NoFile) {
        let why = format!("the site has no file `{}`", fault.target);
        tell(&fault, &why, findings);
    }
    for fault in survey.faults(Fault::NoPart) {
        let why = format!("no part of that page is called `#{}`", fault.target.split('#').nth(1).unwrap_or_default());
        tell(&fault, &why, findings);
    }
}

fn tell(fault: &Finding<'_>, why: &str, findings: &mut Findings) {
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("{} leads nowhere: {why}", fault.link()),
        help: format!("{} Mend the target, or take the link out.", fault.pages()),
    };
    findings.advise(advice, fault.place.clone());
}
