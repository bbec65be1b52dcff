//! Changes of several files of a content folder.

use jiff::civil::DateTime;

use super::change_set::{ChangeSets, ContentChange, LastChanges};
use super::editable_folder::EditableFolder;
use super::history::{Save, SavedChange};
use super::save_error::SaveError;
use crate::report::CACHE_FOLDER;

/// What changes several files at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// The change to another academic year. It can be undone.
    AcademicYear,
    /// Files from a sheet or from filled-in forms.
    Import,
}

impl ChangeKind {
    const ALL: [Self; 2] = [Self::AcademicYear, Self::Import];

    /// Changes of one kind don't end that the last ones of another can be undone.
    fn folder(self) -> &'static str {
        match self {
            Self::AcademicYear => "changes",
            Self::Import => "imports",
        }
    }
}

impl EditableFolder {
    /// Makes several changes under a name: all of them or none.
    ///
    /// # Errors
    /// [`SaveError::ChangedSince`] if a file is not as it was, [`SaveError::NotAllowed`], [`SaveError::Busy`],
    /// [`SaveError::Disk`], and [`SaveError::Interrupted`] if they could not even be taken back.
    pub fn make_changes(&self, kind: ChangeKind, name: &str, changes: &[ContentChange]) -> Result<(), SaveError> {
        let _lock = self.lock()?;
        self.prepare(kind.folder())?;
        self.change_sets(kind).make(name, changes)?;
        self.discard_import(kind);
        Ok(())
    }

    /// Removes the versions of an import, which can't be undone.
    fn discard_import(&self, kind: ChangeKind) {
        if kind == ChangeKind::Import {
            // What can't be removed now is replaced by the next changes.
            let _ = self.change_sets(kind).discard_last();
        }
    }

    /// Completes the changes of a program that was killed while it made them. What somebody has changed since goes into the
    /// history. True if there were any.
    ///
    /// # Errors
    /// [`SaveError::Busy`] and [`SaveError::Disk`].
    pub fn complete_changes(&self, now: DateTime) -> Result<bool, SaveError> {
        let is_interrupted = |kind: &ChangeKind| self.change_sets(*kind).is_interrupted();
        let interrupted: Vec<ChangeKind> = ChangeKind::ALL.into_iter().filter(is_interrupted).collect();
        if interrupted.is_empty() {
            return Ok(false);
        }
        let _lock = self.lock()?;
        for kind in interrupted {
            self.change_sets(kind).complete(|path, bytes| {
                let save = Save { path, change: SavedChange::Changed, before: Some(bytes), after: None, undoes: None };
                self.history_folder().keep(save, now).map(drop)
            })?;
            self.discard_import(kind);
        }
        Ok(true)
    }

    /// The last change to another academic year, which can be undone if none of its files has changed since.
    pub fn last_changes(&self) -> Option<LastChanges> {
        self.change_sets(ChangeKind::AcademicYear).last()
    }

    /// Undoes the last change to another academic year.
    ///
    /// # Errors
    /// [`SaveError::NothingToUndo`], and those of [`EditableFolder::make_changes`].
    pub fn undo_changes(&self) -> Result<LastChanges, SaveError> {
        let _lock = self.lock()?;
        self.change_sets(ChangeKind::AcademicYear).undo()
    }

    fn change_sets(&self, kind: ChangeKind) -> ChangeSets<'_> {
        ChangeSets::new(&self.root, self.root.join(CACHE_FOLDER).join(kind.folder()))
    }
}
