//! Activities and events as open data.

use schemars::JsonSchema;
use serde::Serialize;

use super::values::{DataDay, area_ids, ids, plain};
use crate::programme::{Activity, Event, Meaningful, Notes, When, WorkplaceMode, WorkplaceTime};
use crate::view::context::Context;

/// The notes for each audience. Notes for staff are not public.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Told")]
struct PublicNotes<'a> {
    /// The note for pupils.
    pupils: Option<&'a str>,
    /// The note for parents and carers.
    parents: Option<&'a str>,
    /// The note for employers and providers.
    employers: Option<&'a str>,
}

/// What makes an encounter meaningful.
#[derive(Debug, Serialize, JsonSchema)]
struct MeaningfulData<'a> {
    /// What it is for.
    purpose: Option<&'a str>,
    /// What pupils know or can do afterwards.
    outcomes: Vec<&'a str>,
    /// How pupils and adults talk with each other.
    two_way: Option<&'a str>,
    /// Whom pupils meet, by role.
    people: &'a [String],
    /// What pupils do.
    task: Option<&'a str>,
    /// Who tells pupils how they did.
    feedback: Option<&'a str>,
    /// The questions with which pupils look back.
    reflection: Vec<&'a str>,
    /// What pupils do before it.
    before: Vec<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct PlannedActivity<'a> {
    /// Its title.
    title: &'a str,
    /// The ids of the events that carry it out.
    events: Vec<&'a str>,
    /// The kind of activity.
    kind: &'static str,
    /// When, in words.
    when: Vec<String>,
    /// The first and the last day of each of these periods, except of one that is still to come.
    spans: Vec<[DataDay; 2]>,
    /// Its status: firm, proposed or cancelled.
    status: &'static str,
    /// What it is, in one or two sentences.
    about: Option<String>,
    /// The points of this text, if it is a list.
    points: Vec<&'a str>,
    /// The groups it is for.
    groups: Vec<&'a str>,
    /// The Gatsby Benchmarks it serves.
    benchmarks: Vec<u8>,
    /// The areas of learning it belongs to.
    areas: Vec<&'a str>,
    /// The subjects it is part of.
    subjects: &'a [String],
    /// The skills it practises.
    skills: &'a [String],
    /// Who takes part.
    with: &'a [String],
    /// How many hours each pupil spends in workplaces.
    hours: Option<f64>,
    /// Whether that is in-person, virtual or blended.
    mode: Option<&'static str>,
    /// What is needed from employers.
    needs: Option<&'a str>,
    /// Whether parents and carers are invited.
    parents_invited: bool,
    /// What makes it meaningful, if it says so.
    meaningful: Option<MeaningfulData<'a>>,
    /// The notes for each audience.
    #[serde(rename = "told")]
    notes: PublicNotes<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DatedEvent<'a> {
    /// Its identifier in this file and in addresses.
    id: &'a str,
    /// Its title.
    title: &'a str,
    /// The kind of event.
    kind: Option<&'static str>,
    /// The first day.
    date: DataDay,
    /// The last day.
    until: DataDay,
    /// Every day of a repeated event; otherwise empty.
    days: Vec<DataDay>,
    /// The time when it starts on the first day, such as 17:30; null for a whole-day event. Times are UK local times.
    starts: Option<String>,
    /// The time when it ends on the last day.
    ends: Option<String>,
    /// Whether its day is still to be confirmed.
    to_be_confirmed: bool,
    /// Whether it is cancelled.
    cancelled: bool,
    /// The place.
    place: Option<&'a str>,
    /// The link for joining online.
    online: Option<&'a str>,
    /// The link for booking.
    booking: Option<&'a str>,
    /// One line about it.
    summary: Option<&'a str>,
    /// The audiences it is for.
    audiences: Vec<&'static str>,
    /// The groups it is for.
    groups: Vec<&'a str>,
    /// The Gatsby Benchmarks it serves.
    benchmarks: Vec<u8>,
    /// The areas of learning it belongs to.
    areas: Vec<&'a str>,
    /// The subjects it is part of.
    subjects: &'a [String],
    /// Who takes part.
    with: &'a [String],
    /// The kind of provider, for provider encounters.
    provider: Option<&'static str>,
    /// How many hours each pupil spends in workplaces; each time, if it is repeated.
    hours: Option<f64>,
    /// Whether that is in-person, virtual or blended.
    mode: Option<&'static str>,
    /// What is needed from employers.
    needs: Option<&'a str>,
    /// The date by which employers should answer.
    needs_by: Option<DataDay>,
    /// What makes it meaningful, if it says so.
    meaningful: Option<MeaningfulData<'a>>,
    /// The notes for each audience.
    #[serde(rename = "told")]
    notes: PublicNotes<'a>,
    /// The path of its page in the site.
    page: String,
}

fn public_notes(notes: &Notes) -> PublicNotes<'_> {
    PublicNotes {
        pupils: notes.pupils.as_deref(),
        parents: notes.parents.as_deref(),
        employers: notes.employers.as_deref(),
    }
}

fn hours(workplace: &WorkplaceTime) -> Option<f64> {
    workplace.hours.as_ref().map(|hours| hours.value.number())
}

fn meaningful(says: &Meaningful) -> MeaningfulData<'_> {
    MeaningfulData {
        purpose: says.purpose.as_deref(),
        outcomes: plain(&says.outcomes),
        two_way: says.two_way.as_deref(),
        people: &says.people,
        task: says.task.as_deref(),
        feedback: says.feedback.as_deref(),
        reflection: plain(&says.reflection),
        before: plain(&says.before),
    }
}

pub(crate) fn planned<'a>(activity: &'a Activity, context: &Context<'a>) -> PlannedActivity<'a> {
    let span = |when: &When| {
        let (first, last) = context.year().span(*when);
        [DataDay(first), DataDay(last)]
    };
    PlannedActivity {
        title: &activity.title,
        events: {
            let events = context.activity_events.events_of(activity).iter();
            events.filter(|event| !event.is_for_staff_only()).map(|event| event.id.as_str()).collect()
        },
        kind: activity.kind.as_str(),
        when: {
            let mut words = activity.when_words.iter().cloned();
            let in_words = |when: &When| match when {
                When::Between(..) => words.next(),
                when => Some(context.language.when(*when, context.year())),
            };
            activity.when.iter().filter_map(in_words).collect()
        },
        spans: activity.when.iter().filter(|when| **when != When::ToCome).map(span).collect(),
        status: activity.status.value.as_str(),
        about: (!activity.about.is_empty()).then(|| plain(&activity.about).join(" ")),
        points: if activity.about.len() > 1 { plain(&activity.about) } else { Vec::new() },
        groups: ids(&activity.groups, context),
        benchmarks: activity.benchmarks.iter().map(|benchmark| benchmark.number()).collect(),
        areas: area_ids(&activity.areas, context),
        subjects: &activity.subjects,
        skills: &activity.skills,
        with: &activity.with,
        hours: hours(&activity.workplace),
        mode: activity.workplace.mode().map(WorkplaceMode::as_str),
        needs: activity.needs.as_deref(),
        parents_invited: activity.parents_invited,
        meaningful: activity.meaningful.as_ref().map(meaningful),
        notes: public_notes(&activity.notes),
    }
}

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
        to_be_confirmed: event.is_to_be_confirmed(),
        cancelled: event.is_cancelled(),
        place: event.place.as_deref(),
        online: event.online_on(context.today).map(|link| link.as_str()),
        booking: event.booking.as_ref().map(|link| link.as_str()),
        summary: event.summary.as_deref(),
        audiences: event.audiences.0.iter().map(|audience| audience.as_str()).collect(),
        groups: ids(&event.groups, context),
        benchmarks: event.benchmarks.iter().map(|benchmark| benchmark.number()).collect(),
        areas: area_ids(&event.areas, context),
        subjects: &event.subjects,
        with: &event.with,
        provider: event.provider.map(|provider| provider.as_str()),
        hours: hours(&event.workplace),
        mode: event.workplace.mode().map(WorkplaceMode::as_str),
        needs: event.needs.as_deref(),
        needs_by: event.needs_by.as_ref().map(|by| DataDay(by.value)),
        meaningful: event.meaningful.as_ref().map(meaningful),
        notes: public_notes(&event.notes),
        page: context.event_address(event).to_string(),
    }
}
