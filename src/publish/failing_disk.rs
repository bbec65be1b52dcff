//! Whichever operation of a disk fails: the site is as it was or as it should be, and the next build puts it right.
#![expect(clippy::disallowed_methods, reason = "tests use real folders")]

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::faults::FailingDisk;
use super::paths::STAGING;
use super::{Publisher, Refusal};
use crate::read::FileIndex;
use crate::render::{OutputFile, SiteOutput as _};
use crate::report::MANIFEST;

/// Every file below a folder with its bytes, except those that are staged.
type Tree = BTreeMap<String, Vec<u8>>;

const FOREIGN: [(&str, &str); 3] = [("CNAME", "careers.example"), ("a/mine.txt", "mine"), ("old/mine.txt", "mine")];

/// Two sites that differ in everything that can differ. Each page names what it loads.
fn site(version: char) -> Vec<OutputFile> {
    let page = |path: &str| (path.to_owned(), format!("assets/style.{version}.css media/{version}.webp"));
    let (style, picture) = (format!("assets/style.{version}.css"), format!("media/{version}.webp"));
    let mut files =
        vec![page("index.html"), page("a/one.html"), page("a/deep/two.html"), ("same.txt".into(), "=".into())];
    files.extend([(style, version.to_string()), (picture, version.to_string())]);
    files.push(if version == 'a' { page("old/gone.html") } else { page("new/deep/come.html") });
    files.push(if version == 'a' { ("thing".into(), "file".into()) } else { page("thing/inside.html") });
    files.push(if version == 'a' { page("swap/x/y.html") } else { ("swap".into(), "file".into()) });
    files.into_iter().map(|(path, text)| OutputFile { path, bytes: text.into_bytes() }).collect()
}

fn files_of(version: char) -> Tree {
    site(version).into_iter().map(|file| (file.path, file.bytes)).collect()
}

fn publish(version: char, out: &Utf8Path) -> Result<(), Refusal> {
    let publisher = Publisher::begin(out, false, FileIndex::default())?;
    site(version).into_iter().for_each(|file| publisher.write(file));
    publisher.finish(version.to_string()).map(drop)
}

fn put_foreign(out: &Utf8Path) {
    for (path, text) in FOREIGN {
        std::fs::create_dir_all(out.join(path).parent().unwrap()).unwrap();
        std::fs::write(out.join(path), text).unwrap();
    }
}

fn tree(out: &Utf8Path) -> Tree {
    let files =
        walkdir::WalkDir::new(out).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let files = files.map(|file| {
        let path = Utf8PathBuf::from_path_buf(file.into_path()).unwrap();
        (path.strip_prefix(out).unwrap().as_str().replace('\\', "/"), std::fs::read(&path).unwrap())
    });
    files.filter(|(path, _)| !path.starts_with(STAGING)).collect()
}

/// What each page loads is there, every file is whole, and nobody else's file has changed.
fn check_for_readers(found: &Tree, whole: &[&Tree], what: &str) {
    for (path, bytes) in found.iter().filter(|(path, _)| *path != MANIFEST) {
        assert!(whole.iter().any(|tree| tree.get(path) == Some(bytes)), "{path} {what}");
        let loaded = std::str::from_utf8(bytes).unwrap().split(' ').filter(|_| path.ends_with(".html"));
        // A picture is removed at once, after all pages that show it.
        for asset in loaded {
            assert!(found.contains_key(asset), "{path} loads {asset} {what}");
        }
    }
    for (path, text) in FOREIGN {
        assert_eq!(found.get(path).map(Vec::as_slice), Some(text.as_bytes()), "{path} {what}");
    }
}

#[test]
fn a_file_that_another_program_has_open_for_a_moment_does_not_stop_a_build() {
    let folder = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(folder.path()).unwrap();
    let mut expected = files_of('b');
    expected.insert("assets/style.a.css".into(), b"a".to_vec());
    for succeed in 0.. {
        let out = root.join(succeed.to_string());
        publish('a', &out).unwrap();
        let disk = FailingDisk::with_held_file(&out, succeed);
        let published = publish('b', &out);
        let has_failed = disk.has_failed();
        drop(disk);
        published.unwrap_or_else(|refusal| panic!("after {succeed} operations: {refusal}"));
        let mut found = tree(&out);
        found.remove(MANIFEST);
        assert_eq!(found, expected, "after {succeed} operations");
        if !has_failed {
            assert!(succeed > 70, "{succeed}");
            return;
        }
    }
}

#[test]
fn whichever_operation_fails_the_site_is_old_or_new_and_the_next_build_whole() {
    let folder = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(folder.path()).unwrap();
    let fresh = root.join("fresh");
    publish('b', &fresh).unwrap();
    put_foreign(&fresh);
    let (mut fresh, mut halves, mut failures) = (tree(&fresh), 0, 0);
    fresh.remove(MANIFEST);
    for is_lasting in [false, true] {
        for succeed in 0.. {
            let what = format!("after {succeed} operations, and lasting: {is_lasting}");
            let out = root.join(format!("{is_lasting}-{succeed}"));
            publish('a', &out).unwrap();
            put_foreign(&out);
            let old = tree(&out);
            let disk = FailingDisk::new(&out, succeed, is_lasting);
            let result = publish('b', &out);
            let has_failed = disk.has_failed();
            drop(disk);
            let found = tree(&out);
            let mut updated = fresh.clone();
            updated.insert("assets/style.a.css".into(), b"a".to_vec());
            check_for_readers(&found, &[&old, &updated], &what);
            let without_list =
                |tree: &Tree| tree.clone().into_iter().filter(|(path, _)| path != MANIFEST).collect::<Tree>();
            match result {
                Ok(()) => assert_eq!(without_list(&found), updated, "{what}"),
                // All is new, and only the staging folder could not be removed.
                Err(Refusal::Unfinished(_)) if without_list(&found) == updated => {}
                Err(Refusal::Unfinished(cause)) => {
                    assert!(is_lasting, "a mixture {what}: {cause}");
                    halves += 1;
                }
                Err(refusal) => assert_eq!(found, old, "{what}: {refusal}"),
            }
            failures += usize::from(has_failed);
            publish('b', &out).unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
            let repaired = without_list(&tree(&out));
            assert!(repaired == fresh || repaired == updated, "the next build {what}");
            assert!(!out.join(STAGING).exists(), "{what}");
            if !has_failed {
                break;
            }
        }
    }
    assert!(failures > 150 && halves > 10, "{failures} failures, {halves} mixtures of a disk that stays broken");
}
