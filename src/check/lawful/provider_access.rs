//! Schools in England must let providers of technical education and apprenticeships meet their pupils: at least two
//! encounters in each of three key phases (Education Act 1997, section 42B, as amended to 1 January 2023). They count
//! in Year 8, and in Year 9 up to 28 February; in Year 10, and in Year 11 up to 28 February; in Year 12, and in Year 13
//! up to 28 February. In the first two phases every pupil takes part, and does not meet exactly the same provider each
//! time; in the third you offer them. What counts is what each pupil meets over the two years of a phase. So an event
//! for both years counts twice, and last year is taken to have been like this one, unless a file in `provider-access/`
//! says what took place. An activity counts for the years that have no event of it. Only school days count, within the
//! hours of `school-day:` in school.yaml. Fingerpost counts events and activities that have `provider:` and, where all
//! must take part, `attendance: everyone`. A sixth form, university or studio school counts only for what it offers of
//! T Levels, higher technical qualifications or apprenticeships: write `technical: yes`. A school with only one year of
//! a phase gets the finding as *should*: the law does not say how two schools share it.
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
use crate::framework::{Phase, PhaseAttendance};
use crate::programme::dates::date_in_words;
use crate::programme::{Encounter, Meetings, NotCounted, PhaseLedger, has_no_years, provider_access_ledger};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("provider-access");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let ledger = provider_access_ledger(input.programme, input.facts);
    if has_no_years(input.programme, input.facts) {
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: "nothing says which years your groups are in, so the provider access duty can't be checked".into(),
            help: format!(
                "Write the years of each group in school.yaml, such as `years: [8, 9]`: the law counts encounters by year.\n\
                 Education Act 1997, section 42B. {}",
                input.facts.provider_access.from.cited()
            ),
        };
        findings.advise(advice, input.programme.institution.place.source.whole_file());
    }
    for phase in ledger.iter().filter(|phase| !phase.is_met()) {
        let (place, remedy) = remedy(phase);
        let duty = &input.facts.provider_access;
        let advice = Advice {
            code: CODE,
            severity: if phase.is_partial { Severity::Should } else { Severity::Must },
            message: message(phase),
            help: format!(
                "{remedy} {}\n\
                 Education Act 1997, section 42B. {}",
                input.programme.institution.words.in_text(&phase.phase.means),
                duty.from.cited()
            ),
        };
        findings.advise(advice, place);
    }
}

/// Where the duty can be met, and how.
fn remedy(phase: &PhaseLedger<'_>) -> (Place, String) {
    let is_met_this_year = phase.meetings.number >= phase.needed;
    if is_met_this_year && !phase.meetings.is_always_the_same {
        let Phase { any_time_year, until_year, .. } = phase.phase;
        let help = format!(
            "If they met others when they were in Year {any_time_year}, list all that they met then in a file in \
             provider-access/. If not, plan another for Year {until_year}."
        );
        return (Place::to_create("provider-access/"), help);
    }
    let mut counted = phase.encounters.iter().map(|counted| counted.encounter);
    if let Some(encounter) = counted.find(|encounter| encounter.with().is_empty())
        && is_met_this_year
    {
        let help = "Write in `with:` who comes. If it is the same provider each time, ask another.";
        return (encounter.place().clone(), help.to_owned());
    }
    let keys = match phase.phase.attendance {
        PhaseAttendance::Everyone => "`provider:` and `attendance: everyone`",
        PhaseAttendance::Offered => "`provider:`",
    };
    let start = format!("Add events or activities with {keys}.");
    let mut almost = phase.not_counted.iter();
    let almost = almost.clone().find(|(_, why)| why.can_be_fixed()).or_else(|| almost.next());
    match almost {
        Some((encounter, why)) => (encounter.place().clone(), format!("{start} {}", hint(*encounter, *why))),
        None => (Place::to_create("events/"), start),
    }
}

fn message(phase: &PhaseLedger<'_>) -> String {
    let start = format!(
        "the law asks for {} encounters with providers in the {}",
        phase.needed,
        phase.phase.name.to_lowercase()
    );
    let Meetings { number, is_always_the_same } = phase.meetings;
    let is_named = phase.encounters.iter().all(|counted| !counted.encounter.with().is_empty());
    let same = |meetings: Meetings| match meetings.is_always_the_same {
        true if is_named => " with the same provider each time",
        true => ", and nothing says that they are with different providers",
        false => "",
    };
    match (number, phase.second_year) {
        (0, _) => format!("{start}, and there are none"),
        (1, _) => format!("{start}, and there is 1"),
        (_, Some(had)) if number >= phase.needed && !is_always_the_same => {
            let Meetings { number, .. } = had;
            format!("{start}, and pupils now in Year {} will have had {number}{}", phase.phase.until_year, same(had))
        }
        _ => format!("{start}, and there are {number}{}", same(phase.meetings)),
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
        NotCounted::NoSchoolDay => format!("“{title}” is on a day without school, and so does not count."),
        NotCounted::OutsideHours => format!("“{title}” is outside of the school day, and so does not count."),
        NotCounted::NotTechnical => format!(
            "“{title}” counts once it has `technical: yes`, if it is about T Levels, higher technical qualifications or \
             apprenticeships."
        ),
        NotCounted::Incomplete(part) => {
            format!("“{title}” counts once it also covers what the law asks for: add `{}` to `covers`.", part.as_str())
        }
        NotCounted::Proposed => format!("“{title}” is only proposed: it counts once it is firm."),
    }
}
