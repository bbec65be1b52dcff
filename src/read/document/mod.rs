//! What a document says of itself besides its words: who wrote it, what was changed, how well it can be read aloud.
//!
//! Takes the bytes of a PDF, Word, Excel, PowerPoint or OpenDocument file; gives an [`Inside`]. What is
//! unpacked on the way is counted and limited. Refuses what is locked, damaged, too large or of an old kind.

mod office;
mod pdf;

use super::Media;

/// What a document says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inside {
    /// Names of people in its properties, each once.
    pub people: Vec<String>,
    /// True if it holds words that were taken out, or notes of who put words in.
    pub has_changes: bool,
    /// True if it holds comments.
    pub has_comments: bool,
    /// For a PDF, what helps people who have it read aloud.
    pub reading: Option<Reading>,
}

/// What in a PDF helps people who have it read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// It says what is a heading, a list, a table.
    pub has_tags: bool,
    /// It has a title.
    pub has_title: bool,
    /// It says its language.
    pub has_language: bool,
}

/// Why nobody could look inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// It asks for a password, or it is of a kind from before 2007.
    LockedOrOld,
    /// It is not what its name says, or damaged.
    Damaged,
    /// It grows beyond what we read when it is unpacked.
    TooLarge,
}

/// Looks inside a document. `None` for files of other kinds, and for what cannot be read from the disk.
pub fn look(media: &Media) -> Option<Result<Inside, Unseen>> {
    let look: fn(&[u8]) -> Result<Inside, Unseen> = match media.path.ending().as_str() {
        "pdf" => pdf::look,
        "docx" | "xlsx" | "xlsm" | "pptx" => office::look,
        "odt" | "ods" | "odp" => office::look_open,
        _ => return None,
    };
    Some(look(&media.bytes().ok()?))
}

impl Inside {
    /// Adds a name, unless it is there, empty, or one that programs give themselves.
    fn add_person(&mut self, name: &str) {
        const PROGRAMS: [&str; 9] = [
            "user",
            "microsoft office user",
            "admin",
            "administrator",
            "windows user",
            "anonymous",
            "author",
            "python-docx",
            "openpyxl",
        ];
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let has_letter = name.chars().any(char::is_alphabetic);
        if has_letter && !PROGRAMS.contains(&name.to_lowercase().as_str()) && !self.people.contains(&name) {
            self.people.push(name);
        }
    }
}
