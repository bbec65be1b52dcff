//! The name of a language, and links to the same page in other languages.

use serde::Serialize;

use crate::programme::{Direction, LanguageTag};
use crate::view::address::Address;
use crate::view::format;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageName {
    pub tag: String,
    /// The language of what is written: English for a sign language.
    pub lang: String,
    pub name: String,
    pub dir: Direction,
}

impl LanguageName {
    pub(crate) fn of(language: &LanguageTag) -> Self {
        // Names are items of lists, so they get a capital. Georgian doesn't capitalise words.
        let name = language.own_name();
        let name = if language.primary() == "ka" { name } else { format::capital(&name) };
        let lang = if language.is_signed() { "en" } else { language.tag() };
        Self { tag: language.tag().to_owned(), lang: lang.to_owned(), name, dir: language.direction() }
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink {
    #[serde(flatten)]
    pub language: LanguageName,
    pub address: Address,
    pub current: bool,
    pub original: bool,
}
