//! An index of files as they were last read, to find out whether any has changed without reading them again.

use camino::Utf8Path;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::file_stat::{FileStat, FileTime};
use super::{disk, limits};
use crate::report::ContentPath;

/// Files of a folder as they were last read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileIndex {
    /// Sorted by path.
    files: Vec<IndexedFile>,
    /// The paths of other files, whose bytes do not count.
    others: Vec<String>,
}

/// A file as it was last read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "IndexRow", into = "IndexRow")]
pub struct IndexedFile {
    path: String,
    bytes: u64,
    hash: u128,
    /// `None` if the file may have changed without its times.
    stat: Option<FileStat>,
}

/// One file in the saved index, without names of fields.
type IndexRow = (String, u64, u128, Option<FileStat>);

/// An index whose files have been compared with what they are now.
#[derive(Debug)]
pub struct ComparedIndex {
    /// With what is now known about the files.
    pub index: FileIndex,
    /// True if some had to be read.
    pub has_read: bool,
    /// The files that have other bytes than before.
    pub changed: Vec<ChangedFile>,
}

/// A file with other bytes than before.
#[derive(Debug)]
pub struct ChangedFile {
    pub path: ContentPath,
    pub bytes: Vec<u8>,
}

/// With more changed files a whole build is as fast.
const MAX_CHANGED: usize = 8;

impl IndexedFile {
    /// A file that was written or compared, with what was known about it then.
    pub fn written(path: &str, hash: u128, stat: FileStat) -> Self {
        Self { path: path.to_owned(), bytes: stat.bytes, hash, stat: Some(stat) }
    }

    /// A file whose bytes were read after `stat`, which was after `now`.
    pub fn new(path: String, hash: u128, stat: FileStat, now: Option<FileTime>) -> Self {
        let is_settled = now.is_some_and(|now| stat.is_settled(now));
        Self { path, bytes: stat.bytes, hash, stat: is_settled.then_some(stat) }
    }

    /// True if this is what is known about the file, so that its bytes are the same.
    fn has_stat((file, stat): (&Self, &Option<FileStat>)) -> bool {
        file.stat.is_some() && file.stat == *stat
    }

    /// Reads the file. Returns what is known about it now, and its bytes if they have changed. `None` if it can't be read.
    fn read_again(self, folder: &Utf8Path, now: Option<FileTime>) -> Option<(Self, Option<ChangedFile>)> {
        let path = ContentPath::new(&self.path);
        let limit = limits::kind_of(&path).max_bytes().max(self.bytes);
        let (bytes, stat) = disk::read_with_stat(&folder.join(&self.path), limit).ok()?;
        let hash = xxh3_128(&bytes);
        let changed = (hash != self.hash).then_some(ChangedFile { path, bytes });
        Some((Self::new(self.path, hash, stat, now), changed))
    }
}

impl FileIndex {
    /// Takes files sorted by path, and the paths of files whose bytes do not count.
    pub fn new(files: Vec<IndexedFile>, others: Vec<String>) -> Self {
        Self { files, others }
    }

    /// True if these are the paths of the files and of the others.
    pub fn has_paths<'a>(&self, files: impl Iterator<Item = &'a str>, others: impl Iterator<Item = &'a str>) -> bool {
        files.eq(self.files.iter().map(|file| file.path.as_str())) && others.eq(self.others.iter().map(String::as_str))
    }

    /// The path, hash and size of each file, and what is known about it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u128, u64, Option<FileStat>)> {
        self.files.iter().map(|file| (file.path.as_str(), file.hash, file.bytes, file.stat))
    }

    /// What the system knows about each file now.
    pub fn stats(&self, folder: &Utf8Path) -> Vec<Option<FileStat>> {
        self.files.par_iter().with_min_len(64).map(|file| disk::stat(&folder.join(&file.path))).collect()
    }

    /// True if a file with this path, about which this is known, has these bytes.
    pub fn has(&self, path: &str, stat: FileStat, hash: u128) -> bool {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path));
        let file = at.ok().and_then(|at| self.files.get(at));
        file.is_some_and(|file| file.hash == hash && file.stat == Some(stat))
    }

    /// The same files, which have been moved since, with what is known about them at the time `now`.
    pub fn with_stats(self, folder: &Utf8Path, now: FileTime) -> Self {
        let stats = self.stats(folder);
        let with_stat = |(file, stat): (IndexedFile, Option<FileStat>)| IndexedFile {
            stat: stat.filter(|stat| file.stat.is_some_and(|old| old.is_moved_to(stat)) && stat.is_settled(now)),
            ..file
        };
        Self { files: self.files.into_iter().zip(stats).map(with_stat).collect(), ..self }
    }

    /// A hash of all paths and bytes.
    pub fn digest(&self) -> u128 {
        let mut digest = Xxh3::new();
        for file in &self.files {
            digest.update(file.path.as_bytes());
            digest.update(&file.hash.to_le_bytes());
        }
        self.others.iter().for_each(|path| digest.update(path.as_bytes()));
        digest.digest128()
    }

    /// Compares the files with what is known about them now, and reads those that may have changed. `None` if many have,
    /// or if one can't be read. `now` is called before any file is read.
    pub fn compare(
        self,
        folder: &Utf8Path,
        stats: &[Option<FileStat>],
        now: impl FnOnce() -> Option<FileTime>,
    ) -> Option<ComparedIndex> {
        let all = |is_same: fn((&IndexedFile, &Option<FileStat>)) -> bool| {
            self.files.len() == stats.len() && self.files.iter().zip(stats).all(is_same)
        };
        if all(IndexedFile::has_stat) {
            return Some(ComparedIndex { index: self, has_read: false, changed: Vec::new() });
        }
        let has_other_size =
            |(file, stat): &(&IndexedFile, &Option<FileStat>)| stat.is_none_or(|stat| stat.bytes != file.bytes);
        if self.files.len() != stats.len() || self.files.iter().zip(stats).filter(has_other_size).count() > MAX_CHANGED
        {
            return None;
        }
        let now = now();
        let compare = |(file, stat): (IndexedFile, &Option<FileStat>)| {
            if IndexedFile::has_stat((&file, stat)) { Some((file, None)) } else { file.read_again(folder, now) }
        };
        let files = self.files.into_par_iter().zip(stats).with_min_len(16).map(compare);
        let (files, changed): (Vec<_>, Vec<_>) = files.collect::<Option<Vec<_>>>()?.into_iter().unzip();
        let changed: Vec<ChangedFile> = changed.into_iter().flatten().collect();
        (changed.len() <= MAX_CHANGED).then_some(ComparedIndex {
            index: Self { files, ..self },
            has_read: true,
            changed,
        })
    }
}

impl From<IndexRow> for IndexedFile {
    fn from((path, bytes, hash, stat): IndexRow) -> Self {
        Self { path, bytes, hash, stat }
    }
}

impl From<IndexedFile> for IndexRow {
    fn from(file: IndexedFile) -> Self {
        (file.path, file.bytes, file.hash, file.stat)
    }
}
