//! A page on another website that you link to is gone. This is looked for only when you ask for it,
//! with `fingerpost check --external`. Websites have bad days: the first time is a hint, and one that
//! is still gone a week later should be mended. Search that website for the page's new address, or
//! take the link out.
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

use crate::external::cache::Remembered;
use crate::external::results::Answers;
use crate::external::verdict::{Loss, Verdict};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("link-gone");

/// After how many days without it a page counts as gone for good.
const FOR_GOOD: i32 = 7;

pub(super) fn check(answers: &Answers<'_>, findings: &mut Findings) {
    for (address, places, known) in answers.known() {
        let Verdict::Gone { why } = known.verdict else { continue };
        places.iter().for_each(|place| findings.advise(advice(address, why, known), place.clone()));
    }
}

fn advice(address: &str, why: Loss, known: &Remembered) -> Advice {
    let is_for_good = known.gone_for() >= FOR_GOOD;
    let message = match why {
        Loss::Page => format!("that website no longer has this page: `{address}`"),
        Loss::Website => format!("there is no such website any more: `{address}`"),
    };
    let day = |date: jiff::civil::Date| date.strftime("%-d %B %Y").to_string();
    let help = match known.gone_since.filter(|_| is_for_good) {
        Some(since) => format!("It has been gone since {}. Find its new address, or take the link out.", day(since)),
        None => "Websites have bad days: open it yourself. If it is gone for good, find its new address.".into(),
    };
    let severity = if is_for_good { Severity::Should } else { Severity::Could };
    Advice { code: CODE, severity, message, help }
}
