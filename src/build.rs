//! Gives the program a fingerprint of its own source and theme, so that a site is never taken for
//! current that another version of the program built.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a build script reads its own source and talks to Cargo by printing"
)]

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let mut files = BTreeSet::new();
    for folder in ["src", "themes"] {
        println!("cargo::rerun-if-changed={folder}");
        gather(Path::new(folder), &mut files)?;
    }
    let mut hasher = DefaultHasher::new();
    for file in files {
        std::fs::read(&file)?.hash(&mut hasher);
        file.hash(&mut hasher);
    }
    println!("cargo::rustc-env=FINGERPOST_FINGERPRINT={:016x}", hasher.finish());
    Ok(())
}

fn gather(folder: &Path, files: &mut BTreeSet<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else {
            files.insert(path);
        }
    }
    Ok(())
}
