//! Why a document or spreadsheet could not be inspected.

/// Why the inside of a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InspectError {
    /// It needs a password, or its format is older than 2007.
    LockedOrOld,
    /// It is damaged, or not what its name says.
    Damaged,
    /// Unpacked, it is larger than Fingerpost reads.
    TooLarge,
}
