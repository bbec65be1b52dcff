//! What took place in a past academic year. Its events are over, so there is nothing to book, join or subscribe to.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Event, PastYear, When};
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::draft::PageDraft;
use crate::view::format;
use crate::view::parts::link::LinkTo;
use crate::view::past_events;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct PastYearPage {
    /// The year, as the school writes it.
    pub label: String,
    /// The programme of this year.
    pub now: LinkTo,
    /// The terms with events.
    pub terms: Vec<PastTerm>,
}

#[derive(Debug, Serialize)]
pub struct PastTerm {
    /// `None` in a year without terms.
    pub name: Option<String>,
    pub events: Vec<PastEvent>,
}

#[derive(Debug, Serialize)]
pub struct PastEvent {
    pub id: String,
    pub title: String,
    pub day: DayInWords,
    /// The last day, if it took several.
    pub until: Option<DayInWords>,
    /// “Every Tuesday in term time”, for a repeated event.
    pub repeats: Option<String>,
    /// “Year 9 and Year 10”.
    pub groups: String,
    pub partners: Option<String>,
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, PastYearPage>> {
    context.programme.past_years.iter().map(|past| draft(past, context)).collect()
}

fn draft<'a>(past: &PastYear, context: &Context<'a>) -> PageDraft<'a, PastYearPage> {
    let (kind, language) = (PageKind::PastYear, &context.language);
    let label = past.programme.year.label.clone();
    let school = &context.programme.institution.name;
    let description = message!(language, kind.description(), year = &label, school = school);
    let now = message!(language, "past_year_now", year = &context.year().label);
    let now = LinkTo::new(PageKind::Programme.address(), now);
    let page = PastYearPage { label, now, terms: terms(past, context) };
    PageDraft::titled(
        kind,
        past_events::year_address(past),
        (past_events::title(past, context), description),
        page,
        context,
    )
}

/// The events by the term in which each began.
fn terms(past: &PastYear, context: &Context<'_>) -> Vec<PastTerm> {
    let year = &past.programme.year;
    let mut terms: Vec<(Option<usize>, Vec<PastEvent>)> = Vec::new();
    for one in past_events::listed(past, context) {
        let term = year.terms_of(When::Day(one.date)).first().copied();
        let view = event(one, past, context);
        match terms.last_mut().filter(|(last, _)| *last == term) {
            Some((_, events)) => events.push(view),
            None => terms.push((term, vec![view])),
        }
    }
    let name = |term: usize| context.language.when(When::Term(term), year);
    terms.into_iter().map(|(term, events)| PastTerm { name: term.map(name), events }).collect()
}

fn event(event: &Event, past: &PastYear, context: &Context<'_>) -> PastEvent {
    let (language, programme) = (&context.language, &past.programme);
    PastEvent {
        id: past_events::part_id(event),
        title: event.title.clone(),
        day: language.day(event.date),
        until: (event.until != event.date).then(|| language.day(event.until)),
        repeats: event.recurrence.as_ref().map(|repeats| language.pattern(&repeats.pattern, &programme.year)),
        groups: format::capital(&language.groups(&event.groups, &programme.groups)),
        partners: (!event.with.is_empty()).then(|| language.list(&event.with)),
    }
}
