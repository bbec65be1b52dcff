//! A file of the finished site, and where rendering puts it.

use std::sync::{Mutex, PoisonError};

/// A file of the finished site, in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Relative to the site's root, with `/`.
    pub path: String,
    /// The file's contents.
    pub bytes: Vec<u8>,
}

/// Takes each file of a site as soon as it is made, from any thread and in any order, so that the bytes of the whole
/// site need not be in memory.
pub trait SiteOutput: Sync {
    /// Takes a file. An error is kept for the end, when the files are known to be complete.
    fn write(&self, file: OutputFile);
}

/// Keeps a site in memory.
#[derive(Debug, Default)]
pub struct MemoryOutput(Mutex<Vec<OutputFile>>);

impl MemoryOutput {
    /// All files, sorted by path.
    pub fn into_files(self) -> Vec<OutputFile> {
        let mut files = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }
}

impl SiteOutput for MemoryOutput {
    fn write(&self, file: OutputFile) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(file);
    }
}

/// `None` drops the files of a site that nobody will see.
impl<O: SiteOutput> SiteOutput for Option<O> {
    fn write(&self, file: OutputFile) {
        if let Some(output) = self {
            output.write(file);
        }
    }
}

/// Passes files on and keeps their paths.
pub(super) struct RecordedOutput<'a> {
    output: &'a dyn SiteOutput,
    paths: Mutex<Vec<String>>,
}

impl<'a> RecordedOutput<'a> {
    pub(super) fn new(output: &'a dyn SiteOutput) -> Self {
        Self { output, paths: Mutex::default() }
    }

    pub(super) fn write_all(&self, files: impl IntoIterator<Item = OutputFile>) {
        files.into_iter().for_each(|file| self.write(file));
    }

    /// The paths of all files, sorted.
    pub(super) fn into_paths(self) -> Vec<String> {
        let mut paths = self.paths.into_inner().unwrap_or_else(PoisonError::into_inner);
        paths.sort_unstable();
        paths
    }
}

impl SiteOutput for RecordedOutput<'_> {
    fn write(&self, file: OutputFile) {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push(file.path.clone());
        self.output.write(file);
    }
}
