//! Reads the bytes of a content folder's files.

use camino::Utf8Path;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

use super::file_index::{ComparedIndex, FileIndex, IndexedFile};
use super::file_stat::{FileStat, FileTime};
use super::limits::SourceKind;
use super::media::Media;
use super::walk::{self, FoundFile};
use super::{disk, limits};
use crate::report::{ContentPath, Finding, Findings, Place};

/// The files of a content folder, sorted by path, before they are read.
#[derive(Debug)]
pub struct FoundFiles {
    root: camino::Utf8PathBuf,
    files: Vec<FoundFile>,
    /// Files of unknown kinds, which are not read.
    others: Vec<ContentPath>,
}

/// The bytes of every file, not parsed yet.
#[derive(Clone, Debug)]
pub struct RawFiles {
    pub(super) root: camino::Utf8PathBuf,
    pub(super) texts: Vec<(ContentPath, Vec<u8>)>,
    pub(super) media: Vec<Media>,
    pub(super) others: Vec<ContentPath>,
    /// A hash of all paths and bytes.
    pub digest: u128,
    /// The files as they were read. `None` if one could not be.
    pub index: Option<FileIndex>,
}

impl FoundFiles {
    pub fn has(&self, path: &str) -> bool {
        self.files.iter().any(|file| file.path.as_str() == path)
    }

    pub(super) fn folder(&self) -> &Utf8Path {
        &self.root
    }

    pub(super) fn files(&self) -> &[FoundFile] {
        &self.files
    }

    /// The paths of all files of known kinds.
    pub fn paths(&self) -> impl Iterator<Item = &ContentPath> {
        self.files.iter().map(|file| &file.path)
    }

    /// Compares the files with an index, and reads those that may have changed. `None` if many have changed, or one was
    /// removed or is new. `now` is called before any file is read.
    pub fn compare(&self, index: FileIndex, now: impl FnOnce() -> Option<FileTime>) -> Option<ComparedIndex> {
        let files = self.files.iter().map(|file| file.path.as_str());
        if !index.has_paths(files, self.others.iter().map(ContentPath::as_str)) {
            return None;
        }
        let stats: Vec<Option<FileStat>> = self.files.iter().map(|file| file.stat).collect();
        index.compare(&self.root, &stats, now)
    }
}

impl RawFiles {
    /// The same with another text in place of a file, or with a new one.
    #[must_use]
    pub fn with_text(mut self, path: ContentPath, bytes: Vec<u8>) -> Self {
        match self.texts.binary_search_by(|(other, _)| other.cmp(&path)) {
            Ok(at) => self.texts.splice(at..=at, [(path, bytes)]).for_each(drop),
            Err(at) => self.texts.insert(at, (path, bytes)),
        }
        self
    }

    /// The text files that were read, sorted by path.
    pub fn texts(&self) -> &[(ContentPath, Vec<u8>)] {
        &self.texts
    }

    /// The same without this text.
    #[must_use]
    pub fn without_text(mut self, path: &ContentPath) -> Self {
        self.texts.retain(|(other, _)| other != path);
        self
    }

    /// True if there was nothing to read.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.media.is_empty() && self.others.is_empty()
    }
}

/// Finds the files of a content folder. Skips `output` if it is inside.
pub fn find(folder: &Utf8Path, output: Option<&Utf8Path>, findings: &mut Findings) -> FoundFiles {
    let files = walk::walk(folder, output, findings);
    let is_other = |file: &FoundFile| limits::kind_of(&file.path) == SourceKind::Other;
    let (others, files): (Vec<_>, Vec<_>) = files.into_iter().partition(is_other);
    FoundFiles { root: folder.to_owned(), files, others: others.into_iter().map(|file| file.path).collect() }
}

/// Reads the files. `now` is a time of the file system before that.
pub fn load(found: FoundFiles, now: Option<FileTime>, findings: &mut Findings) -> RawFiles {
    let FoundFiles { root, files, others } = found;
    let read: Vec<_> = files.into_par_iter().map(|file| load_file(&root, file.path)).collect();
    let (mut texts, mut media, mut index) =
        (Vec::with_capacity(read.len()), Vec::new(), Vec::with_capacity(read.len()));
    let count = read.len();
    for file in read {
        match file {
            Ok(file) => {
                index.push(IndexedFile::new(file.path.as_str().to_owned(), file.hash, file.stat, now));
                match file.content {
                    FileContent::Text(bytes) => texts.push((file.path, bytes)),
                    FileContent::Media(file) => media.push(file),
                }
            }
            Err(finding) => findings.extend([*finding]),
        }
    }
    let is_complete = index.len() == count;
    let index = FileIndex::new(index, others.iter().map(ContentPath::to_string).collect());
    RawFiles { root, texts, media, others, digest: index.digest(), index: is_complete.then_some(index) }
}

struct LoadedFile {
    path: ContentPath,
    hash: u128,
    stat: FileStat,
    content: FileContent,
}

enum FileContent {
    Text(Vec<u8>),
    Media(Media),
}

fn load_file(folder: &Utf8Path, path: ContentPath) -> Result<LoadedFile, Box<Finding>> {
    let kind = limits::kind_of(&path);
    match disk::read_with_stat(&folder.join(path.as_str()), kind.max_bytes()) {
        Ok((bytes, stat)) => {
            let hash = xxh3_128(&bytes);
            let content = match kind {
                SourceKind::Text => FileContent::Text(bytes),
                SourceKind::Theme => FileContent::Media(Media::in_memory(path.clone(), bytes)),
                _ => FileContent::Media(Media::in_folder(folder, path.clone(), bytes)),
            };
            Ok(LoadedFile { path, hash, stat, content })
        }
        Err(problem) => Err(Box::new(Finding::new(&problem, Place::of_file(path.as_str())))),
    }
}
