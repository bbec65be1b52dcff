//! A middle or all-through school may be maintained by the council or be an academy. The School Information (England)
//! Regulations 2008 bind the first, as the guidance of 8 May 2025 names them. An academy should publish the same, and
//! must if its funding agreement says so. Fingerpost cannot know which yours is until `school.yaml` says so. The
//! provider access statement is a must for both (Education Act 1997, section 42B, as amended to 1 January 2023).
//!
//! Wrong:
//!
//! ```yaml
//! kind: middle-school
//! ```
//!
//! Right:
//!
//! ```yaml
//! kind: middle-school
//! maintained: no
//! ```

use crate::check::RuleInput;
use crate::framework::Maintained;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("who-maintains");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let bound = input.programme.bound();
    let depends = input.facts.statutory.depends_on_who_maintains(bound.kind);
    if !depends || bound.maintained != Maintained::Unsaid {
        return;
    }
    let institution = &input.programme.institution;
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("it is not said whether the council maintains this {}", institution.kind_facts.name),
        help: "Write `maintained: yes` in school.yaml, or `maintained: no` for an academy. It decides whether the law \
               asks for the careers information on your website, or guidance does."
            .into(),
    };
    findings.advise(advice, institution.place.source.whole_file());
}
