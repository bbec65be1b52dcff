//! The next figures of a cohort are due. Leavers are followed from what they intended to where they were in the autumn and
//! where they still were two terms later. Schools count in October. Sustained destinations are
//! published about two years after pupils left (Department for Education, key stage 4 destination measures, edition of
//! October 2023). `check` asks for three years after they left.
//!
//! Wrong:
//!
//! ```yaml
//! leavers: Year 11
//! year: 2026
//! basis: intended     (and today is 28 November 2026, with no file for where they went)
//! ```
//!
//! Right:
//!
//! ```yaml
//! leavers: Year 11
//! year: 2026
//! basis: actual       (in another file, evaluation/destinations/year-11-2026.yaml)
//! ```

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::check::RuleInput;
use crate::programme::Basis;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("destinations-due");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let due = &input.facts.cohorts.destinations;
    let tables = input.programme.destinations.iter().filter(|table| table.title.is_none());
    let mut stages: HashMap<(u32, String), Basis> = HashMap::new();
    for table in tables.clone().filter(|table| table.basis.is_stage()) {
        let latest = stages.entry(table.cohort_id()).or_insert(table.basis);
        *latest = table.basis.max(*latest);
    }
    let mut seen = HashSet::new();
    // Each cohort once, at its first table.
    for table in tables.filter(|table| seen.insert(table.cohort_id())) {
        let Some(latest) = stages.get(&table.cohort_id()).copied() else { continue };
        let left =
            |later: u32, month: i8| Date::new(i16::try_from(table.year.saturating_add(later)).ok()?, month, 1).ok();
        let is_recent = left(due.years, 11).is_some_and(|last| input.today <= last);
        // The last stage that is due, and that the cohort does not have yet.
        let next = due.stages.iter().rev().find(|stage| {
            let basis = Basis::ALL.iter().find(|basis| basis.as_str() == stage.basis);
            let is_later = basis.is_some_and(|basis| *basis > latest);
            is_later && left(stage.years_later, stage.month).is_some_and(|day| day <= input.today)
        });
        let Some(next) = next.filter(|_| is_recent) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!(
                "it is time to add where {} of {} went (`basis: {}`)",
                table.leavers, table.year, next.basis
            ),
            help: format!(
                "Write the numbers into a file in evaluation/destinations/ with `leavers: {}`, `year: {}` and `basis: {}`. The page \
                 then shows them beside the earlier figures.\n{}",
                table.leavers,
                table.year,
                next.basis,
                next.from.cited()
            ),
        };
        findings.advise(advice, table.at.source.whole_file());
    }
}
