//! A finished page has a link to a page, or a part of a page, that does not exist. Visitors would see an error page, or
//! the top of a long page. Fingerpost checks the links in your texts where you wrote them, and creates the links of its
//! own theme. So this link comes from a file in your theme/ folder. If you do not have one, the mistake is in
//! Fingerpost: please report it.
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

use crate::audit::site_links::{FaultKind, LinkFault, SiteLinks};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("dead-link");

pub(super) fn check(site_links: &SiteLinks<'_>, findings: &mut Findings) {
    for fault in site_links.faults(FaultKind::MissingFile) {
        let why = format!("the site has no file `{}`", fault.target);
        report(&fault, &why, findings);
    }
    for fault in site_links.faults(FaultKind::MissingId) {
        let why = format!("that page has no part called `#{}`", fault.target.split('#').nth(1).unwrap_or_default());
        report(&fault, &why, findings);
    }
}

fn report(fault: &LinkFault<'_>, why: &str, findings: &mut Findings) {
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("{} leads nowhere: {why}", fault.link()),
        help: format!("{} Correct the target, or remove the link.", fault.pages()),
    };
    findings.advise(advice, fault.place.clone());
}
