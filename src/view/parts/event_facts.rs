//! The facts of an event that consist of a label and a text. The page of an event shows
//! all of them, and others the sentences.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Attendance, Event, EventKind, MarkedText, RichText};
use crate::view::context::Context;
use crate::view::format;

#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub label: String,
    pub lines: Vec<FactLine>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FactLine {
    pub text: MarkedText,
    /// True for small print.
    pub minor: bool,
}

impl FactLine {
    pub(crate) fn main(text: impl Into<String>) -> Self {
        Self { text: MarkedText::from(text.into()), minor: false }
    }

    fn rich(text: &RichText) -> Self {
        Self { text: text.marked(), minor: false }
    }

    fn minor(text: impl Into<String>) -> Self {
        Self { text: MarkedText::from(text.into()), minor: true }
    }
}

/// The facts of an event for the page of the event, in order. The date and the benchmarks aren't
/// included, because they have different markup.
pub(crate) fn facts(event: &Event, context: &Context<'_>) -> Vec<Fact> {
    let rows = [
        ("where", event.place.clone().map(FactLine::main).into_iter().collect()),
        ("who_for", who_for(event, context)),
        ("event_type", kind(event, context).map(FactLine::main).into_iter().collect()),
        (
            "subjects",
            (!event.subjects.is_empty())
                .then(|| FactLine::main(context.language.list(&event.subjects)))
                .into_iter()
                .collect(),
        ),
        ("who_with", who_with(event, context)),
        ("page_workplaces", workplace(event, context)),
        ("catch_up", event.catch_up.as_ref().map(FactLine::rich).into_iter().collect()),
    ];
    let fact = |(label, lines): (&str, Vec<FactLine>)| {
        (!lines.is_empty()).then(|| Fact { label: context.language.text(label).to_owned(), lines })
    };
    rows.into_iter().filter_map(fact).collect()
}

/// The facts of an event for lists, as sentences: “Workshop. For Year 9. With Harbour College.”
pub(crate) fn sentences(event: &Event, context: &Context<'_>) -> String {
    let language = &context.language;
    let groups = language.groups(&event.groups, context.groups());
    let partners = language.list(&event.with);
    let kind = kind(event, context).map(|kind| format!("{kind}{}", language.text("full_stop")));
    let with = (!partners.is_empty()).then(|| message!(language, "with_whom", whom = &partners));
    let sentences = kind.into_iter().chain([message!(language, "for_whom", whom = &groups)]).chain(with);
    sentences.collect::<Vec<_>>().join(" ")
}

fn who_for(event: &Event, context: &Context<'_>) -> Vec<FactLine> {
    let language = &context.language;
    let audiences: Vec<&str> = event.audiences.0.iter().map(|audience| language.audience(*audience)).collect();
    let open_to = message!(language, "open_to", who = &language.list(&audiences));
    let open_to = (!audiences.is_empty()).then(|| FactLine::minor(open_to));
    let everyone = event.attendance == Some(Attendance::Everyone);
    let everyone = everyone.then(|| FactLine::main(language.text("everyone_takes_part")));
    let groups = FactLine::main(format::capital(&language.groups(&event.groups, context.groups())));
    [groups].into_iter().chain(open_to).chain(everyone).collect()
}

fn who_with(event: &Event, context: &Context<'_>) -> Vec<FactLine> {
    let language = &context.language;
    let partners = (!event.with.is_empty()).then(|| FactLine::main(language.list(&event.with)));
    let provider = event.provider.map(|kind| FactLine::minor(language.provider(kind)));
    partners.into_iter().chain(provider).collect()
}

fn workplace(event: &Event, context: &Context<'_>) -> Vec<FactLine> {
    let language = &context.language;
    let hours = event.workplace.hours.as_ref().map(|hours| language.hours(hours.value));
    let hours = hours.map(|hours| match event.recurrence {
        Some(_) => message!(language, "hours_each_time", hours = &hours),
        None => hours,
    });
    let mode = event.workplace.mode().map(|mode| language.workplace_mode(mode));
    hours.into_iter().chain(mode).map(FactLine::main).collect()
}

fn kind(event: &Event, context: &Context<'_>) -> Option<String> {
    event.kind.filter(|kind| *kind != EventKind::Other).map(|kind| context.language.event_kind(kind))
}
