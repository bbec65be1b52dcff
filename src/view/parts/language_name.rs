//! The name of a language, and links to the same page in other languages.

use serde::Serialize;

use crate::programme::{Direction, LanguageTag};
use crate::view::address::Address;
use crate::view::format;

/// A language, with the data that pages need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageName {
    /// Its tag.
    pub tag: String,
    /// Its name in the language itself.
    pub name: String,
    /// Its writing direction.
    pub dir: Direction,
}

impl LanguageName {
    pub(crate) fn of(language: &LanguageTag) -> Self {
        // Names are items of lists, so they get a capital. Georgian doesn't capitalise words.
        let name = language.own_name();
        let name = if language.primary() == "ka" { name } else { format::capital(&name) };
        Self { tag: language.tag().to_owned(), name, dir: language.direction() }
    }
}

/// A link to a page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink {
    /// The language.
    #[serde(flatten)]
    pub language: LanguageName,
    /// The address of the page in that language.
    pub address: Address,
    /// True if it is the current page.
    pub current: bool,
    /// True for the original.
    pub original: bool,
}
