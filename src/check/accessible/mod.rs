//! Rules for what keeps people from reading a page.

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
mod table_heads;

use super::{ContentRule, RuleInput, rule};
use crate::report::Code;

pub(super) const RULES: &[ContentRule] = &[
    rule!("no_alt_text.rs", no_alt_text::CODE, no_alt_text::check),
    rule!("alt_text.rs", alt_text::CODE, alt_text::check),
    rule!("heading_order.rs", heading_order::CODE, heading_order::check),
    rule!("bold_heading.rs", bold_heading::CODE, bold_heading::check),
    rule!("link_text.rs", link_text::CODE, link_text::check),
    rule!("same_link_text.rs", same_link_text::CODE, same_link_text::check),
    rule!("table_heads.rs", table_heads::CODE, table_heads::check),
    rule!("capitals.rs", capitals::CODE, capitals::check),
    rule!("colour_contrast.rs", colour_contrast::CODE, colour_contrast::check),
    rule!("document_only.rs", document_only::CODE, document_only::check),
    rule!("document_untagged.rs", document_untagged::CODE, document_untagged::check),
    rule!("reading_age.rs", reading_age::CODE, reading_age::check),
    rule!("other_language.rs", other_language::CODE, other_language::check),
    rule!("language_tag.rs", language_tag::CODE, language_tag::check),
    rule!("fancy_text.rs", fancy_text::CODE, fancy_text::check),
    rule!("colour_or_place.rs", colour_or_place::CODE, colour_or_place::check),
];

/// False for a rule that cannot run on this site: the reading age is defined for English only.
pub(super) fn applies(code: Code, input: &RuleInput<'_>) -> bool {
    code != reading_age::CODE || reading_age::is_in_english(input)
}
