//! Reads events from a spreadsheet with one event on each row.

use jiff::civil::Time;

use super::{ImportedEvent, drafts};
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
}

const COLUMNS: [Column<EventField>; 12] = [
    (EventField::Date, &["Date", "Day", "When", "Start date"]),
    (EventField::Until, &["Until", "End date", "Last day"]),
    (EventField::Title, &["Event", "Title", "What", "Name", "Subject", "Event name"]),
    (EventField::Starts, &["Starts", "Start", "Start time", "Time", "From"]),
    (EventField::Ends, &["Ends", "End", "End time", "To"]),
    (EventField::Place, &["Place", "Location", "Where", "Venue", "Room"]),
    (EventField::Summary, &["Summary", "About", "Description", "Details"]),
    (EventField::Kind, &["Kind", "Type", "Event type"]),
    (EventField::Audiences, &["Audiences", "Audience", "For", "For whom", "Who for"]),
    (EventField::Groups, &["Groups", "Group", "Year groups", "Year group", "Year"]),
    (EventField::Benchmarks, BENCHMARKS),
    (EventField::With, &["With", "Partner", "Partners", "Provider"]),
];

/// `day_first` states whether 4/3/2027 is in March, for spreadsheets where this isn't clear. Returns `None` after adding
/// findings if something is wrong.
pub fn from_sheet(file: SheetFile<'_>, day_first: Option<bool>, findings: &mut Findings) -> Option<Vec<Draft>> {
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
    let order = match DateOrder::of(dates, day_first) {
        Ok(order) => order,
        Err(error) => {
            file.report(error, findings);
            return None;
        }
    };
    if findings.any_error() {
        return None;
    }
    let mut events = Vec::new();
    for (number, cells) in &table.rows {
        match parse_row(&table, cells, order) {
            Ok(event) => events.push(event),
            Err((field, expected)) => {
                let (cell, value) = (table.cell(field, *number), table.text(field, cells));
                file.report(SheetError::Cell { cell, value, expected }, findings);
            }
        }
    }
    if events.is_empty() && !findings.any_error() {
        file.report(SheetError::Empty, findings);
    }
    if findings.any_error() {
        return None;
    }
    let mut drafts = drafts(events);
    if let Some(first) = drafts.first_mut() {
        first.notes.extend(table.note());
    }
    Some(drafts)
}

/// Parses a row. The error is the invalid field, and what it should contain.
fn parse_row(
    table: &SheetTable<EventField>,
    cells: &[String],
    order: DateOrder,
) -> Result<ImportedEvent, (EventField, String)> {
    let text = |field: EventField| table.text(field, cells);
    let title = text(EventField::Title);
    if title.is_empty() {
        return Err((EventField::Title, "the name of the event".into()));
    }
    let date_error = |field: EventField| (field, "a date, such as 2027-03-04 or 4 March 2027".to_owned());
    let parse_date = |field: EventField| {
        let value = text(field);
        if value.is_empty() { Ok(None) } else { order.parse(&value).map(Some).ok_or_else(|| date_error(field)) }
    };
    let date = parse_date(EventField::Date)?.ok_or_else(|| date_error(EventField::Date))?;
    let parse_time = |field: EventField| {
        let value = text(field);
        let error = || (field, "a time, such as 17:30 or 5.30 pm".to_owned());
        if value.is_empty() { Ok(None) } else { time_of_day(&value).map(Some).ok_or_else(error) }
    };
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
        audiences.push(Audience::Staff);
    }
    let groups = text(EventField::Groups);
    let groups = if groups.eq_ignore_ascii_case("all") { Vec::new() } else { split_list(&groups) };
    Ok(ImportedEvent {
        title,
        date,
        until: parse_date(EventField::Until)?.filter(|until| *until != date),
        starts: parse_time(EventField::Starts)?,
        ends: parse_time(EventField::Ends)?,
        place: text(EventField::Place),
        summary: text(EventField::Summary),
        kind,
        audiences,
        groups,
        benchmarks: parse_benchmarks(&text(EventField::Benchmarks))
            .ok_or((EventField::Benchmarks, "numbers from 1 to 8".to_owned()))?,
        with: text(EventField::With)
            .split([',', ';'])
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect(),
        cancelled: false,
        body: String::new(),
    })
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

/// Parses times such as 17:30, 17:30:00, 5.30 pm and 5pm, and Excel's date-times.
fn time_of_day(text: &str) -> Option<Time> {
    let lower = text.to_lowercase().replace('.', ":").replace(' ', "");
    let time = lower.rsplit_once('t').map_or(lower.as_str(), |(_, time)| time);
    ["%H:%M:%S", "%H:%M", "%I:%M%p", "%I%p"].iter().find_map(|format| Time::strptime(format, time).ok())
}
