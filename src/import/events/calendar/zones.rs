//! Time zones of a calendar, and the time in Britain.
//!
//! Zones have names of the IANA database, of Windows, or their own with rules in the file. The database is part of the
//! program, so that every computer reads the same times.

use std::collections::HashMap;

use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};

use super::components::{CalendarPart, DefinedZone};
use super::moments::Moment;
use super::rule;
use crate::view::{to_uk_time, to_utc};

/// The zone names of Windows and the IANA zone of each: the territory `001` of the Unicode CLDR, read on 29 November 2026.
const WINDOWS: &str = include_str!("windows_zones.txt");
/// What people and programs call the zone of Britain.
const BRITISH: [&str; 7] = [
    "bst",
    "british summer time",
    "british time",
    "uk time",
    "gmt/bst",
    "gmt daylight time",
    "greenwich standard time (dst)",
];

/// The rules of a zone.
#[derive(Clone, Debug)]
enum ZoneRules {
    Named(TimeZone),
    /// In the order of time.
    Defined(Vec<Transition>),
}

/// A change of the clocks, in local time before it.
#[derive(Clone, Copy, Debug)]
struct Transition {
    at: DateTime,
    from: SignedDuration,
    to: SignedDuration,
}

/// The zones of a file.
#[derive(Debug)]
pub(super) struct CalendarZones {
    database: TimeZoneDatabase,
    defined: Vec<DefinedZone>,
    /// What each name means, once it was looked up.
    found: HashMap<String, Option<ZoneRules>>,
}

impl CalendarZones {
    pub(super) fn new(defined: Vec<DefinedZone>) -> Self {
        Self { database: TimeZoneDatabase::bundled(), defined, found: HashMap::new() }
    }

    /// The time in Britain of a moment in a zone. Without a zone, it is British already. `None` if the zone is unknown.
    pub(super) fn british(&mut self, moment: DateTime, zone: Option<&str>) -> Option<DateTime> {
        let Some(name) = zone else { return Some(moment) };
        self.rules(name).and_then(|rules| rules.utc(moment)).map(to_uk_time)
    }

    /// The time in a zone of a moment in UTC; in Britain if there is no zone, or it is unknown.
    pub(super) fn local(&mut self, utc: DateTime, zone: Option<&str>) -> DateTime {
        match zone.and_then(|name| self.rules(name)) {
            Some(rules) => rules.local(utc),
            None => to_uk_time(utc),
        }
    }

    /// The time in UTC of a moment in a zone.
    pub(super) fn utc(&mut self, moment: DateTime, zone: Option<&str>) -> DateTime {
        zone.and_then(|name| self.rules(name)).and_then(|rules| rules.utc(moment)).unwrap_or_else(|| to_utc(moment))
    }

    fn rules(&mut self, name: &str) -> Option<&ZoneRules> {
        if !self.found.contains_key(name) {
            let rules = self.look_up(name);
            self.found.insert(name.to_owned(), rules);
        }
        self.found.get(name)?.as_ref()
    }

    fn look_up(&self, name: &str) -> Option<ZoneRules> {
        let defined = self.defined.iter().find(|defined| defined.zone.text("TZID").trim() == name.trim());
        let other_names = ["X-LIC-LOCATION", "TZID-ALIAS-OF"];
        self.named(name)
            .or_else(|| other_names.iter().find_map(|key| self.named(&defined?.zone.text(key))))
            .map(ZoneRules::Named)
            .or_else(|| defined.and_then(transitions).map(ZoneRules::Defined))
            .or_else(|| self.described(name).map(ZoneRules::Named))
    }

    /// The zone of an IANA or Windows name, which may follow the address of a program.
    fn named(&self, name: &str) -> Option<TimeZone> {
        let name = name.trim();
        if BRITISH.contains(&name.to_lowercase().as_str()) {
            return self.database.get("Europe/London").ok();
        }
        let windows = WINDOWS.lines().filter_map(|line| line.split_once('\t'));
        let in_windows = windows.clone().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, iana)| iana);
        let after_slashes = std::iter::successors(Some(name), |name| name.split_once('/').map(|(_, rest)| rest));
        let mut names = in_windows.into_iter().chain(after_slashes).filter(|name| !name.is_empty());
        names.find_map(|name| self.database.get(&name.replace(' ', "_")).ok())
    }

    /// The zone of a description such as “(UTC+00:00) Dublin, Edinburgh, Lisbon, London”: that of its first city.
    fn described(&self, name: &str) -> Option<TimeZone> {
        let cities = name.split(['(', ')', ',', '/', ':', ';']).map(str::trim).filter(|city| city.len() > 3);
        for city in cities {
            let city = city.replace(' ', "_");
            let is_city = |zone: &str| zone.rsplit_once('/').is_some_and(|(_, last)| last.eq_ignore_ascii_case(&city));
            if let Some(zone) = self.database.available().find(|zone| is_city(zone.as_str())) {
                return self.database.get(zone.as_str()).ok();
            }
        }
        None
    }
}

impl ZoneRules {
    fn utc(&self, local: DateTime) -> Option<DateTime> {
        match self {
            Self::Named(zone) => {
                zone.to_ambiguous_timestamp(local).compatible().ok().map(|at| TimeZone::UTC.to_datetime(at))
            }
            Self::Defined(transitions) => {
                // A time that the clocks skip is read as before the change, and one that comes twice as the first.
                let is_after = |change: &&Transition| {
                    let skipped = (change.to - change.from).max(SignedDuration::ZERO);
                    change.at.checked_add(skipped).is_ok_and(|at| at <= local)
                };
                let last = transitions.iter().rev().find(is_after);
                let offset = last.map(|change| change.to).or_else(|| Some(transitions.first()?.from))?;
                local.checked_sub(offset).ok()
            }
        }
    }

    fn local(&self, utc: DateTime) -> DateTime {
        match self {
            Self::Named(zone) => {
                let at: Option<Timestamp> = TimeZone::UTC.to_timestamp(utc).ok();
                at.map_or(utc, |at| zone.to_datetime(at))
            }
            Self::Defined(transitions) => {
                let is_after = |change: &&Transition| change.at.checked_sub(change.from).is_ok_and(|at| at <= utc);
                let last = transitions.iter().rev().find(is_after);
                let offset = last.map(|change| change.to).or_else(|| Some(transitions.first()?.from));
                offset.and_then(|offset| utc.checked_add(offset).ok()).unwrap_or(utc)
            }
        }
    }
}

/// The changes of the clocks that a calendar defines. `None` if it defines none.
fn transitions(zone: &DefinedZone) -> Option<Vec<Transition>> {
    let mut all: Vec<Transition> = zone.observances.iter().filter_map(changes).flatten().collect();
    all.sort_by_key(|change| change.at);
    (!all.is_empty()).then_some(all)
}

fn changes(observance: &CalendarPart) -> Option<Vec<Transition>> {
    let start = Moment::parse(&observance.text("DTSTART"))?.local();
    let (from, to) = (offset(&observance.text("TZOFFSETFROM"))?, offset(&observance.text("TZOFFSETTO"))?);
    let limit = DateTime::constant(2100, 1, 1, 0, 0, 0, 0);
    let mut times = vec![start];
    for rule in observance.all("RRULE") {
        let to_local = |utc: DateTime| utc.checked_add(from).unwrap_or(utc);
        times.extend(rule::times(&rule.value, start, limit, to_local).unwrap_or_default());
    }
    for dates in observance.all("RDATE") {
        times.extend(dates.value.split(',').filter_map(Moment::parse).map(Moment::local));
    }
    times.sort_unstable();
    times.dedup();
    Some(times.into_iter().map(|at| Transition { at, from, to }).collect())
}

/// Parses an offset such as `+0100`.
fn offset(value: &str) -> Option<SignedDuration> {
    let value = value.trim().replace(':', "");
    let (factor, digits) = match value.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, value.strip_prefix('+').unwrap_or(&value)),
    };
    let part = |at: usize| digits.get(at..at + 2).map_or(Some(0), |part| part.parse::<i64>().ok());
    let seconds = digits.get(..2)?.parse::<i64>().ok()? * 3600 + part(2)? * 60 + part(4)?;
    Some(SignedDuration::from_secs(factor * seconds))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::components::Components;
    use super::super::lines::CalendarLines;
    use super::*;

    fn zones(text: &str) -> CalendarZones {
        let file = format!("BEGIN:VCALENDAR\n{text}\nEND:VCALENDAR\n");
        CalendarZones::new(Components::of(CalendarLines::read(file.as_bytes())).expect("a calendar").zones)
    }

    #[test]
    fn zones_are_known_by_the_names_that_programs_use() {
        let mut zones = zones("");
        let noon = date(2027, 7, 1).at(12, 0, 0, 0);
        for (name, hour) in [
            ("UTC", 13),
            ("tzone://Microsoft/Utc", 13),
            ("Europe/Paris", 11),
            ("/freeassociation.sourceforge.net/Tzfile/Europe/Paris", 11),
            ("Romance Standard Time", 11),
            ("romance standard time", 11),
            ("GMT Standard Time", 12),
            ("British Summer Time", 12),
            ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", 11),
            ("America/New York", 17),
        ] {
            assert_eq!(zones.british(noon, Some(name)).map(|at| at.hour()), Some(hour), "{name}");
        }
        assert_eq!(zones.british(noon, None), Some(noon));
        assert_eq!(zones.british(noon, Some("Customized Time Zone")), None);
    }

    #[test]
    fn zones_that_the_calendar_defines_are_followed() {
        let mut zones = zones(
            "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
             RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\n\
             TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE",
        );
        for (month, day, hour, british) in [(1, 5, 12, 11), (7, 1, 12, 11), (3, 28, 1, 0), (3, 28, 3, 2), (3, 28, 2, 2)]
        {
            let at = date(2027, month, day).at(hour, 0, 0, 0);
            assert_eq!(zones.british(at, Some("Ours")).map(|at| at.hour()), Some(british), "{at}");
        }
        let utc = date(2027, 7, 1).at(12, 0, 0, 0);
        assert_eq!(zones.local(utc, Some("Ours")).hour(), 14);
        assert_eq!(zones.utc(date(2027, 1, 1).at(12, 0, 0, 0), Some("Ours")).hour(), 11);
    }

    #[test]
    fn every_windows_zone_is_in_the_database() {
        let database = TimeZoneDatabase::bundled();
        let missing: Vec<&str> = WINDOWS
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(_, iana)| iana)
            .filter(|iana| database.get(iana).is_err())
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
