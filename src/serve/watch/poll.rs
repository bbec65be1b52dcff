//! Looking at intervals whether anything has changed.
//!
//! The watcher's own polling compares times in whole seconds and only forwards: a second save
//! within a second, or an older copy put back, would not be seen. So each look takes a stamp of all that is there.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::Xxh3;

use super::Signal;

/// How long to wait between two looks.
const INTERVAL: Duration = Duration::from_millis(700);

/// A thread that looks, until this is dropped.
#[derive(Debug)]
pub(super) struct Poll {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Poll {
    /// Begins to look. What changes from now on is noticed.
    pub(super) fn start(folder: &Utf8Path, sender: Sender<Signal>) -> Self {
        let (stop, stopped) = channel::<()>();
        let folder: Utf8PathBuf = folder.to_owned();
        let mut last = stamp(&folder);
        let thread = std::thread::spawn(move || {
            while stopped.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
                let now = stamp(&folder);
                if now != last && sender.send(Signal::Change).is_err() {
                    return;
                }
                last = now;
            }
        });
        Self { stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Poll {
    fn drop(&mut self) {
        self.stop = None;
        // It ends by itself now.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// A fingerprint of the names, sizes and times of everything in a folder that is not hidden.
fn stamp(folder: &Utf8Path) -> u64 {
    let mut stamp = Xxh3::new();
    let shown = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(shown).flatten() {
        stamp.update(entry.path().as_os_str().as_encoded_bytes());
        // A folder changes with every hidden file in it.
        let Some(facts) = entry.metadata().ok().filter(|facts| !facts.is_dir()) else { continue };
        let changed = facts.modified().ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        stamp.update(&changed.unwrap_or_default().as_nanos().to_le_bytes());
        stamp.update(&facts.len().to_le_bytes());
    }
    stamp.digest()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test changes files")]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_notices_a_save_within_the_second_and_an_older_copy() {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(temporary.path()).expect("a plain path");
        let file = folder.join("team.yaml");
        let save = |text: &str| {
            std::fs::write(&file, text).expect("saved");
            stamp(folder)
        };
        let (first, second) = (save("people: []"), save("people: [ ]"));
        assert_ne!(first, second);
        let open = std::fs::File::options().write(true).open(&file).expect("open");
        open.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1)).expect("an older time");
        assert_ne!(stamp(folder), second);
        std::fs::remove_file(&file).expect("removed");
        let gone = stamp(folder);
        assert_ne!(gone, second);
        std::fs::write(folder.join(".hidden"), "x").expect("saved");
        assert_eq!(stamp(folder), gone);
    }
}
