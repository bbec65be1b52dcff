//! Pages that are mostly text: further pages and policies.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::language::message;
use crate::programme::{Audience, FurtherPage, GroupSet, MarkedText, Policy, PolicyBody, Prose, RichText};
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::draft::PageDraft;
use crate::view::parts::filters::ForWhom;
use crate::view::parts::link::LinkTo;
use crate::view::parts::resources::{FilmCard, films};
use crate::view::routes::{PageKind, policy_address};

/// The maximum number of links next to a text.
const MAX_OTHERS: usize = 8;

#[derive(Debug, Serialize)]
pub struct TextPage<'a> {
    pub summary: Option<MarkedText>,
    pub text: &'a Prose,
    pub films: Vec<FilmCard>,
    /// Who approved it, for policies.
    pub approved_by: Option<&'a str>,
    pub approved_on: Option<DayInWords>,
    pub next_review: Option<DayInWords>,
    /// Related pages: other policies, or other pages for the same audiences.
    pub others: Vec<Arc<LinkTo>>,
}

/// For the audiences of a page, the first further pages that are for all of them, with the links that all these pages share.
/// One more than a page shows, because it may be among them itself.
type RelatedPages<'a> = HashMap<Vec<Audience>, Vec<(&'a FurtherPage, Arc<LinkTo>)>>;

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, TextPage<'a>>> {
    let pages = &context.programme.pages;
    let mut related = RelatedPages::new();
    for page in pages {
        related.entry(readers(page)).or_insert_with_key(|readers| {
            let is_for_all = |other: &&FurtherPage| readers.iter().all(|audience| other.is_for(*audience));
            let first = pages.iter().filter(is_for_all).take(MAX_OTHERS + 1);
            first.map(|other| (other, Arc::new(LinkTo::further_page(other)))).collect()
        });
    }
    pages.par_iter().map(|page| draft(page, &related, context)).collect()
}

fn readers(page: &FurtherPage) -> Vec<Audience> {
    Audience::ALL.iter().copied().filter(|audience| page.is_for(*audience)).collect()
}

fn text<'a>(page: &'a FurtherPage, related: &RelatedPages<'a>, context: &Context<'_>) -> TextPage<'a> {
    let related = related.get(&readers(page)).into_iter().flatten();
    let others = related.filter(|(other, _)| other.prose.path() != page.prose.path());
    TextPage {
        summary: page.summary.as_ref().map(RichText::marked),
        text: &page.prose,
        films: films(&page.films, context),
        approved_by: None,
        approved_on: None,
        next_review: None,
        others: others.take(MAX_OTHERS).map(|(_, link)| link.clone()).collect(),
    }
}

fn draft<'a>(page: &'a FurtherPage, related: &RelatedPages<'a>, context: &Context<'a>) -> PageDraft<'a, TextPage<'a>> {
    let kind = PageKind::FurtherPage;
    let texts = (page.title.clone(), description(page.summary.as_deref(), &page.title, context));
    let draft = PageDraft::titled(kind, kind.address_of(&page.id()), texts, text(page, related, context), context);
    let audiences = page.audiences.as_ref().map_or(&[][..], |audiences| &audiences.0);
    PageDraft {
        for_whom: ForWhom::new(audiences, &GroupSet::new(), context),
        source: Some(&page.prose.place.source),
        ..draft
    }
}

pub(crate) fn build_policies<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, TextPage<'a>>> {
    context.policies.iter().filter_map(|policy| policy_draft(policy, context)).collect()
}

/// The page of a policy that is a text; `None` for a document.
fn policy_draft<'a>(policy: &'a Policy, context: &Context<'a>) -> Option<PageDraft<'a, TextPage<'a>>> {
    let PolicyBody::Text(text) = &policy.body else { return None };
    let others = context.policies.iter().copied().filter(|other| other.id != policy.id);
    let body = TextPage {
        summary: policy.summary.as_ref().map(RichText::marked),
        text,
        films: Vec::new(),
        approved_by: policy.approved_by.as_deref(),
        approved_on: policy.approved_on.as_ref().map(|day| context.language.date(day)),
        next_review: policy.next_review.as_ref().map(|next| context.language.date(&next.value)),
        others: others.take(MAX_OTHERS).map(|other| Arc::new(LinkTo::policy(other))).collect(),
    };
    let texts = (policy.title.clone(), description(policy.summary.as_deref(), &policy.title, context));
    let draft = PageDraft::titled(PageKind::Policy, policy_address(policy), texts, body, context);
    Some(PageDraft { source: Some(&text.place.source), ..draft })
}

fn description(summary: Option<&str>, title: &str, context: &Context<'_>) -> String {
    let school = &context.programme.institution.name;
    let key = PageKind::FurtherPage.description();
    summary.map_or_else(|| message!(context.language, key, title = title, school = school), str::to_owned)
}
