//! The file that remembers what other websites answered: `.fingerpost/links.json` in the content folder.
//!
//! It is written whole or not at all. Without it, or if it is damaged, everything is asked anew.
#![expect(clippy::disallowed_methods, reason = "this file is ours alone: no other room reads or writes it")]

use std::fs;
use std::io::{self, ErrorKind};

use camino::{Utf8Path, Utf8PathBuf};

use super::cache::Memory;

/// Its folder and its name. Folders that begin with a full stop are not content.
const FOLDER: &str = ".fingerpost";
const NAME: &str = "links.json";
/// A larger file is none of ours.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The file, in its content folder.
#[derive(Debug)]
pub struct Notebook {
    folder: Utf8PathBuf,
}

/// Why the file could not be used.
#[derive(Debug)]
pub enum NotebookTrouble {
    /// It is damaged, or another version of the program wrote it.
    Unknown(Utf8PathBuf),
    /// It could not be read or written.
    Disk(Utf8PathBuf, io::Error),
}

impl std::fmt::Display for NotebookTrouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown(path) => write!(f, "{path} is damaged, or of another version: all links are tried again"),
            Self::Disk(path, error) => write!(f, "{path} could not be used ({error}): links are tried again next time"),
        }
    }
}

impl Notebook {
    /// The one of a content folder.
    pub fn of(content: &Utf8Path) -> Self {
        Self { folder: content.join(FOLDER) }
    }

    /// What is remembered; nothing if there is no file yet.
    ///
    /// # Errors
    /// The file is damaged, of another version, or cannot be read.
    pub fn read(&self) -> Result<Memory, NotebookTrouble> {
        let path = self.folder.join(NAME);
        let length = match fs::metadata(&path) {
            Ok(found) => found.len(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Memory::default()),
            Err(error) => return Err(NotebookTrouble::Disk(path, error)),
        };
        if length > LARGEST {
            return Err(NotebookTrouble::Unknown(path));
        }
        let bytes = fs::read(&path).map_err(|error| NotebookTrouble::Disk(path.clone(), error))?;
        let memory = std::str::from_utf8(&bytes).ok().and_then(Memory::parse);
        memory.ok_or(NotebookTrouble::Unknown(path))
    }

    /// Writes it: into a new file first, which then takes the place of the old one.
    ///
    /// # Errors
    /// The disk is full, or the folder cannot be written.
    pub fn write(&self, memory: &Memory) -> Result<(), NotebookTrouble> {
        let path = self.folder.join(NAME);
        let new = self.folder.join(format!("{NAME}.{}", std::process::id()));
        let written = fs::create_dir_all(&self.folder)
            .and_then(|()| fs::write(&new, memory.text()))
            .and_then(|()| fs::rename(&new, &path));
        written.map_err(|error| {
            // It may not even have been made.
            let _ = fs::remove_file(&new);
            NotebookTrouble::Disk(path, error)
        })
    }
}
