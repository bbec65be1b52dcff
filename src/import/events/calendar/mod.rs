//! Reads events from an iCalendar file (RFC 5545).
//!
//! What can't be read is reported with its line, and never keeps other events from being read. Organisers and attendees
//! are not read, and private entries are left out.

mod components;
mod days;
mod entries;
mod lines;
mod moments;
mod pattern;
mod rule;
mod series;
mod times;
mod zones;

use std::collections::{BTreeSet, HashSet};

pub(crate) use days::{CalendarDays, calendar_days};

use self::components::Components;
use self::entries::{EntryText, grouped};
use self::lines::{CalendarLines, decode};
use self::pattern::{Days, describe};
use self::series::{DatedEntry, Series};
use self::times::{Occurrence, TimeError};
use self::zones::CalendarZones;
use super::{EventOptions, ImportedEvent, drafts, joining_note, private_note};
use crate::import::findings::CalendarError;
use crate::import::{Draft, SheetFile};
use crate::programme::{AcademicYear, Programme, date_in_words};
use crate::report::{ContentPath, Findings, Source};

/// No school plans more.
const MAX_EVENTS: usize = 5_000;
/// In bytes.
const MAX_SIZE: usize = 10_000_000;
/// How many lines that could not be read are reported.
const MAX_REPORTED: usize = 20;

/// Drafts the files of the events. Returns `None` after adding findings if there is nothing to draft.
pub fn from_calendar(
    file: SheetFile<'_>,
    options: &EventOptions,
    programme: &Programme,
    findings: &mut Findings,
) -> Option<Vec<Draft>> {
    let mut report = Report { file, source: None, findings, notes: Vec::new() };
    if file.bytes.len() > MAX_SIZE {
        report.add(CalendarError::TooLarge, 0);
        return None;
    }
    let lines = CalendarLines::read(file.bytes);
    let unread = lines.unread.clone();
    let Some(components) = Components::of(lines) else {
        report.add(CalendarError::NotACalendar, 1);
        return None;
    };
    unread.into_iter().take(MAX_REPORTED).for_each(|line| report.add(CalendarError::UnreadLine, line));
    if let Some(line) = components.cut_off {
        report.add(CalendarError::CutOff, line);
    }
    let mut import = Import { year: &programme.year, zones: CalendarZones::new(components.zones.clone()), options };
    let (series, private) = grouped(&components);
    let mut events = Vec::new();
    for series in &series {
        events.extend(import.events(series, &mut report));
        if events.len() > MAX_EVENTS {
            report.add(CalendarError::TooLarge, 0);
            return None;
        }
    }
    report.notes.extend(private_note(private));
    if events.is_empty() {
        let error = match series.is_empty() {
            true => CalendarError::NoEvents { private, tasks: components.other_entries },
            false => CalendarError::NoneInYear { year: programme.year.label.clone() },
        };
        report.add(error, 0);
        return None;
    }
    let copies = remove_copies(&mut events);
    report.note_copies(copies);
    events.sort_by(|a, b| (a.date, a.starts, &a.title).cmp(&(b.date, b.starts, &b.title)));
    report.notes.extend(options.note());
    let mut drafts = drafts(events);
    if let Some(first) = drafts.first_mut() {
        first.notes = report.notes;
    }
    Some(drafts)
}

/// Removes events that are the same in everything, and returns how many.
fn remove_copies(events: &mut Vec<ImportedEvent>) -> usize {
    let all = events.len();
    let mut seen = HashSet::new();
    events.retain(|event| seen.insert(event.clone()));
    all - events.len()
}

struct Import<'i> {
    year: &'i AcademicYear,
    zones: CalendarZones,
    options: &'i EventOptions,
}

impl Import<'_> {
    fn events(&mut self, series: &Series<'_>, report: &mut Report<'_>) -> Vec<ImportedEvent> {
        let (dated, failed) = series.dated(&mut self.zones, self.year);
        for (entry, error) in failed {
            let title = EntryText::title(entry);
            match error {
                TimeError::NoStart => report.add(CalendarError::NoDate { title }, entry.line),
                TimeError::BadStart { value, line } => report.add(CalendarError::BadDate { title, value }, line),
            }
        }
        // What is the same on several days becomes one file.
        let mut same: Vec<(ImportedEvent, Vec<Occurrence>)> = Vec::new();
        let is_series = dated.iter().any(|dated| dated.repeats);
        for dated in dated {
            report.note_times(&dated, self.year);
            let text = EntryText::of(dated.entry, series.calendar);
            if text.had_joining_details {
                report.notes.push(joining_note(&text.title));
            }
            // A cancelled day of a series is a day less.
            if is_series && text.cancelled && !dated.repeats {
                report.note_cancelled(&text.title, &dated.times);
                continue;
            }
            for time in dated.times {
                let event = text.event(time, self.options);
                let key = ImportedEvent { date: jiff::civil::Date::MIN, until: None, ..event.clone() };
                match same.iter_mut().find(|(known, times)| *known == key && is_one_day(time, times)) {
                    Some((_, times)) => times.push(time),
                    None => same.push((key, vec![time])),
                }
            }
        }
        same.into_iter().flat_map(|(event, times)| self.described(&event, times, report)).collect()
    }

    fn described(&self, event: &ImportedEvent, times: Vec<Occurrence>, report: &mut Report<'_>) -> Vec<ImportedEvent> {
        if let [time] = times.as_slice() {
            return vec![event.on(*time)];
        }
        let mut days: Vec<_> = times.iter().map(|time| time.first).collect();
        days.sort_unstable();
        days.dedup();
        let described = describe(&days, self.year).into_iter().map(|days| match days {
            Days::Single(day) => ImportedEvent { date: day, ..event.clone() },
            Days::Repeated { every, first, last, except, holidays } => {
                report.note_holidays(&event.title, &holidays);
                ImportedEvent { date: first, until: Some(last), every: Some(every), except, ..event.clone() }
            }
        });
        described.collect()
    }
}

/// True for a time within one day, like those before it.
fn is_one_day(time: Occurrence, times: &[Occurrence]) -> bool {
    time.first == time.last && times.iter().all(|time| time.first == time.last)
}

/// The findings about a calendar, and the notes for the teacher.
struct Report<'r> {
    file: SheetFile<'r>,
    source: Option<Source>,
    findings: &'r mut Findings,
    notes: Vec<String>,
}

impl Report<'_> {
    /// Adds a finding at a line, counted from 1; at the file for 0.
    fn add(&mut self, error: CalendarError, line: usize) {
        let file = self.file;
        let source = self.source.get_or_insert_with(|| Source {
            path: ContentPath::new(file.name),
            text: decode(file.bytes).into_owned().into(),
        });
        let mut start = 0;
        for (at, text) in source.text.split_inclusive('\n').enumerate() {
            if at + 1 == line {
                self.findings.add(error, source.place(start..start + text.trim_end().len()));
                return;
            }
            start += text.len();
        }
        self.findings.add(error, source.whole_file());
    }

    fn note_copies(&mut self, copies: usize) {
        match copies {
            0 => {}
            1 => self.notes.push("One event is in the calendar twice. It was imported once.".into()),
            many => {
                self.notes.push(format!("{many} copies of events were left out."));
            }
        }
    }

    fn note_times(&mut self, dated: &DatedEntry<'_>, year: &AcademicYear) {
        let title = EntryText::title(dated.entry);
        if let Some((zone, line)) = dated.time.unknown_zone.clone() {
            self.add(CalendarError::UnknownZone { title: title.clone(), zone }, line);
        }
        if let Some(line) = dated.time.bad_end {
            self.add(CalendarError::BadEnd { title: title.clone() }, line);
        }
        if let Some(line) = dated.unread_rule {
            self.add(CalendarError::UnreadRule { title: title.clone() }, line);
        }
        if dated.outside_year > 0 {
            let year = &year.label;
            self.notes.push(match dated.times.len() {
                0 => format!("“{title}” does not take place in {year}, so it was left out."),
                _ => format!("“{title}” also takes place before or after {year}. Those dates were left out."),
            });
        }
    }

    fn note_cancelled(&mut self, title: &str, times: &[Occurrence]) {
        for time in times {
            let day = date_in_words(time.first);
            self.notes.push(format!("“{title}” is cancelled on {day}. That day was left out."));
        }
    }

    fn note_holidays(&mut self, title: &str, holidays: &[jiff::civil::Date]) {
        if holidays.is_empty() {
            return;
        }
        let days: BTreeSet<_> = holidays.iter().collect();
        let named: Vec<String> = days.iter().take(6).map(|day| date_in_words(**day)).collect();
        let more = match days.len() - named.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        self.notes.push(format!(
            "“{title}” is also on days that are not in a term: {}{more}. Those days were left out.",
            named.join(", ")
        ));
    }
}
