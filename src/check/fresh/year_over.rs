//! Every term in `school.yaml` has ended, so the site is about a year that has ended, and says so. In the summer holidays
//! this is just a reminder. Once the next academic year has begun, families look for this year's dates and find last
//! year's: the information that schools must publish is that of the current academic year (Department for Education, what
//! schools must publish online, as a website reproduces it, as stored in November 2026).
//!
//! To start the new year, run `fingerpost year next`: it shows what would change, such as the terms and the days of
//! events. `fingerpost year next --write` keeps last year's texts in `archive/` and changes the others. Then run
//! `fingerpost check` again: it lists the days that somebody has to confirm.
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
    let last = year.terms_end();
    if input.today <= last {
        return;
    }
    let what = if year.terms.is_empty() { "the year" } else { "the last term of" };
    let ended = format!("{what} {} ended on {}", year.label, date_in_words(last));
    let (severity, message) = if input.today > year.ends {
        (Severity::Should, format!("{ended}, and a new academic year has begun"))
    } else {
        (Severity::Could, ended)
    };
    let next = year.next_label().unwrap_or_else(|| "the next year".to_owned());
    let help = format!(
        "`fingerpost year next` shows what would change for {next}, and `fingerpost year next --write` changes it. \
         `fingerpost explain year-over` says more."
    );
    let place = input.programme.institution.details.year.label.place.clone();
    findings.advise(Advice { code: CODE, severity, message, help }, place);
}
