//! A finished page has a link that works on some hosts only. A link that begins with / starts at the
//! root of the host: in a sub-folder of the school's website, or from a memory stick, it leads past
//! your site. A link that ends in a folder shows a page on a web host, but a list of files, or
//! nothing, from a memory stick. Our own links never do either, so this comes from a file in theme/.
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

use crate::audit::site_links::{Fault, Finding, Survey};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("rooted-link");

pub(super) fn check(survey: &Survey<'_>, findings: &mut Findings) {
    for fault in survey.faults(Fault::AtRoot) {
        let help = "Begin the target with {{ page.root }}, the way up to your home page ({{ root }} in foot.html).";
        tell(&fault, "begins with `/`, so it breaks when the site lies in a sub-folder", help, findings);
    }
    for fault in survey.faults(Fault::InFolder) {
        let help = "Write the whole way to the page, with index.html at its end.";
        tell(&fault, "ends in a folder, so it breaks when the site is opened from a memory stick", help, findings);
    }
}

fn tell(fault: &Finding<'_>, what: &str, help: &str, findings: &mut Findings) {
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("{} {what}: `{}`", fault.link(), fault.target),
        help: format!("{} {help}", fault.pages()),
    };
    findings.advise(advice, fault.place.clone());
}
