//! Messages from the watcher backends.

#[derive(Debug)]
pub(super) enum Signal {
    /// Something in the folder changed.
    Change,
    /// The folder itself or one of its parents was created, removed or moved, so it must be watched again.
    RootReplaced,
    Stop,
}
