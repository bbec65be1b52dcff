//! Reads events from a spreadsheet with one event on each row.

use jiff::civil::{Date, Time};

use super::details::{Description, one_line_without_details};
use super::joining::short_text_without_details;
use super::{EventOptions, ImportedEvent, drafts, joining_note, private_note};
use crate::import::day::{DateOrder, range_parts, split_hours};
use crate::import::findings::SheetError;
use crate::import::table::{BENCHMARKS, Column, SheetTable, groups_in, one_of_groups, parse_benchmarks, split_list};
use crate::import::{Draft, SheetFile};
use crate::programme::{Audience, EventKind, Group, Programme, slug};
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
    Sensitivity,
    Visibility,
}

const COLUMNS: [Column<EventField>; 17] = [
    (EventField::Date, &["Date", "Start date", "When", "Day"]),
    (EventField::Until, &["Until", "End date", "Last day"]),
    (EventField::Title, &["Event", "Event name", "Title", "What", "Name", "Subject"]),
    (EventField::Starts, &["Starts", "Start", "Start time", "Time", "From"]),
    (EventField::Ends, &["Ends", "End", "End time", "To"]),
    (EventField::Place, &["Place", "Location", "Where", "Venue", "Room"]),
    (EventField::Summary, &["Summary", "About"]),
    (EventField::Body, &["Description", "Details"]),
    (EventField::Kind, &["Kind", "Type", "Event type"]),
    (EventField::Audiences, &["Audiences", "Audience", "For", "For whom", "Who for"]),
    (EventField::Groups, &["Groups", "Group", "Year groups", "Year group", "Year", "Class"]),
    (EventField::Benchmarks, BENCHMARKS),
    (EventField::With, &["With", "Partner", "Partners", "Provider"]),
    (EventField::AllDay, &["All day event", "All day", "Whole day"]),
    (EventField::Private, &["Private"]),
    (EventField::Sensitivity, &["Sensitivity"]),
    (EventField::Visibility, &["Visibility", "Privacy"]),
];
/// The columns with which Google Calendar and Outlook mark private entries. Outlook has two of them.
const PRIVACY: [EventField; 3] = [EventField::Private, EventField::Sensitivity, EventField::Visibility];
/// What a column about privacy contains if an event is for everybody.
const NOT_PRIVATE: [&str; 10] = ["", "false", "no", "n", "0", "normal", "public", "default", "open", "nein"];

/// Returns `None` after adding findings if something is wrong.
pub fn from_sheet(
    file: SheetFile<'_>,
    options: &EventOptions,
    programme: &Programme,
    findings: &mut Findings,
) -> Option<Vec<Draft>> {
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
        let is_open = |field: EventField| NOT_PRIVATE.contains(&table.text(field, cells).to_lowercase().as_str());
        // A calendar that became a spreadsheet has a column “Class” about privacy.
        let class = table.text(EventField::Groups, cells).to_lowercase();
        if !PRIVACY.into_iter().all(is_open) || ["private", "confidential"].contains(&class.as_str()) {
            list.private += 1;
            continue;
        }
        match parse_row(&table, cells, (order, options, &programme.groups)) {
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
        file.report(if list.private > 0 { SheetError::AllPrivate } else { SheetError::Empty }, findings);
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
    (order, options, all_groups): (DateOrder, &EventOptions, &[Group]),
) -> Result<(ImportedEvent, bool), (EventField, String)> {
    let text = |field: EventField| table.text(field, cells);
    let (title, has_title_details) = short_text_without_details(&text(EventField::Title));
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
    let hours_in = |field: EventField| hours_after_date(&text(field)).ok_or_else(|| date_error(field));
    let (in_date, in_until) = (hours_in(EventField::Date)?, hours_in(EventField::Until)?);
    let hours = Hours {
        date,
        until: parse_days(EventField::Until)?.map(|(day, _)| day).or(end_of_range),
        starts: parse_time(EventField::Starts)?.or(in_date.0),
        ends: parse_time(EventField::Ends)?.or(in_until.0).or(in_date.1),
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
    let written = Some(text(EventField::Groups)).filter(|written| !written.eq_ignore_ascii_case("public"));
    let (groups, unknown) = groups_in(&written.unwrap_or_default(), all_groups);
    if let Some(unknown) = unknown.first() {
        return Err((EventField::Groups, one_of_groups(unknown, all_groups)));
    }
    let is_for_all = groups.len() == all_groups.len();
    let groups = groups.into_iter().filter(|_| !is_for_all).filter_map(|group| all_groups.get(group));
    let description = Description::of(&table.raw_text(EventField::Body, cells));
    let (place, has_place_details) = one_line_without_details(&text(EventField::Place));
    let (summary, has_summary_details) = short_text_without_details(&text(EventField::Summary));
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
        summary,
        kind,
        audiences,
        groups: groups.map(|group| group.name.clone()).collect(),
        benchmarks,
        with: with.map(str::to_owned).collect(),
        body: description.markdown,
        ..ImportedEvent::default()
    };
    let had_joining_details =
        description.had_joining_details || has_title_details || has_place_details || has_summary_details;
    Ok((event, had_joining_details))
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

/// The start and the end after the day in a cell such as `2027-03-04T18:00:00` or `4 March 2027 6-8pm`, if it has any.
/// Midnight is how spreadsheets write a day alone. `None` if they can't be read.
fn hours_after_date(text: &str) -> Option<(Option<Time>, Option<Time>)> {
    let (_, hours) = split_hours(text);
    let hours = hours.trim_matches(['(', ')']);
    if hours.is_empty() {
        return Some((None, None));
    }
    if let Some(time) = time_of_day(hours) {
        return Some((Some(time).filter(|time| *time != Time::midnight()), None));
    }
    range_parts(hours).find_map(|(start, end)| {
        let end = time_of_day(end)?;
        // In “6-8pm”, six is in the evening too.
        let starts = ["", "pm", "am"].iter().filter_map(|half| time_of_day(&format!("{start}{half}")));
        starts.into_iter().find(|start| *start < end).map(|start| (Some(start), Some(end)))
    })
}

/// Parses times such as 17:30, 17:30:00, 5:30pm and 5pm, and Excel's date-times.
fn time_of_day(text: &str) -> Option<Time> {
    let lower = text.to_lowercase();
    let lower = ["at ", "from ", "start "].iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(&lower);
    let lower = lower.replace(' ', "");
    // LibreOffice stores parts of seconds.
    let whole = lower.split_once('.').map(|(whole, _)| whole).filter(|whole| whole.matches(':').count() == 2);
    let lower = whole.map_or_else(|| lower.replace('.', ":"), str::to_owned);
    let is_day = |text: &str| text.chars().all(|ch| ch.is_ascii_digit() || ch == '-');
    let time = lower.split_once('t').filter(|(day, _)| is_day(day)).map_or(lower.as_str(), |(_, time)| time);
    ["%H:%M:%S", "%H:%M", "%I:%M:%S%p", "%I:%M%p", "%I%p"].iter().find_map(|format| Time::strptime(format, time).ok())
}
