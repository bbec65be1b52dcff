//! The code and the severity of a finding.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// The site cannot be built, or would be wrong: it stops the build.
    Error,
    /// The law requires it.
    Must,
    /// Guidance or good practice recommends it.
    Should,
    /// Worth knowing.
    Could,
}

impl Severity {
    /// The word shown before a message and in machine-readable output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Must => "must",
            Self::Should => "should",
            Self::Could => "could",
        }
    }
}

/// The kind of a finding: a stable word, as in `fingerpost explain unknown-key`.
///
/// The tables of the stages and the rules of `check` declare them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    pub const fn new(word: &'static str) -> Self {
        Self(word)
    }

    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}
