//! Noticing that something in the content folder has changed.
//!
//! Takes the content folder; gives [`Eyes`], which say no more than “something changed”, once the
//! folder has come to rest: editors save in several steps, and a sync client brings thousands of
//! files in one go. What changed is the build's business.
//!
//! Where the system tells us of changes, we listen (`native`). Where it does not (network drives, folders of
//! another system, containers), we look at intervals (`poll`). A probe at the start finds out which it is.

mod native;
mod poll;
mod probe;

use std::fmt;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};

/// The folder counts as at rest when nothing has happened for this long.
pub const REST: Duration = Duration::from_millis(50);
/// If it does not come to rest for so long, it is built as it is, and again later.
const LONGEST_UNREST: Duration = Duration::from_secs(5);
/// How long to wait for a change before looking whether the day is over.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How changes are noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Watching {
    /// The system tells us.
    Native,
    /// We look at intervals.
    Polling(Why),
}

/// Why we look at intervals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody wished it.
    Asked,
    /// The folder is on another computer or belongs to another system, which changes files without telling us.
    Elsewhere,
    /// A file that we made there was not noticed, or none could be made.
    NotTold,
    /// The system refused to watch it, with its reason.
    Refused(String),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked => write!(f, "as you asked"),
            Self::Elsewhere => write!(f, "because this folder is on a network drive or belongs to another system"),
            Self::NotTold => write!(f, "because this computer does not report changes in this folder"),
            Self::Refused(reason) => write!(f, "because this computer will not report changes here ({reason})"),
        }
    }
}

/// What is sent to the eyes.
#[derive(Debug)]
enum Signal {
    /// Something in the folder changed.
    Change,
    /// The folder itself, or one around it, came, went or moved.
    Upheaval,
    /// It is over.
    Stop,
}

/// What the eyes saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// Something changed, and the folder is at rest again.
    Change,
    /// Nothing for a good while.
    Nothing,
    /// It is over.
    End,
}

/// Watches a folder until it is stopped or dropped.
#[derive(Debug)]
pub(super) struct Eyes {
    folder: Utf8PathBuf,
    watching: Watching,
    /// What keeps the signals coming. `None` for a moment only, while it is exchanged.
    source: Option<Source>,
    sender: Sender<Signal>,
    signals: Receiver<Signal>,
}

/// Where signals come from, as long as it is held.
#[derive(Debug)]
enum Source {
    Native { _watcher: notify::RecommendedWatcher },
    Poll { _poll: poll::Poll },
}

/// Ends the watching from another thread.
#[derive(Clone, Debug)]
pub(super) struct Stopper(Sender<Signal>);

impl Stopper {
    pub(super) fn stop(&self) {
        // If nobody listens any more, it has ended.
        let _ = self.0.send(Signal::Stop);
    }
}

/// Begins to watch a folder, whose path must lead there from the root. What changes from then on is noticed.
pub(super) fn open(folder: &Utf8Path, poll: bool) -> Eyes {
    let (sender, signals) = channel();
    let why = if poll { Some(Why::Asked) } else { probe::why_poll(folder) };
    let (source, watching) = match why {
        Some(why) => (polled(folder, &sender), Watching::Polling(why)),
        None => match native::watch(folder, &sender) {
            Ok(watcher) => (Source::Native { _watcher: watcher }, Watching::Native),
            Err(error) => (polled(folder, &sender), Watching::Polling(Why::Refused(error.to_string()))),
        },
    };
    Eyes { folder: folder.to_owned(), watching, source: Some(source), sender, signals }
}

fn polled(folder: &Utf8Path, sender: &Sender<Signal>) -> Source {
    Source::Poll { _poll: poll::Poll::start(folder, sender.clone()) }
}

impl Eyes {
    pub(super) fn watching(&self) -> &Watching {
        &self.watching
    }

    pub(super) fn stopper(&self) -> Stopper {
        Stopper(self.sender.clone())
    }

    /// Waits for the next change, and until the folder has come to rest after it.
    pub(super) fn next(&mut self) -> Seen {
        let mut signal = match self.signals.recv_timeout(LONGEST_WAIT) {
            Ok(signal) => signal,
            Err(RecvTimeoutError::Timeout) => return Seen::Nothing,
            Err(RecvTimeoutError::Disconnected) => return Seen::End,
        };
        let began = now();
        loop {
            match signal {
                Signal::Change => {}
                Signal::Upheaval => self.watch_anew(),
                Signal::Stop => return Seen::End,
            }
            if now().duration_since(began) > LONGEST_UNREST {
                return Seen::Change;
            }
            signal = match self.signals.recv_timeout(REST) {
                Ok(signal) => signal,
                Err(RecvTimeoutError::Timeout) => return Seen::Change,
                Err(RecvTimeoutError::Disconnected) => return Seen::End,
            };
        }
    }

    /// A watch belongs to a folder, not to its name: when another one takes its place, it must be watched instead.
    /// This is done before the build that follows, so that nothing is missed in between.
    fn watch_anew(&mut self) {
        if self.watching != Watching::Native {
            return;
        }
        self.source = None;
        self.source = Some(match native::watch(&self.folder, &self.sender) {
            Ok(watcher) => Source::Native { _watcher: watcher },
            Err(error) => {
                self.watching = Watching::Polling(Why::Refused(error.to_string()));
                polled(&self.folder, &self.sender)
            }
        });
    }
}

/// Measures how long the unrest lasts; nothing that is built depends on it.
#[expect(clippy::disallowed_methods, reason = "a stopwatch, not a date")]
fn now() -> Instant {
    Instant::now()
}
