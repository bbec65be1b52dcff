//! The newest evaluation against the benchmarks is old, or the next one is overdue. Two rules apply. The Careers &
//! Enterprise Company advises a short review of the benchmarks every term and a full one every year, and a full
//! evaluation of the programme at least every three years (its questions and answers for mainstream schools, and its
//! guide to completing Compass, as stored in November 2026). The date by which the published information is reviewed is
//! separate: it is in `next-review`.
//!
//! Wrong:
//!
//! ```yaml
//! date: 2025-07-11     (the newest evaluation, and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: 2026-07-10
//! next: 2026-12-11
//! ```

use jiff::ToSpan;

use super::dates::{a_term, correct_date, is_older_than};
use crate::check::RuleInput;
use crate::programme::Evaluation;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("evaluation-old");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    // The newest is last. It makes earlier due dates irrelevant.
    if let Some(newest) = input.programme.evaluations.last() {
        report_benchmarks(newest, input, findings);
    }
    let reviews = input.programme.institution.details.reviews.as_ref();
    let Some(evaluated) = reviews.and_then(|reviews| reviews.programme_evaluated.as_ref()) else { return };
    let day = evaluated.value.on_in_words();
    let is_future = evaluated.value.earliest > input.today;
    let (severity, message) = if is_future {
        (Severity::Should, format!("the site says the programme was evaluated {day}, which is in the future"))
    } else if is_older_than(evaluated.value.latest, 3.years(), input.today) {
        (Severity::Should, format!("the programme was last evaluated {day}, more than three years ago"))
    } else if is_older_than(evaluated.value.latest, 1.year(), input.today) {
        (Severity::Could, format!("the programme was last evaluated {day}, more than a year ago"))
    } else {
        return;
    };
    let help =
        "Evaluate the whole programme once a year if you can, and every three years at least. Then write the day here.";
    let help = if is_future { correct_date(input.today) } else { help.to_owned() };
    findings.advise(Advice { code: CODE, severity, message, help }, evaluated.place.clone());
}

fn report_benchmarks(newest: &Evaluation, input: &RuleInput<'_>, findings: &mut Findings) {
    let day = newest.date.value.in_words();
    let overdue = newest.next.as_ref().filter(|next| next.value.is_past(input.today));
    let is_future = newest.date.value.earliest > input.today;
    let (severity, message, place) = if is_future {
        let message = format!("the newest evaluation is dated {day}, which is in the future");
        (Severity::Should, message, &newest.date.place)
    } else if let Some(next) = overdue {
        let message =
            format!("the next evaluation was due {}, and none has been added since", next.value.on_in_words());
        (Severity::Should, message, &next.place)
    } else if is_older_than(newest.date.value.latest, 1.year(), input.today) {
        let message = format!("the newest evaluation, of {day}, is more than a year old");
        (Severity::Should, message, &newest.date.place)
    } else if newest.next.is_none() && is_older_than(newest.date.value.latest, a_term(), input.today) {
        let message = format!(
            "the newest evaluation, of {day}, is more than a term old, and it does not say when the next one is due"
        );
        (Severity::Could, message, &newest.date.place)
    } else {
        return;
    };
    let help = "Complete Compass, or your own review, and add its results as a file in evaluation/benchmarks/. In it, \
                write in `next` when the following one is due.";
    let help = if is_future { correct_date(input.today) } else { help.to_owned() };
    findings.advise(Advice { code: CODE, severity, message, help }, place.clone());
}
