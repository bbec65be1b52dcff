//! A file of a new site.

/// A file to write into the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Relative to the content folder.
    pub path: String,
    /// The content.
    pub text: String,
}
