//! What files were before each save, in `.fingerpost/history` of the content folder.
//!
//! Each save has a folder, such as `000012 2026-11-29 16.45.12 changed`, with `change.json` and the file as it was before,
//! under its own name. People can read and copy it without Fingerpost. The oldest go when there are too many.

use camino::{Utf8Path, Utf8PathBuf};
use jiff::ToSpan;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::disk;
use super::open_file::FileVersion;
use super::save_error::SaveError;
use crate::report::ContentPath;

/// Bounds of the history.
const MAX_ENTRIES: usize = 500;
const MAX_DAYS: i64 = 400;
const MAX_BYTES: u64 = 200_000_000;
/// How often the sizes of all are added up.
const SAVES_BETWEEN_SIZES: u32 = 16;
/// How a folder's name writes the time: `:` is not allowed on Windows.
const TIME: &str = "%Y-%m-%d %H.%M.%S";
const FACTS: &str = "change.json";

/// What was done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SavedChange {
    Changed,
    Created,
    Deleted,
    /// An earlier version was put back.
    Restored,
    /// A save was undone.
    Undone,
}

impl SavedChange {
    fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Created => "created",
            Self::Deleted => "deleted",
            Self::Restored => "restored",
            Self::Undone => "undone",
        }
    }
}

/// A save in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Later saves have higher numbers.
    pub number: u32,
    /// The time of the save, by the clock of the computer.
    pub at: DateTime,
    pub path: ContentPath,
    pub change: SavedChange,
    /// True if there is an earlier version: the file was not created by this save.
    pub has_before: bool,
    /// True if this save has been undone.
    pub is_undone: bool,
    pub(super) after: Option<FileVersion>,
    /// The number of the save that this one undid.
    undoes: Option<u32>,
    folder: Utf8PathBuf,
}

/// The content of `change.json`.
#[derive(Serialize, Deserialize)]
struct Facts {
    path: String,
    change: SavedChange,
    has_before: bool,
    /// The hash of the file after the save; none if it was deleted.
    after: Option<String>,
    undoes: Option<u32>,
}

/// A save that is about to happen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Save<'s> {
    pub(super) path: &'s ContentPath,
    pub(super) change: SavedChange,
    pub(super) before: Option<&'s [u8]>,
    pub(super) after: Option<FileVersion>,
    pub(super) undoes: Option<u32>,
}

/// The history of a content folder.
#[derive(Debug)]
pub(super) struct History {
    folder: Utf8PathBuf,
}

impl History {
    pub(super) fn new(folder: Utf8PathBuf) -> Self {
        Self { folder }
    }

    /// The saves, the last first.
    pub(super) fn entries(&self) -> Vec<HistoryEntry> {
        let mut entries: Vec<HistoryEntry> = self.names().into_iter().filter_map(|name| self.entry(name)).collect();
        let undone: Vec<u32> = entries.iter().filter_map(|entry| entry.undoes).collect();
        for entry in &mut entries {
            entry.is_undone = undone.contains(&entry.number);
        }
        entries
    }

    fn entry(&self, (number, at, name): (u32, DateTime, String)) -> Option<HistoryEntry> {
        let folder = self.folder.join(name);
        let facts = disk::read(&folder.join(FACTS), 10_000).ok()?;
        let facts: Facts = serde_json::from_slice(&facts).ok()?;
        Some(HistoryEntry {
            number,
            at,
            path: ContentPath::new(&facts.path),
            change: facts.change,
            has_before: facts.has_before,
            is_undone: false,
            after: facts.after.and_then(|after| after.parse().ok()),
            undoes: facts.undoes,
            folder,
        })
    }

    /// Keeps what a file is before a save, and removes what is too old. Returns the entry's number and folder.
    pub(super) fn keep(&self, save: Save<'_>, now: DateTime) -> Result<(u32, Utf8PathBuf), SaveError> {
        let names = self.names();
        let number = names.first().map_or(1, |(number, _, _)| number + 1);
        let name = format!("{number:06} {} {}", now.strftime(TIME), save.change.word());
        let folder = self.folder.join(name);
        let facts = Facts {
            path: save.path.to_string(),
            change: save.change,
            has_before: save.before.is_some(),
            after: save.after.map(|seen| seen.to_string()),
            undoes: save.undoes,
        };
        if let Some(before) = save.before {
            disk::write_unflushed(&folder.join(save.path.as_str()), before)?;
        }
        // Serialising strings can't fail.
        let facts = serde_json::to_vec_pretty(&facts).unwrap_or_default();
        disk::write_unflushed(&folder.join(FACTS), &facts)?;
        self.remove_old(&names, now);
        if number.is_multiple_of(SAVES_BETWEEN_SIZES) {
            self.remove_beyond_size();
        }
        Ok((number, folder))
    }

    /// The numbers, times and names of the saves' folders, the last first. No file is read for it.
    fn names(&self) -> Vec<(u32, DateTime, String)> {
        let parts = |name: String| {
            let (number, rest) = name.split_once(' ')?;
            let (at, _) = rest.rsplit_once(' ')?;
            Some((number.parse().ok()?, DateTime::strptime(TIME, at).ok()?, name))
        };
        let mut names: Vec<_> = disk::names(&self.folder).into_iter().filter_map(parts).collect();
        names.sort_by(|one, other| other.cmp(one));
        names
    }

    /// Removes the oldest saves beyond the bounds. What can't be removed stays.
    fn remove_old(&self, names: &[(u32, DateTime, String)], now: DateTime) {
        let oldest = now.checked_sub(MAX_DAYS.days()).unwrap_or(now);
        for (at, (_, time, name)) in names.iter().enumerate() {
            if at + 1 >= MAX_ENTRIES || *time < oldest {
                let _ = disk::remove_folder(&self.folder.join(name));
            }
        }
    }

    fn remove_beyond_size(&self) {
        let mut bytes = 0_u64;
        for entry in self.entries() {
            bytes = bytes.saturating_add(disk::size(&entry.folder.join(entry.path.as_str())));
            if bytes > MAX_BYTES {
                let _ = disk::remove_folder(&entry.folder);
            }
        }
    }
}

impl HistoryEntry {
    /// The file as it was before the save. `None` if it was not there.
    ///
    /// # Errors
    /// [`SaveError::Disk`].
    pub fn before(&self) -> Result<Option<Vec<u8>>, SaveError> {
        if !self.has_before {
            return Ok(None);
        }
        disk::read(&self.folder.join(self.path.as_str()), u64::MAX - 1).map(Some)
    }

    /// True if the save can be undone.
    pub(super) fn may_be_undone(&self) -> bool {
        !self.is_undone && self.change != SavedChange::Undone
    }

    /// Removes it from the history.
    pub(super) fn forget(&self) -> Result<(), SaveError> {
        disk::remove_folder(&self.folder)
    }
}

/// The folder of a save that did not happen is removed.
pub(super) fn discard(folder: &Utf8Path) {
    let _ = disk::remove_folder(folder);
}
