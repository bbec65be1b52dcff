//! Gives the program a fingerprint of its own source, theme and dependencies, so that a site is never taken for
//! current that another version of the program built. Makes one file of JSON of the data files in YAML.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a build script reads its own source and talks to Cargo by printing"
)]

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Error;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

fn main() -> std::io::Result<()> {
    let mut files = BTreeSet::from(["Cargo.toml", "Cargo.lock"].map(PathBuf::from));
    for folder in ["src", "themes"] {
        gather(Path::new(folder), &mut files)?;
    }
    for path in ["src", "themes", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut hasher = DefaultHasher::new();
    for file in files {
        std::fs::read(&file)?.hash(&mut hasher);
        file.hash(&mut hasher);
    }
    println!("cargo::rustc-env=FINGERPOST_FINGERPRINT={:016x}", hasher.finish());
    let out = std::env::var_os("OUT_DIR").ok_or_else(|| Error::other("Cargo sets OUT_DIR"))?;
    std::fs::write(Path::new(&out).join("facts.json"), facts()?)
}

/// The data files as one map, by name.
fn facts() -> std::io::Result<String> {
    let mut files = BTreeSet::new();
    gather(Path::new("src/framework/data"), &mut files)?;
    let mut facts = serde_json::Map::new();
    for path in files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path)?;
        let data = serde_yaml::from_str(&text).map_err(|error| Error::other(format!("{name}: {error}")))?;
        facts.insert(name, data);
    }
    let sources = facts.get("sources").cloned().unwrap_or_default();
    facts.values_mut().try_for_each(|file| put_sources(file, &sources))?;
    Ok(Json::Object(facts).to_string())
}

/// Puts the source of sources.yaml in the place of its name after each `from`.
fn put_sources(value: &mut Json, sources: &Json) -> std::io::Result<()> {
    match value {
        Json::Object(map) => {
            if let Some(from) = map.get_mut("from") {
                let name = from.as_str().unwrap_or_default().to_owned();
                let source = sources.get(&name).ok_or_else(|| Error::other(format!("no source is named {name}")))?;
                *from = source.clone();
            }
            map.values_mut().try_for_each(|value| put_sources(value, sources))
        }
        Json::Array(list) => list.iter_mut().try_for_each(|value| put_sources(value, sources)),
        _ => Ok(()),
    }
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
