//! The parts that a group's pages for pupils, parents and staff share.

use serde::Serialize;

use crate::language::{capital, message};
use crate::programme::{Activity, Audience, Event, Group, MarkedText, Plan, Prose};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::parts::filters::ForWhom;
use crate::view::parts::group_card::{GroupCard, group_card, groups, of_year};
use crate::view::parts::link::LinkTo;
use crate::view::parts::next_card::{NextCard, next_card};
use crate::view::parts::term_plan::{self, TermPlan};
use crate::view::routes::PageKind;

/// The note for an audience about a group's year: from the group's plan, then from plans for several groups.
pub(crate) fn note(index: usize, audience: Audience, context: &Context<'_>) -> Option<MarkedText> {
    MarkedText::joined(context.programme.plans_for(index).filter_map(|plan| plan.notes.to(audience)))
}

/// What a plan adds to the text about a group's year.
#[derive(Debug, Serialize)]
pub struct PlanText<'a> {
    /// Its theme, unless the year is named after it.
    pub theme: Option<&'a str>,
    pub body: &'a Prose,
}

fn plan_texts<'a>(index: usize, shown_theme: Option<&str>, context: &Context<'a>) -> Vec<PlanText<'a>> {
    let text = |plan: &'a Plan| {
        let theme = plan.theme.as_deref().filter(|theme| shown_theme != Some(theme));
        (theme.is_some() || !plan.prose.is_empty()).then_some(PlanText { theme, body: &plan.prose })
    };
    of_year(index, text, context)
}

pub(crate) struct GroupPageParts<'a> {
    pub(crate) group: GroupCard,
    pub(crate) about: Vec<PlanText<'a>>,
    pub(crate) note: Option<MarkedText>,
    pub(crate) outcomes: Vec<MarkedText>,
    pub(crate) next: Option<NextCard>,
    pub(crate) terms: Vec<TermPlan>,
    pub(crate) activities: Vec<&'a Activity>,
    pub(crate) others: Vec<LinkTo>,
}

/// `listed` are the events of its timeline.
pub(crate) fn group_page_parts<'a>(
    index: usize,
    audience: Audience,
    listed: &[&Event],
    context: &Context<'a>,
) -> Option<GroupPageParts<'a>> {
    let group = group_card(index, audience, context)?;
    let activities: Vec<&Activity> =
        context.programme.planned().filter(|activity| activity.groups.contains(&index)).collect();
    let mut terms = term_plan::timeline(listed, &activities, Some(audience), context);
    // The current term comes first and with it what runs all year, then later terms, then past ones.
    terms.sort_by_key(|term| (!term.now, term.past));
    let others = groups(audience, context);
    Some(GroupPageParts {
        about: plan_texts(index, group.theme.as_deref(), context),
        group,
        note: note(index, audience, context),
        outcomes: context
            .programme
            .plans_for(index)
            .flat_map(|plan| plan.outcomes.iter().map(|outcome| outcome.can.marked()))
            .collect(),
        next: next_card(audience, Some(index), context),
        terms,
        activities,
        others: others.into_iter().map(|group| LinkTo::new(group.address, group.name)).collect(),
    })
}

/// The page of each group for an audience. `body` returns `None` for a group that has none.
pub(crate) fn group_drafts<'a, B>(
    kind: PageKind,
    audience: Audience,
    body: impl Fn(usize, &Context<'a>) -> Option<B>,
    context: &Context<'a>,
) -> Vec<PageDraft<'a, B>> {
    let draft = |(index, group): (usize, &Group)| {
        let body = body(index, context)?;
        let plan = context.programme.plan_of(index);
        let texts = texts(group, plan, audience, context);
        Some(PageDraft {
            for_whom: ForWhom::new(&[audience], &vec![index], context),
            source: plan.map(|plan| &plan.prose.place.source),
            ..PageDraft::titled(kind, context.address_of(kind, &group.id), texts, body, context)
        })
    };
    context.groups().iter().enumerate().filter_map(draft).collect()
}

/// The title and the description of a group's page.
fn texts(group: &Group, plan: Option<&Plan>, audience: Audience, context: &Context<'_>) -> (String, String) {
    let (language, school) = (&context.language, capital(&context.programme.institution.name));
    let title = message!(language, "group_for", name = &group.name, audience = language.audience(audience));
    let description = match plan.and_then(|plan| plan.question.as_ref()) {
        Some(question) => format!("{title}: {question}"),
        None => message!(language, "group_at", title = &title, school = &school),
    };
    (title, description)
}
