//! Figures of very few people are not shown on the site. In a table of nine answers a neighbour can be
//! recognised. We show results from ten answers on, and destinations
//! from six leavers on. The Department for Education suppresses destinations of fewer than six too (data
//! guidance of the 16 to 18 destination measures, read on 23 November 2026). Nothing is wrong: this tells
//! you why the page says “too few to publish”.
//!
//! Wrong:
//!
//! ```yaml
//! responded: 7
//! ```
//!
//! Right:
//!
//! ```yaml
//! responded: 31     (asked again, or two years counted together)
//! ```

use crate::check::Subject;
use crate::programme::{FEWEST_ANSWERS, FEWEST_LEAVERS};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let programme = subject.programme;
    let with_figures = programme.surveys.iter().filter(|survey| !survey.form.questions.is_empty());
    for survey in with_figures.filter(|survey| survey.has_too_few_answers()) {
        let responded = &survey.form.responded;
        let message = format!("the figures of this survey are not shown: fewer than {FEWEST_ANSWERS} people answered");
        tell(message, &responded.place, findings);
    }
    for leavers in programme.destinations.iter().filter(|leavers| leavers.has_too_few_leavers()) {
        let message = format!("these destinations are not shown: there were fewer than {FEWEST_LEAVERS} leavers");
        tell(message, &leavers.form.cohort.place, findings);
    }
}

fn tell(message: String, place: &Place, findings: &mut Findings) {
    let help = "This keeps single people from being recognised. You need not do anything. What they told you in words \
                is shown, so keep names out of it.";
    let advice = Advice { code: Code::SmallNumber, severity: Severity::Could, message, help: help.into() };
    findings.advise(advice, place.clone());
}
