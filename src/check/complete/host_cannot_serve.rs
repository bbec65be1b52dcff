//! The site is a folder of pages that link to each other. Google Drive shows files one by one and no longer shows websites, and the
//! editor of a school website takes single texts: links, styles, search and calendars would be lost. Copy the folder to a web
//! host, of which several cost nothing for a site of this size, or ask who looks after the school's website to put it into a
//! sub-folder. Then link to it from the school's website, or show it there in a frame.
//!
//! Wrong:
//!
//! ```yaml
//! host: google-drive-or-cms
//! ```
//!
//! Right:
//!
//! ```yaml
//! host: github-pages
//! ```

use crate::check::RuleInput;
use crate::programme::Host;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("host-cannot-serve");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let host = input.programme.institution.details.host.as_ref();
    let Some(host) = host.filter(|host| host.value == Host::GoogleDriveOrCms) else { return };
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: "a site can't be shown from Google Drive, or from pages in the editor of a school website".into(),
        help:
            "Put the folder `site` on a web host, such as GitHub Pages or Cloudflare Pages, or ask who looks after the \
               school’s website for a sub-folder. Then link to it from the school’s website."
                .into(),
    };
    findings.advise(advice, host.place.clone());
}
