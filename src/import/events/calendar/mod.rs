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

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::mem::{Discriminant, discriminant};

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
/// How many findings of one kind are reported.
const MAX_REPORTED: usize = 20;

/// Drafts the files of the events. Returns `None` after adding findings if there is nothing to draft.
pub fn from_calendar(
    file: SheetFile<'_>,
    options: &EventOptions,
    programme: &Programme,
    findings: &mut Findings,
) -> Option<Vec<Draft>> {
    let mut report = Report::new(file, findings);
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
    unread.into_iter().for_each(|line| report.add(CalendarError::UnreadLine, line));
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
    report.finish(&programme.year);
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
            if dated.times.is_empty() {
                continue;
            }
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
    /// The text of the file, and where its lines start.
    source: Option<(Source, Vec<usize>)>,
    findings: &'r mut Findings,
    /// How many there are of each kind.
    counts: HashMap<Discriminant<CalendarError>, usize>,
    /// Each zone that isn't known, with the first event in it, the line, and how many others there are.
    unknown_zones: BTreeMap<String, (String, usize, usize)>,
    /// How many single events are not in the school's year.
    outside_year: usize,
    notes: Vec<String>,
}

impl<'r> Report<'r> {
    fn new(file: SheetFile<'r>, findings: &'r mut Findings) -> Self {
        let (counts, unknown_zones) = (HashMap::new(), BTreeMap::new());
        Self { file, source: None, findings, counts, unknown_zones, outside_year: 0, notes: Vec::new() }
    }

    /// Adds a finding at a line, counted from 1; at the file for 0.
    fn add(&mut self, error: CalendarError, line: usize) {
        let count = self.counts.entry(discriminant(&error)).or_default();
        *count += 1;
        if *count > MAX_REPORTED {
            return;
        }
        let file = self.file;
        let (source, lines) = self.source.get_or_insert_with(|| {
            let text = decode(file.bytes).into_owned();
            let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1));
            let starts = starts.collect();
            (Source { path: ContentPath::new(file.name), text: text.into() }, starts)
        });
        let start = line.checked_sub(1).and_then(|line| lines.get(line)).copied();
        let text = start.and_then(|start| source.text.get(start..)?.split('\n').next());
        let place = match (start, text) {
            (Some(start), Some(text)) => source.place(start..start + text.trim_end().len()),
            _ => source.whole_file(),
        };
        self.findings.add(error, place);
    }

    /// Adds what is said once for all events.
    fn finish(&mut self, year: &AcademicYear) {
        for (zone, (title, line, others)) in std::mem::take(&mut self.unknown_zones) {
            self.add(CalendarError::UnknownZone { title, zone, others }, line);
        }
        if self.counts.values().any(|count| *count > MAX_REPORTED) {
            self.notes.push(format!("Of mistakes of the same kind, the first {MAX_REPORTED} are listed."));
        }
        match self.outside_year {
            0 => {}
            1 => self.notes.push(format!("One event that is not in {} was left out.", year.label)),
            many => self.notes.push(format!("{many} events that are not in {} were left out.", year.label)),
        }
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
        if let Some((zone, line)) = dated.time.unknown_zone.clone().filter(|_| !dated.times.is_empty()) {
            let others = |(_, _, others): &mut (String, usize, usize)| *others += 1;
            self.unknown_zones.entry(zone).and_modify(others).or_insert((title.clone(), line, 0));
        }
        if let Some(line) = dated.time.bad_end.filter(|_| !dated.times.is_empty()) {
            self.add(CalendarError::BadEnd { title: title.clone() }, line);
        }
        if let Some(line) = dated.unread_rule {
            self.add(CalendarError::UnreadRule { title: title.clone() }, line);
        }
        if !dated.repeats {
            self.outside_year += dated.outside_year;
        } else if dated.outside_year > 0 {
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
