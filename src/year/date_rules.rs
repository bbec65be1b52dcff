//! What becomes of each date of the format in the next academic year.

use jiff::civil::Date;

use super::date_values::{DateValue, date_values};
use super::keys;
use super::moves::Moves;
use super::row::{Certainty, RowKind, YearRow};
use super::school_weeks::days_between;
use super::words::{day_as_written, line_of, with_next_years};
use crate::editor::{EditError, FileEdit, OpenFile, PathStep, YamlValue};
use crate::programme::format::{InexactDate, day};
use crate::programme::{AcademicYear, content_file_kind};

/// What becomes of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateRule {
    /// It is part of the academic year, or of an event, and changes with that.
    WithTheRest,
    /// A plan: it moves once it is done, as the key next to it says. If it is due and not done, the school decides.
    OnceDone(&'static str),
    /// When something planned takes place: a day becomes its half of the term.
    Planned,
    /// What was or is so: it stays.
    Stays,
    /// Nobody but the school can know.
    Asks(&'static str),
}

use DateRule::{Asks, OnceDone, Planned, Stays, WithTheRest};

/// How long before its date something may have been done, in days.
const MAX_DAYS_EARLY: i64 = 42;
const APPROVED: &str = "whoever approved it reviews it: write the new date after that";

/// Every date of the format: the kind of file, the keys, and the rule.
pub(super) const RULES: &[(&str, &str, DateRule)] = &[
    ("school", "year.starts", WithTheRest),
    ("school", "year.terms.starts", WithTheRest),
    ("school", "year.terms.ends", WithTheRest),
    ("school", "year.terms.half-term.starts", WithTheRest),
    ("school", "year.terms.half-term.ends", WithTheRest),
    ("school", "year.closed", WithTheRest),
    ("school", "year.weeks.starts", WithTheRest),
    ("school", "year.weeks.ends", WithTheRest),
    ("school", "reviews.next-review", OnceDone("last-updated")),
    ("school", "reviews.last-updated", Stays),
    ("school", "reviews.programme-evaluated", Stays),
    ("school", "reviews.programme-next-review", OnceDone("programme-evaluated")),
    ("school", "awards.until", Stays),
    ("school", "accessibility.checked-on", Stays),
    ("school", "accessibility.prepared-on", Stays),
    ("school", "accessibility.next-review", OnceDone("checked-on")),
    ("school", "accessibility.known-problems.by", Asks("is the problem solved? If not, write a new date")),
    ("programme", "updated", Stays),
    ("programme", "backing.since", Stays),
    ("group", "activities.when", Planned),
    ("event", "date", WithTheRest),
    ("event", "until", WithTheRest),
    ("event", "except", WithTheRest),
    ("event", "needs-by", WithTheRest),
    ("event", "changed", WithTheRest),
    ("event", "publish", WithTheRest),
    ("event", "expire", WithTheRest),
    ("evaluation", "updated", Stays),
    ("evaluation", "methods.last", Stays),
    ("evaluation", "methods.next", OnceDone("last")),
    ("benchmarks", "date", Stays),
    ("benchmarks", "next", Stays),
    ("survey", "date", Stays),
    ("mapping", "date", Stays),
    ("figures", "date", Stays),
    ("guidance-counts", "as-of", Stays),
    ("actions", "actions.due", Asks("not done yet: it is carried over. Write a new day, or when it was done")),
    ("actions", "actions.done", Stays),
    ("guidance", "updated", Stays),
    ("provider-access", "approved-on", Stays),
    ("provider-access", "next-review", Asks(APPROVED)),
    ("provider-access", "updated", Stays),
    ("provider-access", "opportunities.when", Planned),
    ("past-encounters", "starts", Stays),
    ("past-encounters", "encounters.date", Stays),
    ("page", "updated", Stays),
    ("page", "publish", Stays),
    ("page", "expire", Asks("is this page still needed? Write a new last day, or delete this line if it is to stay")),
    ("audience", "updated", Stays),
    ("document", "approved-on", Stays),
    ("document", "next-review", Asks(APPROVED)),
    ("document", "updated", Stays),
    ("pictures", "pictures.remove-after", Stays),
    ("translation", "translated", Stays),
];

/// The file with its dates in the next year, and a row for each that changes or has to be decided.
///
/// # Errors
/// An [`EditError`], if the YAML is not one that can be edited.
pub(super) fn with_moved_dates(file: &OpenFile, moves: &Moves<'_>) -> Result<(OpenFile, Vec<YearRow>), EditError> {
    let Some(kind) = content_file_kind(file.path()) else { return Ok((file.clone(), Vec::new())) };
    let (mut edits, mut rows) = (Vec::new(), Vec::new());
    for value in date_values(file) {
        let rule = RULES.iter().find(|(name, key, _)| *name == kind.name && *key == value.key);
        let change = match rule.map(|(_, _, rule)| *rule) {
            Some(OnceDone(done)) => moved_once_done(file, &value, (done, moves)),
            Some(Planned) => moved_plan(&value, moves),
            Some(Asks(why)) if is_in(&value.text, moves.old) && !is_done(file, &value) => Change::ask(why),
            _ => Change::None,
        };
        let line = line_of(file.text(), value.span.start);
        let row = |(becomes, suggestion): (&str, &str), why: &str, certainty| YearRow {
            was: value.text.clone(),
            becomes: becomes.to_owned(),
            suggestion: suggestion.to_owned(),
            ..YearRow::new((RowKind::Key, certainty), (file.path(), line), &name_of(file, &value), why)
        };
        match change {
            Change::None => {}
            Change::Ask { why, suggestion } => rows.push(row(("", &suggestion), why, Certainty::ToDecide)),
            Change::To(text, why, certainty) => {
                rows.push(row((&text, ""), why, certainty));
                edits.push(FileEdit::Set { path: value.path.clone(), value: YamlValue::Word(text) });
            }
        }
    }
    Ok((file.with_edits(&edits)?, rows))
}

enum Change {
    None,
    To(String, &'static str, Certainty),
    Ask { why: &'static str, suggestion: String },
}

impl Change {
    fn ask(why: &'static str) -> Self {
        Self::Ask { why, suggestion: String::new() }
    }
}

/// The same time in the next year: the same weekday of the same school week, or the same words. `None` for another year.
fn same_time(text: &str, moves: &Moves<'_>) -> Option<String> {
    match day(text) {
        Some(date) if moves.old.contains(date) => Some(day_as_written(text, moves.weeks.moved(date)?.day)),
        Some(_) => None,
        None => with_next_years(text, moves.old),
    }
}

/// What is due and not done is not put off in silence.
fn moved_once_done(file: &OpenFile, value: &DateValue, (done, moves): (&'static str, &Moves<'_>)) -> Change {
    let read = |text: &str| InexactDate::read(text, moves.old).filter(|date| !date.is_recurring());
    let Some(due) = read(&value.text) else { return Change::None };
    let last = if due.words.is_some() { due.latest.min(moves.old.terms_end()) } else { due.latest };
    // “Summer term” without a year is in the next year as soon as that begins.
    let is_of_year = moves.old.contains(due.earliest) && moves.old.contains(due.latest);
    let same_words = due.words.as_ref().filter(|_| is_of_year);
    let next = same_time(&value.text, moves).or_else(|| same_words.cloned()).filter(|_| last < moves.today);
    let Some(next) = next else { return Change::None };
    let done = value.path.split().and_then(|(around, _)| read(&keys::text_in(file, &around, done)?));
    if done.is_none_or(|done| days_between(done.latest, due.earliest) > MAX_DAYS_EARLY) {
        let why = "due, but not marked as done. Do it, then write the day it was done and the next date";
        return Change::Ask { why, suggestion: next };
    }
    match next == value.text {
        true => Change::None,
        false => Change::To(next, "done, so it is due again a year later", Certainty::ToConfirm),
    }
}

/// Several times may be on one line, with commas between them.
fn moved_plan(value: &DateValue, moves: &Moves<'_>) -> Change {
    if !value.text.contains(',') || matches!(value.path.0.last(), Some(PathStep::Index(_))) {
        return moved_time(&value.text, moves);
    }
    let (mut times, mut least_sure) = (Vec::new(), None);
    for part in value.text.split(',').map(str::trim) {
        let time = match moved_time(part, moves) {
            Change::None => part.to_owned(),
            Change::To(time, why, certainty) => {
                least_sure = least_sure.into_iter().chain([(certainty, why)]).min();
                time
            }
            ask @ Change::Ask { .. } => return ask,
        };
        if !times.contains(&time) {
            times.push(time);
        }
    }
    least_sure.map_or(Change::None, |(certainty, why)| Change::To(times.join(", "), why, certainty))
}

/// A day becomes the half of its term: which day it will be nobody knows yet.
fn moved_time(text: &str, moves: &Moves<'_>) -> Change {
    let Some(date) = day(text).filter(|date| moves.old.contains(*date)) else {
        return match same_time(text, moves) {
            Some(text) => Change::To(text, "the same time a year later", Certainty::Sure),
            None => Change::None,
        };
    };
    match half_in_words(date, moves.old) {
        Some(words) => {
            Change::To(words, "the day was last year's. Write the new one when you know it", Certainty::ToConfirm)
        }
        None => Change::ask("write the new day"),
    }
}

/// “spring 2”, or “term 4”.
fn half_in_words(day: Date, year: &AcademicYear) -> Option<String> {
    let term = year.terms.get(year.term_on(day)?)?;
    let name = term.name.to_lowercase();
    Some(match term.half_term {
        Some((first, _)) => format!("{name} {}", if day < first { 1 } else { 2 }),
        None => name,
    })
}

fn is_in(text: &str, year: &AcademicYear) -> bool {
    match day(text) {
        Some(date) => year.contains(date),
        None => with_next_years(text, year).is_some(),
    }
}

/// The key or, in a list, what the item is about: “Evenings are hard for us: due”.
fn name_of(file: &OpenFile, value: &DateValue) -> String {
    const TITLES: [&str; 5] = ["title", "what", "said", "name", "question"];
    let key = value.key.rsplit('.').next().unwrap_or(&value.key);
    let title = value.path.split().and_then(|(item, _)| {
        // A list of times is a level deeper.
        let around = item.split().map(|(around, _)| around);
        let in_list = item.0.iter().any(|step| matches!(step, PathStep::Index(_)));
        [Some(item), around].into_iter().flatten().filter(|_| in_list).find_map(|item| {
            let title = |title| keys::text_in(file, &item, title);
            TITLES.iter().find_map(|key| title(key)).map(|title| title.trim_end_matches('.').to_owned())
        })
    });
    title.map_or_else(|| value.key.clone(), |title| format!("{title}: {key}"))
}

/// True for an action that was done.
fn is_done(file: &OpenFile, value: &DateValue) -> bool {
    let Some((item, _)) = value.path.split() else { return false };
    keys::entry_in(file, &item, "done").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::CONTENT_FILES;
    use crate::year::date_values::date_keys;

    #[test]
    fn every_date_of_the_format_has_one_rule() {
        let all: Vec<(&str, String)> = CONTENT_FILES
            .iter()
            .flat_map(|kind| date_keys(&kind.fields()).into_iter().map(|key| (kind.name, key)))
            .collect();
        let rules =
            |kind: &str, key: &str| RULES.iter().filter(|(name, known, _)| *name == kind && *known == key).count();
        let without: Vec<_> = all.iter().filter(|(kind, key)| rules(kind, key) != 1).collect();
        let is_date = |kind: &str, key: &str| all.iter().any(|(name, known)| *name == kind && known == key);
        let unknown: Vec<_> = RULES.iter().filter(|(kind, key, _)| !is_date(kind, key)).collect();
        assert!(without.is_empty() && unknown.is_empty(), "without one rule: {without:?}; no dates: {unknown:?}");
    }
}
