//! The events of the next year.

use jiff::ToSpan;
use jiff::civil::Date;

use super::event_file::{EventFile, in_words, with_comment};
use super::keys;
use super::moves::Moves;
use super::outside_days::{SetByOthers, set_by_others};
use super::row::{Certainty, YearRow};
use super::school_weeks::{Fit, MovedDay, days_between, monday, weekday_offset};
use super::words::{day_as_written, day_in_words};
use crate::editor::{EditError, FileEdit, OpenFile, YamlValue};
use crate::programme::date_in_words;
use crate::programme::format::day;
use crate::report::ContentPath;

/// What becomes of an event.
#[derive(Debug)]
pub(super) enum NextEvent {
    /// It is in the next year already, a draft without a day, or cancelled and still to come.
    Stays,
    /// It is only kept in the archive, with the reason.
    IsOver(YearRow),
    Moves(Box<EventInNextYear>),
}

/// An event in the next year.
#[derive(Debug)]
pub(super) struct EventInNextYear {
    /// With its new name.
    pub(super) file: OpenFile,
    pub(super) rows: Vec<YearRow>,
    pub(super) day: DayOfEvent,
    /// True if this year's event is still to come, and so stays on the site until its day.
    pub(super) is_to_come: bool,
}

/// The first day of an event in the old year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOfEvent {
    /// It is repeated, or has none.
    None,
    /// The school set it.
    OfSchool(OwnDay),
    /// Its day in the next year does not follow from this one: somebody outside the school sets it, or it is not known yet.
    Unknown(Date),
}

/// The first day of an event in both years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OwnDay {
    pub(super) old: Date,
    pub(super) new: Date,
    /// By how many days what its text says moves: from the same day of the week that is meant, also if `new` is only the
    /// nearest day with school.
    pub(super) shift: i64,
}

/// Moves an event to the next year.
///
/// # Errors
/// An [`EditError`], if its YAML is not one that can be edited.
pub(super) fn next_event(file: &OpenFile, moves: &Moves<'_>) -> Result<NextEvent, EditError> {
    let event = EventFile::new(file, moves.today);
    let is_undated = event.first.is_none() && !event.is_repeated;
    let is_later = event.first.is_some_and(|first| first > moves.old.ends);
    if is_undated || is_later || event.is_cancelled && event.is_to_come {
        return Ok(NextEvent::Stays);
    }
    if event.is_cancelled {
        return Ok(NextEvent::IsOver(event.row("", "it was cancelled. The archive keeps it", Certainty::Sure)));
    }
    let moved = event.first.and_then(|first| Some((first, moves.weeks.moved(first)?)));
    // What is repeated may have begun years ago.
    if moved.is_none() && !event.is_repeated {
        return Ok(NextEvent::IsOver(event.row(
            "",
            "it is from an earlier year. The archive keeps it",
            Certainty::Sure,
        )));
    }
    let kind = keys::text(file, "kind");
    let set_by = set_by_others(moves.facts, (&event.title, kind.as_deref()), moves.new.starts);
    let mut moved = match (set_by, moved) {
        (Some(set_by), Some((first, _))) => on_day_of_others(&event, first, set_by, moves)?,
        (_, Some((first, moved))) => on_school_day(&event, (first, moved), reason(moved), moves)?,
        (_, None) => repeated(&event, moves)?,
    };
    if event.is_to_come {
        moved.rows.push(event.row(
            "",
            "still to come: this year's event stays on the site until its day",
            Certainty::Sure,
        ));
    }
    Ok(NextEvent::Moves(Box::new(moved)))
}

/// An event of the school moves to this day, with all that follows from its day.
fn on_school_day(
    event: &EventFile<'_>,
    (first, moved): (Date, MovedDay),
    (why, certainty): (String, Certainty),
    moves: &Moves<'_>,
) -> Result<EventInNextYear, EditError> {
    let mut rows = vec![event.row(&day_in_words(moved.day), &why, certainty)];
    let mut edits = match event.is_repeated {
        true => event.edits_of_bounds(moves, &mut rows),
        false => {
            let mut edits = event.edits_at_distance(&["until"], (first, moved), &mut rows);
            edits.extend(event.edit_of_date(moved.day));
            edits
        }
    };
    edits.extend(event.edits_at_distance(&FOLLOWING, (first, moved), &mut rows));
    edits.extend(keys::remove(event.file, "changed"));
    edits.push(keys::set(event.file, "confirm", YamlValue::Word("yes".into())));
    let comment = match moved.fit {
        Fit::NoSchool(meant) => format!(
            "In {} this was on {}. {} is a day without school, so this is the nearest day. Decide the day, read the text, \
             then delete this line and the next.",
            moves.old.label,
            day_in_words(first),
            day_in_words(meant)
        ),
        _ => format!(
            "In {} this was on {}. Check the day and read the text, then delete this line and the next.",
            moves.old.label,
            day_in_words(first)
        ),
    };
    let file = event.finish(edits, Some(moved.day), ("confirm", &comment))?;
    let day = DayOfEvent::OfSchool(OwnDay { old: first, new: moved.day, shift: days_between(first, moved.meant()) });
    Ok(EventInNextYear { file, rows, day, is_to_come: event.is_to_come })
}

fn reason(moved: MovedDay) -> (String, Certainty) {
    match moved.fit {
        Fit::SameWeek => ("the same weekday of the same school week".into(), Certainty::ToConfirm),
        Fit::FromEnd => (
            "this half of the term has a different number of weeks next year: the same weekday, counted in weeks from its end"
                .into(),
            Certainty::ToConfirm,
        ),
        Fit::ShorterTerm => (
            "this half of the term is shorter next year, so two of its weeks became one. Is the week right?".into(),
            Certainty::ToDecide,
        ),
        Fit::OutOfTerm => {
            ("not a school day: it stays as far from the term as it was".into(), Certainty::ToConfirm)
        }
        Fit::NoSchool(meant) => {
            (format!("{} is a day without school. This is the nearest day", day_in_words(meant)), Certainty::ToDecide)
        }
    }
}

/// A repeated event follows the terms. Its bounds move like days.
fn repeated(event: &EventFile<'_>, moves: &Moves<'_>) -> Result<EventInNextYear, EditError> {
    let mut rows = vec![event.row("", "it follows the terms", Certainty::ToConfirm)];
    let mut edits = event.edits_of_bounds(moves, &mut rows);
    edits.extend(keys::remove(event.file, "changed"));
    edits.push(keys::set(event.file, "confirm", YamlValue::Word("yes".into())));
    let comment =
        format!("This is from {}. Does it take place again? Then delete this line and the next.", moves.old.label);
    Ok(EventInNextYear {
        file: event.finish(edits, None, ("confirm", &comment))?,
        rows,
        day: DayOfEvent::None,
        is_to_come: event.is_to_come,
    })
}

/// Somebody outside the school sets the days: they are taken over if they are known, and else nobody guesses them.
fn on_day_of_others(
    event: &EventFile<'_>,
    first: Date,
    set_by: SetByOthers<'_>,
    moves: &Moves<'_>,
) -> Result<EventInNextYear, EditError> {
    let source = &set_by.from.source;
    let Some((starts, ends)) = set_by.days else {
        let row = event.row(
            "",
            &format!(
                "set by {}: a draft without a day, until you have looked it up at {}",
                set_by.set_by, set_by.look_up
            ),
            Certainty::ToDecide,
        );
        let how = format!(
            "Look up the next day, which is set by {}: {} Write it as `date:`, then delete this line and the next.",
            set_by.set_by, set_by.look_up
        );
        return undated(event, row, &how);
    };
    let has_several_days =
        event.day_of("until").and_then(|(_, written)| day(&written)).is_some_and(|last| last > first);
    if !has_several_days {
        let day = monday(starts).saturating_add(weekday_offset(first).days()).clamp(starts, ends);
        let why = (format!("the same weekday of the week: {source}"), Certainty::ToConfirm);
        return on_school_day(event, (first, MovedDay { day, fit: Fit::SameWeek }), why, moves);
    }
    let mut rows = vec![event.row(&day_in_words(starts), &format!("{}: {source}", set_by.from.name), Certainty::Sure)];
    let mut edits = vec![keys::set(event.file, "until", YamlValue::Word(ends.to_string()))];
    edits.extend(["changed", "confirm"].into_iter().filter_map(|key| keys::remove(event.file, key)));
    edits.extend(event.edit_of_date(starts));
    let moved = MovedDay { day: starts, fit: Fit::SameWeek };
    edits.extend(event.edits_at_distance(&FOLLOWING, (first, moved), &mut rows));
    let comment = format!("The day is from {source}");
    let file = event.finish(edits, Some(starts), ("date", &comment))?;
    Ok(EventInNextYear { file, rows, day: DayOfEvent::Unknown(first), is_to_come: event.is_to_come })
}

/// An event whose day nobody knows yet is a draft without a day.
fn undated(event: &EventFile<'_>, row: YearRow, how: &str) -> Result<EventInNextYear, EditError> {
    let file = event.file;
    let keys = ["date", "until", "needs-by", "changed", "publish", "expire", "confirm"];
    let mut edits: Vec<FileEdit> = keys.into_iter().filter_map(|key| keys::remove(file, key)).collect();
    edits.push(keys::set(file, "draft", YamlValue::Word("yes".into())));
    let last = event.day_of("until").and_then(|(_, written)| day(&written));
    let was = match (event.first, last) {
        (Some(first), Some(last)) => format!("This was from {} to {}. ", day_in_words(first), day_in_words(last)),
        (Some(first), None) => format!("This was on {}. ", day_in_words(first)),
        _ => String::new(),
    };
    let day = event.first.map_or(DayOfEvent::None, DayOfEvent::Unknown);
    Ok(EventInNextYear {
        file: event.finish_undated(edits, ("draft", &format!("{was}{how}")))?,
        rows: vec![row],
        day,
        is_to_come: event.is_to_come,
    })
}

/// The keys with a day that follows from the event's days.
const FOLLOWING: [&str; 3] = ["needs-by", "publish", "expire"];

impl EventFile<'_> {
    /// The edits of keys with days that keep their distance to the first day.
    fn edits_at_distance(
        &self,
        keys: &[&'static str],
        (first, moved): (Date, MovedDay),
        rows: &mut Vec<YearRow>,
    ) -> Vec<FileEdit> {
        let mut edits = Vec::new();
        for key in keys {
            let Some((path, written)) = self.day_of(key) else { continue };
            let Some(old) = day(&written) else { continue };
            let at_distance = |new: Date| old.saturating_add(days_between(first, new).days());
            let of_week = at_distance(moved.meant());
            // What was after the event is never before it.
            let is_same_side = of_week.cmp(&moved.day) == old.cmp(&first);
            let new = if is_same_side { of_week } else { at_distance(moved.day) };
            let mut row = self.row(&date_in_words(new), "it keeps its distance to the event", Certainty::ToConfirm);
            row.what = format!("{}: {key}", self.title);
            row.was = date_in_words(old);
            rows.push(row);
            edits.push(FileEdit::Set { path, value: YamlValue::Word(day_as_written(&written, new)) });
        }
        edits
    }

    /// The edits of the first and last day of a repeated event.
    fn edits_of_bounds(&self, moves: &Moves<'_>, rows: &mut Vec<YearRow>) -> Vec<FileEdit> {
        let mut edits = Vec::new();
        for key in ["date", "until"] {
            let Some((path, written)) = self.day_of(key) else { continue };
            let Some(moved) = day(&written).and_then(|old| moves.weeks.moved(old)) else { continue };
            let (why, certainty) = reason(moved);
            let mut row = self.row(&date_in_words(moved.day), &why, certainty);
            row.what = format!("{}: {key}", self.title);
            row.was.clone_from(&written);
            rows.push(row);
            edits.push(FileEdit::Set { path, value: YamlValue::Word(day_as_written(&written, moved.day)) });
        }
        edits.extend(self.edit_of_except(moves, rows));
        edits
    }

    /// The days on which it does not take place move like others, as long as these are days of school.
    fn edit_of_except(&self, moves: &Moves<'_>, rows: &mut Vec<YearRow>) -> Option<FileEdit> {
        let (path, value) = keys::entry(self.file, "except")?;
        let written: Vec<String> = match value {
            YamlValue::List(days) => days.iter().map(in_words).collect(),
            other => in_words(&other).split(',').map(|day| day.trim().to_owned()).collect(),
        };
        let is_same = |moved: &MovedDay| matches!(moved.fit, Fit::SameWeek | Fit::FromEnd);
        let moved = |written: &String| moves.weeks.moved(day(written)?).filter(is_same).map(|moved| moved.day);
        let (mut days, mut kept, mut lost) = (Vec::new(), Vec::new(), Vec::new());
        for written in written {
            match moved(&written) {
                Some(day) => {
                    days.push(day.to_string());
                    kept.push(written);
                }
                None => lost.push(written),
            }
        }
        let mut add_row = |was: &[String], becomes: &[String], why: &str, certainty: Certainty| {
            if !was.is_empty() {
                let mut row = self.row(&becomes.join(", "), why, certainty);
                (row.what, row.was) = (format!("{}: except", self.title), was.join(", "));
                rows.push(row);
            }
        };
        let why = "days without it: the same weekday of the same school week";
        add_row(&kept, &days, why, Certainty::ToConfirm);
        let why = "days without it that have no day next year, and were taken out. Write the new ones";
        add_row(&lost, &[], why, Certainty::ToDecide);
        if days.is_empty() {
            return keys::remove(self.file, "except");
        }
        Some(FileEdit::Set { path, value: YamlValue::List(days.into_iter().map(YamlValue::Word).collect()) })
    }

    fn edit_of_date(&self, moved: Date) -> Option<FileEdit> {
        let (path, written) = self.day_of("date")?;
        Some(FileEdit::Set { path, value: YamlValue::Word(day_as_written(&written, moved)) })
    }

    /// The file after these edits, with the name of its new day.
    fn finish(
        &self,
        edits: Vec<FileEdit>,
        day: Option<Date>,
        comment: (&'static str, &str),
    ) -> Result<OpenFile, EditError> {
        let name = match (self.name_after_day, day) {
            (Some(rest), Some(day)) => format!("{day}{rest}"),
            _ => self.file.path().stem().to_owned(),
        };
        self.renamed(edits, &name, comment)
    }

    /// The file after these edits, without a day in its name.
    fn finish_undated(&self, edits: Vec<FileEdit>, comment: (&'static str, &str)) -> Result<OpenFile, EditError> {
        let name = self.name_after_day.map_or(self.file.path().stem(), |rest| rest.trim_start_matches(['-', '_', ' ']));
        self.renamed(edits, if name.is_empty() { "event" } else { name }, comment)
    }

    /// The file after these edits, with another name and a comment above a key.
    fn renamed(
        &self,
        mut edits: Vec<FileEdit>,
        name: &str,
        comment: (&'static str, &str),
    ) -> Result<OpenFile, EditError> {
        edits.extend(self.edits_of_ids(name));
        let edited = self.file.with_edits(&edits)?;
        let commented = edited.with_text(&with_comment(edited.text(), comment))?;
        let folder = self.file.path().folder();
        let path = ContentPath::new(&format!("{folder}/{name}.{}", self.file.path().extension()));
        OpenFile::new(path, commented.bytes().to_vec())
    }
}
