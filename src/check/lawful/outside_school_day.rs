//! An encounter with a provider is on a day without school, or outside the hours of the school day. Encounters count for
//! the law on provider access only during the standard school day: a parents' evening or a Saturday does not count
//! (statutory guidance on careers and provider access, edition of 2023, as a school prints it). The event is fine; you
//! need another encounter for the law. Write your hours after `school-day:` in school.yaml.
//!
//! Wrong:
//!
//! ```yaml
//! title: Hallowmere College meets Year 10
//! starts: 17:30
//! provider: further-education-college
//! attendance: everyone
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Hallowmere College meets Year 10
//! starts: 10:00
//! provider: further-education-college
//! attendance: everyone
//! ```

use crate::check::RuleInput;
use crate::programme::{NotCounted, outside_school_day};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("outside-school-day");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for (event, why) in outside_school_day(input.programme, input.facts) {
        let when = if why == NotCounted::NoSchoolDay { "on a day without school" } else { "outside of the school day" };
        let cited = input.facts.provider_access.within_school_day.from.cited();
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("this encounter is {when}, and does not count for the law: “{}”", event.title),
            help: format!(
                "Plan another encounter within the school day, or correct the day or the time. The hours of your school day \
                 are `school-day:` in school.yaml.\n{cited}"
            ),
        };
        findings.advise(advice, event.at.clone());
    }
}
