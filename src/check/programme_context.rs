//! Collects what the checks of texts need to know about a programme.

use super::school_years::SIXTH_FORM;
use super::text_context::TextContext;
use super::{accessible, complete, fresh, private};
use crate::programme::Programme;
use crate::text::TextOptions;

pub(super) fn text_context(programme: &Programme) -> TextContext {
    TextContext {
        options: TextOptions::of(programme),
        language: programme.institution.language_tag().to_owned(),
        described_pictures: accessible::pictures(programme, |entry| entry.alt.is_some()),
        decorative_pictures: accessible::pictures(programme, |entry| entry.decorative == Some(true)),
        short_forms: accessible::short_forms(programme),
        replaced_words: complete::replaced_words(programme),
        group_names: programme.groups.iter().map(|group| group.name.clone()).collect(),
        for_colleagues: accessible::for_colleagues(programme),
        year_starts: programme.year.starts,
        outside_year: fresh::outside_year(programme),
        later_years: later_years(programme),
        opportunity_years: programme
            .provider_access
            .iter()
            .flat_map(|access| access.years(&programme.groups))
            .collect(),
        own_terms: programme.year.terms.iter().map(|term| term.name.clone()).collect(),
        other_terms: fresh::other_terms(&programme.year),
        school_names: fresh::school_names(programme),
        contacts: private::known_contacts(programme),
        known_names: private::known_names(programme),
    }
}

/// The years of the sixth form, in a school that has younger years too.
fn later_years(programme: &Programme) -> Vec<u8> {
    let years = programme.groups.iter().flat_map(|group| group.years.iter().copied());
    let (later, younger): (Vec<u8>, Vec<u8>) = years.partition(|year| SIXTH_FORM.contains(year));
    if younger.is_empty() { Vec::new() } else { later }
}
