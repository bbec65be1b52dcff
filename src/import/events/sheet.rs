//! Reads events from a spreadsheet with one event on each row.

use jiff::civil::{Date, Time};

use super::details::{Description, one_line_without_details};
use super::{EventOptions, ImportedEvent, drafts, joining_note, private_note};
use crate::import::day::DateOrder;
use crate::import::findings::SheetError;
use crate::import::table::{BENCHMARKS, Column, SheetTable, parse_benchmarks, split_list};
use crate::import::{Draft, SheetFile};
use crate::programme::{Audience, EventKind, slug};
use crate::report::Findings;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EventField {
    Date,
    Until,
    Title,
    Starts,
    Ends,
    Place,
    Summary,
    Kind,
    Audiences,
    Groups,
    Benchmarks,
    With,
    Body,
    AllDay,
    Private,
}

const COLUMNS: [Column<EventField>; 15] = [
    (EventField::Date, &["Date", "Day", "When", "Start date"]),
    (EventField::Until, &["Until", "End date", "Last day"]),
    (EventField::Title, &["Event", "Title", "What", "Name", "Subject", "Event name"]),
    (EventField::Starts, &["Starts", "Start", "Start time", "Time", "From"]),
    (EventField::Ends, &["Ends", "End", "End time", "To"]),
    (EventField::Place, &["Place", "Location", "Where", "Venue", "Room"]),
    (EventField::Summary, &["Summary", "About"]),
    (EventField::Body, &["Description", "Details"]),
    (EventField::Kind, &["Kind", "Type", "Event type"]),
    (EventField::Audiences, &["Audiences", "Audience", "For", "For whom", "Who for"]),
    (EventField::Groups, &["Groups", "Group", "Year groups", "Year group", "Year"]),
    (EventField::Benchmarks, BENCHMARKS),
    (EventField::With, &["With", "Partner", "Partners", "Provider"]),
    (EventField::AllDay, &["All day event", "All day", "Whole day"]),
    // As Google Calendar and Outlook export it.
    (EventField::Private, &["Private", "Sensitivity", "Class", "Visibility", "Privacy"]),
];
/// What the column about privacy contains if an event is for everybody.
const NOT_PRIVATE: [&str; 10] = ["", "false", "no", "n", "0", "normal", "public", "default", "open", "nein"];

/// Returns `None` after adding findings if something is wrong.
pub fn from_sheet(file: SheetFile<'_>, options: &EventOptions, findings: &mut Findings) -> Option<Vec<Draft>> {
    let table = SheetTable::read(file, &COLUMNS, findings)?;
    for (field, expected) in [(EventField::Date, "Date"), (EventField::Title, "Event")] {
        if !table.has(field) {
            file.report(SheetError::NoColumn { expected }, findings);
        }
    }
    let dates = table
        .rows
        .iter()
        .flat_map(|(_, cells)| [EventField::Date, EventField::Until].map(|field| table.text(field, cells)));
    let order = match DateOrder::of(dates, options.day_first) {
        Ok(order) => order,
        Err(error) => {
            file.report(error, findings);
            return None;
        }
    };
    if findings.any_error() {
        return None;
    }
    let mut list = EventList::default();
    for (number, cells) in &table.rows {
        if !NOT_PRIVATE.contains(&table.text(EventField::Private, cells).to_lowercase().as_str()) {
            list.private += 1;
            continue;
        }
        match parse_row(&table, cells, (order, options)) {
            Ok((event, had_joining_details)) => {
                list.with_joining_details.extend(had_joining_details.then(|| event.title.clone()));
                list.events.push(event);
            }
            Err((field, expected)) => {
                let (cell, value) = (table.cell(field, *number), table.text(field, cells));
                file.report(SheetError::Cell { cell, value, expected }, findings);
            }
        }
    }
    if list.events.is_empty() && !findings.any_error() {
        file.report(SheetError::Empty, findings);
    }
    if findings.any_error() {
        return None;
    }
    let mut notes = list.notes();
    notes.extend(table.note());
    if !table.has(EventField::Audiences) {
        notes.extend(options.note());
    }
    let mut drafts = drafts(list.events);
    if let Some(first) = drafts.first_mut() {
        first.notes = notes;
    }
    Some(drafts)
}

/// The events of a sheet, and what was left out.
#[derive(Default)]
struct EventList {
    events: Vec<ImportedEvent>,
    private: usize,
    with_joining_details: Vec<String>,
}

impl EventList {
    fn notes(&self) -> Vec<String> {
        let joining = self.with_joining_details.iter().map(|title| joining_note(title));
        private_note(self.private).into_iter().chain(joining).collect()
    }
}

/// Parses a row, and whether joining details of a meeting were left out. The error is the invalid field, and what it should
/// contain.
fn parse_row(
    table: &SheetTable<EventField>,
    cells: &[String],
    (order, options): (DateOrder, &EventOptions),
) -> Result<(ImportedEvent, bool), (EventField, String)> {
    let text = |field: EventField| table.text(field, cells);
    let title = text(EventField::Title);
    if title.is_empty() {
        return Err((EventField::Title, "the name of the event".into()));
    }
    let date_error = |field: EventField| (field, "a date, such as 2027-03-04 or 4 March 2027".to_owned());
    let parse_days = |field: EventField| {
        let value = text(field);
        if value.is_empty() { Ok(None) } else { order.parse_days(&value).map(Some).ok_or_else(|| date_error(field)) }
    };
    let (date, end_of_range) = parse_days(EventField::Date)?.ok_or_else(|| date_error(EventField::Date))?;
    let parse_time = |field: EventField| {
        let value = text(field);
        let error = || (field, "a time, such as 17:30 or 5:30pm".to_owned());
        if value.is_empty() { Ok(None) } else { time_of_day(&value).map(Some).ok_or_else(error) }
    };
    let time_in_date = |field: EventField| time_after_date(&text(field));
    let hours = Hours {
        date,
        until: parse_days(EventField::Until)?.map(|(day, _)| day).or(end_of_range),
        starts: parse_time(EventField::Starts)?.or_else(|| time_in_date(EventField::Date)),
        ends: parse_time(EventField::Ends)?.or_else(|| time_in_date(EventField::Until)),
    };
    let is_marked_whole_day = ["true", "yes", "y", "1"].contains(&text(EventField::AllDay).to_lowercase().as_str());
    let hours = hours.normalised(is_marked_whole_day);
    let kind = choice(&text(EventField::Kind), EventKind::ALL, |kind| kind.as_str())
        .map_err(|expected| (EventField::Kind, expected))?;
    let mut audiences = Vec::new();
    for part in split_list(&text(EventField::Audiences)) {
        if ["all", "everyone"].contains(&part.to_lowercase().as_str()) {
            audiences = Audience::ALL.to_vec();
            break;
        }
        let audience = choice(&part, Audience::ALL, |audience| audience.as_str());
        audiences.extend(audience.map_err(|expected| (EventField::Audiences, expected))?);
    }
    if audiences.is_empty() {
        audiences = options.audiences();
    }
    let groups = text(EventField::Groups);
    let groups = if groups.eq_ignore_ascii_case("all") { Vec::new() } else { split_list(&groups) };
    let description = Description::of(&table.raw_text(EventField::Body, cells));
    let (place, has_place_details) = one_line_without_details(&text(EventField::Place));
    let benchmarks = parse_benchmarks(&text(EventField::Benchmarks))
        .ok_or((EventField::Benchmarks, "numbers from 1 to 8".to_owned()))?;
    let with = text(EventField::With);
    let with = with.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let event = ImportedEvent {
        title,
        date: hours.date,
        until: hours.until,
        starts: hours.starts,
        ends: hours.ends,
        place,
        summary: text(EventField::Summary),
        kind,
        audiences,
        groups,
        benchmarks,
        with: with.map(str::to_owned).collect(),
        body: description.markdown,
        ..ImportedEvent::default()
    };
    Ok((event, description.had_joining_details || has_place_details))
}

/// When the event of a row takes place.
struct Hours {
    date: Date,
    until: Option<Date>,
    starts: Option<Time>,
    ends: Option<Time>,
}

impl Hours {
    /// Without the midnights with which programs write whole days.
    fn normalised(self, is_marked_whole_day: bool) -> Self {
        let until = self.until.filter(|until| *until != self.date);
        let is_midnight = |time: Option<Time>| time == Some(Time::midnight());
        let ends_at_midnight = is_midnight(self.ends);
        if is_marked_whole_day || is_midnight(self.starts) && ends_at_midnight && until.is_some() {
            let last = until.map(|until| if ends_at_midnight { until.yesterday().unwrap_or(until) } else { until });
            let until = last.filter(|last| *last > self.date);
            return Self { date: self.date, until, starts: None, ends: None };
        }
        Self { until, ..self }
    }
}

/// Parses the name of a value. `None` if the text is empty. The error lists all names.
fn choice<T: Copy>(text: &str, all: &[T], name_of: impl Fn(T) -> &'static str) -> Result<Option<T>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let value = all.iter().copied().find(|value| slug(name_of(*value)) == slug(text));
    value
        .map(Some)
        .ok_or_else(|| format!("one of: {}", all.iter().map(|value| name_of(*value)).collect::<Vec<_>>().join(", ")))
}

/// The time after the day in a cell such as `2027-03-04T18:00:00` or `4 March 2027 6:00pm`. Midnight is how spreadsheets
/// write a day alone.
fn time_after_date(text: &str) -> Option<Time> {
    let is_iso = text.get(10..11) == Some("T");
    let words = if is_iso { text.replacen('T', " ", 1) } else { text.to_owned() };
    let words: Vec<&str> = words.split_whitespace().collect();
    let start = words.iter().position(|word| word.contains(':') && word.starts_with(|ch: char| ch.is_ascii_digit()))?;
    time_of_day(&words.get(start..)?.join(" ")).filter(|time| *time != Time::midnight())
}

/// Parses times such as 17:30, 17:30:00, 5:30pm and 5pm, and Excel's date-times.
fn time_of_day(text: &str) -> Option<Time> {
    let lower = text.to_lowercase().replace('.', ":").replace(' ', "");
    let time = lower.rsplit_once('t').map_or(lower.as_str(), |(_, time)| time);
    ["%H:%M:%S", "%H:%M", "%I:%M:%S%p", "%I:%M%p", "%I%p"].iter().find_map(|format| Time::strptime(format, time).ok())
}
