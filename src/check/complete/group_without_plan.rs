//! A group in school.yaml has no file in `programme/`, so its own pages do not say what the year is about, what happens
//! in it, or what its pupils can do at the end. Benchmark 1 asks for a programme that is structured and sequenced for
//! all (updated Gatsby Benchmarks, in use from September 2025).
//!
//! Wrong:
//!
//! ```text
//! school.yaml            (with the groups Year 7, Year 8 and Year 9)
//! programme/year-7.md
//! programme/year-8.md
//! ```
//!
//! Right:
//!
//! ```text
//! school.yaml            (with the groups Year 7, Year 8 and Year 9)
//! programme/year-7.md
//! programme/year-8.md
//! programme/year-9.md
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("group-without-plan");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    for (index, group) in programme.groups.iter().enumerate() {
        // The benchmarks begin with Year 7. Younger groups can have a page, but do not need one.
        let is_too_young = !group.years.is_empty() && group.years.iter().all(|year| *year < 7);
        if is_too_young || programme.plans_for(index).next().is_some() {
            continue;
        }
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("{} has no file in programme/, so its pages have only events", group.name),
            help: format!(
                "Write programme/{}.md: what the {} is about, its learning outcomes and its activities. Start \
                 from another group's file.",
                group.id, programme.institution.words.group
            ),
        };
        findings.advise(advice, Place::to_create(&format!("programme/{}.md", group.id)));
    }
}
