//! A page as its module builds it, before the parts that all pages share are added.

use super::address::Address;
use super::context::Context;
use super::exports::linked_data::LinkedDataNode;
use super::parts::filters::ForWhom;
use super::parts::language_name::LanguageName;
use super::parts::link::LinkTo;
use super::routes::PageKind;
use crate::language::message;
use crate::programme::{Audience, GroupSet};
use crate::report::Source;

/// A page of one kind: the data of its template, and what differs from other pages of the kind.
pub(super) struct PageDraft<'a, B> {
    pub(super) kind: PageKind,
    pub(super) address: Address,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) trail: Vec<LinkTo>,
    pub(super) audience: Option<Audience>,
    pub(super) for_whom: ForWhom,
    pub(super) shows_events: bool,
    /// The language of the text, if that is not the site's.
    pub(super) language: Option<LanguageName>,
    /// The path to the site's root, if it isn't the usual relative one.
    pub(super) root: Option<String>,
    /// `None` for a page of several files or none.
    pub(super) source: Option<&'a Source>,
    /// Structured data for search engines, besides the trail.
    pub(super) linked_data: Vec<LinkedDataNode>,
    pub(super) body: B,
}

impl<'a, B> PageDraft<'a, B> {
    /// The page of a kind with only one page, with the title and description of the kind.
    pub(super) fn new(kind: PageKind, body: B, context: &Context<'a>) -> Self {
        if let Some(audience) = kind.landing_for() {
            return Self::landing(kind, audience, body, context);
        }
        let title = context.language.text(kind.title()).to_owned();
        let description = context.about_school(kind.description());
        Self::titled(kind, context.address(kind), (title, description), body, context)
    }

    pub(super) fn titled(
        kind: PageKind,
        address: Address,
        (title, description): (String, String),
        body: B,
        context: &Context<'a>,
    ) -> Self {
        let audience = context.folders.audience_of(&address);
        let for_whom =
            audience.map_or_else(ForWhom::default, |audience| ForWhom::new(&[audience], &GroupSet::new(), context));
        Self {
            kind,
            address,
            title,
            description,
            trail: context.trail(kind),
            audience,
            for_whom,
            shows_events: kind.shows_events(),
            language: None,
            root: None,
            source: None,
            linked_data: Vec::new(),
            body,
        }
    }

    /// An audience's landing page, with the school's own title if it has one.
    fn landing(kind: PageKind, audience: Audience, body: B, context: &Context<'a>) -> Self {
        let language = &context.language;
        let name = language.audience(audience);
        let custom = context.programme.welcome(audience).and_then(|welcome| welcome.title.clone());
        let title = custom.unwrap_or_else(|| message!(language, kind.title(), audience = name));
        let school = &context.programme.institution.name;
        let description = message!(language, kind.description(), audience = name, school = school);
        Self::titled(kind, context.address(kind), (title, description), body, context)
    }
}

/// The data of earlier pages that later pages use.
pub(super) struct PageOutline {
    pub(super) link: LinkTo,
    pub(super) audience: Option<Audience>,
    pub(super) for_whom: ForWhom,
    pub(super) is_listed: bool,
}
