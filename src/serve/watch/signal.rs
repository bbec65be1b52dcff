//! Messages from the watcher backends.

use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// A file is being written. Usually a [`Signal::Complete`] for the same path follows.
    Begun(PathBuf),
    /// A file has been closed after writing, moved to this path, or removed.
    Complete(PathBuf),
    /// Something else has changed in one step, such as the permissions of a file.
    Touched,
    /// Something changed, and more may follow of which no signal will say that it is complete.
    Unclear,
    /// The folder itself or one of its parents was created, removed or moved, so it must be watched again.
    RootReplaced,
    Stop,
}
