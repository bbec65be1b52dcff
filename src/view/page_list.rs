//! Builds every page of the site.

use super::context::Context;
use super::draft::{PageDraft, PageOutline};
use super::exports::linked_data::{self, LinkedData, LinkedDataNode};
use super::page::{Page, PageBody};
use super::pages::page_table;
use super::routes::PageKind;

macro_rules! build_pages {
    ($($kind:ident {
        module: $module:ident, page: $page:ident $(<$life:lifetime>)?,
        $(body: $body:ident,)? $(build: $build:ident($($input:ident)?),)?
        address: $($facts:tt)*
    })*) => {
        /// Every page. A to Z is first, because it takes longest to render.
        pub(super) fn all<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
            let mut pages = Vec::new();
            $(
                $(
                    let body = super::pages::$module::$body(context);
                    pages.extend(one_page(PageKind::$kind, body, PageBody::$kind, context));
                )?
                $(
                    let drafts = super::pages::$module::$build(context $(, &$input(&pages))?);
                    pages.extend(drafts.into_iter().map(|draft| finish(draft, PageBody::$kind, context)));
                )?
            )*
            pages.rotate_right(1);
            pages
        }
    };
}

page_table!(build_pages);

fn outlines(pages: &[Page<'_>]) -> Vec<PageOutline> {
    let outline = |page: &Page<'_>| PageOutline {
        link: page.link(),
        audience: page.audience,
        for_whom: page.for_whom.clone(),
        is_listed: page.is_listed(),
    };
    pages.iter().map(outline).collect()
}

/// `None` if the site has no such page.
fn one_page<'a, B>(
    kind: PageKind,
    body: impl Into<Option<B>>,
    wrap: impl FnOnce(Box<B>) -> PageBody<'a>,
    context: &Context<'a>,
) -> Option<Page<'a>> {
    Some(finish(PageDraft::new(kind, body.into()?, context), wrap, context))
}

fn finish<'a, B>(
    draft: PageDraft<'a, B>,
    body: impl FnOnce(Box<B>) -> PageBody<'a>,
    context: &Context<'a>,
) -> Page<'a> {
    let root = draft.address.root();
    let trail = linked_data::trail(&root, &draft.title, &draft.trail, context);
    let nodes: Vec<LinkedDataNode> = trail.into_iter().chain(draft.linked_data).collect();
    Page {
        kind: draft.kind,
        root: draft.root.unwrap_or(root),
        address: draft.address,
        title: draft.title,
        description: draft.description,
        audience: draft.audience,
        for_whom: draft.for_whom,
        trail: draft.trail,
        dated: draft.shows_events,
        language: draft.language,
        languages: Vec::new(),
        linked_data: LinkedData::new(nodes),
        body: body(Box::new(draft.body)),
        source: draft.source,
    }
}

#[cfg(test)]
mod tests {
    use crate::view::PageKind;

    #[test]
    fn only_kinds_with_several_pages_have_a_placeholder_in_their_address() {
        for kind in PageKind::ALL {
            let several = matches!(
                kind,
                PageKind::PupilGroup
                    | PageKind::ParentGroup
                    | PageKind::StaffGroup
                    | PageKind::Planner
                    | PageKind::Event
                    | PageKind::PupilSheet
                    | PageKind::EmployerBrief
                    | PageKind::StaffNote
                    | PageKind::MovedEvent
                    | PageKind::PastYear
                    | PageKind::FurtherPage
                    | PageKind::Policy
                    | PageKind::Translation
            );
            assert_eq!(kind.address().as_str().contains("{}"), several, "{kind:?}");
        }
    }
}
