//! Pages in further languages, and the links between a page and its translations.
//!
//! A translation stands in a folder of its language: `parents.ur.md` becomes `ur/parents.html`. No
//! group, page or folder of the site can have that address. The part that is translated carries the
//! language and its direction; what stands around it keeps the language of the site.

use crate::programme::Prose;
use crate::programme::Translation;
use crate::programme::slug;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::format::DayInWords;
use crate::view::parts::language_name::LanguageName;
use crate::view::parts::link::LinkTo;
use serde::Serialize;

/// A text in another language.
#[derive(Debug, Serialize)]
pub struct TranslationPage<'a> {
    /// Its language.
    pub language: LanguageName,
    /// What the language is called in English.
    pub in_english: String,
    /// One line about it, in its language.
    pub summary: Option<&'a str>,
    /// The translation.
    pub text: &'a Prose,
    /// The page that it translates.
    pub original: LinkTo,
    /// Who translated it.
    pub translator: Option<&'a str>,
    /// True if a machine did.
    pub machine: bool,
    /// When.
    pub translated: Option<DayInWords>,
    /// The day the original was changed after that.
    pub outdated: Option<DayInWords>,
}

/// Where a translation stands.
pub(crate) fn address(translation: &Translation) -> Address {
    let name = slug(translation.of.stem());
    let folder = translation.language.tag().to_lowercase();
    Address::new(match translation.of.folder_at_top() {
        top @ ("pages" | "policies") => format!("{folder}/{top}/{name}.html"),
        _ => format!("{folder}/{name}.html"),
    })
}

/// The page of a translation.
pub(crate) fn translation<'a>(
    translation: &'a Translation,
    original: LinkTo,
    context: &Context<'a>,
) -> TranslationPage<'a> {
    TranslationPage {
        language: LanguageName::of(&translation.language),
        in_english: translation.language.english_name(),
        summary: translation.summary.as_deref(),
        text: &translation.prose,
        original,
        translator: translation.translator.as_deref(),
        machine: translation.is_by_machine(),
        translated: translation.translated.as_ref().map(|day| context.language.day(day.value)),
        outdated: translation.outdated(context.programme).map(|day| context.language.day(day)),
    }
}
