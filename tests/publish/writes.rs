//! Which files publishing writes, keeps and removes.

use std::fs;
use std::time::SystemTime;

use camino::Utf8Path;
use fingerpost::publish::MANIFEST;
use fingerpost::render::OutputFile;

use crate::folder::{Folder, counts, pairs, site};

const FIRST: &[(&str, &str)] =
    &[("index.html", "home"), ("pupils/index.html", "pupils"), ("pupils/year-7.html", "seven")];

#[test]
fn a_first_build_makes_the_folder_and_those_above_it() {
    let mut folder = Folder::new();
    folder.out = folder.out.join("a/b");
    let published = folder.publish(&site(FIRST)).unwrap();
    assert_eq!(published.bytes, 15);
    assert_eq!(counts(published), (3, 0, 0));
    assert_eq!(folder.text(), pairs(FIRST));
}

#[test]
fn an_empty_site_is_a_folder_with_a_manifest() {
    let folder = Folder::new();
    folder.publish(&[]).unwrap();
    assert_eq!(folder.tree().into_keys().collect::<Vec<_>>(), [MANIFEST]);
}

#[test]
fn the_same_site_gives_the_same_bytes_in_whatever_order_and_folder() {
    let (one, other) = (Folder::new(), Folder::new());
    one.publish(&site(FIRST)).unwrap();
    let mut files = site(FIRST);
    files.reverse();
    other.publish(&site(&[("old.html", "old"), ("index.html", "older")])).unwrap();
    other.publish(&files).unwrap();
    assert_eq!(one.tree(), other.tree());
}

#[test]
fn unchanged_files_are_not_touched() {
    let folder = Folder::new();
    folder.publish(&site(FIRST)).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH;
    let paths = ["index.html", "pupils/year-7.html", MANIFEST];
    for path in paths {
        fs::File::options().write(true).open(folder.out.join(path)).unwrap().set_modified(long_ago).unwrap();
    }
    let folder_before = fs::metadata(&folder.out).unwrap().modified().unwrap();
    assert_eq!(counts(folder.publish(&site(FIRST)).unwrap()), (0, 3, 0));
    for path in paths {
        assert_eq!(fs::metadata(folder.out.join(path)).unwrap().modified().unwrap(), long_ago, "{path}");
    }
    assert_eq!(fs::metadata(&folder.out).unwrap().modified().unwrap(), folder_before);
}

#[test]
fn one_change_writes_one_file() {
    let folder = Folder::new();
    folder.publish(&site(FIRST)).unwrap();
    let changed = &[FIRST[0], FIRST[1], ("pupils/year-7.html", "SEVEN")];
    assert_eq!(counts(folder.publish(&site(changed)).unwrap()), (1, 2, 0));
    assert_eq!(folder.text(), pairs(changed));
}

#[test]
fn a_page_that_a_power_cut_left_empty_is_written_again() {
    let folder = Folder::new();
    folder.publish(&site(FIRST)).unwrap();
    for lost in ["", "\0\0\0\0"] {
        folder.put("index.html", lost);
        assert_eq!(counts(folder.publish(&site(FIRST)).unwrap()), (1, 2, 0), "{lost:?}");
        assert_eq!(folder.text(), pairs(FIRST), "{lost:?}");
    }
}

#[test]
fn stale_files_that_somebody_has_changed_stay() {
    let folder = Folder::new();
    folder.publish(&site(FIRST)).unwrap();
    folder.put("pupils/year-7.html", "mine");
    assert_eq!(counts(folder.publish(&site(&FIRST[..2])).unwrap()), (0, 2, 0));
    let kept = [FIRST[0], FIRST[1], ("pupils/year-7.html", "mine")];
    assert_eq!(folder.text(), pairs(&kept));
}

#[test]
fn stale_file_of_a_manifest_with_another_hash_stays() {
    let folder = Folder::new();
    folder.publish(&site(FIRST)).unwrap();
    folder.put("CNAME", "careers.example");
    let manifest = folder.out.join(MANIFEST);
    let text = fs::read_to_string(&manifest).unwrap();
    let line = "\"files\": {\n    \"CNAME\": \"15 00000000000000000000000000000000\",";
    fs::write(&manifest, text.replace("\"files\": {", line)).unwrap();
    folder.publish(&site(FIRST)).unwrap();
    assert!(folder.text().contains(&("CNAME".to_owned(), "careers.example".to_owned())));
}

#[test]
fn stale_files_go_and_so_do_the_folders_they_leave_empty() {
    let folder = Folder::new();
    folder
        .publish(&site(&[FIRST[0], ("old/deep/a.html", "a"), ("old/deep/b.html", "b"), ("kept/c.html", "c")]))
        .unwrap();
    folder.put("kept/notes.txt", "mine");
    fs::create_dir(folder.out.join("empty")).unwrap();
    assert_eq!(counts(folder.publish(&site(&[FIRST[0]])).unwrap()), (0, 1, 3));
    let left: Vec<_> = folder.tree().into_keys().collect();
    assert_eq!(left, [MANIFEST, "empty", "index.html", "kept", "kept/notes.txt"]);
}

/// A site with a style and a script of this name, and what else the folder of assets has.
fn styled(version: &str) -> Vec<OutputFile> {
    let page = format!("<link href=assets/style.{version}.css><script src=assets/form.{version}.js></script>");
    let names = ["style.*.css", "form.*.js", "search-index.*.js", "card.*.png"];
    let assets = names.map(|name| (format!("assets/{}", name.replace('*', version)), version.to_owned()));
    let media = (format!("media/hall-480.{version}.webp"), version.to_owned());
    let files = assets.into_iter().chain([media, ("index.html".to_owned(), page)]);
    files.map(|(path, text)| OutputFile { path, bytes: text.into_bytes() }).collect()
}

fn files_of(version: &str, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| name.replace('*', version)).collect()
}

#[test]
fn styles_and_scripts_stay_for_one_more_build() {
    const ALL: [&str; 5] = [
        "assets/card.*.png",
        "assets/form.*.js",
        "assets/search-index.*.js",
        "assets/style.*.css",
        "media/hall-480.*.webp",
    ];
    const KEPT: [&str; 2] = ["assets/form.*.js", "assets/style.*.css"];
    let paths = |folder: &Folder| -> Vec<String> {
        folder.text().into_iter().map(|(path, _)| path).filter(|path| path != "index.html").collect()
    };
    let sorted = |mut paths: Vec<String>| {
        paths.sort();
        paths
    };
    let folder = Folder::new();
    folder.publish(&styled("one")).unwrap();
    assert_eq!(paths(&folder), files_of("one", &ALL));
    for _ in 0..2 {
        // The same site again changes nothing.
        folder.publish(&styled("two")).unwrap();
        assert_eq!(paths(&folder), sorted([files_of("one", &KEPT), files_of("two", &ALL)].concat()));
    }
    assert_eq!(counts(folder.publish(&styled("two")).unwrap()), (0, 6, 0));
    folder.publish(&styled("three")).unwrap();
    assert_eq!(paths(&folder), sorted([files_of("three", &ALL), files_of("two", &KEPT)].concat()));
    // One that is used again is of the site, and one that somebody has changed is theirs.
    folder.publish(&styled("two")).unwrap();
    folder.put("assets/style.three.css", "mine");
    folder.publish(&styled("four")).unwrap();
    let left = [files_of("four", &ALL), files_of("two", &KEPT), vec!["assets/style.three.css".into()]].concat();
    assert_eq!(paths(&folder), sorted(left));
    // Without assets, only those of the last site are left, and then none.
    folder.publish(&site(&[("index.html", "plain")])).unwrap();
    assert_eq!(paths(&folder), sorted([files_of("four", &KEPT), vec!["assets/style.three.css".into()]].concat()));
    folder.publish(&site(&[("index.html", "plain again")])).unwrap();
    assert_eq!(paths(&folder), ["assets/style.three.css"]);
}

#[test]
fn foreign_files_stay_as_they_are() {
    let folder = Folder::new();
    folder.publish(&site(FIRST)).unwrap();
    folder.put("CNAME", "careers.example.org");
    folder.put(".git/config", "[core]");
    folder.put("pupils/photo.jpg", "a photo");
    folder.publish(&site(&[("staff/index.html", "staff")])).unwrap();
    let expected = [
        (".git/config", "[core]"),
        ("CNAME", "careers.example.org"),
        ("pupils/photo.jpg", "a photo"),
        ("staff/index.html", "staff"),
    ];
    assert_eq!(folder.text(), pairs(&expected));
}

#[test]
fn a_folder_with_only_a_hosts_settings_may_be_used() {
    let folder = Folder::new();
    folder.put(".git/config", "[core]");
    folder.put(".nojekyll", "");
    folder.publish(&site(FIRST)).unwrap();
    assert_eq!(folder.text().len(), 5);
}

#[test]
fn adopting_keeps_foreign_files_and_takes_over_those_that_are_the_same() {
    let folder = Folder::new();
    folder.put("index.html", "home");
    folder.put("notes.txt", "mine");
    assert_eq!(counts(folder.adopt(&site(FIRST)).unwrap()), (2, 1, 0));
    assert!(folder.text().contains(&("notes.txt".into(), "mine".into())));
    assert_eq!(counts(folder.publish(&site(&FIRST[1..])).unwrap()), (0, 2, 1));
    assert!(!folder.out.join("index.html").exists());
}

#[test]
fn files_become_folders_and_folders_become_files() {
    let one = &[("a", "file"), ("b/c/d.html", "deep"), ("b/e.html", "e"), ("index.html", "home")];
    let other = &[("a/x/y.html", "folder"), ("b", "file"), ("index.html", "home")];
    let folder = Folder::new();
    for (files, removed) in [(&one[..], 0), (other, 3), (one, 2), (other, 3)] {
        assert_eq!(folder.publish(&site(files)).unwrap().removed, removed);
        let clean = Folder::new();
        clean.publish(&site(files)).unwrap();
        assert_eq!(folder.tree(), clean.tree());
    }
}

#[test]
fn a_name_may_change_its_case() {
    let folder = Folder::new();
    folder.publish(&site(&[("Pupils/Year-7.html", "seven"), ("A.html", "a")])).unwrap();
    let small = &[("a.html", "a"), ("pupils/year-7.html", "seven")];
    assert_eq!(counts(folder.publish(&site(small)).unwrap()), (2, 0, 2));
    assert_eq!(folder.text(), pairs(small));
    assert!(!folder.tree().contains_key("Pupils"));
}

#[test]
fn the_output_folder_itself_may_be_a_link() {
    let folder = Folder::new();
    let real = folder.out.with_file_name("real");
    fs::create_dir(&real).unwrap();
    if link(&real, &folder.out) {
        folder.publish(&site(FIRST)).unwrap();
        assert_eq!(Folder::at(&real).text(), pairs(FIRST));
    }
}

/// False where links can't be created.
pub(crate) fn link(to: &Utf8Path, at: &Utf8Path) -> bool {
    #[cfg(unix)]
    let made = std::os::unix::fs::symlink(to, at);
    #[cfg(windows)]
    let made = std::os::windows::fs::symlink_dir(to, at);
    // Wine says that it has created one.
    let is_there = made.is_ok() && fs::symlink_metadata(at).is_ok_and(|created| created.is_symlink());
    if !is_there {
        eprintln!("skipped: links can't be created here");
    }
    is_there
}
