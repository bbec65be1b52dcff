//! The days of a calendar's entries, without all else.

use jiff::civil::Date;

use super::components::Components;
use super::entries::EntryText;
use super::lines::CalendarLines;
use super::times::EventTime;
use super::zones::CalendarZones;

/// An entry of a calendar: its title, and its first and last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CalendarDays {
    pub(crate) title: String,
    pub(crate) first: Date,
    pub(crate) last: Date,
}

/// The days of each entry, of a repeated one only the first. `None` if this is not a calendar.
pub(crate) fn calendar_days(bytes: &[u8]) -> Option<Vec<CalendarDays>> {
    let components = Components::of(CalendarLines::read(bytes))?;
    let mut zones = CalendarZones::new(components.zones.clone());
    let mut days = Vec::new();
    for entry in &components.events {
        let Ok(time) = EventTime::of(&entry.event, &mut zones) else { continue };
        let time = time.at(time.start, &mut zones);
        days.push(CalendarDays { title: EntryText::title(&entry.event), first: time.first, last: time.last });
    }
    Some(days)
}
