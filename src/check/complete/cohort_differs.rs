//! Two tables about the same leavers say that different numbers left. A few more or fewer are usual, because tables
//! count on different days. More than one in twenty is probably a mistake, or other leavers. The limit is our own choice.
//!
//! Wrong:
//!
//! ```yaml
//! leavers: Year 11
//! year: 2025
//! basis: actual
//! cohort: 158      (and the file of what they intended has 178)
//! ```
//!
//! Right:
//!
//! ```yaml
//! leavers: Year 11
//! year: 2025
//! basis: actual
//! cohort: 178
//! ```

use std::collections::HashMap;

use crate::check::RuleInput;
use crate::programme::Destinations;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("cohort-differs");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let limit = &input.facts.cohorts.sizes;
    let mut first_of: HashMap<(u32, String), (&Destinations, u32)> = HashMap::new();
    for table in input.programme.destinations.iter().filter(|table| table.title.is_none()) {
        let Some(people) = table.people() else { continue };
        let (other, others) = *first_of.entry(table.cohort_id()).or_insert((table, people));
        if u64::from(people.abs_diff(others)) * 100 <= u64::from(people.max(others)) * u64::from(limit.max_percent) {
            continue;
        }
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!(
                "this table has {people} leavers of {} in {}, and {} has {others}",
                table.who(),
                table.year,
                other.at.path()
            ),
            help: format!(
                "Check both numbers. If these are other leavers, give one of the tables another name after `leavers:` or a \
                 `title:`.\n{}",
                limit.from.cited()
            ),
        };
        findings.advise(advice, table.cohort.place.clone());
    }
}
