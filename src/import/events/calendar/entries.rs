//! What the entries of a calendar say besides their dates.

use std::collections::{BTreeMap, HashSet};

use super::components::{CalendarPart, Components};
use super::series::Series;
use super::times::Occurrence;
use crate::import::events::details::{Description, one_line_without_details};
use crate::import::events::joining::short_text_without_details;
use crate::import::events::{EventOptions, ImportedEvent};

/// What programs write before the name of a cancelled event.
const CANCELLED: [&str; 5] = ["cancelled:", "canceled:", "wedi'i ganslo:", "annulé :", "abgesagt:"];

/// The words of an entry.
#[derive(Clone, Debug)]
pub(super) struct EntryText {
    pub(super) title: String,
    place: String,
    body: String,
    pub(super) cancelled: bool,
    pub(super) had_joining_details: bool,
}

impl EntryText {
    pub(super) fn of(entry: &CalendarPart, calendar: Option<&CalendarPart>) -> Self {
        let (place, has_place_details) = one_line_without_details(&entry.text("LOCATION"));
        let plain = entry.text("DESCRIPTION");
        let html = entry.all("X-ALT-DESC").map(|property| property.text()).next().unwrap_or_default();
        let description = Description::of(if plain.trim().is_empty() { &html } else { &plain });
        let is_marked = Self::marked_title(entry).1;
        let (_, has_title_details) = Self::full_title(entry);
        let cancels = calendar.is_some_and(|calendar| calendar.is("METHOD", &["CANCEL"]));
        Self {
            title: Self::title(entry),
            place,
            body: description.markdown,
            cancelled: is_marked || cancels || entry.is("STATUS", &["CANCELLED", "CANCELED"]),
            had_joining_details: description.had_joining_details || has_place_details || has_title_details,
        }
    }

    pub(super) fn title(entry: &CalendarPart) -> String {
        let (title, _) = Self::marked_title(entry);
        if title.is_empty() { "Event without a name".to_owned() } else { title }
    }

    fn full_title(entry: &CalendarPart) -> (String, bool) {
        short_text_without_details(&crate::import::cell::one_line(&entry.text("SUMMARY")))
    }

    /// The title without the word for cancelled, and whether it had one.
    fn marked_title(entry: &CalendarPart) -> (String, bool) {
        let (title, _) = Self::full_title(entry);
        let plain = title.replace('’', "'").to_lowercase();
        for mark in CANCELLED {
            if plain.starts_with(mark) {
                let rest: String = title.chars().skip(mark.chars().count()).collect();
                return (rest.trim().to_owned(), true);
            }
        }
        (title, false)
    }

    pub(super) fn event(&self, time: Occurrence, options: &EventOptions) -> ImportedEvent {
        ImportedEvent {
            title: self.title.clone(),
            starts: time.starts,
            ends: time.ends,
            place: self.place.clone(),
            audiences: options.audiences(),
            cancelled: self.cancelled,
            body: self.body.clone(),
            ..ImportedEvent::default()
        }
        .on(time)
    }
}

impl ImportedEvent {
    /// The same event on other days.
    pub(super) fn on(&self, time: Occurrence) -> Self {
        let until = Some(time.last).filter(|last| *last > time.first);
        Self { date: time.first, until, ..self.clone() }
    }
}

/// True for an entry that is not for everybody. A class that isn't known means private (RFC 5545, section 3.8.1.3).
fn is_private(entry: &CalendarPart, calendar: Option<&CalendarPart>) -> bool {
    let access = "X-CALENDARSERVER-ACCESS";
    let is_open = |part: &CalendarPart, name: &str| part.get(name).is_none() || part.is(name, &["PUBLIC", ""]);
    !is_open(entry, "CLASS") || !is_open(entry, access) || calendar.is_some_and(|calendar| !is_open(calendar, access))
}

/// The entries of each event, and how many events are private.
pub(super) fn grouped(components: &Components) -> (Vec<Series<'_>>, usize) {
    let mut order: Vec<(usize, String)> = Vec::new();
    let mut all: BTreeMap<(usize, String), Series<'_>> = BTreeMap::new();
    let mut private: HashSet<(usize, String)> = HashSet::new();
    for (at, entry) in components.events.iter().enumerate() {
        let uid = entry.event.text("UID").trim().to_owned();
        let uid = if uid.is_empty() { format!("entry {at}") } else { uid };
        let key = (entry.calendar, uid);
        if is_private(&entry.event, components.calendars.get(entry.calendar)) {
            private.insert(key.clone());
        }
        let series = all.entry(key.clone()).or_insert_with(|| {
            order.push(key);
            Series { calendar: components.calendars.get(entry.calendar), ..Series::default() }
        });
        let list = if entry.event.get("RECURRENCE-ID").is_some() { &mut series.changes } else { &mut series.masters };
        list.push(&entry.event);
    }
    let public = order.iter().filter(|key| !private.contains(key)).filter_map(|key| all.remove(key));
    (public.collect(), private.len())
}
