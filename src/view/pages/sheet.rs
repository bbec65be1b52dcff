//! The sheets of a described encounter: one for pupils, a brief for the employer or provider, and a note for staff. Each
//! is made to be printed on one side of A4.

use jiff::civil::Date;
use serde::Serialize;

use crate::language::message;
use crate::programme::{Audience, Encounter, MeaningfulEncounter};
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::format;
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::event_facts::{Fact, FactLine};
use crate::view::parts::link::LinkTo;
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::sheet_links::{kind, link, name, test_name};
use crate::view::parts::sheet_part::{SheetPart, SheetSource, for_employers, for_pupils, for_staff};
use crate::view::parts::to_confirm::with_certainty;

#[derive(Debug, Serialize)]
pub struct SheetPage {
    /// “Boatyard visit”.
    pub encounter: String,
    /// “Sheet for pupils”.
    pub sheet: String,
    pub facts: Vec<Fact>,
    /// True if pupils write their name on it.
    pub has_name: bool,
    pub parts: Vec<SheetPart>,
    /// Whom employers contact.
    pub contact: Option<PersonCard>,
    /// What benchmarks it serves, for staff.
    pub benchmarks: Vec<BenchmarkTag>,
    /// What they ask of an encounter, for staff to tick off.
    pub tests: Vec<String>,
    /// The encounter and, for staff, its other sheets.
    pub others: Vec<LinkTo>,
}

pub(crate) fn build_pupils<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, SheetPage>> {
    build(Audience::Pupils, context)
}

pub(crate) fn build_employers<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, SheetPage>> {
    build(Audience::Employers, context)
}

pub(crate) fn build_staff<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, SheetPage>> {
    build(Audience::Staff, context)
}

fn build<'a>(audience: Audience, context: &Context<'a>) -> Vec<PageDraft<'a, SheetPage>> {
    context.sheets.described().filter_map(|(one, of)| draft(one, of, audience, context)).collect()
}

fn draft<'a>(
    one: &MeaningfulEncounter<'a>,
    of: &str,
    audience: Audience,
    context: &Context<'a>,
) -> Option<PageDraft<'a, SheetPage>> {
    let (kind, language, encounter) = (kind(audience)?, &context.language, one.encounter);
    let source = SheetSource { encounter, says: one.described?, context };
    let parts = match audience {
        Audience::Employers => for_employers(source),
        Audience::Staff => for_staff(source),
        Audience::Pupils | Audience::Parents => for_pupils(source),
    };
    let sheet = name(encounter, audience, context);
    let title = message!(language, "sheet_title", sheet = &sheet, title = encounter.title());
    let description =
        message!(language, kind.description(), title = encounter.title(), day = &when(encounter, context));
    let is_for_staff = audience == Audience::Staff;
    let body = SheetPage {
        encounter: encounter.title().to_owned(),
        sheet,
        facts: facts(encounter, audience, context),
        has_name: audience == Audience::Pupils,
        parts,
        contact: (audience == Audience::Employers).then(|| PersonCard::new(&context.programme.team.leader, context)),
        benchmarks: if is_for_staff { context.tags(encounter.benchmarks()) } else { Vec::new() },
        tests: one.asked.iter().filter(|_| is_for_staff).map(|asked| test_name(asked.test, context)).collect(),
        others: others(encounter, audience, context),
    };
    let place = encounter.place();
    Some(PageDraft {
        source: Some(&place.source),
        ..PageDraft::titled(kind, context.address_of(kind, of), (title, description), body, context)
    })
}

/// The page of the event and, for staff, the other sheets.
fn others(encounter: Encounter<'_>, audience: Audience, context: &Context<'_>) -> Vec<LinkTo> {
    let event = match encounter {
        Encounter::Event(event) => Some(LinkTo::new(context.event_address(event), event.title.clone())),
        Encounter::Activity(_) => None,
    };
    let sheets = [Audience::Pupils, Audience::Employers].into_iter().filter(|_| audience == Audience::Staff);
    event.into_iter().chain(sheets.filter_map(|audience| link(encounter, audience, context))).collect()
}

fn facts(encounter: Encounter<'_>, audience: Audience, context: &Context<'_>) -> Vec<Fact> {
    let language = &context.language;
    let (place, with) = match encounter {
        Encounter::Event(event) => (event.place.clone(), &event.with),
        Encounter::Activity(activity) => (None, &activity.with),
    };
    let groups = format::capital(&language.groups(encounter.groups(), context.groups()));
    let rows = [
        ("when", Some(when(encounter, context))),
        ("where", place),
        // Pupils know for whom it is.
        ("who_for", Some(groups).filter(|_| audience != Audience::Pupils)),
        ("who_with", (!with.is_empty()).then(|| language.list(with))),
    ];
    let fact = |(label, text): (&str, Option<String>)| {
        text.map(|text| Fact { label: language.text(label).to_owned(), lines: vec![FactLine::main(text)] })
    };
    rows.into_iter().filter_map(fact).collect()
}

/// “Thursday 4 March 2027, 1:30pm to 6:30pm”.
pub(crate) fn when(encounter: Encounter<'_>, context: &Context<'_>) -> String {
    let language = &context.language;
    let event = match encounter {
        Encounter::Event(event) => event,
        Encounter::Activity(activity) => return format::capital(&language.times_of(activity, context.year())),
    };
    let days = |(first, last): (Date, Date)| {
        if first == last { language.day(first).long } else { language.days((first, last)) }
    };
    let days = match &event.recurrence {
        Some(repeats) => language.pattern(&repeats.pattern, context.year()),
        None => with_certainty(days((event.date, event.until)), event, context),
    };
    let time = event.times.map(|times| language.times(times));
    let parts = std::iter::once(days).chain(time).collect::<Vec<_>>();
    parts.join(language.text("list_comma"))
}
