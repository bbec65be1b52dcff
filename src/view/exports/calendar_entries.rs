//! The entries of calendars.
//!
//! An entry is built once for each audience and shared by all of its calendars. Notes for staff are only in
//! the calendar for staff.
//!
//! An entry's UID is made of the event's `id` (its file name unless the front matter sets another) and the
//! site, so it stays the same when title, date, place or folder change, and calendar apps move the entry
//! instead of adding a second one. An id without a day, as that of a drop-in, is used again in the next academic year:
//! its UID has the year's first day, so that next year's entry is another one. Fingerpost keeps no state between builds,
//! so revisions are counted by the day of the build: see [`Calendars::issued`].

use std::sync::Arc;

use jiff::civil::Date;

use crate::language::message;
use crate::programme::{Audience, Cancelled, Event, EventKind, Pattern, day_in_name, slug};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::to_confirm::with_certainty;
use crate::view::time::{self, Hours};

/// All calendars, each with a different address.
#[derive(Debug)]
pub struct Calendars<'a> {
    /// The day the site is built for. It is the timestamp of each entry and determines its revision
    /// number, so a build on a later day replaces an earlier one.
    pub issued: Date,
    pub calendars: Vec<CalendarFile<'a>>,
}

#[derive(Debug)]
pub struct CalendarFile<'a> {
    pub address: Address,
    /// The name that calendar apps show: “Ridgeway careers: Year 9, for parents and carers”.
    pub name: String,
    pub about: String,
    /// In order of time.
    pub entries: Vec<Arc<CalendarEntry<'a>>>,
}

#[derive(Debug)]
pub struct CalendarEntry<'a> {
    /// Its unique ID, which stays the same while the address of the site does.
    pub uid: String,
    pub title: String,
    /// The time of the first occurrence.
    pub hours: Hours,
    pub repeats: Option<RecurrenceRule<'a>>,
    pub place: Option<String>,
    /// Its kind and its groups.
    pub categories: Vec<String>,
    /// The description for this audience, in paragraphs.
    pub about: Vec<String>,
    /// Its page, if the site's address is known.
    pub url: Option<String>,
    pub status: EntryStatus,
    /// True if it doesn't block time in a diary: whole days and deadlines.
    pub free: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryStatus {
    Confirmed,
    /// Its day is still to be confirmed.
    Tentative,
    Cancelled,
}

impl EntryStatus {
    fn of(event: &Event) -> Self {
        if event.is_cancelled() {
            Self::Cancelled
        } else if event.is_to_be_confirmed() {
            Self::Tentative
        } else {
            Self::Confirmed
        }
    }
}

#[derive(Debug)]
pub struct RecurrenceRule<'a> {
    pub pattern: &'a Pattern,
    pub last: Date,
    /// Days of the pattern on which it does not take place, in order.
    pub left_out: Vec<Date>,
}

pub(crate) fn event_file(event: &Event) -> Address {
    Address::new(format!("events/{}.ics", event.id))
}

/// The entry of every event, written for one audience or for everybody.
pub(crate) struct AudienceEntries<'a> {
    pub(super) entries: Vec<(&'a Event, Arc<CalendarEntry<'a>>)>,
}

impl<'a> AudienceEntries<'a> {
    pub(super) fn of(audience: Option<Audience>, context: &Context<'a>) -> Self {
        let events = context.programme.events.iter();
        let events = events.filter(|event| audience.is_none_or(|audience| event.concerns(audience)));
        Self { entries: events.map(|event| (event, Arc::new(entry(event, audience, context)))).collect() }
    }
}

pub(crate) fn calendar<'a>(
    scope: CalendarScope,
    entries: &AudienceEntries<'a>,
    context: &Context<'a>,
) -> CalendarFile<'a> {
    let title = scope.title(context);
    let included = entries.entries.iter().filter(|(event, _)| scope.includes(event));
    CalendarFile {
        address: scope.address(context),
        about: about(context, &title),
        name: message!(
            context.language,
            "calendar_name",
            school = &context.programme.institution.short_name,
            title = &title
        ),
        entries: included.map(|(_, entry)| Arc::clone(entry)).collect(),
    }
}

pub(super) fn about(context: &Context<'_>, what: &str) -> String {
    message!(context.language, "calendar_about", title = what, school = &context.programme.institution.name)
}

pub(crate) fn entry<'a>(event: &'a Event, audience: Option<Audience>, context: &Context<'a>) -> CalendarEntry<'a> {
    let status = EntryStatus::of(event);
    let language = &context.language;
    let kind = event.kind.filter(|kind| *kind != EventKind::Other).map(|kind| language.event_kind(kind));
    let all = event.groups.len() == context.groups().len();
    let groups = event.groups.iter().filter(|_| !all).filter_map(|index| context.groups().get(*index));
    let last = if event.recurrence.is_some() { event.date } else { event.until };
    let hours = time::hours(event, event.date, last);
    CalendarEntry {
        uid: uid(&format!("event-{}", identity(event, context)), context),
        title: match status {
            EntryStatus::Cancelled => message!(language, "cancelled_title", title = &event.title),
            _ => with_certainty(event.title.clone(), event, context),
        },
        hours,
        repeats: event.recurrence.as_ref().map(|repeats| RecurrenceRule {
            pattern: &repeats.pattern,
            last: event.until,
            left_out: repeats.left_out(),
        }),
        place: event.place.clone().or_else(|| event.online_on(context.today).map(|link| link.as_str().to_owned())),
        categories: std::iter::once(language.text("category_careers").to_owned())
            .chain(kind)
            .chain(groups.map(|group| group.name.clone()))
            .collect(),
        about: paragraphs(event, audience, context),
        url: context.web_address.as_ref().map(|site| site.of(&context.event_address(event))),
        status,
        free: matches!(hours, Hours::AllDay { .. }) || event.kind == Some(EventKind::Deadline),
    }
}

pub(crate) fn paragraphs(event: &Event, audience: Option<Audience>, context: &Context<'_>) -> Vec<String> {
    let language = &context.language;
    let mut texts = Vec::new();
    let cancelled = &event.cancelled;
    match cancelled {
        Cancelled::Yes(Some(reason)) => texts.push(format!("{} {reason}", language.text("event_is_cancelled"))),
        Cancelled::Yes(None) => texts.push(language.text("event_is_cancelled").to_owned()),
        Cancelled::No => {}
    }
    texts.extend(event.summary.as_deref().map(str::to_owned));
    texts.extend(audience.and_then(|audience| event.notes.to(audience)).map(|note| note.to_string()));
    let labelled = |key: &str, what: &str| format!("{}: {what}", language.text(key));
    let takes_place = *cancelled == Cancelled::No;
    if let Some(needs) = event.needs_now(context.today).filter(|_| audience == Some(Audience::Employers)) {
        texts.push(labelled("wanted", needs));
        texts.extend(
            event.needs_by.as_ref().map(|by| message!(language, "answer_by", day = &language.day(by.value).long)),
        );
    }
    let groups = context.language.groups(&event.groups, context.groups());
    let partners = context.language.list(&event.with);
    let groups = message!(language, "for_whom", whom = &groups);
    texts.push(if partners.is_empty() {
        groups
    } else {
        format!("{groups} {}", message!(language, "with_whom", whom = &partners))
    });
    if takes_place {
        texts.extend(event.booking.as_ref().map(|link| labelled("book_a_place", link.as_str())));
    }
    texts.extend(event.online_on(context.today).map(|link| labelled("join_online", link.as_str())));
    texts.extend(
        context.web_address.as_ref().map(|site| labelled("more_about_it", &site.of(&context.event_address(event)))),
    );
    texts
}

/// The event's id or, if it has no day and so is used again next year, its id and the first day of the academic year.
fn identity(event: &Event, context: &Context<'_>) -> String {
    match day_in_name(&event.id) {
        Some(_) => event.id.clone(),
        None => format!("{}-{}", event.id, context.year().starts),
    }
}

/// An entry's unique ID, made of an ID and the web address or, while that is unknown, the name of the school.
pub(super) fn uid(id: &str, context: &Context<'_>) -> String {
    let site = context.web_address.as_ref().map_or_else(
        || slug(&context.programme.institution.name),
        |site| site.without_scheme().trim_end_matches('/').to_owned(),
    );
    format!("{id}@{site}")
}
