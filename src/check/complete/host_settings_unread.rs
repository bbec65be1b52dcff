//! Some web hosts read settings only in the top folder of a website. If the careers site is in a sub-folder, the settings that it
//! brings along are not read there: the site works, but browsers keep no files and get no security headers from the host.
//! Give the careers site an address of its own, or copy the settings into the top folder of the website and put the name
//! of the sub-folder before each address in them.
//!
//! Wrong:
//!
//! ```yaml
//! web-address: https://www.ridgeway.example/careers/
//! host: netlify
//! ```
//!
//! Right:
//!
//! ```yaml
//! web-address: https://careers.ridgeway.example/
//! host: netlify
//! ```

use url::Url;

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("host-settings-unread");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let details = &input.programme.institution.details;
    let (Some(host), Some(address)) = (&details.host, &details.web_address) else { return };
    if !host.value.reads_top_folder_only() || !has_folder(address.as_str()) {
        return;
    }
    let advice = Advice {
        code: CODE,
        severity: Severity::Could,
        message: "this host reads its settings only in the top folder of a website, and the site is in a sub-folder"
            .into(),
        help: "Give the careers site an address of its own, or copy the settings into the top folder of the website."
            .into(),
    };
    findings.advise(advice, host.place.clone());
}

/// True for an address with a path: `https://ridgeway.example/careers/`.
fn has_folder(address: &str) -> bool {
    Url::parse(address).is_ok_and(|address| address.path() != "/")
}
