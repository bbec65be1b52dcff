//! Rendered icons, cached between builds in a [`PictureStore`].
//!
//! The name of an entry comes from the SVG and the size, so it never goes out of date. A damaged entry is rendered again.

use std::collections::HashSet;

use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use super::png::png;
use crate::render::picture_store::PictureStore;

/// Change it to make old entries invalid, also when icons are rendered differently.
const FORMAT_VERSION: u32 = 1;
const HASH_LENGTH: usize = 8;

pub(super) struct IconCache<'s> {
    store: &'s dyn PictureStore,
    /// The names of the entries used in this build.
    used: HashSet<String>,
}

impl<'s> IconCache<'s> {
    pub(super) fn new(store: &'s dyn PictureStore) -> Self {
        Self { store, used: HashSet::new() }
    }

    /// The SVG as a PNG of a size. `None` if it is invalid.
    pub(super) fn png(&mut self, svg: &str, size: (u32, u32)) -> Option<Vec<u8>> {
        let key = format!("{:032x}-icon-{}-{}-{FORMAT_VERSION}", xxh3_128(svg.as_bytes()), size.0, size.1);
        let stored = self.store.get(&key).and_then(unpack);
        let bytes = stored.or_else(|| {
            let bytes = png(svg, size)?;
            self.store.put(&key, &pack(&bytes));
            Some(bytes)
        })?;
        self.used.insert(key);
        Some(bytes)
    }

    pub(super) fn into_used(self) -> HashSet<String> {
        self.used
    }
}

/// The bytes after their hash.
fn pack(bytes: &[u8]) -> Vec<u8> {
    [&xxh3_64(bytes).to_le_bytes()[..], bytes].concat()
}

fn unpack(packed: Vec<u8>) -> Option<Vec<u8>> {
    let (hash, bytes) = packed.split_at_checked(HASH_LENGTH)?;
    (hash == xxh3_64(bytes).to_le_bytes()).then(|| bytes.to_vec())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use super::*;

    #[derive(Debug, Default)]
    struct MemoryStore(Mutex<BTreeMap<String, Vec<u8>>>);

    impl PictureStore for MemoryStore {
        fn get(&self, name: &str) -> Option<Vec<u8>> {
            self.0.lock().expect("unlocked").get(name).cloned()
        }
        fn put(&self, name: &str, bytes: &[u8]) {
            self.0.lock().expect("unlocked").insert(name.to_owned(), bytes.to_vec());
        }
        fn prune(&self, _: &HashSet<String>) {}
    }

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"2\"/>";

    #[test]
    fn icon_is_stored_once_for_each_size_and_a_damaged_entry_is_rendered_again() {
        let store = MemoryStore::default();
        let render = |size| IconCache::new(&store).png(SVG, size).expect("an icon");
        let (small, large) = (render((2, 2)), render((4, 4)));
        assert_ne!(small, large);
        assert_eq!(store.0.lock().expect("unlocked").len(), 2);
        for stored in store.0.lock().expect("unlocked").values_mut() {
            stored.pop();
        }
        assert_eq!([render((2, 2)), render((4, 4))], [small, large]);
        // An entry is used when it is whole.
        for stored in store.0.lock().expect("unlocked").values_mut() {
            *stored = pack(b"stored");
        }
        assert_eq!(render((2, 2)), b"stored");
    }
}
