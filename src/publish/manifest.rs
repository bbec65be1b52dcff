//! The list of Fingerpost's files in the output folder, as JSON with one line per file.
//!
//! It contains no time and no machine name: the same site gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use super::paths;

/// Bumped when an older version could misread the file.
const FORMAT: u32 = 1;

/// Everything that Fingerpost wrote into a folder.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    format: u32,
    /// The digest of what the files were built from; empty if unfinished.
    digest: String,
    /// False while files are being moved: then any listed path may be missing.
    finished: bool,
    /// By path.
    pub(super) files: BTreeMap<String, Stamp>,
    /// While files are being moved: the older stamps of those that are replaced. More than one if runs were killed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    replaced: BTreeMap<String, Vec<Stamp>>,
    /// Those of the files that only the site before had, and that its pages may still load.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    earlier: BTreeSet<String>,
}

/// The size and hash of a file. Serialised as `8512 0123456789abcdef0123456789abcdef`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(super) struct Stamp {
    pub(super) bytes: u64,
    pub(super) hash: u128,
}

impl Manifest {
    /// The manifest of a complete site.
    pub(super) fn finished(digest: String, files: BTreeMap<String, Stamp>) -> Self {
        Self { format: FORMAT, digest, finished: true, files, replaced: BTreeMap::new(), earlier: BTreeSet::new() }
    }

    /// The same, with files that the site of another manifest had.
    pub(super) fn with_earlier(mut self, before: Option<&Self>, paths: &[&str]) -> Self {
        for (path, stamp) in paths.iter().filter_map(|path| Some((*path, before?.files.get(*path)?))) {
            self.files.insert(path.to_owned(), *stamp);
            self.earlier.insert(path.to_owned());
        }
        self
    }

    /// True for a file of the site of this manifest, and not of the one before.
    pub(super) fn is_current(&self, path: &str) -> bool {
        self.finished && self.files.contains_key(path) && !self.earlier.contains(path)
    }

    /// The manifest while files are being moved: all old and all new files.
    pub(super) fn unfinished(old: Option<&Self>, mut files: BTreeMap<String, Stamp>) -> Self {
        let mut replaced = BTreeMap::new();
        for (old, path) in old.iter().flat_map(|old| old.files.keys().map(move |path| (old, path))) {
            let mut older: Vec<Stamp> = old.stamps(path).collect();
            if let Some(newest) = older.first() {
                let new = *files.entry(path.clone()).or_insert(*newest);
                older.retain(|stamp| *stamp != new);
            }
            if !older.is_empty() {
                replaced.insert(path.clone(), older);
            }
        }
        Self { format: FORMAT, digest: String::new(), finished: false, files, replaced, earlier: BTreeSet::new() }
    }

    /// Parses a manifest.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn from_text(text: &[u8]) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(text).map_err(|_| "it is damaged".to_owned())?;
        if manifest.format != FORMAT {
            return Err(format!(
                "its format is {}, and this version of Fingerpost only reads format {FORMAT}",
                manifest.format
            ));
        }
        // Somebody may have edited it, and it decides which files are removed.
        match manifest.files.keys().chain(manifest.replaced.keys()).find(|path| !paths::is_safe(path)) {
            Some(path) => Err(format!("it lists {path:?}, which Fingerpost never writes")),
            None => Ok(manifest),
        }
    }

    /// The stamps that a file of this path may have.
    pub(super) fn stamps(&self, path: &str) -> impl Iterator<Item = Stamp> {
        self.files.get(path).into_iter().chain(self.replaced.get(path).into_iter().flatten()).copied()
    }

    pub(super) fn to_text(&self) -> Vec<u8> {
        // Strings, numbers and maps with string keys always serialise.
        let mut text = serde_json::to_vec_pretty(self).unwrap_or_default();
        text.push(b'\n');
        text
    }
}

impl Stamp {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { bytes: bytes.len() as u64, hash: xxh3_128(bytes) }
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        format!("{} {:032x}", stamp.bytes, stamp.hash)
    }
}

impl TryFrom<String> for Stamp {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.split_once(' ').and_then(|(bytes, hash)| {
            Some(Self { bytes: bytes.parse().ok()?, hash: u128::from_str_radix(hash, 16).ok()? })
        });
        parts.ok_or_else(|| format!("{text:?} isn't a size and a hash"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Manifest, Stamp};

    fn manifest(digest: &str, paths: &[&str]) -> Manifest {
        let files = paths.iter().map(|path| ((*path).to_owned(), Stamp::of(path.as_bytes()))).collect();
        Manifest::finished(digest.into(), files)
    }

    #[test]
    fn manifest_round_trips() {
        let manifest = manifest("d", &["b/c.html", "a \"b\".html", "é.html"]);
        assert_eq!(Manifest::from_text(&manifest.to_text()), Ok(manifest));
    }

    #[test]
    fn text_has_one_line_per_file_and_is_sorted() {
        let text = String::from_utf8(manifest("d", &["b", "a"]).to_text()).unwrap();
        let expected = r#"{
  "format": 1,
  "digest": "d",
  "finished": true,
  "files": {
    "a": "1 a96faf705af16834e6c632b61e964e1f",
    "b": "1 4b2212e31ac97fd4575a0b1c44d8843f"
  }
}
"#;
        assert_eq!(text, expected);
    }

    #[test]
    fn manifests_with_the_advice_of_earlier_versions_are_read() {
        for advice in ["", r#""aside": { "should": 1, "could": 2 }, "#] {
            let text =
                format!(r#"{{ "format": 1, "digest": "d", "quiet": true, {advice}"finished": true, "files": {{}} }}"#);
            assert_eq!(Manifest::from_text(text.as_bytes()), Ok(manifest("d", &[])));
        }
    }

    #[test]
    fn damaged_newer_and_unsafe_manifests_are_rejected() {
        let good = String::from_utf8(manifest("d", &["a/b"]).to_text()).unwrap();
        assert!(Manifest::from_text(good.as_bytes()).is_ok());
        for (from, to) in [("\"a/b\"", "\"../b\""), ("\"format\": 1", "\"format\": 2"), ("\"3 ", "\"x "), ("}\n}", "}")]
        {
            assert!(Manifest::from_text(good.replace(from, to).as_bytes()).is_err(), "{to}");
        }
        assert!(Manifest::from_text(b"").is_err());
    }

    #[test]
    fn unfinished_manifest_lists_old_and_new_files() {
        let both = Manifest::unfinished(Some(&manifest("d", &["a", "b"])), manifest("e", &["b", "c"]).files);
        assert_eq!(both.files.into_keys().collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!((both.digest.as_str(), both.finished), ("", false));
    }
}
