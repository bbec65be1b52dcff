//! Activities and events as open data.

use schemars::JsonSchema;
use serde::Serialize;

use super::values::{DataDay, ids};
use crate::programme::{Activity, Cancelled, Event, Notes, When};
use crate::view::context::Context;

/// What an audience is told. What staff are told is not public.
#[derive(Debug, Serialize, JsonSchema)]
struct Told<'a> {
    /// What pupils are told.
    pupils: Option<&'a str>,
    /// What parents and carers are told.
    parents: Option<&'a str>,
    /// What employers and providers are told.
    employers: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct PlannedActivity<'a> {
    /// What it is called.
    title: &'a str,
    /// What sort of activity it is.
    kind: &'static str,
    /// When, in words.
    when: Vec<String>,
    /// The first and the last day of each time.
    spans: Vec<[DataDay; 2]>,
    /// How sure it is: firm, proposed or cancelled.
    status: &'static str,
    /// The groups it is for.
    groups: Vec<&'a str>,
    /// The Gatsby Benchmarks it serves.
    benchmarks: Vec<u8>,
    /// The subjects it is part of.
    subjects: &'a [String],
    /// The skills it practises.
    skills: &'a [String],
    /// Who takes part.
    with: &'a [String],
    /// What is needed from employers.
    needs: Option<&'a str>,
    /// Whether parents and carers are invited.
    parents_invited: bool,
    /// What each audience is told.
    told: Told<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DatedEvent<'a> {
    /// The word for it in this file and in addresses.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// What sort of event it is.
    kind: Option<&'static str>,
    /// The first day.
    date: DataDay,
    /// The last day.
    until: DataDay,
    /// Every day of something repeated; empty for all else.
    days: Vec<DataDay>,
    /// When it begins on the first day, such as 17:30; null for all day. Times are those of Great Britain.
    starts: Option<String>,
    /// When it ends on the last day.
    ends: Option<String>,
    /// Whether it is cancelled.
    cancelled: bool,
    /// Where it is.
    place: Option<&'a str>,
    /// Where to join online.
    online: Option<&'a str>,
    /// Where to book.
    booking: Option<&'a str>,
    /// One line about it.
    summary: Option<&'a str>,
    /// Who is told of it.
    audiences: Vec<&'static str>,
    /// The groups it is for.
    groups: Vec<&'a str>,
    /// The Gatsby Benchmarks it serves.
    benchmarks: Vec<u8>,
    /// Who takes part.
    with: &'a [String],
    /// What sort of provider comes, if it is a provider encounter.
    provider: Option<&'static str>,
    /// What is needed from employers.
    needs: Option<&'a str>,
    /// By when they should answer.
    needs_by: Option<DataDay>,
    /// What each audience is told.
    told: Told<'a>,
    /// Its page, below the root of the site.
    page: String,
}

fn told(notes: &Notes) -> Told<'_> {
    Told { pupils: notes.pupils.as_deref(), parents: notes.parents.as_deref(), employers: notes.employers.as_deref() }
}

/// A planned activity.
pub(crate) fn planned<'a>(activity: &'a Activity, context: &Context<'a>) -> PlannedActivity<'a> {
    let span = |when: &When| {
        let (first, last) = context.year().span(*when);
        [DataDay(first), DataDay(last)]
    };
    PlannedActivity {
        title: &activity.title,
        kind: activity.kind.as_str(),
        when: activity.when.iter().map(|when| context.language.when(*when, context.year())).collect(),
        spans: activity.when.iter().map(span).collect(),
        status: activity.status.value.as_str(),
        groups: ids(&activity.groups, context),
        benchmarks: activity.benchmarks.iter().map(|benchmark| benchmark.number()).collect(),
        subjects: &activity.subjects,
        skills: &activity.skills,
        with: &activity.with,
        needs: activity.needs.as_deref(),
        parents_invited: activity.parents_invited,
        told: told(&activity.notes),
    }
}

/// An event.
pub(crate) fn dated<'a>(event: &'a Event, context: &Context<'a>) -> DatedEvent<'a> {
    let clock = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
    DatedEvent {
        id: &event.id,
        title: &event.title,
        kind: event.kind.map(|kind| kind.as_str()),
        date: DataDay(event.date),
        until: DataDay(event.until),
        days: event.recurrence.iter().flat_map(|repeats| repeats.days()).copied().map(DataDay).collect(),
        starts: event.times.map(|(starts, _)| clock(starts)),
        ends: event.times.and_then(|(_, ends)| ends).map(clock),
        cancelled: event.cancelled != Cancelled::No,
        place: event.place.as_deref(),
        online: event.online.as_ref().map(|link| link.as_str()),
        booking: event.booking.as_ref().map(|link| link.as_str()),
        summary: event.summary.as_deref(),
        audiences: event.audiences.0.iter().map(|audience| audience.as_str()).collect(),
        groups: ids(&event.groups, context),
        benchmarks: event.benchmarks.iter().map(|benchmark| benchmark.number()).collect(),
        with: &event.with,
        provider: event.provider.map(|provider| provider.as_str()),
        needs: event.needs.as_deref(),
        needs_by: event.needs_by.as_ref().map(|by| DataDay(by.value)),
        told: told(&event.notes),
        page: context.event_address(event).to_string(),
    }
}
