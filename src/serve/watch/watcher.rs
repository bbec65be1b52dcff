//! Waits for changes from a backend and debounces them.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};

use super::mode::{PollingReason, WatchMode};
use super::signal::Signal;
use super::{native, poll, probe};

/// A change is reported once nothing more has happened for this time.
pub const DEBOUNCE: Duration = Duration::from_millis(50);
/// A change is reported after this time, even if more changes follow.
const MAX_DEBOUNCE: Duration = Duration::from_secs(5);
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

    /// Waits for the next change, and until no more follow.
    pub(crate) fn next(&mut self) -> WatchEvent {
        let mut signal = match self.signals.recv_timeout(IDLE_TIMEOUT) {
            Ok(signal) => signal,
            Err(RecvTimeoutError::Timeout) => return WatchEvent::Idle,
            Err(RecvTimeoutError::Disconnected) => return WatchEvent::Stopped,
        };
        let first_change = now();
        loop {
            match signal {
                Signal::Change => {}
                Signal::RootReplaced => self.rewatch(),
                Signal::Stop => return WatchEvent::Stopped,
            }
            if now().duration_since(first_change) > MAX_DEBOUNCE {
                return WatchEvent::Change;
            }
            signal = match self.signals.recv_timeout(DEBOUNCE) {
                Ok(signal) => signal,
                Err(RecvTimeoutError::Timeout) => return WatchEvent::Change,
                Err(RecvTimeoutError::Disconnected) => return WatchEvent::Stopped,
            };
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
