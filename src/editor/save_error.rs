//! Why a file can't be opened or saved.

use std::fmt;
use std::io::{self, ErrorKind};

use camino::Utf8PathBuf;

use super::conflict::Conflict;
use super::edit_error::EditError;
use crate::read::{is_in_use, may_be_in_use};
use crate::report::{ContentPath, list};

/// Why a file can't be opened or saved. Nothing has changed on the disk, unless it is
/// [`Interrupted`](SaveError::Interrupted).
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
    Disk { path: Utf8PathBuf, obstacle: Obstacle, error: io::Error },
}

/// What is in the way of a change of a file, as far as the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Another program has it open.
    InUse,
    /// Another program has it open, or this account may not change it: Windows does not tell these apart.
    InUseOrForbidden,
    /// It is marked as read-only.
    ReadOnly,
    /// What the error says.
    Other,
}

impl Obstacle {
    /// From the error and the attribute of the file.
    pub(super) fn of(error: &io::Error, is_read_only: bool) -> Self {
        match error {
            _ if is_in_use(error) => Self::InUse,
            _ if may_be_in_use(error) && is_read_only => Self::ReadOnly,
            _ if may_be_in_use(error) => Self::InUseOrForbidden,
            _ => Self::Other,
        }
    }
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
            Self::Disk { path, obstacle, error } => {
                let name = path.file_name().unwrap_or(path.as_str());
                match (obstacle, error.kind()) {
                    (Obstacle::InUse, _) => write!(
                        f,
                        "Another program has {name} open, such as OneDrive or a virus scanner. Close it, or wait a moment and \
                         save again."
                    ),
                    (Obstacle::InUseOrForbidden, _) => write!(
                        f,
                        "Another program has {name} open, or you do not have permission to change it. Close it, or wait a moment \
                         and save again."
                    ),
                    (Obstacle::ReadOnly, _) => write!(
                        f,
                        "{name} is read-only. In File Explorer, open its properties and clear “Read-only”, then save again."
                    ),
                    (Obstacle::Other, ErrorKind::PermissionDenied) => {
                        write!(
                            f,
                            "You do not have permission to change {name}. Ask whoever looks after your computers, or move the folder to where you may write."
                        )
                    }
                    (Obstacle::Other, ErrorKind::StorageFull) => {
                        write!(
                            f,
                            "{name} could not be saved, because the disk is full. Free some space, then save again."
                        )
                    }
                    (Obstacle::Other, ErrorKind::ReadOnlyFilesystem) => {
                        write!(
                            f,
                            "{name} could not be saved, because the disk is read-only. Copy the folder to another disk."
                        )
                    }
                    (Obstacle::Other, _) => write!(
                        f,
                        "{name} could not be opened or saved: {error}. Check that the disk is connected, then save again."
                    ),
                }
            }
        }
    }
}

impl std::error::Error for SaveError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_obstacle_has_a_message_with_a_way_out() {
        let message = |code: i32, is_read_only| {
            let error = io::Error::from_raw_os_error(code);
            let obstacle = Obstacle::of(&error, is_read_only);
            SaveError::Disk { path: "C:\\careers/team.yaml".into(), obstacle, error }.to_string()
        };
        assert!(message(32, false).starts_with("Another program has team.yaml open, such as OneDrive"));
        assert!(message(33, true).contains("OneDrive"), "a read-only file can be open too");
        assert!(message(5, false).contains("or you do not have permission"));
        assert!(message(5, true).starts_with("team.yaml is read-only."));
        assert!(message(2, true).contains("could not be opened or saved"));
    }
}
