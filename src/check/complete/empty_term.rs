//! Nothing is planned for a group in a whole term. Its pages for that term will be empty, and a long gap is easy to
//! miss when the plan is made year by year. Benchmark 1 asks for a programme that is sequenced (updated Gatsby
//! Benchmarks, in use from September 2025); that no term is empty is our advice. If the gap is intended, leave it.
//!
//! Wrong:
//!
//! ```yaml
//! activities:
//!   - { title: Careers fair, when: spring, kind: event }
//! ```
//!
//! Right:
//!
//! ```yaml
//! activities:
//!   - { title: What work is like, when: autumn, kind: lesson }
//!   - { title: Careers fair, when: spring, kind: event }
//!   - { title: Workplace visit, when: summer, kind: visit }
//! ```

use crate::check::RuleInput;
use crate::programme::{Cancelled, Programme, Status, When};
use crate::report::{Advice, Code, Findings, Severity, Subject};

pub(super) const CODE: Code = Code::new("empty-term");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    for (index, group) in programme.groups.iter().enumerate() {
        // A group without a file has its own finding.
        let Some(plan) = programme.plan_of(index) else { continue };
        let used = used_terms(index, programme);
        let empty: Vec<&str> = programme
            .year
            .terms
            .iter()
            .zip(&used)
            .filter(|(term, is_used)| !**is_used && term.ends >= input.today)
            .map(|(term, _)| term.name.as_str())
            .collect();
        if empty.is_empty() {
            continue;
        }
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("{} has nothing planned in: {}", group.name, empty.join(", ")),
            help: "Plan something, or move an activity. If the gap is intended, leave it.".into(),
        };
        let content = Subject::Content(plan.prose.path().to_string());
        findings.advise_needing(advice, plan.prose.place.source.whole_file(), [content]);
    }
}

/// For each term, whether the group has an activity or event in it.
fn used_terms(group: usize, programme: &Programme) -> Vec<bool> {
    let all_terms = programme.year.terms.len();
    let mut used = vec![false; all_terms];
    let mut mark = |term: usize| {
        if let Some(is_used) = used.get_mut(term) {
            *is_used = true;
        }
    };
    for activity in &programme.activities {
        if activity.groups.contains(&group) && activity.status.value != Status::Cancelled {
            // What has no date yet may fill any term.
            let terms = if activity.is_undated() { (0..all_terms).collect() } else { activity.terms.clone() };
            terms.into_iter().for_each(&mut mark);
        }
    }
    for event in &programme.events {
        if event.groups.contains(&group) && event.cancelled == Cancelled::No {
            let days = event.days().iter().filter(|day| programme.year.contains(**day));
            days.flat_map(|day| programme.year.terms_of(When::Day(*day))).for_each(&mut mark);
        }
    }
    used
}
