//! An event or page has no audience, so none of the four landing pages links to it. Benchmark 1 asks that pupils,
//! parents and carers, staff and employers can reach and understand the programme (updated Gatsby Benchmarks, in use
//! from September 2025). Say who it is for, or move the file out of the folder until it is ready.
//!
//! Wrong:
//!
//! ```yaml
//! title: Careers fair
//! date: 2027-03-04
//! audiences: []
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Careers fair
//! date: 2027-03-04
//! audiences: [pupils, parents, employers]
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("nobody-told");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    let events = programme.events.iter().filter(|event| event.audiences.0.is_empty());
    let events = events.map(|event| (&event.title, event.prose.place.source.whole_file()));
    let pages =
        programme.pages.iter().filter(|page| page.audiences.as_ref().is_some_and(|audiences| audiences.0.is_empty()));
    let pages = pages.map(|page| (&page.title, page.prose.place.source.whole_file()));
    for (title, place) in events.chain(pages) {
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("“{title}” is not shown to any audience"),
            help: "Write who it is for: `audiences: [pupils, parents, staff, employers]`, or some of them.".into(),
        };
        findings.advise(advice, place);
    }
}
