//! Every term in `school.yaml` has ended, so the site is about a year that has ended. In the summer holidays this is
//! just a reminder. Once the next academic year has begun, families look for this year's dates and find last year's:
//! the information that schools must publish is that of the current academic year (Department for Education, what
//! schools must publish online, as a website reproduces it, as stored in November 2026).
//!
//! To start the new year: keep a copy of the folder. Change the label, the first day and the terms in `school.yaml`.
//! Move last year's files out of `events/` and write this year's. Read the files in `programme/` for anything with a
//! date. Then run `fingerpost check` again: it shows what you missed.
//!
//! Wrong:
//!
//! ```yaml
//! year:
//!   label: 2025-26     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! year:
//!   label: 2026-27
//! ```

use crate::check::RuleInput;
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("year-over");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let year = &input.programme.year;
    let Some(last) = year.terms.last().filter(|term| term.ends < input.today) else { return };
    let label = &input.programme.institution.details.year.label;
    let ended = format!("the last term of {} ended on {}", label.value, date_in_words(last.ends));
    let (severity, message) = if input.today > year.ends {
        (Severity::Should, format!("{ended}, and a new academic year has begun"))
    } else {
        (Severity::Could, ended)
    };
    let help = "Write the next year's label, first day and terms in school.yaml. Move last year's events out of \
                events/ and write the new ones. `fingerpost explain year-over` lists the steps.";
    findings.advise(Advice { code: CODE, severity, message, help: help.into() }, label.place.clone());
}
