//! Your site says when it will next be reviewed, and that day has passed. Maintained schools in England must publish
//! this date and academies should (School Information (England) Regulations 2008, Schedule 4, paragraph 15, as the
//! guidance of 8 May 2025 names them). Read the whole site first, correct what is out of date, and only then set a new
//! date.
//!
//! Wrong:
//!
//! ```yaml
//! reviews:
//!   next-review: 2026-07-17     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! reviews:
//!   next-review: 2027-07-16
//! ```

use crate::check::RuleInput;
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("review-past");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let Some(reviews) = &input.programme.institution.details.reviews else { return };
    let Some(next) = reviews.next_review.as_ref().filter(|next| next.value.is_past(input.today)) else { return };
    let advice = Advice {
        code: CODE,
        severity: Severity::Must,
        message: format!("the date of the next review, {}, has passed", next.value.in_words()),
        help: format!(
            "Today is {}. Read the whole site, correct it, and set a new date. An overdue review is the first thing \
             an inspector sees.",
            date_in_words(input.today)
        ),
    };
    findings.advise(advice, next.place.clone());
}
