//! Waits for changes from a backend until they are complete.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};

use super::debouncer::Debouncer;
use super::mode::{PollingReason, WatchMode};
use super::signal::Signal;
use super::{native, poll, probe};

/// How long to wait for a change before reporting [`WatchEvent::Idle`].
const IDLE_TIMEOUT: Duration = Duration::from_secs(30);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WatchEvent {
    Change,
    /// Nothing changed for [`IDLE_TIMEOUT`].
    Idle,
    Stopped,
}

/// Watches a folder until it is stopped or dropped.
#[derive(Debug)]
pub(crate) struct Watcher {
    folder: Utf8PathBuf,
    mode: WatchMode,
    /// `None` only while it is replaced.
    backend: Option<Backend>,
    sender: Sender<Signal>,
    signals: Receiver<Signal>,
}

/// Sends signals until it is dropped.
#[derive(Debug)]
enum Backend {
    Native { _watcher: notify::RecommendedWatcher },
    Poll { _poller: poll::Poller },
}

/// Stops a [`Watcher`] from another thread.
#[derive(Clone, Debug)]
pub(crate) struct WatchStopper(Sender<Signal>);

impl WatchStopper {
    pub(crate) fn stop(&self) {
        // Fails only if the watcher has ended.
        let _ = self.0.send(Signal::Stop);
    }
}

impl Watcher {
    /// Watches a folder, given by its absolute path.
    pub(crate) fn start(folder: &Utf8Path, poll: bool) -> Self {
        let (sender, signals) = channel();
        let reason = if poll { Some(PollingReason::Requested) } else { probe::polling_reason(folder) };
        let (backend, mode) = match reason {
            Some(reason) => (start_polling(folder, &sender), WatchMode::Polling(reason)),
            None => start_native(folder, &sender),
        };
        Self { folder: folder.to_owned(), mode, backend: Some(backend), sender, signals }
    }

    pub(crate) fn mode(&self) -> &WatchMode {
        &self.mode
    }

    pub(crate) fn stopper(&self) -> WatchStopper {
        WatchStopper(self.sender.clone())
    }

    /// Waits for the next change, and until all changes are complete.
    pub(crate) fn next(&mut self) -> WatchEvent {
        let mut changes = Debouncer::default();
        loop {
            let due = changes.due();
            let wait = due.map_or(IDLE_TIMEOUT, |due| due.saturating_duration_since(now()));
            match self.signals.recv_timeout(wait) {
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return WatchEvent::Stopped,
                Ok(signal) => {
                    if signal == Signal::RootReplaced {
                        self.rewatch();
                    }
                    let now = now();
                    changes.add(signal, now);
                    // Signals that never end must not delay the report for ever.
                    if changes.due().is_some_and(|due| due <= now) {
                        return WatchEvent::Change;
                    }
                }
                Err(RecvTimeoutError::Timeout) if due.is_some() => return WatchEvent::Change,
                Err(RecvTimeoutError::Timeout) => return WatchEvent::Idle,
            }
        }
    }

    /// Watches the folder that is at the path now, because the system watches a folder and not its path. This happens before
    /// the next build, so that no change in between is missed.
    fn rewatch(&mut self) {
        if self.mode != WatchMode::Native {
            return;
        }
        self.backend = None;
        let (backend, mode) = start_native(&self.folder, &self.sender);
        (self.backend, self.mode) = (Some(backend), mode);
    }
}

/// Falls back to polling if the system refuses.
fn start_native(folder: &Utf8Path, sender: &Sender<Signal>) -> (Backend, WatchMode) {
    match native::watch(folder, sender) {
        Ok(watcher) => (Backend::Native { _watcher: watcher }, WatchMode::Native),
        Err(error) => (start_polling(folder, sender), WatchMode::Polling(PollingReason::Refused(error.to_string()))),
    }
}

fn start_polling(folder: &Utf8Path, sender: &Sender<Signal>) -> Backend {
    Backend::Poll { _poller: poll::Poller::start(folder, sender.clone()) }
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch: nothing that is built depends on it")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(target_os = "linux")]
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test changes files and measures time")]
mod tests {
    use std::fs::{self, File};
    use std::io::Write;
    use std::thread::sleep;

    use super::*;

    const NEW: &str = "The new text.\n";
    /// The machine may pause between the steps of a save, which then looks like two saves.
    const ATTEMPTS: usize = 40;

    /// A watched folder with one file.
    fn watched() -> (tempfile::TempDir, Utf8PathBuf, Watcher) {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("Unicode");
        fs::write(folder.join("about.md"), "The old text.\n").expect("saved");
        let watcher = Watcher::start(&folder, false);
        assert_eq!(*watcher.mode(), WatchMode::Native);
        (temporary, folder, watcher)
    }

    /// True if a save is reported once, when the file is complete.
    fn is_reported_once(save: impl Fn(&Utf8Path) + Sync) -> bool {
        (0..ATTEMPTS).any(|_| {
            let (_temporary, folder, mut watcher) = watched();
            std::thread::scope(|scope| {
                scope.spawn(|| save(&folder));
                let first = watcher.next();
                let text = fs::read_to_string(folder.join("about.md")).unwrap_or_default();
                sleep(Duration::from_millis(120));
                watcher.stopper().stop();
                first == WatchEvent::Change && text == NEW && watcher.next() == WatchEvent::Stopped
            })
        })
    }

    #[test]
    fn a_plain_save_is_reported_without_a_rest() {
        let (_temporary, folder, mut watcher) = watched();
        let save = |text: &str| {
            fs::write(folder.join("about.md"), text).expect("saved");
            let saved = now();
            assert_eq!(watcher.next(), WatchEvent::Change);
            saved.elapsed()
        };
        let least = std::iter::repeat_n(NEW, ATTEMPTS).map(save).min().expect("a time");
        assert!(least < Duration::from_millis(25), "{least:?}");
    }

    #[test]
    fn a_save_in_steps_is_reported_once() {
        let truncated = |folder: &Utf8Path| {
            let mut file = File::create(folder.join("about.md")).expect("truncated");
            let (start, end) = NEW.split_at(5);
            file.write_all(start.as_bytes()).expect("written");
            sleep(Duration::from_millis(20));
            file.write_all(end.as_bytes()).expect("written");
        };
        assert!(is_reported_once(truncated), "truncated and written slowly");
        let emptied = |folder: &Utf8Path| {
            fs::write(folder.join("about.md"), "").expect("emptied");
            sleep(Duration::from_millis(20));
            fs::write(folder.join("about.md"), NEW).expect("written");
        };
        assert!(is_reported_once(emptied), "emptied, closed and written");
        let shortened = |folder: &Utf8Path| {
            let file = File::options().write(true).open(folder.join("about.md")).expect("open");
            file.set_len(0).expect("truncated");
            sleep(Duration::from_millis(20));
            fs::write(folder.join("about.md"), NEW).expect("written");
        };
        assert!(is_reported_once(shortened), "truncated and written by two");
    }

    #[test]
    fn a_save_by_renaming_is_reported_once() {
        let over = |temporary: &'static str| {
            move |folder: &Utf8Path| {
                fs::write(folder.join(temporary), NEW).expect("written");
                fs::rename(folder.join(temporary), folder.join("about.md")).expect("renamed");
            }
        };
        assert!(is_reported_once(over(".about.md.swp")), "a hidden file renamed over");
        assert!(is_reported_once(over("about.md.tmp")), "a visible file renamed over");
        let backup = |folder: &Utf8Path| {
            fs::rename(folder.join("about.md"), folder.join("about.md~")).expect("moved away");
            fs::write(folder.join("about.md"), NEW).expect("written");
            fs::remove_file(folder.join("about.md~")).expect("removed");
        };
        assert!(is_reported_once(backup), "moved away and created again");
    }

    #[test]
    fn many_files_at_once_are_reported_once() {
        let many = |folder: &Utf8Path| {
            fs::create_dir(folder.join("events")).expect("a folder");
            for file in 0..200 {
                fs::write(folder.join(format!("events/{file}.md")), NEW).expect("written");
            }
            fs::write(folder.join("about.md"), NEW).expect("written");
        };
        assert!(is_reported_once(many));
    }

    #[test]
    fn a_file_that_stays_open_is_reported() {
        let (_temporary, folder, mut watcher) = watched();
        let mut file = File::create(folder.join("about.md")).expect("truncated");
        file.write_all(NEW.as_bytes()).expect("written");
        assert_eq!(watcher.next(), WatchEvent::Change);
        drop(file);
        assert_eq!(watcher.next(), WatchEvent::Change);
    }
}
