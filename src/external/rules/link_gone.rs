//! A page on another website that you link to is gone. Fingerpost checks this only when you ask for it, with
//! `fingerpost check --external`. Websites have bad days: the first time is a hint, and a link that is still broken a
//! week later should be fixed. Search that website for the page's new address, or remove the link.
//!
//! Wrong:
//!
//! ```markdown
//! [Apprenticeships](https://www.apprenticeships.example/old-page)     (the page was taken down)
//! ```
//!
//! Right:
//!
//! ```markdown
//! [Apprenticeships](https://www.apprenticeships.example/find)
//! ```

use crate::external::cache::CachedLink;
use crate::external::results::LinkResults;
use crate::external::verdict::{GoneReason, Verdict};
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("link-gone");

/// A page that is missing for this many days counts as gone for good.
const GONE_FOR_GOOD_DAYS: i32 = 7;

pub(super) fn check(results: &LinkResults<'_>, findings: &mut Findings) {
    for (address, places, known) in results.known() {
        let Verdict::Gone { why } = known.verdict else { continue };
        places.iter().for_each(|place| findings.advise(advice(address, why, known), place.clone()));
    }
}

fn advice(address: &str, why: GoneReason, known: &CachedLink) -> Advice {
    let is_for_good = known.days_gone() >= GONE_FOR_GOOD_DAYS;
    let message = match why {
        GoneReason::Page => format!("that website no longer has this page: `{address}`"),
        GoneReason::Website => format!("this website no longer exists: `{address}`"),
    };
    let help = match known.gone_since.filter(|_| is_for_good) {
        Some(since) => {
            format!("It has been gone since {}. Find its new address, or remove the link.", date_in_words(since))
        }
        None => "Websites have bad days: open it yourself. If it is gone for good, find its new address.".into(),
    };
    let severity = if is_for_good { Severity::Should } else { Severity::Could };
    Advice { code: CODE, severity, message, help }
}
