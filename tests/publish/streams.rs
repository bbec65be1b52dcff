//! Files are staged while the site is still being made: until the end, the old site stays as it was.

use std::fs;

use fingerpost::publish::{Publisher, Refusal};
use fingerpost::read::FileIndex;
use fingerpost::render::SiteOutput;

#[cfg(target_os = "linux")]
use crate::disk_full::SmallDisk;
use crate::folder::{Folder, Tree, pairs, site};

const OLD: &[(&str, &str)] = &[("index.html", "home"), ("a/old.html", "old"), ("a/same.html", "same")];
const NEW: &[(&str, &str)] = &[("index.html", "HOME"), ("a/same.html", "same"), ("b/new.html", "new")];

/// Stages the first files of a new site.
fn stage(folder: &Folder, files: &[(&str, &str)]) -> Publisher {
    let publisher = Publisher::begin(&folder.out, false, FileIndex::default()).unwrap();
    site(files).into_iter().for_each(|file| publisher.write(file));
    publisher
}

fn old_site() -> (Folder, Tree) {
    let folder = Folder::new();
    folder.publish(&site(OLD)).unwrap();
    let tree = folder.tree();
    (folder, tree)
}

#[test]
fn a_build_that_ends_early_leaves_nothing() {
    let folder = Folder::new();
    drop(stage(&folder, NEW));
    assert!(!folder.out.exists());

    let (folder, before) = old_site();
    let publisher = stage(&folder, NEW);
    assert_ne!(folder.tree(), before, "files are staged before the end");
    drop(publisher);
    assert_eq!(folder.tree(), before);
}

#[test]
fn a_build_that_panics_leaves_nothing() {
    let (folder, before) = old_site();
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _publisher = stage(&folder, NEW);
        panic!("a mistake in rendering");
    }));
    assert!(result.is_err());
    assert_eq!(folder.tree(), before);
}

#[test]
fn an_error_after_half_of_the_files_leaves_the_old_site() {
    for (path, is_expected) in [
        ("../evil.html", (|refusal| matches!(refusal, Refusal::UnsafePath { .. })) as fn(&Refusal) -> bool),
        ("INDEX.html", |refusal| matches!(refusal, Refusal::Clash { .. })),
        ("b/new.html", |refusal| matches!(refusal, Refusal::Clash { .. })),
        ("b/new.html/x", |refusal| matches!(refusal, Refusal::Clash { .. })),
        ("mine.html", |refusal| matches!(refusal, Refusal::Foreign { .. })),
    ] {
        let (folder, _) = old_site();
        folder.put("mine.html", "mine");
        let before = folder.tree();
        let publisher = stage(&folder, NEW);
        site(&[(path, "x"), ("c/last.html", "last")]).into_iter().for_each(|file| publisher.write(file));
        let refusal = publisher.finish("digest".into()).unwrap_err();
        assert!(is_expected(&refusal), "{path}: {refusal}");
        assert_eq!(folder.tree(), before, "{path}");
    }
}

#[test]
fn a_file_that_somebody_puts_in_the_way_during_the_build_is_kept() {
    let (folder, _) = old_site();
    let publisher = stage(&folder, NEW);
    folder.put("b/new.html", "mine");
    let refusal = publisher.finish("digest".into()).unwrap_err();
    assert!(matches!(refusal, Refusal::Foreign { .. }), "{refusal}");
    assert_eq!(fs::read(folder.out.join("b/new.html")).unwrap(), b"mine");
    assert_eq!(fs::read(folder.out.join("index.html")).unwrap(), b"home");
}

#[test]
fn of_two_builds_at_once_one_is_refused_and_the_other_complete() {
    let (folder, _) = old_site();
    let first = stage(&folder, NEW);
    let second = stage(&folder, &[("index.html", "third")]);
    let refusal = second.finish("digest".into()).unwrap_err();
    assert!(matches!(refusal, Refusal::Busy { .. }), "{refusal}");
    first.finish("digest".into()).unwrap();
    assert_eq!(folder.text(), sorted(NEW));
}

#[test]
fn a_build_is_refused_if_another_one_has_published_since_it_began() {
    let (folder, _) = old_site();
    let late = Publisher::begin(&folder.out, false, FileIndex::default()).unwrap();
    site(&OLD[1..]).into_iter().for_each(|file| late.write(file));
    stage(&folder, NEW).finish("digest".into()).unwrap();
    late.write(site(&[("index.html", "late")]).remove(0));
    let refusal = late.finish("late".into()).unwrap_err();
    assert!(matches!(refusal, Refusal::Busy { .. }), "{refusal}");
    assert_eq!(folder.text(), sorted(NEW));
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_changed_is_refused_before_anything_moves() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, before) = old_site();
    let set_mode = |mode| fs::set_permissions(folder.out.join("a"), fs::Permissions::from_mode(mode)).unwrap();
    set_mode(0o555);
    if fs::write(folder.out.join("a/probe"), "").is_ok() {
        fs::remove_file(folder.out.join("a/probe")).unwrap();
        return eprintln!("skipped: this account may write everywhere");
    }
    let changed = site(&[("index.html", "HOME"), ("a/old.html", "OLD"), ("a/same.html", "same")]);
    for files in [changed, site(&OLD[..1])] {
        let refusal = folder.publish(&files).unwrap_err();
        assert!(matches!(&refusal, Refusal::CannotWrite { path, .. } if path.ends_with("a")), "{refusal}");
        assert_eq!(folder.tree(), before);
    }
    set_mode(0o755);
}

#[cfg(target_os = "linux")]
#[test]
fn a_failure_after_files_were_moved_is_reported_as_such_and_repaired() {
    let (folder, _) = old_site();
    let publisher = stage(&folder, NEW);
    publisher.write(site(&[("a/new.html", "new")]).remove(0));
    // Nothing can be moved to another disk.
    let Some(disk) = SmallDisk::mount(folder.out.join("a").as_std_path()) else {
        return eprintln!("skipped: no small disk can be mounted by this account");
    };
    let refusal = publisher.finish("digest".into()).unwrap_err();
    assert!(matches!(refusal, Refusal::Unfinished(_)), "{refusal}");
    drop(disk);
    folder.publish(&site(NEW)).unwrap();
    assert_eq!(folder.text(), sorted(NEW));
}

fn sorted(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut files = pairs(files);
    files.sort();
    files
}
