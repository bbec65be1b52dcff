//! A file of a new site.

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Relative to the content folder.
    pub path: String,
    pub text: String,
}
