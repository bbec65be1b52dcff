//! A subject of your school is not linked to careers by any activity. Benchmark 4 asks that every pupil, every year and
//! in every subject, learns how its knowledge and skills lead to a wide range of careers (updated Gatsby Benchmarks, in
//! use from September 2025). List your subjects in school.yaml, with the years in which each is taught; the page
//! “Subjects and careers” then shows which subjects take part in which years, and the gaps.
//!
//! Wrong:
//!
//! ```yaml
//! subjects:
//!   - English
//!   - Mathematics
//!   - { name: Music, years: [7, 8, 9] }       # and no activity or event has `subjects: Music`
//! ```
//!
//! Right:
//!
//! ```yaml
//! activities:
//!   - title: Jobs behind a concert
//!     when: spring 1
//!     kind: lesson
//!     subjects: [Music]
//!     benchmarks: [4]
//! ```

use crate::check::RuleInput;
use crate::programme::unlinked_subjects;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("subject-not-linked");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let (institution, groups) = (&input.programme.institution, &input.programme.groups);
    let listed = &institution.subjects;
    if listed.is_empty() {
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: "your subjects are not listed in school.yaml, so gaps in benchmark 4 are not visible".into(),
            help: "Add `subjects: [English, Mathematics, …]` to school.yaml.".into(),
        };
        findings.advise(advice, institution.place.source.whole_file());
    }
    for subject in unlinked_subjects(input.programme) {
        let years: Vec<&str> =
            subject.groups.iter().filter_map(|group| Some(groups.get(*group)?.name.as_str())).collect();
        let learners = groups.iter().filter(|group| group.are_learners).count();
        let in_years = match years.split_last() {
            Some((last, others)) if years.len() < learners && !others.is_empty() => {
                format!(" in {} or {last}", others.join(", "))
            }
            Some((only, _)) if years.len() < learners => format!(" in {only}"),
            _ => String::new(),
        };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("no activity links {} to careers{in_years}", subject.name.value),
            help: format!(
                "Ask the subject's teachers where they teach about careers, and add `subjects: [{}]` to that activity.",
                subject.name.value
            ),
        };
        findings.advise(advice, subject.name.place.clone());
    }
}
