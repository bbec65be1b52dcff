//! Formats dates for messages, and checks how old they are.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// True if `date` is more than `span` before today.
pub(super) fn is_older_than(date: Date, span: Span, today: Date) -> bool {
    date.saturating_add(span) < today
}

/// About a term and the holiday after it.
pub(super) fn a_term() -> Span {
    4.months()
}
