//! How changes are detected, and why.

use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WatchMode {
    /// The system reports them.
    Native,
    Polling(PollingReason),
}

/// Why the folder is polled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PollingReason {
    /// The user asked for it with `--poll`.
    Requested,
    /// The folder is on another computer or belongs to another system, whose changes aren't reported here.
    RemoteFolder,
    /// The system didn't report a test file, or the test file could not be created.
    NotReported,
    /// The system refused to watch the folder, with its reason.
    Refused(String),
}

impl fmt::Display for PollingReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Requested => write!(f, "as you asked"),
            Self::RemoteFolder => write!(f, "because this folder is on a network drive or belongs to another system"),
            Self::NotReported => write!(f, "because this computer does not report changes in this folder"),
            Self::Refused(reason) => write!(f, "because this computer can't report changes here ({reason})"),
        }
    }
}
