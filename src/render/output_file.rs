//! A file of the finished site.

/// A file of the finished site, in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Relative to the site's root, with `/`.
    pub path: String,
    /// The file's contents.
    pub bytes: Vec<u8>,
}
