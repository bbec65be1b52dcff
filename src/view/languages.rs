//! Links between a page and its translations.

use crate::programme::LanguageTag;
use crate::report::ContentPath;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::page::Page;
use crate::view::parts::language_name::{LanguageLink, LanguageName};
use crate::view::routes::translation_address;

pub(crate) fn link(pages: &mut [Page<'_>], context: &Context<'_>) {
    let programme = context.programme;
    let Some(site_language) = LanguageTag::parse(context.language.tag()) else { return };
    let mut originals: Vec<&ContentPath> = programme.translations.iter().map(|one| &one.of).collect();
    originals.dedup();
    for original in originals {
        let Some(at) = context.page_of_file.get(original) else { continue };
        let link = |language: &LanguageTag, address: Address, original| LanguageLink {
            language: LanguageName::of(language),
            address,
            current: false,
            original,
        };
        let mut all = vec![link(&site_language, at.clone(), true)];
        all.extend(programme.translations_of(original).map(|one| link(&one.language, translation_address(one), false)));
        for page in pages.iter_mut().filter(|page| all.iter().any(|one| one.address == page.address)) {
            page.languages.clone_from(&all);
            page.languages.iter_mut().for_each(|one| one.current = one.address == page.address);
        }
    }
}
