//! An activity or event names a subject that is nearly one of those in school.yaml. The page “Subjects and careers” then has a row for
//! each spelling, and the right one lacks this activity.
//!
//! Wrong:
//!
//! ```yaml
//! subjects: [Histroy]
//! ```
//!
//! Right:
//!
//! ```yaml
//! subjects: [History]
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity, did_you_mean};

pub(super) const CODE: Code = Code::new("misspelt-subject");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let listed = &input.programme.institution.subjects;
    for (name, at) in input.programme.unlisted_subjects().into_values() {
        let Some(meant) = did_you_mean(name, listed.iter().map(|subject| subject.name.value.as_str())) else {
            continue;
        };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("`{name}` is not one of the subjects in school.yaml"),
            help: format!(
                "Did you mean `{meant}`? If `{name}` is a subject of its own, add it to `subjects:` in school.yaml."
            ),
        };
        findings.advise(advice, at.clone());
    }
}
