//! A folder to publish into.

use std::collections::BTreeMap;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::publish::{MANIFEST, Published, Publisher, Refusal};
use fingerpost::read::FileIndex;
use fingerpost::render::{OutputFile, SiteOutput};

/// A temporary folder with an output folder `out` that does not exist yet.
pub(crate) struct Folder {
    _temporary: Option<tempfile::TempDir>,
    pub(crate) out: Utf8PathBuf,
}

/// Every file (its bytes) and folder (`None`) below a folder.
pub(crate) type Tree = BTreeMap<String, Option<Vec<u8>>>;

impl Folder {
    pub(crate) fn new() -> Self {
        let temporary = tempfile::tempdir().unwrap();
        let out = Utf8Path::from_path(temporary.path()).unwrap().join("out");
        Self { _temporary: Some(temporary), out }
    }

    pub(crate) fn at(out: &Utf8Path) -> Self {
        Self { _temporary: None, out: out.to_owned() }
    }

    pub(crate) fn publish(&self, files: &[OutputFile]) -> Result<Published, Refusal> {
        publish(files, &self.out, false)
    }

    pub(crate) fn adopt(&self, files: &[OutputFile]) -> Result<Published, Refusal> {
        publish(files, &self.out, true)
    }

    /// Writes a file, as somebody else would.
    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.out.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        if self.out.exists() {
            collect(&self.out, "", &mut tree);
        }
        tree
    }

    /// The files without the manifest, to compare with those published.
    pub(crate) fn text(&self) -> Vec<(String, String)> {
        let files = self.tree().into_iter().filter(|(path, _)| path != MANIFEST);
        files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes?).unwrap()))).collect()
    }
}

/// Writes the files from several threads, as rendering does.
pub(crate) fn publish(files: &[OutputFile], out: &Utf8Path, adopt: bool) -> Result<Published, Refusal> {
    let publisher = Publisher::begin(out, adopt, FileIndex::default())?;
    std::thread::scope(|scope| {
        for part in files.chunks(files.len() / 2 + 1) {
            scope.spawn(|| part.iter().for_each(|file| publisher.write(file.clone())));
        }
    });
    publisher.finish(digest(files))
}

/// Something that changes with the files, as the digest of the sources would.
fn digest(files: &[OutputFile]) -> String {
    let size: usize = files.iter().map(|file| file.bytes.len()).sum();
    format!("{}-{size}", files.len())
}

pub(crate) fn site(files: &[(&str, &str)]) -> Vec<OutputFile> {
    files.iter().map(|(path, text)| OutputFile { path: (*path).into(), bytes: text.as_bytes().to_vec() }).collect()
}

pub(crate) fn pairs(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect()
}

pub(crate) fn counts(published: Published) -> (usize, usize, usize) {
    (published.written, published.unchanged, published.removed)
}

fn collect(folder: &Utf8Path, prefix: &str, tree: &mut Tree) {
    for entry in folder.read_dir_utf8().unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            collect(entry.path(), &format!("{path}/"), tree);
            tree.insert(path, None);
        } else {
            // A broken link has no bytes, but must still be listed.
            tree.insert(path, Some(fs::read(entry.path()).unwrap_or_default()));
        }
    }
}
