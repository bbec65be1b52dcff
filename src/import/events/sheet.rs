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
enum Field {
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

const COLUMNS: [Column<Field>; 12] = [
    (Field::Date, &["Date", "Day", "When", "Start date"]),
    (Field::Until, &["Until", "End date", "Last day"]),
    (Field::Title, &["Event", "Title", "What", "Name", "Subject", "Event name"]),
    (Field::Starts, &["Starts", "Start", "Start time", "Time", "From"]),
    (Field::Ends, &["Ends", "End", "End time", "To"]),
    (Field::Place, &["Place", "Location", "Where", "Venue", "Room"]),
    (Field::Summary, &["Summary", "About", "Description", "Details"]),
    (Field::Kind, &["Kind", "Type", "Event type"]),
    (Field::Audiences, &["Audiences", "Audience", "For", "For whom", "Who for"]),
    (Field::Groups, &["Groups", "Group", "Year groups", "Year group", "Year"]),
    (Field::Benchmarks, BENCHMARKS),
    (Field::With, &["With", "Partner", "Partners", "Provider"]),
];

/// Drafts the files of the events. `day_first` is whether 4/3/2027 is in March, for spreadsheets where this isn't clear. Returns `None`
/// after adding findings if something is wrong.
pub fn from_sheet(file: SheetFile<'_>, day_first: Option<bool>, findings: &mut Findings) -> Option<Vec<Draft>> {
    let table = SheetTable::read(file, &COLUMNS, findings)?;
    for (field, expected) in [(Field::Date, "Date"), (Field::Title, "Event")] {
        if !table.has(field) {
            file.report(SheetError::NoColumn { expected }, findings);
        }
    }
    let dates =
        table.rows.iter().flat_map(|(_, cells)| [Field::Date, Field::Until].map(|field| table.text(field, cells)));
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
fn parse_row(table: &SheetTable<Field>, cells: &[String], order: DateOrder) -> Result<ImportedEvent, (Field, String)> {
    let text = |field: Field| table.text(field, cells);
    let title = text(Field::Title);
    if title.is_empty() {
        return Err((Field::Title, "the name of the event".into()));
    }
    let date_error = |field: Field| (field, "a date, such as 2027-03-04 or 4 March 2027".to_owned());
    let parse_date = |field: Field| {
        let value = text(field);
        if value.is_empty() { Ok(None) } else { order.parse(&value).map(Some).ok_or_else(|| date_error(field)) }
    };
    let date = parse_date(Field::Date)?.ok_or_else(|| date_error(Field::Date))?;
    let parse_time = |field: Field| {
        let value = text(field);
        let error = || (field, "a time, such as 17:30 or 5.30 pm".to_owned());
        if value.is_empty() { Ok(None) } else { clock(&value).map(Some).ok_or_else(error) }
    };
    let kind =
        choice(&text(Field::Kind), EventKind::ALL, |kind| kind.as_str()).map_err(|words| (Field::Kind, words))?;
    let mut audiences = Vec::new();
    for part in split_list(&text(Field::Audiences)) {
        if ["all", "everyone"].contains(&part.to_lowercase().as_str()) {
            audiences = Audience::ALL.to_vec();
            break;
        }
        let audience = choice(&part, Audience::ALL, |audience| audience.as_str());
        audiences.extend(audience.map_err(|words| (Field::Audiences, words))?);
    }
    if audiences.is_empty() {
        audiences.push(Audience::Staff);
    }
    let groups = text(Field::Groups);
    let groups = if groups.eq_ignore_ascii_case("all") { Vec::new() } else { split_list(&groups) };
    Ok(ImportedEvent {
        title,
        date,
        until: parse_date(Field::Until)?.filter(|until| *until != date),
        starts: parse_time(Field::Starts)?,
        ends: parse_time(Field::Ends)?,
        place: text(Field::Place),
        summary: text(Field::Summary),
        kind,
        audiences,
        groups,
        benchmarks: parse_benchmarks(&text(Field::Benchmarks))
            .ok_or((Field::Benchmarks, "numbers from 1 to 8".to_owned()))?,
        with: text(Field::With)
            .split([',', ';'])
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect(),
        cancelled: false,
        body: String::new(),
    })
}

/// Parses one of some names. `None` if the text is empty. The error lists the names.
fn choice<T: Copy>(text: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Result<Option<T>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let found = all.iter().copied().find(|one| slug(word(*one)) == slug(text));
    found
        .map(Some)
        .ok_or_else(|| format!("one of: {}", all.iter().map(|one| word(*one)).collect::<Vec<_>>().join(", ")))
}

/// Parses times such as 17:30, 17:30:00, 5.30 pm and 5pm, and Excel's date-times.
fn clock(text: &str) -> Option<Time> {
    let lower = text.to_lowercase().replace('.', ":").replace(' ', "");
    let time = lower.rsplit_once('t').map_or(lower.as_str(), |(_, time)| time);
    ["%H:%M:%S", "%H:%M", "%I:%M%p", "%I%p"].iter().find_map(|format| Time::strptime(format, time).ok())
}
