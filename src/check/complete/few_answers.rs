//! Only a small share of the people you asked have answered. The few who answer are often those who were most pleased or
//! most annoyed, so figures such as “80% agree” may not hold for the others. Below one in ten we say so: the limit is
//! ours. Nothing is wrong with the answers themselves: they are worth reading, and the site shows how many there were.
//!
//! Wrong:
//!
//! ```yaml
//! invited: 400
//! responded: 12
//! ```
//!
//! Right:
//!
//! ```yaml
//! invited: 400
//! responded: 164     (asked again, in tutor time)
//! ```

use crate::check::RuleInput;
use crate::programme::Survey;
use crate::programme::format::{PeopleCount, Percent};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("few-answers");

/// The share of those asked, in percent, below which answers may not hold for the others.
const MIN_SHARE: u32 = 10;

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    // Figures that are not shown have their own finding.
    let shown = input.figures.surveys.iter().filter(|shown| shown.figures.is_ok());
    for survey in shown.map(|shown| shown.survey) {
        let Some(answered) = few(survey) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("{answered} answered this survey: too few to know what the others think"),
            help: "Ask again, in tutor time or at an event, or use the answers as single voices: do not write that \
                   “most” think so."
                .into(),
        };
        findings.advise(advice, survey.responded.place.clone());
    }
}

/// “12 of 400 people”, if that is few.
fn few(survey: &Survey) -> Option<String> {
    match (survey.responded.value, survey.invited) {
        (PeopleCount::Number(people), Some(invited)) => {
            let is_few = u64::from(people) * 100 < u64::from(invited) * u64::from(MIN_SHARE);
            is_few.then(|| format!("{people} of {invited} people"))
        }
        (PeopleCount::Share(share), _) => {
            (share.number() < f64::from(MIN_SHARE) && share > Percent::ZERO).then(|| format!("{share}% of the people"))
        }
        _ => None,
    }
}
