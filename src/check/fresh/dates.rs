//! How old dates are, and what to do about those to come.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::programme::date_in_words;

/// The help for something that was done on a day to come.
pub(super) fn correct_date(today: Date) -> String {
    format!("Today is {}. Correct the date.", date_in_words(today))
}

/// True if `date` is more than `span` before today.
pub(super) fn is_older_than(date: Date, span: Span, today: Date) -> bool {
    date.saturating_add(span) < today
}

/// About a term and the holiday after it.
pub(super) fn a_term() -> Span {
    4.months()
}
