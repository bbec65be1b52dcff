//! What keeps people from reading it.

mod alt_text;
mod bold_heading;
mod capitals;
mod colour_contrast;
mod colour_or_place;
mod document_only;
mod document_untagged;
mod fancy_text;
mod heading_order;
mod language_tag;
mod link_text;
mod no_alt_text;
mod other_language;
mod reading_age;
mod same_link_text;
mod syllables;
mod table_heads;

use super::{ContentRule, RuleInput, rule};
use crate::report::Code;

pub(super) const RULES: &[ContentRule] = &[
    rule!("no_alt_text.rs", NoAltText, no_alt_text::check),
    rule!("alt_text.rs", AltText, alt_text::check),
    rule!("heading_order.rs", HeadingOrder, heading_order::check),
    rule!("bold_heading.rs", BoldHeading, bold_heading::check),
    rule!("link_text.rs", LinkText, link_text::check),
    rule!("same_link_text.rs", SameLinkText, same_link_text::check),
    rule!("table_heads.rs", TableHeads, table_heads::check),
    rule!("capitals.rs", Capitals, capitals::check),
    rule!("colour_contrast.rs", ColourContrast, colour_contrast::check),
    rule!("document_only.rs", DocumentOnly, document_only::check),
    rule!("document_untagged.rs", DocumentUntagged, document_untagged::check),
    rule!("reading_age.rs", ReadingAge, reading_age::check),
    rule!("other_language.rs", OtherLanguage, other_language::check),
    rule!("language_tag.rs", LanguageTag, language_tag::check),
    rule!("fancy_text.rs", FancyText, fancy_text::check),
    rule!("colour_or_place.rs", ColourOrPlace, colour_or_place::check),
];

/// False for a rule that cannot run on this site: the reading age is defined for English only.
pub(super) fn applies(code: Code, input: &RuleInput<'_>) -> bool {
    code != Code::ReadingAge || reading_age::is_in_english(input)
}
