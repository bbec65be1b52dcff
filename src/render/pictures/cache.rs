//! Pictures that are ready, kept between builds: `.fingerpost/pictures/` in the content folder.
//!
//! It may be deleted at any time; then every picture is made anew. A file there holds one picture in all
//! its sizes, named after the bytes it was made from and the way it was made. What is damaged, or cannot be
//! written, is passed over: a build never fails for want of it.
#![expect(clippy::disallowed_methods, reason = "this folder is ours alone: no other room reads or writes it")]

use std::collections::HashSet;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::decode::Lost;
use super::encode::{Encoded, Purpose, Sort};
use super::format::Kind;

/// Counts up with every change of how pictures are made: what the old way made is then left.
const FORMAT_VERSION: u32 = 1;
/// Our folder. Folders that begin with a full stop are not content.
const HIDDEN: &str = ".fingerpost";
const NAME: &str = "pictures";
/// What keeps the folder out of a school's own version control.
const IGNORE: &str = "# Made by Fingerpost, and safe to delete.\n*\n";

/// A picture that is ready, in all its sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CachedPicture {
    pub(super) kind: Kind,
    pub(super) lost: Lost,
    pub(super) encoded: Vec<Encoded>,
}

/// The folder, if pictures are kept.
#[derive(Debug)]
pub(super) struct PictureCache {
    folder: Option<Utf8PathBuf>,
}

/// The first line of a file there. The encoded pictures follow it, one behind the other.
#[derive(Serialize, Deserialize)]
struct Header {
    kind: String,
    motion: bool,
    print_colours: bool,
    sorts: Vec<Sort>,
    lengths: Vec<usize>,
    /// A fingerprint of what follows.
    hash: u64,
}

impl PictureCache {
    /// The one of a content folder.
    pub(super) fn of(content: Option<&Utf8Path>) -> Self {
        Self { folder: content.map(|content| content.join(HIDDEN).join(NAME)) }
    }

    /// A picture that was put there.
    pub(super) fn get(&self, name: &str) -> Option<CachedPicture> {
        unpack(&fs::read(self.folder.as_ref()?.join(name)).ok()?)
    }

    /// Puts a picture there.
    pub(super) fn put(&self, name: &str, ready: &CachedPicture) {
        let Some(folder) = &self.folder else { return };
        // A name of its own, so that two builds at a time do not write into one file.
        let unfinished = folder.join(format!("{name}.{}", std::process::id()));
        let written = fs::create_dir_all(folder)
            .and_then(|()| ignore_hidden(folder))
            .and_then(|()| fs::write(&unfinished, pack(ready)))
            .and_then(|()| fs::rename(&unfinished, folder.join(name)));
        if written.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
    }

    /// Takes away everything but these.
    pub(super) fn prune(&self, names: &HashSet<String>) {
        let Some(entries) = self.folder.as_ref().and_then(|folder| fs::read_dir(folder).ok()) else { return };
        for entry in entries.flatten() {
            if !names.contains(entry.file_name().to_string_lossy().as_ref()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn ignore_hidden(folder: &Utf8Path) -> std::io::Result<()> {
    let file = folder.with_file_name(".gitignore");
    if file.exists() { Ok(()) } else { fs::write(file, IGNORE) }
}

/// What a picture is called there.
pub(super) fn key(fingerprint: u128, purpose: Purpose) -> String {
    let purpose = match purpose {
        Purpose::Shown => "shown",
        Purpose::Linked(kind) => kind.extension(),
    };
    format!("{fingerprint:032x}-{purpose}-{FORMAT_VERSION}")
}

fn pack(ready: &CachedPicture) -> Vec<u8> {
    let pictures: Vec<u8> = ready.encoded.iter().flat_map(|one| one.bytes.iter().copied()).collect();
    let label = Header {
        kind: ready.kind.extension().to_owned(),
        motion: ready.lost.motion,
        print_colours: ready.lost.print_colours,
        sorts: ready.encoded.iter().map(|one| one.sort.clone()).collect(),
        lengths: ready.encoded.iter().map(|one| one.bytes.len()).collect(),
        hash: xxh3_64(&pictures),
    };
    // A label is made of numbers and words: it always has a text.
    let mut packed = serde_json::to_vec(&label).unwrap_or_default();
    packed.push(b'\n');
    packed.extend(pictures);
    packed
}

fn unpack(packed: &[u8]) -> Option<CachedPicture> {
    let end = memchr::memchr(b'\n', packed)?;
    let label: Header = serde_json::from_slice(packed.get(..end)?).ok()?;
    let mut rest = packed.get(end + 1..)?;
    if xxh3_64(rest) != label.hash {
        return None;
    }
    let mut encoded = Vec::with_capacity(label.sorts.len());
    for (sort, length) in label.sorts.into_iter().zip(label.lengths) {
        let (bytes, behind) = rest.split_at_checked(length)?;
        encoded.push(Encoded { sort, bytes: bytes.to_vec() });
        rest = behind;
    }
    let lost = Lost { motion: label.motion, print_colours: label.print_colours };
    Some(CachedPicture { kind: Kind::promised(&label.kind)?, lost, encoded })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready() -> CachedPicture {
        let one = |ending: &str, width, bytes: &[u8]| Encoded {
            sort: Sort { ending: ending.into(), width, height: 4 },
            bytes: bytes.to_vec(),
        };
        let lost = Lost { motion: true, print_colours: false };
        CachedPicture { kind: Kind::Gif, lost, encoded: vec![one("webp", 3, b"\n{a}"), one("png", 3, b"")] }
    }

    #[test]
    fn what_was_put_there_comes_back_and_what_is_damaged_does_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = PictureCache::of(Utf8Path::from_path(folder.path()));
        let name = key(7, Purpose::Shown);
        assert_eq!(cache.get(&name), None);
        cache.put(&name, &ready());
        assert_eq!(cache.get(&name), Some(ready()));
        let packed = pack(&ready());
        for end in 0..packed.len() {
            assert_eq!(unpack(&packed[..end]), None, "{end}");
        }
        cache.prune(&HashSet::new());
        assert_eq!(cache.get(&name), None);
        assert!(folder.path().join(".fingerpost/.gitignore").exists());
    }

    #[test]
    fn without_a_folder_nothing_is_kept_and_nothing_fails() {
        let cache = PictureCache::of(None);
        cache.put("a", &ready());
        assert_eq!(cache.get("a"), None);
    }
}
