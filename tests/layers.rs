//! The tree is the pipeline: a stage imports only what stands below it.
//!
//! This test reads the `use crate::` lines (and all other mentions of `crate::`) of every source
//! file and fails when a room reaches upwards.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a test reads files and stops at the first surprise"
)]

use std::path::{Path, PathBuf};

/// The rooms from the bottom to the top. A room may use those before it, and itself.
const ROOMS: [&str; 15] = [
    "report",
    "framework",
    "read",
    "programme",
    "check",
    "language",
    "view",
    "render",
    "audit",
    "external",
    "publish",
    "scaffold",
    "import",
    "serve",
    "cli",
];

/// Rooms that stand side by side: neither may use the other.
const STRANGERS: [(&str, &str); 6] = [
    ("read", "framework"),
    ("publish", "view"),
    // The preview calls the whole build, and no stage of it.
    ("serve", "read"),
    ("serve", "check"),
    ("serve", "view"),
    ("serve", "publish"),
];

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a source folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The rooms that a file's text names, such as `report` in `use crate::report::Finding`.
fn rooms_named(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.match_indices("crate::").map(move |(at, found)| &line[at + found.len()..]))
        .map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default())
        .collect()
}

#[test]
fn no_stage_imports_one_above_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let level = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut wrong = Vec::new();
    let mut read = 0;
    for (own_level, room) in ROOMS.iter().enumerate() {
        let mut files = Vec::new();
        rust_files(&src.join(room), &mut files);
        for file in files {
            let text = std::fs::read_to_string(&file).expect("a source file");
            read += 1;
            for named in rooms_named(&text) {
                let upwards = level(named).is_some_and(|level| level > own_level);
                let strange = STRANGERS.iter().any(|pair| *pair == (*room, named) || *pair == (named, *room));
                if upwards || strange {
                    wrong.push(format!("{} uses crate::{named}", file.display()));
                }
            }
        }
    }
    assert!(read > 50, "only {read} files were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_of_the_source_has_its_level() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in std::fs::read_dir(src).expect("the source") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(!path.is_dir() || ROOMS.contains(&name.as_str()), "{name} has no level in this test");
    }
}

#[test]
fn the_reading_of_mentions_notices_an_upward_one() {
    assert_eq!(
        rooms_named("use crate::view::Site;\n// crate::cli\nlet x = crate::report::explain();"),
        ["view", "report"]
    );
}
