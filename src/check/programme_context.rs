//! Collects what the checks of texts need to know about a programme.

use super::text_context::TextContext;
use super::{accessible, fresh, private};
use crate::programme::Programme;
use crate::text::TextOptions;

pub(super) fn text_context(programme: &Programme) -> TextContext {
    TextContext {
        options: TextOptions::of(programme),
        language: programme.institution.language_tag().to_owned(),
        described_pictures: accessible::described(programme),
        short_forms: accessible::short_forms(programme),
        for_colleagues: accessible::for_colleagues(programme),
        year_starts: programme.year.starts,
        outside_year: fresh::outside_year(programme),
        contacts: private::known_contacts(programme),
        known_names: private::known_names(programme),
    }
}
