//! Rules for what keeps people from reading a page.

mod alt_text;
mod bold_heading;
mod capitals;
mod colour_contrast;
mod colour_or_place;
mod document_only;
mod document_untagged;
mod fancy_text;
mod film_transcript;
mod heading_order;
mod language_tag;
mod link_text;
mod no_alt_text;
mod other_language;
mod reading_age;
mod same_link_text;
mod table_heads;

use super::ContentCheck::{EachText, Site, SiteAndTexts, Texts};
use super::text_context::is_english;
use super::{ContentRule, RuleInput, rule};
use crate::report::Code;

pub(super) use capitals::short_forms;
pub(super) use no_alt_text::pictures;
pub(super) use reading_age::for_colleagues;

pub(super) const RULES: &[ContentRule] = &[
    rule!("no_alt_text.rs", no_alt_text::CODE, Texts(no_alt_text::prepare)),
    rule!("alt_text.rs", alt_text::CODE, EachText(alt_text::check)),
    rule!("heading_order.rs", heading_order::CODE, Texts(heading_order::prepare)),
    rule!("bold_heading.rs", bold_heading::CODE, EachText(bold_heading::check)),
    rule!("link_text.rs", link_text::CODE, Texts(link_text::prepare)),
    rule!("same_link_text.rs", same_link_text::CODE, Texts(same_link_text::prepare)),
    rule!("table_heads.rs", table_heads::CODE, EachText(table_heads::check)),
    rule!("capitals.rs", capitals::CODE, Texts(capitals::prepare)),
    rule!("colour_contrast.rs", colour_contrast::CODE, Site(colour_contrast::check)),
    rule!("document_only.rs", document_only::CODE, SiteAndTexts(document_only::check, document_only::prepare)),
    rule!("document_untagged.rs", document_untagged::CODE, Site(document_untagged::check)),
    rule!("reading_age.rs", reading_age::CODE, Texts(reading_age::prepare)),
    rule!("other_language.rs", other_language::CODE, Texts(other_language::prepare)),
    rule!("language_tag.rs", language_tag::CODE, SiteAndTexts(language_tag::check, language_tag::prepare)),
    rule!("fancy_text.rs", fancy_text::CODE, EachText(fancy_text::check)),
    rule!("film_transcript.rs", film_transcript::CODE, Site(film_transcript::check)),
    rule!("colour_or_place.rs", colour_or_place::CODE, Texts(colour_or_place::prepare)),
];

/// False for a rule that cannot run on this site: the reading age is defined for English only.
pub(super) fn applies(code: Code, input: &RuleInput<'_>) -> bool {
    code != reading_age::CODE || is_english(input.programme.institution.language_tag())
}
