//! Pages in further languages, and the links between a page and its translations.
//!
//! A translation stands in a folder of its language: `parents.ur.md` becomes `ur/parents.html`. No
//! group, page or folder of the site can have that address. The part that is translated carries the
//! language and its direction; what stands around it keeps the language of the site.

use serde::Serialize;

use crate::programme::{Direction, LanguageTag};
use crate::view::address::Address;
use crate::view::format;

/// A language, as pages need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageName {
    /// Its tag.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
    /// From which side it is written.
    pub dir: Direction,
}

impl LanguageName {
    pub(crate) fn of(language: &LanguageTag) -> Self {
        // Names stand alone, in lists. Georgian has capitals that nobody begins a word with.
        let name = language.own_name();
        let name = if language.primary() == "ka" { name } else { format::capital(&name) };
        Self { tag: language.tag().to_owned(), name, dir: language.direction() }
    }
}

/// The same page in a language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink {
    /// The language.
    #[serde(flatten)]
    pub language: LanguageName,
    /// The page in it.
    pub address: Address,
    /// True on that page itself.
    pub current: bool,
    /// True for the original.
    pub original: bool,
}
