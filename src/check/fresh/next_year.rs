//! The next academic year needs planning. Fingerpost reminds you from Easter on: the council or trust has published its
//! term dates by then, and speakers, rooms and coaches are easiest to find before the summer. You have until the first
//! day of the new year; the site shows this year until you change it.
//!
//! `fingerpost year next` shows what would change: the terms, the days of events, and the reviews. Nothing is changed
//! until you add `--write`. It then keeps this year's texts in `archive/`, and marks what somebody has to look at with
//! `confirm: yes`.
//!
//! Wrong:
//!
//! ```yaml
//! year:
//!   label: 2026-27     (and it is September 2027)
//! ```
//!
//! Right:
//!
//! ```yaml
//! year:
//!   label: 2027-28     (planned in June and July 2027)
//! ```

use jiff::civil::Date;

use super::reviews::document_reviews;
use crate::check::RuleInput;
use crate::programme::dates::date_in_words;
use crate::programme::format::{InexactDate, Located};
use crate::programme::{AcademicYear, Programme, easter};
use crate::report::{Advice, Code, Findings, Severity, list};

pub(super) const CODE: Code = Code::new("next-year");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let year = &input.programme.year;
    let is_time = easter_of(year).is_some_and(|easter| easter <= input.today) && input.today <= year.terms_end();
    if !is_time {
        return;
    }
    let next = year.next_label().map_or_else(|| "the next academic year".to_owned(), |label| format!("`{label}`"));
    let starts = year.next_starts();
    let advice = Advice {
        code: CODE,
        severity: Severity::Could,
        message: format!("{next} begins on {}: it is time to plan it", date_in_words(starts)),
        help: format!(
            "Ask for the term dates of your council or trust now. `fingerpost year next` shows what would change, and \
             `fingerpost year next --write` changes it.{}",
            reviews_before(starts, input)
        ),
    };
    findings.advise(advice, input.programme.institution.details.year.label.place.clone());
}

/// Easter Sunday in an academic year.
fn easter_of(year: &AcademicYear) -> Option<Date> {
    let sundays = [year.starts.year(), year.ends.year()].into_iter().filter_map(|year| easter(year).ok());
    sundays.into_iter().find(|sunday| year.contains(*sunday))
}

/// A sentence about the reviews between today and a day. Empty if there are none.
fn reviews_before(day: Date, input: &RuleInput<'_>) -> String {
    let falls_before = |(_, next): &(&str, &Located<InexactDate>)| {
        !next.value.is_recurring() && !next.value.is_past(input.today) && next.value.latest < day
    };
    let reviews = site_reviews(input.programme).chain(document_reviews(input.programme)).filter(falls_before);
    let reviews: Vec<String> = reviews.map(|(title, next)| format!("{title} ({})", next.value.in_words())).collect();
    if reviews.is_empty() { String::new() } else { format!(" Reviews due before then: {}.", list(&reviews)) }
}

/// The reviews of the site and of the programme.
fn site_reviews(programme: &Programme) -> impl Iterator<Item = (&str, &Located<InexactDate>)> {
    let reviews = programme.institution.details.reviews.iter();
    reviews.flat_map(|reviews| {
        let of_site = reviews.next_review.as_ref().map(|next| ("the information on the site", next));
        of_site.into_iter().chain(reviews.programme_next_review.as_ref().map(|next| ("the programme", next)))
    })
}
