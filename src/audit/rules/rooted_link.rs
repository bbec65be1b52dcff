//! A finished page has a link that works on some hosts only. A link that begins with / starts at the root of the host:
//! in a sub-folder of the school's website, or on a memory stick, it misses your site. A link that begins with //
//! leads to another website, but not from a memory stick. A link that ends in a folder shows a page on a web host, but
//! a list of files, or nothing, on a memory stick. Fingerpost's own links do none of this, so this one comes from a
//! file in theme/.
//!
//! Wrong:
//!
//! ```html
//! <a href="/team.html">Team</a>
//! <a href="{{ page.root }}pupils/">Pupils</a>
//! ```
//!
//! Right:
//!
//! ```html
//! <a href="{{ page.root }}team.html">Team</a>
//! <a href="{{ page.root }}pupils/index.html">Pupils</a>
//! ```

use crate::audit::site_links::{FaultKind, LinkFault, SiteLinks};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("rooted-link");

pub(super) fn check(site_links: &SiteLinks<'_>, findings: &mut Findings) {
    for fault in site_links.faults(FaultKind::RootRelative) {
        let help = "Begin the target with {{ page.root }}, which leads to the folder of your home page ({{ root }} in footer.html).";
        report(&fault, "begins with `/`, so it breaks when the site is in a sub-folder", help, findings);
    }
    for fault in site_links.faults(FaultKind::WithoutScheme) {
        let help = "Write https: in front of it.";
        report(&fault, "begins with `//`, so it breaks when the site is opened from a memory stick", help, findings);
    }
    for fault in site_links.faults(FaultKind::Folder) {
        let help = "Write the full path to the page, with index.html at the end.";
        report(&fault, "ends in a folder, so it breaks when the site is opened from a memory stick", help, findings);
    }
}

fn report(fault: &LinkFault<'_>, what: &str, help: &str, findings: &mut Findings) {
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("{} {what}: `{}`", fault.link(), fault.target),
        help: format!("{} {help}", fault.pages()),
    };
    findings.advise(advice, fault.place.clone());
}
