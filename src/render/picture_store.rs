//! Where encoded pictures are cached between builds. Stage 5 doesn't touch the disk, so its caller passes the store.

use std::collections::HashSet;

/// Bytes by name. An entry may vanish at any time, and a store never fails a build: what can't be written is skipped.
pub trait PictureStore: std::fmt::Debug + Sync {
    /// The bytes stored under a name.
    fn get(&self, name: &str) -> Option<Vec<u8>>;
    /// Stores bytes under a name.
    fn put(&self, name: &str, bytes: &[u8]);
    /// Removes every entry but these.
    fn prune(&self, keep: &HashSet<String>);
}

/// Stores nothing: every picture is encoded again.
#[derive(Clone, Copy, Debug)]
pub struct NoPictureStore;

impl PictureStore for NoPictureStore {
    fn get(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _: &str, _: &[u8]) {}

    fn prune(&self, _: &HashSet<String>) {}
}
