//! Inputs to change: those of the other tests, and the example school.

use camino::{Utf8Path, Utf8PathBuf};

use super::common::folder;

/// Larger files would make few cases.
const MAX_BYTES: u64 = 120_000;

/// An input.
#[derive(Clone)]
pub(crate) struct Seed {
    /// The path in a content folder.
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
}

/// The files of this repository's tests and example with these extensions.
pub(crate) fn files(extensions: &[&str]) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for root in ["content-example", "tests/cases", "tests/fixtures"] {
        below(&folder(root), &mut |path| {
            let is_wanted = path.extension().is_some_and(|extension| extensions.contains(&extension));
            if is_wanted && path.metadata().is_ok_and(|metadata| metadata.len() <= MAX_BYTES) {
                let bytes = std::fs::read(path).expect("a file of a test");
                seeds.push(Seed { path: path_in_content(path), bytes });
            }
        });
    }
    seeds.sort_by(|a, b| (&a.path, &a.bytes).cmp(&(&b.path, &b.bytes)));
    seeds.dedup_by(|a, b| a.bytes == b.bytes);
    assert!(!seeds.is_empty(), "no file ends with one of {extensions:?}");
    seeds
}

/// The files of a folder of this repository, as if they were in a folder of the content.
pub(crate) fn files_as(root: &str, target: &str) -> Vec<Seed> {
    let mut seeds = Vec::new();
    let root = folder(root);
    below(&root, &mut |path| {
        let below_root = path.strip_prefix(&root).expect("below");
        seeds.push(Seed { path: format!("{target}/{below_root}"), bytes: std::fs::read(path).expect("a file") });
    });
    seeds.sort_by(|a, b| a.path.cmp(&b.path));
    seeds
}

fn path_in_content(path: &Utf8Path) -> String {
    let parts: Vec<&str> = path.as_str().split(['/', '\\']).collect();
    let content = ["content-example", "careers"];
    let root = parts.iter().position(|part| content.contains(part));
    // Fixtures are content folders themselves.
    let root = root.or_else(|| parts.iter().position(|part| *part == "fixtures").map(|at| at + 1));
    root.and_then(|root| parts.get(root + 1..)).unwrap_or_default().join("/")
}

fn below(folder: &Utf8Path, add: &mut dyn FnMut(&Utf8Path)) {
    for entry in folder.read_dir_utf8().expect("a folder") {
        let path: Utf8PathBuf = entry.expect("an entry").into_path();
        if path.is_dir() {
            below(&path, add);
        } else {
            add(&path);
        }
    }
}
