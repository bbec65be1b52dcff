//! Encoded pictures, cached between builds in a [`PictureStore`].
//!
//! An entry holds one picture in all its sizes. Its name comes from the bytes of the original and the purpose, so
//! it never goes out of date. A damaged entry is ignored and the picture is encoded again.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::decode::Lost;
use super::encode::{Encoded, EncodedInfo, Purpose};
use super::format::PictureFormat;
use crate::render::picture_store::PictureStore;

/// Cache format version. Bump it to invalidate old entries, also when pictures are encoded differently.
const FORMAT_VERSION: u32 = 3;

/// A processed picture in all its sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CachedPicture {
    pub(super) format: PictureFormat,
    pub(super) lost: Lost,
    pub(super) encoded: Vec<Encoded>,
}

/// The picture cache of this build.
pub(super) struct PictureCache<'s> {
    store: &'s dyn PictureStore,
}

/// The second line of an entry. The first is the hash of all that follows it, in hexadecimal digits. The encoded pictures are
/// after both, one after the other.
#[derive(Serialize, Deserialize)]
struct Header {
    #[serde(rename = "kind")]
    format: String,
    motion: bool,
    print_colours: bool,
    #[serde(rename = "sorts")]
    infos: Vec<EncodedInfo>,
    lengths: Vec<usize>,
}

impl<'s> PictureCache<'s> {
    pub(super) fn new(store: &'s dyn PictureStore) -> Self {
        Self { store }
    }

    pub(super) fn get(&self, key: &str) -> Option<CachedPicture> {
        unpack(&self.store.get(key)?)
    }

    pub(super) fn put(&self, key: &str, picture: &CachedPicture) {
        self.store.put(key, &pack(picture));
    }
}

/// The cache key of a picture: the fingerprint of the original and the purpose.
pub(super) fn key(fingerprint: u128, purpose: Purpose) -> String {
    let purpose = match purpose {
        Purpose::Shown => "shown",
        Purpose::Linked(format) => format.extension(),
    };
    format!("{fingerprint:032x}-{purpose}-{FORMAT_VERSION}")
}

fn pack(picture: &CachedPicture) -> Vec<u8> {
    let header = Header {
        format: picture.format.extension().to_owned(),
        motion: picture.lost.motion,
        print_colours: picture.lost.print_colours,
        infos: picture.encoded.iter().map(|one| one.info.clone()).collect(),
        lengths: picture.encoded.iter().map(|one| one.bytes.len()).collect(),
    };
    // Numbers and strings always serialise.
    let mut content = serde_json::to_vec(&header).unwrap_or_default();
    content.push(b'\n');
    content.extend(picture.encoded.iter().flat_map(|one| one.bytes.iter().copied()));
    let mut packed = hash_line(&content).into_bytes();
    packed.extend(content);
    packed
}

fn hash_line(content: &[u8]) -> String {
    format!("{:016x}\n", xxh3_64(content))
}

fn unpack(packed: &[u8]) -> Option<CachedPicture> {
    let (hash, content) = packed.split_at_checked(memchr::memchr(b'\n', packed)? + 1)?;
    if hash != hash_line(content).as_bytes() {
        return None;
    }
    let end = memchr::memchr(b'\n', content)?;
    let header: Header = serde_json::from_slice(content.get(..end)?).ok()?;
    let mut remaining = content.get(end + 1..)?;
    let mut encoded = Vec::with_capacity(header.infos.len());
    for (info, length) in header.infos.into_iter().zip(header.lengths) {
        let (bytes, after) = remaining.split_at_checked(length)?;
        encoded.push(Encoded { info, bytes: bytes.to_vec() });
        remaining = after;
    }
    let lost = Lost { motion: header.motion, print_colours: header.print_colours };
    Some(CachedPicture { format: PictureFormat::from_extension(&header.format)?, lost, encoded })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::picture_store::NoPictureStore;

    fn picture() -> CachedPicture {
        let one = |extension: &str, width, bytes: &[u8]| Encoded {
            info: EncodedInfo { extension: extension.into(), width, height: 4 },
            bytes: bytes.to_vec(),
        };
        let lost = Lost { motion: true, print_colours: false };
        CachedPicture { format: PictureFormat::Gif, lost, encoded: vec![one("webp", 3, b"\n{a}"), one("png", 3, b"")] }
    }

    #[test]
    fn entry_round_trips_and_a_truncated_one_is_ignored() {
        let packed = pack(&picture());
        assert_eq!(unpack(&packed), Some(picture()));
        for end in 0..packed.len() {
            assert_eq!(unpack(&packed[..end]), None, "{end}");
        }
    }

    #[test]
    fn entry_with_any_other_byte_is_ignored() {
        let packed = pack(&picture());
        for at in 0..packed.len() {
            let mut damaged = packed.clone();
            damaged[at] ^= 1;
            assert_eq!(unpack(&damaged), None, "{at}");
        }
    }

    #[test]
    fn without_a_store_nothing_is_cached() {
        let cache = PictureCache::new(&NoPictureStore);
        cache.put("a", &picture());
        assert_eq!(cache.get("a"), None);
    }
}
