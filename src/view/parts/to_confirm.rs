//! Days that are still to be confirmed, in texts that have no markup.

use crate::language::message;
use crate::programme::Event;
use crate::view::context::Context;

/// A text that ends with the day of an event, or the title of one. Says so if the day is still to be confirmed.
pub(crate) fn with_certainty(text: String, event: &Event, context: &Context<'_>) -> String {
    if event.is_to_be_confirmed() { marked("with_date_to_confirm", &text, context) } else { text }
}

/// A text with dates of terms. Says so if these are still to be confirmed.
pub(crate) fn with_certainty_of_terms(text: String, context: &Context<'_>) -> String {
    if context.year().is_confirmed { text } else { marked("with_term_dates_to_confirm", &text, context) }
}

fn marked(key: &str, text: &str, context: &Context<'_>) -> String {
    message!(context.language, key, text = text)
}
