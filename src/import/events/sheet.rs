//! Events of a sheet, a row each.

use jiff::civil::Time;

use super::{Found, drafts};
use crate::import::day::Days;
use crate::import::findings::SheetError;
use crate::import::table::{BENCHMARKS, Column, Table, benchmarks, parts};
use crate::import::{Draft, SheetFile};
use crate::programme::{Audience, EventKind, slug};
use crate::report::{Findings, Found as Told};

/// What a column says.
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

/// The texts of the events in a sheet. `day_first` says whether 4/3/2027 is in March, for sheets that do
/// not make it plain.
pub fn sheet(file: SheetFile<'_>, day_first: Option<bool>) -> Told<Option<Vec<Draft>>> {
    let mut findings = Findings::default();
    let Some(table) = Table::read(file, &COLUMNS, &mut findings) else { return Told { value: None, findings } };
    for (field, wanted) in [(Field::Date, "Date"), (Field::Title, "Event")] {
        if !table.has(field) {
            file.tell(SheetError::NoColumn { expected: wanted }, &mut findings);
        }
    }
    let stamps =
        table.rows.iter().flat_map(|(_, cells)| [Field::Date, Field::Until].map(|field| table.text(field, cells)));
    let days = match Days::of(stamps, day_first) {
        Ok(days) => days,
        Err(trouble) => {
            file.tell(trouble, &mut findings);
            return Told { value: None, findings };
        }
    };
    if findings.any_error() {
        return Told { value: None, findings };
    }
    let mut events = Vec::new();
    for (number, cells) in &table.rows {
        match read(&table, cells, days) {
            Ok(event) => events.push(event),
            Err((field, wanted)) => {
                let (cell, value) = (table.cell(field, *number), table.text(field, cells));
                file.tell(SheetError::Cell { cell, value, expected: wanted }, &mut findings);
            }
        }
    }
    if events.is_empty() && !findings.any_error() {
        file.tell(SheetError::Empty, &mut findings);
    }
    if findings.any_error() {
        return Told { value: None, findings };
    }
    let mut drafts = drafts(events);
    if let Some(first) = drafts.first_mut() {
        first.notes.extend(table.note());
    }
    Told { value: Some(drafts), findings }
}

/// An event; or which field does not fit, and what would.
fn read(table: &Table<Field>, cells: &[String], days: Days) -> Result<Found, (Field, String)> {
    let text = |field: Field| table.text(field, cells);
    let title = text(Field::Title);
    if title.is_empty() {
        return Err((Field::Title, "the name of the event".into()));
    }
    let day = |field: Field| {
        let said = text(field);
        let wanted = || (field, "a day, such as 2027-03-04 or 4 March 2027".to_owned());
        if said.is_empty() { Ok(None) } else { days.read(&said).map(Some).ok_or_else(wanted) }
    };
    let date = day(Field::Date)?.ok_or((Field::Date, "a day, such as 2027-03-04 or 4 March 2027".to_owned()))?;
    let time = |field: Field| {
        let said = text(field);
        let wanted = || (field, "a time, such as 17:30 or 5.30 pm".to_owned());
        if said.is_empty() { Ok(None) } else { clock(&said).map(Some).ok_or_else(wanted) }
    };
    let kind =
        choice(&text(Field::Kind), EventKind::ALL, |kind| kind.as_str()).map_err(|words| (Field::Kind, words))?;
    let mut audiences = Vec::new();
    for part in parts(&text(Field::Audiences)) {
        if ["all", "everyone"].contains(&part.to_lowercase().as_str()) {
            audiences = Audience::ALL.to_vec();
            break;
        }
        let found = choice(&part, Audience::ALL, |audience| audience.as_str());
        audiences.extend(found.map_err(|words| (Field::Audiences, words))?);
    }
    if audiences.is_empty() {
        audiences.push(Audience::Staff);
    }
    let said = text(Field::Groups);
    let groups = if said.eq_ignore_ascii_case("all") { Vec::new() } else { parts(&said) };
    Ok(Found {
        title,
        date,
        until: day(Field::Until)?.filter(|until| *until != date),
        starts: time(Field::Starts)?,
        ends: time(Field::Ends)?,
        place: text(Field::Place),
        summary: text(Field::Summary),
        kind,
        audiences,
        groups,
        benchmarks: benchmarks(&text(Field::Benchmarks))
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

/// One of some words; nothing if nothing is said; else what would fit.
fn choice<T: Copy>(said: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Result<Option<T>, String> {
    if said.is_empty() {
        return Ok(None);
    }
    let found = all.iter().copied().find(|one| slug(word(*one)) == slug(said));
    found
        .map(Some)
        .ok_or_else(|| format!("one of: {}", all.iter().map(|one| word(*one)).collect::<Vec<_>>().join(", ")))
}

/// 17:30, 17:30:00, 5.30 pm, 5pm; and times as Excel keeps them.
fn clock(text: &str) -> Option<Time> {
    let small = text.to_lowercase().replace('.', ":").replace(' ', "");
    let small = small.rsplit_once('t').map_or(small.as_str(), |(_, time)| time);
    ["%H:%M:%S", "%H:%M", "%I:%M%p", "%I%p"].iter().find_map(|form| Time::strptime(form, small).ok())
}
