//! All changes of the move to the next year, worked out before any is made.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use jiff::civil::Date;

use super::date_rules::with_moved_dates;
use super::date_values::date_values;
use super::events::{DayOfEvent, EventInNextYear, NextEvent, OwnDay, next_event};
use super::moves::Moves;
use super::names::NewNames;
use super::next_terms::NextTerms;
use super::row::{Certainty, RowKind, YearRow};
use super::sentences::{EventDays, MovedDays, with_moved_sentences};
use super::words::line_of;
use super::{archive, school};
use crate::editor::{ContentChange, EditError, OpenFile, UnsupportedYaml};
use crate::framework::Facts;
use crate::programme::{AcademicYear, academic_year, date_in_words, translation_of};
use crate::report::ContentPath;

/// What the next year changes.
#[derive(Debug)]
pub struct YearPlan {
    /// The label of the year that ends, and of the next one.
    pub old_label: String,
    pub new_label: String,
    pub old: AcademicYear,
    pub new: AcademicYear,
    /// True if the terms are from a list, and not moved.
    pub terms_are_listed: bool,
    /// Every file that changes, in the order of their paths.
    pub changes: Vec<ContentChange>,
    /// By kind, then in the order of their paths.
    pub rows: Vec<YearRow>,
    /// The folder of the archive.
    pub archive: String,
}

impl YearPlan {
    /// What the change is called: “2026-27 to 2027-28”.
    pub fn name(&self) -> String {
        format!("{} to {}", self.old_label, self.new_label)
    }

    /// The new files of the archive.
    pub fn archived(&self) -> impl Iterator<Item = &ContentChange> {
        self.changes.iter().filter(|change| change.path.top_folder() == "archive")
    }

    /// How many files that are there change. One that also gets another name is one.
    pub fn changed_files(&self) -> usize {
        self.changes.iter().filter(|change| change.before.is_some()).count()
    }

    /// True if the year that ends has begun on this day. Before that it is too early for the next one.
    pub fn may_follow(&self, today: Date) -> bool {
        self.old.starts <= today
    }
}

/// Why a folder can't move to the next year. Nothing has changed.
#[derive(Debug)]
pub enum YearError {
    /// There is no academic year in school.yaml that can be read.
    NoYear,
    /// The label of the year does not name it, so that the next one's is not known. With its first and last day.
    UnclearLabel { label: String, starts: Date, ends: Date },
    /// The archive has a year of this name.
    Archived(String),
    /// A file that can't be edited.
    Edit { path: ContentPath, error: EditError },
}

impl fmt::Display for YearError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoYear => {
                f.write_str("school.yaml has no academic year that can be read. Run `fingerpost check` first.")
            }
            Self::UnclearLabel { label, starts, ends } => {
                let year = starts.year();
                let usual =
                    if ends.year() == year { year.to_string() } else { format!("{year}-{:02}", ends.year() % 100) };
                let starts = date_in_words(*starts);
                write!(
                    f,
                    "school.yaml calls the year `{label}`, but it begins on {starts}. Correct `starts:`, or write the label as \
                     {usual}."
                )
            }
            Self::Archived(folder) => {
                write!(
                    f,
                    "there is already a folder {folder}. Was this year archived before? Move the folder away first."
                )
            }
            Self::Edit { path, error: EditError::Unsupported(part) } => {
                let how = match part {
                    UnsupportedYaml::Anchor | UnsupportedYaml::Alias | UnsupportedYaml::MergeKey => {
                        "Write the value out in each place"
                    }
                    _ => "Write it in a simpler way",
                };
                write!(f, "{path} can't be moved to the next year, because it has {part}. {how}, then try again.")
            }
            Self::Edit { path, error: EditError::NoSuchValue(value) | EditError::Unverified(value) } => write!(
                f,
                "{path} can't be moved to the next year, because `{value}` is written in an unusual way. Write it in a simpler \
                 way, then try again."
            ),
            Self::Edit { path, error } => write!(f, "{path} can't be moved to the next year. {error}"),
        }
    }
}

impl std::error::Error for YearError {}

impl YearError {
    /// The file to put right.
    pub fn path(&self) -> ContentPath {
        match self {
            Self::Edit { path, .. } => path.clone(),
            Self::NoYear | Self::UnclearLabel { .. } | Self::Archived(_) => ContentPath::new("school.yaml"),
        }
    }
}

/// The texts of a content folder, and what is known about the next year.
#[derive(Debug)]
pub struct YearInput<'a> {
    /// All text files.
    pub files: Vec<OpenFile>,
    /// The next year's terms. `None` moves this year's.
    pub terms: Option<NextTerms>,
    pub facts: &'a Facts,
    pub today: Date,
}

/// The academic year of the texts of a content folder. `None` if there is none that can be read.
pub fn current_year(files: &[OpenFile]) -> Option<AcademicYear> {
    academic_year(school_file(files)?.document())
}

fn school_file(files: &[OpenFile]) -> Option<&OpenFile> {
    files.iter().find(|file| file.path().as_str() == "school.yaml")
}

/// Works out the move to the next academic year.
///
/// # Errors
/// A [`YearError`].
pub fn next_year(input: YearInput<'_>) -> Result<YearPlan, YearError> {
    let old = current_year(&input.files).ok_or(YearError::NoYear)?;
    let unclear = || YearError::UnclearLabel { label: old.label.clone(), starts: old.starts, ends: old.ends };
    let new_label = old.next_label().ok_or_else(unclear)?;
    let archive = archive::folder(&old.label);
    if input.files.iter().any(|file| file.path().as_str().starts_with(&format!("{archive}/"))) {
        return Err(YearError::Archived(archive));
    }
    let next = input.terms.unwrap_or_else(|| NextTerms::moved(&old));
    let school = school_file(&input.files).ok_or(YearError::NoYear)?;
    let (with_terms, mut rows) = in_file(school, |file| school::with_terms(file, &old, &next))?;
    let new = academic_year(with_terms.document()).ok_or(YearError::NoYear)?;
    let moves = Moves::new(&old, &new, (input.facts, input.today));
    let (school, more) = in_file(&with_terms, |file| school::with_weeks(file, &moves))?;
    rows.extend(more);
    let mut files = FilesOfYear::new(&input.files);
    files.replace(school);
    let events = files.move_events(&input.files, &moves, &mut rows)?;
    files.move_texts(&input.files, events, &moves, &mut rows)?;
    files.name_as_before(&mut rows);
    rows.sort_by_key(|row| (row.kind, row.path.clone(), row.line));
    let mut changes = files.changes(&input.files, &archive);
    changes.push(archive::list(&archive, &rows));
    changes.sort_by(|one, other| one.path.cmp(&other.path));
    let terms_are_listed = next.is_listed;
    Ok(YearPlan { old_label: old.label.clone(), new_label, old, new, terms_are_listed, changes, rows, archive })
}

fn in_file<T>(file: &OpenFile, edit: impl FnOnce(&OpenFile) -> Result<T, EditError>) -> Result<T, YearError> {
    edit(file).map_err(|error| YearError::Edit { path: file.path().clone(), error })
}

/// What other texts need to know of the events that moved.
#[derive(Default)]
struct MovedEvents {
    /// The old and new names of files without their extensions.
    renamed: Vec<(String, String)>,
    /// The names of the events that are over.
    over: Vec<String>,
    days: EventDays,
    set_by_others: BTreeSet<Date>,
    /// The days of events whose texts move with them, by their new paths.
    own_days: BTreeMap<ContentPath, OwnDay>,
}

impl MovedEvents {
    fn add_day(&mut self, event: &EventInNextYear) {
        match event.day {
            DayOfEvent::None => {}
            // What is said of this year's event is still true.
            DayOfEvent::OfSchool(day) if event.is_to_come => self.set_by_others.extend([day.old]),
            DayOfEvent::OfSchool(day) => self.days.extend([(day.old, day.new)]),
            DayOfEvent::Unknown(old) => self.set_by_others.extend([old]),
        }
    }
}

/// The texts as they will be.
struct FilesOfYear {
    files: BTreeMap<ContentPath, OpenFile>,
    /// The paths of the files that stay as they are: results, the archive, and events that are still to come.
    fixed: BTreeSet<ContentPath>,
    /// The new paths of files with another name, and the old ones.
    renamed: BTreeMap<ContentPath, ContentPath>,
}

impl FilesOfYear {
    fn new(files: &[OpenFile]) -> Self {
        let files: BTreeMap<ContentPath, OpenFile> =
            files.iter().map(|file| (file.path().clone(), file.clone())).collect();
        let is_fixed = |path: &&ContentPath| ["evaluation", "archive", "media", "theme"].contains(&path.top_folder());
        let fixed = files.keys().filter(is_fixed).cloned().collect();
        Self { files, fixed, renamed: BTreeMap::new() }
    }

    /// Gives rows the names that files have before the change, and their new ones.
    fn name_as_before(&self, rows: &mut [YearRow]) {
        for row in rows {
            if let Some(old) = self.renamed.get(&row.path) {
                // Its lines are others than those of the old file.
                (row.new_path, row.path, row.line) = (Some(row.path.clone()), old.clone(), 0);
            } else if let Some((new, _)) = self.renamed.iter().find(|(_, old)| **old == row.path) {
                row.new_path = Some(new.clone());
            }
        }
    }

    fn replace(&mut self, file: OpenFile) {
        self.files.insert(file.path().clone(), file);
    }

    /// Moves all events, and returns what other texts need to know of them.
    fn move_events(
        &mut self,
        before: &[OpenFile],
        moves: &Moves<'_>,
        rows: &mut Vec<YearRow>,
    ) -> Result<MovedEvents, YearError> {
        let (mut events, mut moved) = (MovedEvents::default(), Vec::new());
        for file in before.iter().filter(|file| is_event(file)) {
            match in_file(file, |file| next_event(file, moves))? {
                NextEvent::Stays => {}
                NextEvent::IsOver(row) => {
                    rows.push(row);
                    events.over.push(file.path().stem().to_owned());
                    self.files.remove(file.path());
                }
                NextEvent::Moves(event) => {
                    events.add_day(&event);
                    if event.is_to_come {
                        self.fixed.insert(file.path().clone());
                    } else {
                        self.files.remove(file.path());
                    }
                    moved.push((file.path(), event));
                }
            }
        }
        // Only now it is known which names are free.
        for (old_path, event) in moved {
            let file = in_file(&event.file, |file| self.with_free_name(file))?;
            if !event.is_to_come {
                events.renamed.push((old_path.stem().to_owned(), file.path().stem().to_owned()));
            }
            if old_path != file.path() {
                self.renamed.insert(file.path().clone(), old_path.clone());
            }
            if let DayOfEvent::OfSchool(day) = event.day {
                events.own_days.insert(file.path().clone(), day);
            }
            rows.extend(event.rows);
            self.replace(file);
        }
        Ok(events)
    }

    /// The file with a number after its name, if another file has it.
    fn with_free_name(&self, file: &OpenFile) -> Result<OpenFile, EditError> {
        let path = file.path();
        let numbered = (2..).map(|number| {
            ContentPath::new(&format!("{}/{}-{number}.{}", path.folder(), path.stem(), path.extension()))
        });
        let is_free = |path: &ContentPath| !self.files.contains_key(path);
        let free = std::iter::once(path.clone()).chain(numbered).find(is_free).unwrap_or_else(|| path.clone());
        OpenFile::new(free, file.bytes().to_vec())
    }

    /// Moves the dates in keys and sentences, and names events as they are called now.
    fn move_texts(
        &mut self,
        before: &[OpenFile],
        events: MovedEvents,
        moves: &Moves<'_>,
        rows: &mut Vec<YearRow>,
    ) -> Result<(), YearError> {
        let names = NewNames::new(events.renamed, events.over);
        let before: BTreeMap<&ContentPath, &OpenFile> = before.iter().map(|file| (file.path(), file)).collect();
        let paths: Vec<ContentPath> = self.files.keys().cloned().collect();
        for path in paths {
            let Some(file) = self.files.get(&path).filter(|file| !file.document().unreadable) else { continue };
            let is_action = path.as_str() == "evaluation/actions.yaml";
            if self.fixed.contains(&path) {
                if is_action {
                    rows.extend(in_file(file, |file| with_moved_dates(file, moves))?.1);
                }
                continue;
            }
            let (next, mut of_file) = in_file(file, |file| with_moved_dates(file, moves))?;
            let own = events.own_days.get(&path).copied();
            let moved = MovedDays { days: &events.days, set_by_others: &events.set_by_others, own };
            let (mut next, of_sentences) = in_file(&next, |file| with_moved_sentences(file, moved, moves))?;
            of_file.extend(of_sentences);
            of_file.extend(row_of_translation(&next, moves));
            if let Some(names) = &names {
                of_file.extend(names.over_in(next.text()).map(|(at, name)| row_of_link(&next, at, name)));
                next = in_file(&next, |file| names.in_file(file))?;
            }
            if let Some(before) = before.get(&path) {
                of_file.iter_mut().for_each(|row| row.line = line_before(before.text(), file.text(), row.line));
            }
            rows.extend(of_file);
            self.replace(next);
        }
        Ok(())
    }

    /// What differs from the texts before, and the copies in the archive.
    fn changes(self, before: &[OpenFile], archive: &str) -> Vec<ContentChange> {
        let mut changes = archive::copies(before, archive);
        let old: BTreeMap<&ContentPath, &OpenFile> = before.iter().map(|file| (file.path(), file)).collect();
        for (path, file) in &old {
            if !self.files.contains_key(*path) {
                changes.push(ContentChange { path: (*path).clone(), before: Some(file.bytes().to_vec()), after: None });
            }
        }
        for (path, file) in self.files {
            let before = old.get(&path).map(|file| file.bytes().to_vec());
            if before.as_deref() != Some(file.bytes()) {
                changes.push(ContentChange { path, before, after: Some(file.bytes().to_vec()) });
            }
        }
        changes
    }
}

fn is_event(file: &OpenFile) -> bool {
    let (path, document) = (file.path(), file.document());
    path.top_folder() == "events" && path.extension() == "md" && !document.unreadable && document.data.is_some()
}

/// The number of a line in the text from which another one was made by adding and removing lines. 0 if it is new.
fn line_before(before: &str, after: &str, number: usize) -> usize {
    if before == after {
        return number;
    }
    let Some((at, line)) = number.checked_sub(1).and_then(|at| Some((at, after.lines().nth(at)?))) else { return 0 };
    let earlier = after.lines().take(at).filter(|other| *other == line).count();
    let mut same = before.lines().enumerate().filter(|(_, other)| *other == line);
    same.nth(earlier).map_or(0, |(at, _)| at + 1)
}

/// Days are not found in other languages, so a translation that names a year of the old one is listed as a whole.
fn row_of_translation(file: &OpenFile, moves: &Moves<'_>) -> Option<YearRow> {
    translation_of(file.path())?;
    let years = [moves.old.starts.year(), moves.old.ends.year()];
    // When it was translated is not about the year.
    let in_keys: Vec<Range<usize>> = date_values(file).into_iter().map(|value| value.span).collect();
    let is_in_text = |at: usize| !in_keys.iter().any(|key| key.contains(&at));
    let named = years.iter().find(|year| {
        let name = year.to_string();
        file.text().match_indices(&name).any(|(at, _)| is_in_text(at))
    })?;
    let why = "a text in another language. Read it for last year's days";
    Some(YearRow::new((RowKind::Sentence, Certainty::ToDecide), (file.path(), 0), &format!("names {named}"), why))
}

fn row_of_link(file: &OpenFile, at: usize, name: &str) -> YearRow {
    let why = "the event is over. The link leads to the past programme";
    let line = line_of(file.text(), at);
    YearRow::new((RowKind::Sentence, Certainty::ToDecide), (file.path(), line), &format!("link to {name}"), why)
}
