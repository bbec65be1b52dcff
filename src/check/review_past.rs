//! The date of the next review has passed: visitors see that nobody has looked.

use super::Subject;
use crate::report::{Findings, Problem};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(reviews) = &subject.programme.institution.details.reviews else { return };
    let Some(next) = reviews.next_review.as_ref().filter(|next| next.value < subject.today) else { return };
    let in_words = |date: jiff::civil::Date| date.strftime("%-d %B %Y").to_string();
    findings
        .add(Problem::ReviewPast { date: in_words(next.value), today: in_words(subject.today) }, next.place.clone());
}
