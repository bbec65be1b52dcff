//! Dates in sentences: “Careers fair on 4 March 2027”.
//!
//! What is written in full and is the day of an event becomes that event's new day, and dates in the text of an event move
//! with it. All others are listed with the same school day of the next year: only people know what they are about.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::date_values::date_values;
use super::event_file::is_our_comment;
use super::events::OwnDay;
use super::moves::Moves;
use super::row::{Certainty, RowKind, YearRow};
use super::school_weeks::{Fit, MovedDay, is_school_day};
use super::words::{in_same_form, line_of};
use crate::editor::{EditError, OpenFile};
use crate::programme::AcademicYear;
use crate::text::{WrittenDate, written_dates};

/// The first days of events in both years.
pub(super) type EventDays = BTreeMap<Date, Date>;

/// What is known about the events that moved.
#[derive(Clone, Copy, Debug)]
pub(super) struct MovedDays<'e> {
    pub(super) days: &'e EventDays,
    /// The days that others set, for which nothing is suggested.
    pub(super) set_by_others: &'e BTreeSet<Date>,
    /// In the text of an event that moved: its own day. The text is to be confirmed as a whole.
    pub(super) own: Option<OwnDay>,
}

impl MovedDays<'_> {
    /// The new day of an event in its own text, from its first day.
    fn own(&self, old: Date) -> Option<Date> {
        self.own.filter(|own| own.old == old).map(|own| own.new)
    }

    fn is_set_by_others(&self, old: Date) -> bool {
        self.set_by_others.contains(&old) && self.own(old).is_none()
    }
}

/// A date of the old year in a text, and its new day if it changes.
struct FoundDate {
    written: WrittenDate,
    old: Date,
    /// The new day, and why.
    new: Option<(Date, &'static str)>,
}

/// The file with dates in its sentences moved, and a row for each line with dates of last year.
///
/// # Errors
/// An [`EditError`], if a new day can't be written in the file's encoding.
pub(super) fn with_moved_sentences(
    file: &OpenFile,
    moved: MovedDays<'_>,
    moves: &Moves<'_>,
) -> Result<(OpenFile, Vec<YearRow>), EditError> {
    let found = found_dates(file, moved, moves);
    let (mut text, mut at, mut rows) = (String::new(), 0, Vec::<YearRow>::new());
    for (number, date) in found.iter().enumerate() {
        let row = row(file, date, (moved, moves));
        match rows.last_mut().filter(|last| last.line == row.line && last.becomes.is_empty() == row.becomes.is_empty())
        {
            Some(last) => join(last, row),
            None => rows.push(row),
        }
        if let Some((new, _)) = date.new {
            let last = found.get(number + 1).filter(|_| date.written.starts_range).and_then(|last| last.new);
            text.push_str(file.text().get(at..date.written.span.start).unwrap_or_default());
            text.push_str(&in_same_form(&date.written, written(file, date), (new, last.map(|(last, _)| last))));
            at = date.written.span.end;
        }
    }
    rows.extend(years_elsewhere(file, &rows, moves));
    if at == 0 {
        return Ok((file.clone(), rows));
    }
    text.push_str(file.text().get(at..).unwrap_or_default());
    Ok((file.with_text(&text)?, rows))
}

fn written<'f>(file: &'f OpenFile, date: &FoundDate) -> &'f str {
    file.text().get(date.written.span.clone()).unwrap_or_default()
}

/// The dates of the old year outside the keys for dates.
fn found_dates(file: &OpenFile, moved: MovedDays<'_>, moves: &Moves<'_>) -> Vec<FoundDate> {
    let in_keys: Vec<Range<usize>> = date_values(file).into_iter().map(|value| value.span).collect();
    let is_in_key = |span: &Range<usize>| in_keys.iter().any(|key| key.start < span.end && span.start < key.end);
    let mut found = Vec::new();
    for written in written_dates(file.text()) {
        let Some(old) = written.in_year_from(moves.old.starts) else { continue };
        let has_other_weekday = written.weekday.is_some_and(|weekday| weekday != old.weekday());
        let is_left_out = is_in_key(&written.span)
            || has_other_weekday
            || is_in_name(file.text(), &written)
            || is_in_our_comment(file.text(), written.span.start);
        if !is_left_out {
            let new = new_day(file, &written, old, (moved, moves));
            found.push(FoundDate { written, old, new });
        }
    }
    with_whole_ranges(found)
}

/// True for a date in the name of a file or in an address, such as `fair-04-03-2027.jpg`.
fn is_in_name(text: &str, written: &WrittenDate) -> bool {
    let before = text.get(..written.span.start).unwrap_or_default().chars().rev();
    let mut after = text.get(written.span.end..).unwrap_or_default().chars();
    let is_in_words = text.get(written.span.clone()).is_some_and(|date| date.contains(char::is_alphabetic));
    if is_in_words || written.starts_range {
        return after.next() == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    }
    let is_joined = |ch: &char| ch.is_alphanumeric() || "-_/.=%~".contains(*ch);
    before.take_while(is_joined).chain(after.take_while(is_joined)).any(char::is_alphabetic)
}

/// The new day of a date, and why. `None` leaves it as it is.
fn new_day(
    file: &OpenFile,
    written: &WrittenDate,
    old: Date,
    (moved, moves): (MovedDays<'_>, &Moves<'_>),
) -> Option<(Date, &'static str)> {
    // Policies are as somebody approved them.
    let is_fixed = moved.is_set_by_others(old) || moves.is_fixed_by_law(old);
    if written.day.is_none() || is_fixed || file.path().top_folder() == "policies" {
        return None;
    }
    let is_of_event = written.year.is_some() || is_in_line_with_link(file.text(), written, old);
    if let Some(new) = moved.own(old).or_else(|| moved.days.get(&old).copied().filter(|_| is_of_event)) {
        return Some((new, "a sentence with the day of an event"));
    }
    let shifted = old.checked_add(moved.own?.shift.days()).ok()?;
    let is_kept = !is_school_day(moves.old, old) || is_school_day(moves.new, shifted);
    is_kept.then_some((shifted, "a date in the text of an event keeps its distance to the event"))
}

/// True if the line has a link to an event on this day, as in “[options evening on 4 February](2027-02-04-options.md)”.
fn is_in_line_with_link(text: &str, written: &WrittenDate, day: Date) -> bool {
    let before = text.get(..written.span.start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let after = text.get(written.span.end..).and_then(|after| after.split('\n').next()).unwrap_or_default();
    let name = format!("{day}-");
    before.contains(&name) || after.contains(&name)
}

/// “to ” and a weekday stand between the ends of a range.
const MAX_RANGE_GAP: usize = 24;

/// Both ends of a range move together, by the same number of days, or none.
fn with_whole_ranges(mut found: Vec<FoundDate>) -> Vec<FoundDate> {
    for at in 1..found.len() {
        let Some([first, last]) = found.get_mut(at - 1..=at) else { continue };
        if !first.written.starts_range {
            continue;
        }
        match first.new {
            // An end that is no date of ours leaves the next date of the text, which may be about anything.
            Some(_) if last.written.span.start > first.written.span.end + MAX_RANGE_GAP => first.new = None,
            Some((new, why)) => last.new = new.checked_add(last.old - first.old).ok().map(|day| (day, why)),
            None => last.new = None,
        }
    }
    found
}

fn row(file: &OpenFile, date: &FoundDate, (moved, moves): (MovedDays<'_>, &Moves<'_>)) -> YearRow {
    let written_as = written(file, date);
    let may_move = date.written.day.is_some()
        && !is_in_comment(file, date.written.span.start)
        && !moved.is_set_by_others(date.old)
        && !moves.is_fixed_by_law(date.old);
    let is_same = |moved: &MovedDay| matches!(moved.fit, Fit::SameWeek | Fit::FromEnd);
    let same_day = moves.weeks.moved(date.old).filter(|moved| may_move && is_same(moved)).map(|moved| moved.day);
    let in_form = |day: Date| in_same_form(&date.written, written_as, (day, None));
    let (becomes, why, certainty) = match date.new {
        Some((new, why)) => (in_form(new), why, Certainty::ToConfirm),
        None => (
            String::new(),
            "a date of last year in a sentence. Change it if it is about next year",
            Certainty::ToDecide,
        ),
    };
    let line = line_of(file.text(), date.written.span.start);
    let what = sentence(file.text(), &date.written.span);
    YearRow {
        was: written_as.to_owned(),
        suggestion: if becomes.is_empty() { same_day.map(in_form).unwrap_or_default() } else { String::new() },
        becomes,
        ..YearRow::new((RowKind::Sentence, certainty), (file.path(), line), &what, why)
    }
}

/// Adds another date of the same line to its row.
fn join(row: &mut YearRow, other: YearRow) {
    let add = |text: &mut String, more: &str| match (text.is_empty(), more.is_empty()) {
        (_, true) => {}
        (true, false) => text.push_str(more),
        (false, false) => *text = format!("{text}, {more}"),
    };
    add(&mut row.was, &other.was);
    add(&mut row.becomes, &other.becomes);
    // Half a suggestion would mislead.
    if row.suggestion.is_empty() || other.suggestion.is_empty() {
        row.suggestion.clear();
    } else {
        add(&mut row.suggestion, &other.suggestion);
    }
}

/// True for a comment of the front matter or of a YAML file.
fn is_in_comment(file: &OpenFile, at: usize) -> bool {
    let line = file.text().get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with('#') && !file.document().body.contains(&at)
}

/// Our own comment in a moved event.
fn is_in_our_comment(text: &str, at: usize) -> bool {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    text.get(start..).is_some_and(is_our_comment)
}

/// Lines that name the old year without a date: “Spring 2027”, “in 2026-27”.
fn years_elsewhere(file: &OpenFile, rows: &[YearRow], moves: &Moves<'_>) -> Vec<YearRow> {
    let in_keys: Vec<usize> = date_values(file).iter().map(|value| line_of(file.text(), value.span.start)).collect();
    let mut found = Vec::new();
    let mut start = 0;
    for (at, line) in file.text().split_inclusive('\n').enumerate() {
        let number = at + 1;
        let is_known = in_keys.contains(&number) || rows.iter().any(|row| row.line == number);
        let place = old_year_in(line, moves.old).filter(|_| !is_known && !is_our_comment(line));
        if let Some(span) = place {
            let span = start + span.start..start + span.end;
            let kind = (RowKind::Sentence, Certainty::ToDecide);
            let why = "a year in a sentence. Change it if it is about next year";
            found.push(YearRow {
                was: file.text().get(span.clone()).unwrap_or_default().to_owned(),
                ..YearRow::new(kind, (file.path(), number), &sentence(file.text(), &span), why)
            });
        }
        start += line.len();
    }
    found
}

/// Where a line names a year of the old academic year, outside links and names of files.
fn old_year_in(line: &str, old: &AcademicYear) -> Option<Range<usize>> {
    let names = [old.label.clone(), old.starts.year().to_string(), old.ends.year().to_string()];
    names.iter().find_map(|name| {
        line.match_indices(name).map(|(at, _)| at..at + name.len()).find(|span| {
            let before = line.get(..span.start).and_then(|before| before.chars().next_back());
            let after = line.get(span.end..).and_then(|after| after.chars().next());
            let is_part = |ch: Option<char>| ch.is_some_and(|ch| ch.is_alphanumeric() || "-/._=".contains(ch));
            let ends_sentence = after == Some('.')
                && line.get(span.end + 1..).is_none_or(|rest| !rest.starts_with(|ch: char| ch.is_alphanumeric()));
            !is_part(before) && (!is_part(after) || ends_sentence)
        })
    })
}

/// The words around a date, for the table.
fn sentence(text: &str, span: &Range<usize>) -> String {
    const AROUND: usize = 50;
    let line_starts = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line_ends = text.get(span.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| span.end + at);
    let before: Vec<char> = text.get(line_starts..span.start).unwrap_or_default().chars().collect();
    let after: Vec<char> = text.get(span.end..line_ends).unwrap_or_default().chars().collect();
    // Whole words only.
    let start = match before.len().checked_sub(AROUND).filter(|start| *start > 0) {
        Some(start) => before.iter().skip(start).position(|ch| ch.is_whitespace()).map_or(start, |at| start + at),
        None => 0,
    };
    let end = match after.get(..AROUND).filter(|_| after.len() > AROUND) {
        Some(shown) => shown.iter().rposition(|ch| ch.is_whitespace()).unwrap_or(AROUND),
        None => after.len(),
    };
    let mut words: String = before.iter().skip(start).collect();
    words.push_str(text.get(span.clone()).unwrap_or_default());
    words.extend(after.iter().take(end));
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut = |is_cut: bool| if is_cut { "\u{2026}" } else { "" };
    format!("{}{words}{}", cut(start > 0), cut(end < after.len()))
}
