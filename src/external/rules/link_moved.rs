//! A page on another website that you link to has moved for good. The old address still leads there,
//! but such signs are often taken down after a while. This is looked for only when you ask for it,
//! with `fingerpost check --external`. Open the new address, see that it is what you mean, and put it
//! in place of the old one.
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

use crate::external::results::Answers;
use crate::external::verdict::Verdict;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("link-moved");

pub(super) fn check(answers: &Answers<'_>, findings: &mut Findings) {
    for (_, places, known) in answers.known() {
        let Verdict::Moved { to } = &known.verdict else { continue };
        for place in places {
            let advice = Advice {
                code: CODE,
                severity: Severity::Could,
                message: format!("this page has moved for good to `{to}`"),
                help: "Open the new address. If it is what you mean, put it in place of the old one.".into(),
            };
            findings.advise(advice, place.clone());
        }
    }
}
