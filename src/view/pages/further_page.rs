//! Pages that are mostly text: further pages and policies.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Audience, FurtherPage, GroupSet, Policy, PolicyBody, Prose};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::format::DayInWords;
use crate::view::parts::filters::ForWhom;
use crate::view::parts::link::LinkTo;
use crate::view::routes::{PageKind, policy_address};

/// The maximum number of links next to a text.
const MAX_OTHERS: usize = 8;

#[derive(Debug, Serialize)]
pub struct TextPage<'a> {
    pub summary: Option<&'a str>,
    pub text: &'a Prose,
    /// Who approved it, for policies.
    pub approved_by: Option<&'a str>,
    pub approved_on: Option<DayInWords>,
    pub next_review: Option<DayInWords>,
    /// Related pages: other policies, or other pages for the same audiences.
    pub others: Vec<LinkTo>,
}

pub(crate) fn text<'a>(page: &'a FurtherPage, context: &Context<'a>) -> TextPage<'a> {
    let programme = context.programme;
    // Only pages for all audiences of this page.
    let for_the_same = |other: &&FurtherPage| {
        let mut readers = Audience::ALL.iter().filter(|audience| page.is_for(**audience));
        other.id() != page.id() && readers.all(|audience| other.is_for(*audience))
    };
    TextPage {
        summary: page.summary.as_deref(),
        text: &page.prose,
        approved_by: None,
        approved_on: None,
        next_review: None,
        others: programme.pages.iter().filter(for_the_same).take(MAX_OTHERS).map(LinkTo::further_page).collect(),
    }
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, TextPage<'a>>> {
    context.programme.pages.iter().map(|page| draft(page, context)).collect()
}

fn draft<'a>(page: &'a FurtherPage, context: &Context<'a>) -> PageDraft<'a, TextPage<'a>> {
    let kind = PageKind::FurtherPage;
    let texts = (page.title.clone(), description(page.summary.as_deref(), &page.title, context));
    let draft = PageDraft::titled(kind, kind.address_of(&page.id()), texts, text(page, context), context);
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
        summary: policy.summary.as_deref(),
        text,
        approved_by: policy.approved_by.as_deref(),
        approved_on: policy.approved_on.map(|day| context.language.day(day)),
        next_review: policy.next_review.as_ref().map(|next| context.language.day(next.value)),
        others: others.take(MAX_OTHERS).map(LinkTo::policy).collect(),
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
