//! Why a file can't be opened or saved.

use std::fmt;
use std::io::{self, ErrorKind};

use camino::Utf8PathBuf;

use super::conflict::Conflict;
use super::edit_error::EditError;
use crate::report::{ContentPath, list};

/// Why a file can't be opened or saved. Nothing has changed on the disk.
#[derive(Debug)]
pub enum SaveError {
    /// The edits can't be made.
    Edit(EditError),
    /// The file has changed since it was opened.
    Conflict(Box<Conflict>),
    /// Another program is saving in this folder.
    Busy,
    /// There is no such file.
    Missing(ContentPath),
    /// There is a file with this name.
    Exists(ContentPath),
    /// The editor does not write such a file.
    NotAllowed { path: ContentPath, why: &'static str },
    /// It is too large.
    TooLarge { limit: u64 },
    /// There is nothing to undo.
    NothingToUndo,
    /// These files have changed since.
    ChangedSince(Vec<ContentPath>),
    /// Changes of several files were begun, and could be neither completed nor taken back.
    Interrupted(Box<SaveError>),
    /// The system reported an error.
    Disk { path: Utf8PathBuf, is_held: bool, error: io::Error },
}

impl From<EditError> for SaveError {
    fn from(error: EditError) -> Self {
        Self::Edit(error)
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edit(error) => error.fmt(f),
            Self::Conflict(conflict) => {
                write!(
                    f,
                    "{} has changed since you opened it. Nothing was saved. Compare both versions.",
                    conflict.path()
                )
            }
            Self::Busy => f.write_str("Another program is saving in this folder. Wait a moment and save again."),
            Self::Missing(path) => write!(f, "{path} is not there any more. It may have been moved or deleted."),
            Self::Exists(path) => write!(f, "There is already a file called {path}. Choose another name."),
            Self::NotAllowed { path, why } => write!(f, "{path} cannot be changed here, because {why}."),
            Self::TooLarge { limit } => write!(f, "This is too large. The limit is {} MB.", limit / 1_000_000),
            Self::NothingToUndo => f.write_str("There is nothing to undo."),
            Self::ChangedSince(paths) => {
                let names: Vec<String> = paths.iter().map(ContentPath::to_string).collect();
                write!(f, "Nothing was changed, because these files have changed since: {}.", list(&names))
            }
            Self::Interrupted(error) => write!(
                f,
                "{error} Only some of the files were changed. Fingerpost will complete this when you use it next with this \
                 folder."
            ),
            Self::Disk { path, is_held: true, .. } => write!(
                f,
                "Another program has {} open, such as OneDrive or a virus scanner. Close it, or wait a moment and save again.",
                path.file_name().unwrap_or(path.as_str())
            ),
            Self::Disk { path, error, .. } => {
                let name = path.file_name().unwrap_or(path.as_str());
                match error.kind() {
                    ErrorKind::PermissionDenied => write!(f, "You do not have permission to change {name}."),
                    ErrorKind::StorageFull => write!(f, "{name} could not be saved, because the disk is full."),
                    ErrorKind::ReadOnlyFilesystem => {
                        write!(f, "{name} could not be saved, because the disk is read-only.")
                    }
                    _ => write!(f, "{name} could not be opened or saved: {error}."),
                }
            }
        }
    }
}

impl std::error::Error for SaveError {}
