//! Dates in sentences: “Careers fair on 4 March 2027”.
//!
//! A date that is written in full and is the day of an event becomes that event's new day. All others are listed: only
//! people know what they are about.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::date_values::date_values;
use super::moves::Moves;
use super::row::{Certainty, YearRow};
use super::words::line_of;
use super::written_dates::{WrittenDate, written_dates};
use crate::editor::{EditError, OpenFile};
use crate::programme::{MONTHS, weekday_name};

/// The days of events in both years, with a title.
pub(super) type EventDays = BTreeMap<Date, (Date, String)>;

/// The file with the days of events in its sentences moved, and a row for each date that is last year's.
///
/// # Errors
/// An [`EditError`], if a new day can't be written in the file's encoding.
pub(super) fn with_moved_sentences(
    file: &OpenFile,
    days: &EventDays,
    moves: &Moves<'_>,
) -> Result<(OpenFile, Vec<YearRow>), EditError> {
    let in_keys: Vec<Range<usize>> = date_values(file).into_iter().map(|value| value.span).collect();
    let is_in_key = |span: &Range<usize>| in_keys.iter().any(|key| key.start < span.end && span.start < key.end);
    let (mut text, mut at, mut rows) = (String::new(), 0, Vec::new());
    for written in written_dates(file.text()) {
        let Some(date) = written.in_year_from(moves.old.starts) else { continue };
        let has_other_weekday = written.weekday.is_some_and(|weekday| weekday != date.weekday());
        if is_in_key(&written.span) || has_other_weekday || is_in_our_comment(file.text(), written.span.start) {
            continue;
        }
        let was = file.text().get(written.span.clone()).unwrap_or_default();
        let event = written.date().filter(|_| may_change(file)).and_then(|date| days.get(&date));
        let mut row = YearRow {
            path: file.path().clone(),
            line: line_of(file.text(), written.span.start),
            what: sentence(file.text(), &written.span),
            was: was.to_owned(),
            becomes: String::new(),
            why: "a date in a sentence. Change it if it was last year's".to_owned(),
            certainty: Certainty::ToDecide,
        };
        if let Some((new, title)) = event {
            row.becomes = in_same_form(was, &written, *new);
            row.why = format!("the day of \u{201c}{title}\u{201d}");
            row.certainty = Certainty::ToConfirm;
            text.push_str(file.text().get(at..written.span.start).unwrap_or_default());
            text.push_str(&row.becomes);
            at = written.span.end;
        }
        rows.push(row);
    }
    if at == 0 {
        return Ok((file.with_edits(&[])?, rows));
    }
    text.push_str(file.text().get(at..).unwrap_or_default());
    Ok((file.with_text(&text)?, rows))
}

/// Policies are as somebody approved them.
fn may_change(file: &OpenFile) -> bool {
    file.path().top_folder() != "policies"
}

/// Our own comment at the top of a moved event.
fn is_in_our_comment(text: &str, at: usize) -> bool {
    let line = text.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    line_of(text, at) == 2 && line.starts_with("# ")
}

/// A new day, written as the old one was.
fn in_same_form(was: &str, written: &WrittenDate, new: Date) -> String {
    if !was.chars().any(char::is_alphabetic) {
        let separator = was.chars().find(|ch| !ch.is_ascii_digit()).unwrap_or('/');
        return new.strftime(&format!("%d{separator}%m{separator}%Y")).to_string();
    }
    let month = usize::try_from(new.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    let is_short = |name: &str| !was.to_lowercase().contains(&name.to_lowercase());
    let old_month = usize::try_from(written.month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    let month = if is_short(old_month) { month.get(..3).unwrap_or(month) } else { month };
    let weekday = written.weekday.map(|weekday| {
        let name = weekday_name(new.weekday());
        let name = if is_short(weekday_name(weekday)) { name.get(..3).unwrap_or(name) } else { name };
        format!("{name} ")
    });
    format!("{}{} {month} {}", weekday.unwrap_or_default(), new.day(), new.year())
}

/// The words around a date, for the table.
fn sentence(text: &str, span: &Range<usize>) -> String {
    const AROUND: usize = 40;
    let line_starts = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line_ends = text.get(span.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| span.end + at);
    let before: Vec<char> = text.get(line_starts..span.start).unwrap_or_default().chars().collect();
    let after: Vec<char> = text.get(span.end..line_ends).unwrap_or_default().chars().collect();
    let start = before.len().saturating_sub(AROUND);
    let mut words = String::new();
    words.push_str(if start > 0 { "\u{2026}" } else { "" });
    words.extend(before.get(start..).unwrap_or_default());
    words.push_str(text.get(span.clone()).unwrap_or_default());
    words.extend(after.iter().take(AROUND));
    words.push_str(if after.len() > AROUND { "\u{2026}" } else { "" });
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
