//! Exit codes.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// No findings that stop.
    Clean = 0,
    /// There are errors, or findings that stop this command.
    Findings = 1,
    /// Wrong usage, or a file or folder could not be read or written.
    Error = 2,
}
