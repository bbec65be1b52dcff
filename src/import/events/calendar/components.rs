//! The events, time zones and settings of a calendar. Every other part is left out, as RFC 5545 (section 3.6) asks.

use super::lines::{CalendarLines, CalendarProperty};

/// The properties of an event, or of another part of a calendar.
#[derive(Clone, Debug, Default)]
pub(super) struct CalendarPart {
    properties: Vec<CalendarProperty>,
    /// The number of its first line.
    pub(super) line: usize,
}

/// A time zone as the calendar defines it.
#[derive(Clone, Debug, Default)]
pub(super) struct DefinedZone {
    pub(super) zone: CalendarPart,
    /// Winter and summer time.
    pub(super) observances: Vec<CalendarPart>,
}

/// An event, and the calendar it is in.
#[derive(Debug)]
pub(super) struct FoundEvent {
    pub(super) event: CalendarPart,
    /// The index of its calendar.
    pub(super) calendar: usize,
}

/// What a file contains.
#[derive(Debug, Default)]
pub(super) struct Components {
    /// The settings of each calendar.
    pub(super) calendars: Vec<CalendarPart>,
    pub(super) events: Vec<FoundEvent>,
    pub(super) zones: Vec<DefinedZone>,
    /// The number of tasks and journal entries.
    pub(super) other_entries: usize,
    /// The number of the first line of a part that never ends.
    pub(super) cut_off: Option<usize>,
}

impl CalendarPart {
    pub(super) fn get(&self, name: &str) -> Option<&CalendarProperty> {
        self.properties.iter().find(|property| property.name == name)
    }

    pub(super) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p CalendarProperty> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// The text of a property; empty if there is none.
    pub(super) fn text(&self, name: &str) -> String {
        self.get(name).map_or_else(String::new, CalendarProperty::text)
    }

    /// True if a property has one of these values, in any case.
    pub(super) fn is(&self, name: &str, values: &[&str]) -> bool {
        self.get(name).is_some_and(|property| {
            let value = property.value.trim();
            values.iter().any(|known| value.eq_ignore_ascii_case(known))
        })
    }
}

impl Components {
    /// Collects the parts of a file. `None` if it has no calendar.
    pub(super) fn of(lines: CalendarLines) -> Option<Self> {
        let mut components = Self::default();
        let mut open: Vec<(String, usize)> = Vec::new();
        for property in lines.properties {
            let value = property.value.trim().to_ascii_uppercase();
            match property.name.as_str() {
                "BEGIN" => components.begin(value, property.line, &mut open),
                "END" => {
                    if let Some(at) = open.iter().rposition(|(name, _)| *name == value) {
                        open.truncate(at);
                    }
                }
                _ => components.add(property, &open),
            }
        }
        components.cut_off = open.first().map(|(_, line)| *line);
        (!components.calendars.is_empty()).then_some(components)
    }

    fn begin(&mut self, name: String, line: usize, open: &mut Vec<(String, usize)>) {
        let part = CalendarPart { properties: Vec::new(), line };
        match name.as_str() {
            "VCALENDAR" => {
                open.clear();
                self.calendars.push(part);
            }
            // An event never contains another, so the one before has no end.
            "VEVENT" => {
                open.truncate(1);
                let calendar = self.calendars.len().saturating_sub(1);
                self.events.push(FoundEvent { event: part, calendar });
            }
            "VTIMEZONE" => self.zones.push(DefinedZone { zone: part, observances: Vec::new() }),
            "STANDARD" | "DAYLIGHT" => self.zones.iter_mut().next_back().into_iter().for_each(|zone| {
                zone.observances.push(part.clone());
            }),
            "VTODO" | "VJOURNAL" => self.other_entries += 1,
            _ => {}
        }
        open.push((name, line));
    }

    fn add(&mut self, property: CalendarProperty, open: &[(String, usize)]) {
        let Some((name, _)) = open.last() else { return };
        let part = match name.as_str() {
            "VCALENDAR" => self.calendars.last_mut(),
            "VEVENT" => self.events.last_mut().map(|entry| &mut entry.event),
            "VTIMEZONE" => self.zones.last_mut().map(|zone| &mut zone.zone),
            "STANDARD" | "DAYLIGHT" => self.zones.last_mut().and_then(|zone| zone.observances.last_mut()),
            _ => None,
        };
        if let Some(part) = part {
            part.properties.push(property);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Option<Vec<String>> {
        let components = Components::of(CalendarLines::read(text.as_bytes()))?;
        Some(components.events.iter().map(|entry| entry.event.text("SUMMARY")).collect())
    }

    #[test]
    fn unknown_parts_and_missing_ends_do_not_hide_events() {
        for text in [
            "BEGIN:VCALENDAR\nBEGIN:VAVAILABILITY\nSUMMARY:No\nEND:VAVAILABILITY\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nBEGIN:VALARM\nSUMMARY:No\nEND:VEVENT\nEND:VCALENDAR",
            "begin:vcalendar\nbegin:vevent\nsummary:A\nend:vevent\nend:vcalendar",
            "\n\u{feff}BEGIN:VCALENDAR\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:A",
        ] {
            assert_eq!(titles(text), Some(vec!["A".to_owned()]), "{text}");
        }
        let two = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nBEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT\nEND:VCALENDAR";
        assert_eq!(titles(two), Some(vec!["A".to_owned(), "B".to_owned()]));
        assert_eq!(titles("BEGIN:VCARD\nFN:A\nEND:VCARD\n"), None);
    }

    #[test]
    fn a_file_that_ends_early_is_noticed() {
        let cut = |text: &str| Components::of(CalendarLines::read(text.as_bytes())).expect("a calendar").cut_off;
        assert_eq!(cut("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A"), Some(1));
        assert_eq!(cut("BEGIN:VCALENDAR\nEND:VCALENDAR"), None);
    }
}
