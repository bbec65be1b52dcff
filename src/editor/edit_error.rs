//! Why an edit is refused.

use std::fmt;

use super::file_edit::ValuePath;

/// Why a file can't be changed with an edit. It can be changed as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The bytes are not text.
    NotText,
    /// The reader can't read it.
    Invalid,
    /// It uses a part of YAML that edits do not support.
    Unsupported(UnsupportedYaml),
    /// There is nothing at this path, or something else than the edit needs.
    NoSuchValue(ValuePath),
    /// The key is there already.
    KeyExists(ValuePath),
    /// The file's encoding does not have this character.
    Unencodable(char),
    /// A key or label with more characters than YAML allows.
    LongName,
    /// Two keys or labels in one value are the same.
    SameLabel(String),
    /// A text below the front matter that would be read as front matter.
    BodyLooksLikeKeys,
    /// A text for a value that would change other values, or that the reader can't read.
    TextChangesMore(ValuePath),
    /// The result would not have been what was asked for.
    Unverified(ValuePath),
}

/// A part of YAML that edits do not support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsupportedYaml {
    /// `&name`.
    Anchor,
    /// `*name`.
    Alias,
    /// `<<: *name`.
    MergeKey,
    /// `!name`.
    Tag,
    /// `? key`, or a key that is not a word.
    LongKey,
    /// The same key twice.
    DuplicateKey,
    /// Anything else.
    Other,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText => f.write_str("This file is not text, so it cannot be changed here."),
            Self::Invalid => {
                f.write_str("This file has a mistake that stops us reading it. Edit it as text to fix the mistake.")
            }
            Self::Unsupported(part) => write!(f, "This file has {part}. Edit it as text."),
            Self::NoSuchValue(path) => {
                write!(f, "There is no “{path}” in this file now. It may have changed. Open it again.")
            }
            Self::KeyExists(path) => {
                write!(f, "There is already a “{path}”. Write another name, or open the file again if it has changed.")
            }
            Self::Unencodable(ch) => write!(
                f,
                "This file is saved in an old Windows encoding, which does not have the character “{ch}”. Save the file as \
                 UTF-8, or leave the character out."
            ),
            Self::SameLabel(label) => {
                write!(f, "Two rows are called “{label}”. Give each a name of its own.")
            }
            Self::LongName => f.write_str("This label is too long. Write at most 1,000 characters."),
            Self::BodyLooksLikeKeys => f.write_str(
                "This text begins like the keys at the top of a file. Begin it with a sentence or a heading.",
            ),
            Self::TextChangesMore(path) => write!(
                f,
                "The text of “{path}” cannot be read like this, or it would change other parts of the file. Keep its key and \
                 the spaces at the start of its lines."
            ),
            Self::Unverified(path) => {
                write!(f, "“{path}” is written in a way that we cannot change safely. Edit the file as text.")
            }
        }
    }
}

impl fmt::Display for UnsupportedYaml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Anchor => "a name for a value (“&name”)",
            Self::Alias => "a value that is named elsewhere (“*name”)",
            Self::MergeKey => "keys that are taken from elsewhere (“<<”)",
            Self::Tag => "a type for a value (“!name”)",
            Self::LongKey => "a key that is not a simple word (“?”)",
            Self::DuplicateKey => "the same key twice",
            Self::Other => "a value that is written in an unusual way",
        })
    }
}

impl std::error::Error for EditError {}
