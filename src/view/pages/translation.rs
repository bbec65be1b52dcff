//! A text in another language.
//!
//! Only the translated part carries the language and its direction; the layout stays in the site's language.

use serde::Serialize;

use crate::language::message;
use crate::programme::{MarkedText, Prose, RichText, Translation};
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::draft::{PageDraft, PageOutline};
use crate::view::parts::language_name::LanguageName;
use crate::view::parts::link::LinkTo;
use crate::view::parts::resources::{FilmCard, films};
use crate::view::routes::{PageKind, translation_address};

#[derive(Debug, Serialize)]
pub struct TranslationPage<'a> {
    pub language: LanguageName,
    pub in_english: String,
    pub summary: Option<MarkedText>,
    pub text: &'a Prose,
    pub films: Vec<FilmCard>,
    pub original: LinkTo,
    pub translator: Option<&'a str>,
    pub machine: bool,
    pub translated: Option<DayInWords>,
    /// The date of a later change to the original.
    pub outdated: Option<DayInWords>,
}

fn translation<'a>(translation: &'a Translation, original: LinkTo, context: &Context<'a>) -> TranslationPage<'a> {
    TranslationPage {
        language: LanguageName::of(&translation.language),
        in_english: translation.language.english_name(),
        summary: translation.summary.as_ref().map(RichText::marked),
        text: &translation.prose,
        films: films(&translation.films, context),
        original,
        translator: translation.translator.as_deref(),
        machine: translation.is_by_machine(),
        translated: translation.translated.as_ref().map(|day| context.language.day(day.value)),
        outdated: translation.outdated(context.programme).map(|day| context.language.day(day)),
    }
}

/// The translations of pages that were built before.
pub(crate) fn build<'a>(context: &Context<'a>, outlines: &[PageOutline]) -> Vec<PageDraft<'a, TranslationPage<'a>>> {
    let translations = context.programme.translations.iter();
    translations.filter_map(|one| draft(one, outlines, context)).collect()
}

fn draft<'a>(
    one: &'a Translation,
    outlines: &[PageOutline],
    context: &Context<'a>,
) -> Option<PageDraft<'a, TranslationPage<'a>>> {
    let address = context.page_of_file.get(&one.of)?;
    let original = outlines.iter().find(|page| page.link.address == *address)?;
    let body = translation(one, original.link.clone(), context);
    let language = body.language.clone();
    let description =
        one.summary.as_deref().map_or_else(|| description(&original.link.title, &body, context), str::to_owned);
    let texts = (one.title.clone(), description);
    let draft = PageDraft::titled(PageKind::Translation, translation_address(one), texts, body, context);
    Some(PageDraft {
        trail: vec![context.link(PageKind::Home), LinkTo::new(address.clone(), &original.link.title)],
        audience: original.audience,
        for_whom: original.for_whom.clone(),
        language: Some(language),
        source: Some(&one.prose.place.source),
        ..draft
    })
}

fn description(title: &str, body: &TranslationPage<'_>, context: &Context<'_>) -> String {
    let (english, native) = (&body.in_english, &body.language.name);
    let (key, school) = (PageKind::Translation.description(), &context.programme.institution.name);
    message!(context.language, key, title = title, language = english, own = native, school = school)
}
