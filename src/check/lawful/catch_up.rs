//! Every pupil must meet providers of technical education or apprenticeships at least twice in each of the first two key
//! phases (Education Act 1997, section 42B, as amended to 1 January 2023). If the programme has no more encounters than
//! that, pupils who are away for one meet too few providers. So the event states when they catch up. A recording does not
//! let pupils ask questions, and so does not count.
//!
//! Wrong:
//!
//! ```yaml
//! title: Hallowmere College meets Year 8
//! provider: further-education-college
//! attendance: everyone
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Hallowmere College meets Year 8
//! provider: further-education-college
//! attendance: everyone
//! catch-up: Live online on Wednesday 25 November 2026
//! ```

use crate::check::RuleInput;
use crate::programme::provider_access_ledger;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("catch-up");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let cited = input.facts.provider_access.from.cited();
    for ledger in provider_access_ledger(input.programme, input.facts).iter().filter(|ledger| ledger.is_met()) {
        for event in ledger.without_catch_up() {
            let advice = Advice {
                code: CODE,
                severity: Severity::Should,
                message: format!("“{}” does not say how pupils who are away catch up", event.title),
                help: format!(
                    "Write `catch-up:` in this event, with the day on which they meet a provider. The law asks that every \
                     pupil meets providers at least {} times in the {}.\n{cited}",
                    ledger.needed,
                    ledger.phase.name.to_lowercase()
                ),
            };
            findings.advise(advice, event.at.clone());
        }
    }
}
