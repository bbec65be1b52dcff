//! The page of an event.

use rayon::prelude::*;
use serde::Serialize;

use crate::language::message;
use crate::programme::{Audience, Event, Notes, Prose, RichText, SurveySubject};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::draft::PageDraft;
use crate::view::exports::{calendar_entries, linked_data};
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::event_card::EventCard;
use crate::view::parts::event_facts::{self, Fact};
use crate::view::parts::filters::ForWhom;
use crate::view::parts::link::LinkTo;
use crate::view::parts::note_for::{NoteFor, public_notes};
use crate::view::parts::sheet_links;
use crate::view::parts::survey_results::{SurveyView, survey_view};
use crate::view::parts::to_confirm::with_certainty;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct EventPage<'a> {
    pub event: EventCard,
    pub facts: Vec<Fact>,
    pub notes: Vec<NoteFor>,
    pub benchmarks: Vec<BenchmarkTag>,
    pub areas: Vec<String>,
    /// Every day of a repeated event, in order.
    pub days: Vec<DayInWords>,
    /// The file that adds it to a calendar.
    pub calendar: Address,
    pub about: &'a Prose,
    /// The sheet for pupils and, before it, the brief for employers.
    pub sheets: Vec<LinkTo>,
    /// What people said about it.
    pub surveys: Vec<SurveyView>,
}

pub(crate) fn event<'a>(event: &'a Event, context: &Context<'a>) -> EventPage<'a> {
    let mut card = EventCard::new(event, None, context);
    card.needs = event.needs_now(context.today).map(RichText::marked);
    card.needs_by = event.needs_by.as_ref().map(|by| context.language.day(by.value));
    let activities = context.activity_events.activities_of(event);
    let notes: Vec<&Notes> =
        std::iter::once(&event.notes).chain(activities.iter().map(|activity| &activity.notes)).collect();
    EventPage {
        event: card,
        facts: event_facts::facts(event, context),
        notes: public_notes(&notes, context),
        benchmarks: context.tags(&event.benchmarks),
        areas: context.area_names(&event.areas),
        days: event
            .recurrence
            .iter()
            .flat_map(|repeats| repeats.days())
            .map(|day| context.language.day(*day))
            .collect(),
        calendar: calendar_entries::event_file(event),
        about: &event.prose,
        sheets: sheets(event, context),
        surveys: surveys_about(event, context),
    }
}

/// What visitors of the page print. Once it is over, employers need no brief, but pupils still look back.
fn sheets(event: &Event, context: &Context<'_>) -> Vec<LinkTo> {
    let audiences = [Audience::Pupils, Audience::Employers].into_iter();
    let audiences = audiences.filter(|one| *one == Audience::Pupils || !event.is_past(context.today));
    audiences.filter_map(|audience| sheet_links::of_event(event, audience, context)).collect()
}

/// The results of surveys about an event.
fn surveys_about(event: &Event, context: &Context<'_>) -> Vec<SurveyView> {
    let about = SurveySubject::Event(event.id.clone());
    let shown = context.figures.surveys.iter().filter(|_| context.shows_results());
    let shown = shown.filter(|shown| shown.survey.subject.as_ref() == Some(&about));
    shown.map(|shown| survey_view(shown, context)).collect()
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, EventPage<'a>>> {
    context.programme.events.par_iter().map(|event| draft(event, context)).collect()
}

fn draft<'a>(one: &'a Event, context: &Context<'a>) -> PageDraft<'a, EventPage<'a>> {
    let (kind, language) = (PageKind::Event, &context.language);
    let day = || with_certainty(language.day(one.date).long, one, context);
    let description = one
        .summary
        .as_deref()
        .map_or_else(|| message!(language, kind.description(), title = &one.title, day = &day()), str::to_owned);
    let texts = (one.title.clone(), description);
    let draft = PageDraft::titled(kind, context.event_address(one), texts, event(one, context), context);
    PageDraft {
        for_whom: ForWhom::new(&one.concerned(), &one.groups, context),
        shows_events: !one.is_past(context.today),
        source: Some(&one.prose.place.source),
        linked_data: vec![linked_data::event(one, context)],
        ..draft
    }
}
