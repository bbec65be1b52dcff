//! One of the four audiences has nothing to read that is written for it: no welcome page, no event and no note. Schools
//! are asked to say how pupils, parents and carers, teachers and employers can get the information about the programme
//! (School Information (England) Regulations 2008, Schedule 4, paragraph 15, as the guidance of 8 May 2025 names them),
//! and Benchmark 1 asks that all of them can reach and understand it (updated Gatsby Benchmarks, in use from September
//! 2025).
//!
//! Wrong:
//!
//! ```text
//! pupils.md
//! parents.md
//! ```
//!
//! Right:
//!
//! ```text
//! pupils.md
//! parents.md
//! staff.md
//! employers.md
//! ```

use crate::check::RuleInput;
use crate::programme::{Audience, is_served};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("audience-unserved");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    for audience in Audience::ALL.iter().filter(|audience| !is_served(**audience, programme)) {
        let name = audience.name(&programme.institution.words);
        let word = audience.as_str();
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("nothing is written for {name} yet"),
            help: format!(
                "Write {word}.md: what they can find here, in a sentence or two. Or add `{word}:` notes to \
                 activities, or write {word} after `audiences:` of an event."
            ),
        };
        let place = programme.welcome(*audience).map(|welcome| welcome.prose.place.source.whole_file());
        findings.advise(advice, place.unwrap_or_else(|| Place::to_create(&format!("{word}.md"))));
    }
}
