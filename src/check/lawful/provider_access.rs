//! Schools in England must let providers of technical education and apprenticeships meet their pupils: at least two
//! encounters in each of three key phases (Education Act 1997, section 42B; read on 23 November 2026). They count in
//! Year 8, and in Year 9 up to 28 February; in Year 10, and in Year 11 up to 28 February; in Year 12, and in Year 13 up
//! to 28 February. In the first two phases every pupil takes part; in the third you offer them. Fingerpost counts
//! events and activities of this academic year that have `provider:` and, where all must take part, `attendance:
//! everyone`. Sixth forms and universities do not count. A school without these years does not need the phase.
//!
//! Wrong:
//!
//! ```yaml
//! title: Hallowmere College meets Year 9
//! date: 2027-03-04
//! groups: [year-9]
//! provider: further-education-college
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Hallowmere College meets Year 9
//! date: 2027-02-04
//! groups: [year-9]
//! provider: further-education-college
//! attendance: everyone
//! ```

use crate::check::RuleInput;
use crate::programme::dates::date_in_words;
use crate::programme::{Encounter, NotCounted, PhaseLedger, provider_access_ledger};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("provider-access");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let ledger = provider_access_ledger(input.programme, input.facts);
    for phase in ledger.iter().filter(|phase| !phase.is_met()) {
        let (place, hint) = match phase.not_counted.first() {
            Some((encounter, why)) => (encounter.place().clone(), format!(" {}", hint(*encounter, *why))),
            None => (Place::to_create("events/"), String::new()),
        };
        let duty = &input.facts.provider_access;
        let advice = Advice {
            code: CODE,
            severity: Severity::Must,
            message: message(phase),
            help: format!(
                "Add events or activities with `provider:` and `attendance: everyone`.{hint} {}\n\
                 Education Act 1997, section 42B. {}",
                phase.phase.means,
                duty.from.cited()
            ),
        };
        findings.advise(advice, place);
    }
}

fn message(phase: &PhaseLedger<'_>) -> String {
    let name = phase.phase.name.to_lowercase();
    let needed = phase.needed;
    match phase.encounters.len() {
        0 => format!("the law asks for {needed} encounters with providers in the {name}, and there are none"),
        1 => format!("the law asks for {needed} encounters with providers in the {name}, and there is 1"),
        number => format!("the law asks for {needed} encounters with providers in the {name}, and there are {number}"),
    }
}

/// How an encounter that does not count could count.
fn hint(encounter: Encounter<'_>, why: NotCounted) -> String {
    let title = encounter.title();
    match why {
        NotCounted::NotEveryone => {
            format!("“{title}” counts once it has `attendance: everyone`, if every pupil takes part.")
        }
        NotCounted::TooLate(last) => {
            format!("“{title}” is, or may be, after {}: too late for this phase.", date_in_words(last))
        }
        NotCounted::Example => format!("{title} is made up: it counts once it is yours."),
        NotCounted::Proposed => format!("“{title}” is only proposed: it counts once it is firm."),
    }
}
