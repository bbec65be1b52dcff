//! Pages in further languages, and the links between a page and its translations.
//!
//! A translation stands in a folder of its language: `parents.ur.md` becomes `ur/parents.html`. No
//! group, page or folder of the site can have that address. The part that is translated carries the
//! language and its direction; what stands around it keeps the language of the site.

use serde::Serialize;

use super::address::Address;
use super::cards::LinkTo;
use super::context::Context;
use super::page::Page;
use super::say::{self, DayInWords};
use crate::programme::{Direction, LanguageTag, Prose, Translation, slug};
use crate::report::ContentPath;

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
    pub(super) fn of(language: &LanguageTag) -> Self {
        // Names stand alone, in lists. Georgian has capitals that nobody begins a word with.
        let name = language.own_name();
        let name = if language.primary() == "ka" { name } else { say::capital(&name) };
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
pub(super) fn address(translation: &Translation) -> Address {
    let name = slug(translation.of.stem());
    let folder = translation.language.tag().to_lowercase();
    Address::new(match translation.of.folder_at_top() {
        top @ ("pages" | "policies") => format!("{folder}/{top}/{name}.html"),
        _ => format!("{folder}/{name}.html"),
    })
}

/// The page of a translation.
pub(super) fn translation<'a>(
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

/// Links every page that has translations to them, and each of them to all others. `homes` says where
/// the page of a content file stands.
pub(super) fn link<'h>(
    pages: &mut [Page<'_>],
    home: impl Fn(&ContentPath) -> Option<&'h Address>,
    context: &Context<'_>,
) {
    let programme = context.programme;
    let Some(own) = LanguageTag::parse(context.language.tag()) else { return };
    let mut originals: Vec<&ContentPath> = programme.translations.iter().map(|one| &one.of).collect();
    originals.dedup();
    for original in originals {
        let Some(at) = home(original) else { continue };
        let link = |language: &LanguageTag, address: Address, original| LanguageLink {
            language: LanguageName::of(language),
            address,
            current: false,
            original,
        };
        let mut all = vec![link(&own, at.clone(), true)];
        all.extend(programme.translations_of(original).map(|one| link(&one.language, address(one), false)));
        for page in pages.iter_mut().filter(|page| all.iter().any(|one| one.address == page.address)) {
            page.languages.clone_from(&all);
            page.languages.iter_mut().for_each(|one| one.current = one.address == page.address);
        }
    }
}
