//! Changes of several files of a content folder.

use jiff::civil::DateTime;

use super::change_set::{ChangeSets, ContentChange, LastChanges};
use super::editable_folder::EditableFolder;
use super::history::{Save, SavedChange};
use super::save_error::SaveError;
use crate::report::CACHE_FOLDER;

impl EditableFolder {
    /// Makes several changes: all of them or none.
    ///
    /// # Errors
    /// [`SaveError::ChangedSince`] if a file is not as it was, [`SaveError::NotAllowed`], [`SaveError::Busy`],
    /// [`SaveError::Disk`], and [`SaveError::Interrupted`] if they could not even be taken back.
    pub fn make_changes(&self, name: &str, changes: &[ContentChange]) -> Result<(), SaveError> {
        let _lock = self.lock()?;
        self.prepare("changes")?;
        self.change_sets().make(name, changes)
    }

    /// Completes the changes of a program that was killed while it made them. What somebody has changed since goes into the
    /// history. True if there were any.
    ///
    /// # Errors
    /// [`SaveError::Busy`] and [`SaveError::Disk`].
    pub fn complete_changes(&self, now: DateTime) -> Result<bool, SaveError> {
        if !self.change_sets().is_interrupted() {
            return Ok(false);
        }
        let _lock = self.lock()?;
        self.change_sets().complete(|path, bytes| {
            let save = Save { path, change: SavedChange::Changed, before: Some(bytes), after: None, undoes: None };
            self.history_folder().keep(save, now).map(drop)
        })?;
        Ok(true)
    }

    /// The last changes of several files, which can be undone if none has changed since.
    pub fn last_changes(&self) -> Option<LastChanges> {
        self.change_sets().last()
    }

    /// Undoes the last changes of several files.
    ///
    /// # Errors
    /// [`SaveError::NothingToUndo`], and those of [`EditableFolder::make_changes`].
    pub fn undo_changes(&self) -> Result<LastChanges, SaveError> {
        let _lock = self.lock()?;
        self.change_sets().undo()
    }

    fn change_sets(&self) -> ChangeSets<'_> {
        ChangeSets::new(&self.root, self.root.join(CACHE_FOLDER).join("changes"))
    }
}
