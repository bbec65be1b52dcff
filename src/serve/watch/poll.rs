//! Compares the folder at intervals.
//!
//! Why not `notify::PollWatcher`: by default it compares modification times in whole seconds, so it misses a second save
//! within a second. With `compare_contents` it hashes every photograph each time. So this takes names, sizes and
//! times in nanoseconds instead.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::Xxh3;

use super::signal::Signal;

const POLL_INTERVAL: Duration = Duration::from_millis(700);

/// A thread that polls until this is dropped.
#[derive(Debug)]
pub(super) struct Poller {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Poller {
    pub(super) fn start(folder: &Utf8Path, sender: Sender<Signal>) -> Self {
        let (stop, stopped) = channel::<()>();
        let folder: Utf8PathBuf = folder.to_owned();
        let mut last = fingerprint(&folder);
        let thread = std::thread::spawn(move || {
            while stopped.recv_timeout(POLL_INTERVAL) == Err(RecvTimeoutError::Timeout) {
                let now = fingerprint(&folder);
                if now != last && sender.send(Signal::Unclear).is_err() {
                    return;
                }
                last = now;
            }
        });
        Self { stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Poller {
    fn drop(&mut self) {
        self.stop = None;
        // Dropping the sender has ended the thread's loop.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// A hash of the names, sizes and modification times of all files that aren't hidden.
fn fingerprint(folder: &Utf8Path) -> u64 {
    let mut hash = Xxh3::new();
    let is_visible = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_visible).flatten() {
        hash.update(entry.path().as_os_str().as_encoded_bytes());
        // A folder's own time changes with the hidden files in it.
        let Some(metadata) = entry.metadata().ok().filter(|metadata| !metadata.is_dir()) else { continue };
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        hash.update(&modified.unwrap_or_default().as_nanos().to_le_bytes());
        hash.update(&metadata.len().to_le_bytes());
    }
    hash.digest()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test changes files")]
mod tests {
    use super::*;

    #[test]
    fn fast_saves_and_older_copies_change_the_fingerprint() {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(temporary.path()).expect("a plain path");
        let file = folder.join("team.yaml");
        let save = |text: &str| {
            std::fs::write(&file, text).expect("saved");
            fingerprint(folder)
        };
        let (first, second) = (save("people: []"), save("people: [ ]"));
        assert_ne!(first, second);
        let open = std::fs::File::options().write(true).open(&file).expect("open");
        open.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1)).expect("an older time");
        assert_ne!(fingerprint(folder), second);
        std::fs::remove_file(&file).expect("removed");
        let removed = fingerprint(folder);
        assert_ne!(removed, second);
        std::fs::write(folder.join(".hidden"), "x").expect("saved");
        assert_eq!(fingerprint(folder), removed);
    }
}
