//! What the system knows about a file without reading it: if it is the same as before, so are the bytes.

use std::fs::Metadata;

use serde::{Deserialize, Serialize};

/// Nanoseconds since 1970, by the clock of the file system.
pub type FileTime = i64;

/// How long two changes of a file may have the same time, if the file system stores fractions of milliseconds. The
/// clock of Linux and Windows advances every 16 milliseconds or sooner.
const TICK: FileTime = 20_000_000;
/// The same for other file systems; those of memory cards store every second second.
const COARSE_TICK: FileTime = 2_000_000_000;

/// Size, times and inode of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StatRow", into = "StatRow")]
pub struct FileStat {
    /// In bytes.
    pub bytes: u64,
    modified: FileTime,
    /// When anything about the file was last changed. No program can set it. 0 on Windows.
    changed: FileTime,
    /// 0 on Windows.
    inode: u64,
}

/// Without the names of fields: an index has thousands.
type StatRow = (u64, FileTime, FileTime, u64);

impl From<StatRow> for FileStat {
    fn from((bytes, modified, changed, inode): StatRow) -> Self {
        Self { bytes, modified, changed, inode }
    }
}

impl From<FileStat> for StatRow {
    fn from(FileStat { bytes, modified, changed, inode }: FileStat) -> Self {
        (bytes, modified, changed, inode)
    }
}

impl FileStat {
    /// From the metadata of a file.
    #[cfg(unix)]
    pub fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let time = |seconds: i64, nanoseconds: i64| seconds.saturating_mul(1_000_000_000).saturating_add(nanoseconds);
        Self {
            bytes: metadata.size(),
            modified: time(metadata.mtime(), metadata.mtime_nsec()),
            changed: time(metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
        }
    }

    /// From the metadata of a file.
    #[cfg(not(unix))]
    pub fn of(metadata: &Metadata) -> Self {
        let since_1970 = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        let modified = since_1970.map_or(0, |time| FileTime::try_from(time.as_nanos()).unwrap_or(FileTime::MAX));
        Self { bytes: metadata.len(), modified, changed: 0, inode: 0 }
    }

    /// When the bytes were last changed.
    pub fn modified(&self) -> FileTime {
        self.modified
    }

    /// True if this can be the same file after it was moved.
    pub fn is_moved_to(&self, other: &Self) -> bool {
        Self { changed: other.changed, ..*self } == *other
    }

    /// True if the file was last changed so long before `now` that another change would show. Otherwise a file that is
    /// saved twice in one tick of the clock could look unchanged.
    pub fn is_settled(&self, now: FileTime) -> bool {
        let is_fine = self.modified % 1_000_000 != 0;
        self.modified < now.saturating_sub(if is_fine { TICK } else { COARSE_TICK })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_settled_once_the_clock_has_advanced() {
        let stat = |modified| FileStat { bytes: 1, modified, changed: modified, inode: 1 };
        let saved = 1_800_000_000_123_456_789;
        assert!(!stat(saved).is_settled(saved));
        assert!(!stat(saved).is_settled(saved + TICK));
        assert!(stat(saved).is_settled(saved + TICK + 1));
        assert!(!stat(saved).is_settled(saved - COARSE_TICK), "the clock was set back");
        let whole_second = 1_800_000_000_000_000_000;
        assert!(!stat(whole_second).is_settled(whole_second + TICK + 1));
        assert!(stat(whole_second).is_settled(whole_second + COARSE_TICK + 1));
    }
}
