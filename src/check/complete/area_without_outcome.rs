//! Some of your learning outcomes name an area of learning, and in this key stage none is about the areas that the finding
//! names. A programme grows if each area comes back in each key stage, a step further on: the Career Development Framework
//! (Career Development Institute, April 2021) has learning aims for key stage 3, key stage 4 and after 16. The page “Learning
//! outcomes” shows the areas by year. Outcomes that name no area are fine: nothing is reported if none of yours does.
//!
//! Wrong:
//!
//! ```yaml
//! outcomes:
//!   - { can: I can name three routes after Year 11, area: explore-possibilities }
//! ```
//!
//! Right:
//!
//! ```yaml
//! outcomes:
//!   - { can: I can name three routes after Year 11, area: explore-possibilities }
//!   - { can: I can give a good reason for each of my choices, area: manage-career }
//! ```

use std::collections::BTreeSet;

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("area-without-outcome");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    let areas = &programme.institution.areas;
    if !programme.plans.iter().flat_map(|plan| &plan.outcomes).any(|outcome| outcome.area.is_some()) {
        return;
    }
    let learners = || programme.groups.iter().enumerate().filter(|(_, group)| group.are_learners);
    let stages: BTreeSet<u8> = learners().flat_map(|(_, group)| group.key_stages()).collect();
    for stage in stages.into_iter().filter(|stage| *stage >= input.facts.areas.first_key_stage) {
        let in_stage = learners().filter(|(_, group)| group.key_stages().contains(&stage));
        let outcomes = in_stage.flat_map(|(index, _)| programme.plans_for(index)).flat_map(|plan| &plan.outcomes);
        let named: BTreeSet<usize> = outcomes.filter_map(|outcome| outcome.area).collect();
        let missing = areas.iter().enumerate().filter(|(index, _)| !named.contains(index)).map(|(_, area)| area);
        let missing: Vec<_> = missing.collect();
        let Some(first) = missing.first() else { continue };
        let names: Vec<&str> = missing.iter().map(|area| area.name.as_str()).collect();
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("no learning outcome of key stage {stage} is in: {}", names.join(", ")),
            help: format!(
                "Name the area of an outcome that you have, or write one in the file of a year of key stage {stage}: \
                 - {{ can: I can …, area: {} }}.",
                first.id
            ),
        };
        findings.advise(advice, input.place_in_school("areas"));
    }
}
