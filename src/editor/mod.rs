//! The editor's foundation: changes to content files, one value at a time.
//!
//! Takes a file as it is on the disk and a list of [`FileEdit`]s, and gives its new bytes. Comments, order, quotation marks, blank
//! lines, line ends and the byte-order mark stay: an edit becomes a few splices of the file's text, and the result is read
//! again by [`mod@crate::read`] before anybody gets it. Unless it has the expected values, the edit is refused and the file
//! stays as it is.
//!
//! [`OpenFile`] is one file in memory. [`EditableFolder`] opens and saves files: only if they are still as they were opened,
//! each version before into the history (`.fingerpost/history`), and half-filled forms as drafts (`.fingerpost/drafts`).
//! [`ContentChange`]s of several files are made together or not at all (`.fingerpost/changes`). None of these folders is read
//! as content or published. All disk access is in `disk.rs`.

mod added_keys;
mod allowed_path;
mod change_set;
mod changed_text;
mod conflict;
mod disk;
mod drafts;
mod edit_error;
mod editable_folder;
mod edited_text;
mod expected;
mod file_edit;
mod folder_changes;
pub mod form;
mod history;
mod items;
mod layout;
mod made_up;
mod new_file;
mod open_file;
mod opened_versions;
mod removed_keys;
mod save_error;
mod scalar;
mod set_value;
mod splice;
mod syntax;
mod yaml_writer;

pub use change_set::{ContentChange, LastChanges};
pub use conflict::{ChangedBy, Conflict, DifferentPart};
pub use drafts::{DraftId, FormDraft};
pub use edit_error::{EditError, UnsupportedYaml};
pub use editable_folder::{EditableFolder, FileChange, SavedFile};
pub use file_edit::{FileEdit, PathStep, ValuePath, YamlValue};
pub use folder_changes::ChangeKind;
pub use history::{HistoryEntry, SavedChange};
pub use open_file::{FileVersion, OpenFile};
pub use save_error::SaveError;
pub(crate) use scalar::double_quoted;
