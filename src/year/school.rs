//! `school.yaml` of the next year: the label, the first day, the terms, and what is in them.

use jiff::civil::Date;

use super::date_values::{DateValue, date_values};
use super::keys;
use super::moves::Moves;
use super::next_terms::NextTerms;
use super::outside_days::set_by_others;
use super::row::{Certainty, RowKind, YearRow};
use super::words::{days_in_words, line_of};
use crate::editor::{EditError, FileEdit, OpenFile, PathStep, ValuePath, YamlValue};
use crate::programme::{AcademicYear, Term, date_in_words};

/// The file with the label, first day, terms and closed days of the next year. Its named weeks are still those of this one.
///
/// # Errors
/// An [`EditError`].
pub(super) fn with_terms(
    file: &OpenFile,
    old: &AcademicYear,
    next: &NextTerms,
) -> Result<(OpenFile, Vec<YearRow>), EditError> {
    let Some((year, YamlValue::Map(_))) = keys::entry(file, "year") else {
        return Err(EditError::NoSuchValue(ValuePath::default().key("year")));
    };
    let written = |key: &'static str| keys::entry_in(file, &year, key).map(|(path, _)| path);
    let mut rows = Rows { file, rows: Vec::new() };
    let mut edits = Vec::new();
    let mut set = |key: &'static str, value: YamlValue| match written(key) {
        Some(path) => edits.push(FileEdit::Set { path, value }),
        None => edits.push(keys::add(file, &year, key, value)),
    };
    let label = old.next_label().unwrap_or_else(|| old.label.clone());
    rows.add("year.label", (&old.label, &label), "the next academic year", Certainty::Sure);
    set("label", YamlValue::Word(label));
    let starts = (date_in_words(old.starts), date_in_words(next.starts));
    rows.add("year.starts", (&starts.0, &starts.1), "a year later", Certainty::Sure);
    set("starts", YamlValue::Word(next.starts.to_string()));
    rows.add_terms(old, next);
    let has_same_shape = old.terms.len() == next.terms.len()
        && old.terms.iter().zip(&next.terms).all(|(old, new)| old.half_term.is_some() == new.half_term.is_some());
    if !has_same_shape {
        set("terms", YamlValue::List(next.terms.iter().map(term_value).collect()));
    }
    let in_words = |days: &[Date]| days.iter().map(|day| date_in_words(*day)).collect::<Vec<_>>().join(", ");
    let closed = (in_words(&old.closed), in_words(&next.closed));
    if !next.closed.is_empty() {
        let (why, certainty) = if next.closed.len() < old.closed.len() {
            ("from your list, which has fewer of these days than this year. Add the others", Certainty::ToDecide)
        } else {
            ("from your list", Certainty::Sure)
        };
        rows.add("year.closed", (&closed.0, &closed.1), why, certainty);
        let days = next.closed.iter().map(|day| YamlValue::Word(day.to_string()));
        set("closed", YamlValue::List(days.collect()));
    } else if let Some(path) = written("closed") {
        rows.add("year.closed", (&closed.0, ""), "write the next training days", Certainty::ToDecide);
        edits.push(FileEdit::RemoveKey { path });
    }
    match written("confirm") {
        Some(path) if next.is_listed => edits.push(FileEdit::RemoveKey { path }),
        // It may say `no` of the old terms.
        Some(path) => edits.push(FileEdit::Set { path, value: YamlValue::Word("yes".into()) }),
        None if !next.is_listed => edits.push(keys::add(file, &year, "confirm", YamlValue::Word("yes".into()))),
        None => {}
    }
    if has_same_shape {
        edits.extend(date_values(file).iter().filter_map(|value| moved_edge(value, next)));
    }
    Ok((file.with_edits(&edits)?, rows.rows))
}

/// The file with its named weeks in the next year. National weeks whose days are not known go: the program finds their month.
///
/// # Errors
/// An [`EditError`].
pub(super) fn with_weeks(file: &OpenFile, moves: &Moves<'_>) -> Result<(OpenFile, Vec<YearRow>), EditError> {
    let mut rows = Rows { file, rows: Vec::new() };
    let (mut edits, mut removed) = (Vec::new(), Vec::new());
    let values = date_values(file);
    let of_weeks = |key: &'static str| values.iter().filter(move |value| value.key == key);
    let pairs = of_weeks("year.weeks.starts").zip(of_weeks("year.weeks.ends"));
    for (first, last) in pairs {
        let Some((week, _)) = first.path.split() else { continue };
        let Some(name) = keys::text_in(file, &week, "name") else { continue };
        let was = format!("{} to {}", first.text, last.text);
        let days = match set_by_others(moves.facts, (&name, None), moves.new.starts) {
            Some(set_by) => {
                let why =
                    format!("set by {}: taken out, until you have looked it up at {}", set_by.set_by, set_by.look_up);
                if set_by.days.is_none() {
                    rows.add(&name, (&was, ""), &why, Certainty::ToDecide);
                    removed.push(week);
                    continue;
                }
                set_by.days.map(|days| (days, Certainty::Sure))
            }
            None => moved_week(first, last, moves).map(|days| (days, Certainty::ToConfirm)),
        };
        let Some(((starts, ends), certainty)) = days else { continue };
        rows.add(&name, (&was, &format!("{starts} to {ends}")), "the same school week", certainty);
        for (value, day) in [(first, starts), (last, ends)] {
            edits.push(FileEdit::Set { path: value.path.clone(), value: YamlValue::Word(day.to_string()) });
        }
    }
    let is_empty = removed.len() == of_weeks("year.weeks.starts").count();
    match removed.first().and_then(ValuePath::split).filter(|_| is_empty) {
        Some((list, _)) => edits.push(FileEdit::RemoveKey { path: list }),
        // From the last to the first, so that the numbers of the others stay.
        None => edits.extend(removed.into_iter().rev().map(|path| FileEdit::RemoveItem { path })),
    }
    Ok((file.with_edits(&edits)?, rows.rows))
}

fn moved_week(first: &DateValue, last: &DateValue, moves: &Moves<'_>) -> Option<(Date, Date)> {
    let (first, last) = (crate::programme::format::day(&first.text)?, crate::programme::format::day(&last.text)?);
    let starts = moves.weeks.moved(first)?.day;
    Some((starts, starts.checked_add(last - first).ok()?))
}

/// The edit of a first or last day of a term, which is written where it was.
fn moved_edge(value: &DateValue, next: &NextTerms) -> Option<FileEdit> {
    let term = next.terms.get(keys::item_number(&value.path)?)?;
    let day = match value.key.as_str() {
        "year.terms.starts" => term.starts,
        "year.terms.ends" => term.ends,
        "year.terms.half-term.starts" => term.half_term?.0,
        "year.terms.half-term.ends" => term.half_term?.1,
        _ => return None,
    };
    Some(FileEdit::Set { path: value.path.clone(), value: YamlValue::Word(day.to_string()) })
}

fn term_value(term: &Term) -> YamlValue {
    let day = |key: &str, day: Date| (key.to_owned(), YamlValue::Word(day.to_string()));
    let mut keys = vec![
        ("name".to_owned(), YamlValue::Text(term.name.clone())),
        day("starts", term.starts),
        day("ends", term.ends),
    ];
    if let Some((first, last)) = term.half_term {
        keys.push(("half-term".to_owned(), YamlValue::Map(vec![day("starts", first), day("ends", last)])));
    }
    YamlValue::Map(keys)
}

/// “2 September to 18 December 2026, half-term 26 to 30 October 2026”.
fn term_in_words(term: &Term) -> String {
    let half = term.half_term.map_or_else(String::new, |days| format!(", half-term {}", days_in_words(days)));
    format!("{}{half}", days_in_words((term.starts, term.ends)))
}

struct Rows<'f> {
    file: &'f OpenFile,
    rows: Vec<YearRow>,
}

impl Rows<'_> {
    fn add(&mut self, what: &str, (was, becomes): (&str, &str), why: &str, certainty: Certainty) {
        let path = ValuePath(what.split('.').map(|key| PathStep::Key(key.to_owned())).collect());
        let line = self.file.start_of(&path).map_or(0, |start| line_of(self.file.text(), start));
        self.rows.push(YearRow {
            was: was.to_owned(),
            becomes: becomes.to_owned(),
            ..YearRow::new((RowKind::School, certainty), (self.file.path(), line), what, why)
        });
    }

    fn add_terms(&mut self, old: &AcademicYear, next: &NextTerms) {
        let (why, certainty) = if next.is_listed {
            ("from your list", Certainty::Sure)
        } else {
            ("moved from last year. Compare it with the council's list", Certainty::ToConfirm)
        };
        for (at, term) in next.terms.iter().enumerate() {
            let was = old.terms.get(at).map_or_else(String::new, term_in_words);
            self.add(&term.name, (&was, &term_in_words(term)), why, certainty);
        }
    }
}
