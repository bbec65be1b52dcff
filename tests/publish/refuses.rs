//! Publishing refuses to overwrite foreign files and then changes nothing.

use std::fs;

use fingerpost::publish::{MANIFEST, Refusal};

use crate::folder::{Folder, site};
use crate::writes::link;

/// Publishes, and expects a refusal that leaves everything unchanged.
fn refused(folder: &Folder, files: &[(&str, &str)], adopt: bool) -> Refusal {
    let before = folder.tree();
    let files = site(files);
    let refusal = if adopt { folder.adopt(&files) } else { folder.publish(&files) }.unwrap_err();
    assert_eq!(folder.tree(), before, "{refusal}");
    refusal
}

/// The same. Returns the message without the folder's name.
fn refusal_text(folder: &Folder, files: &[(&str, &str)], adopt: bool) -> String {
    let text = refused(folder, files, adopt).to_string();
    text.replace('\\', "/").replace(&folder.out.as_str().replace('\\', "/"), "OUT")
}

#[test]
fn a_folder_with_foreign_files_is_refused() {
    let folder = Folder::new();
    folder.put("thesis.docx", "years of work");
    let refusal = refused(&folder, &[("index.html", "home")], false);
    assert!(matches!(&refusal, Refusal::NotOurs { .. }));
    assert_eq!(refusal.path(), folder.out);
    assert_eq!(
        refusal_text(&folder, &[("a", "")], false),
        "OUT: holds files that Fingerpost didn't write, such as thesis.docx"
    );
}

#[test]
fn foreign_files_in_the_way_are_refused_even_when_adopting() {
    let folder = Folder::new();
    for number in 1..=7 {
        folder.put(&format!("{number}.html"), "mine");
    }
    let names: Vec<_> = (1..=7).map(|number| format!("{number}.html")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), "ours")).collect();
    let expected = "OUT/1.html, OUT/2.html, OUT/3.html, OUT/4.html, OUT/5.html and 2 more: in the way, and not written by Fingerpost";
    assert_eq!(refusal_text(&folder, &files, true), expected);
}

#[test]
fn foreign_files_in_the_way_of_a_later_build_are_refused() {
    let folder = Folder::new();
    folder.publish(&site(&[("index.html", "home"), ("a/old.html", "old"), ("file", "")])).unwrap();
    folder.put("new.html", "mine");
    folder.put("a/mine.txt", "mine");
    fs::create_dir(folder.out.join("empty")).unwrap();
    for (path, in_the_way) in
        [("new.html", "new.html"), ("new.html/x", "new.html"), ("a", "a/mine.txt"), ("empty", "empty")]
    {
        let expected = format!("OUT/{in_the_way}: in the way, and not written by Fingerpost");
        assert_eq!(refusal_text(&folder, &[("index.html", "home"), (path, "ours")], false), expected);
    }
}

#[test]
fn files_that_somebody_has_changed_are_not_replaced() {
    let folder = Folder::new();
    folder.publish(&site(&[("index.html", "home"), ("a/one.html", "one")])).unwrap();
    folder.put("index.html", "mine");
    folder.put("a/one.html", "two");
    for adopt in [false, true] {
        let expected = "OUT/a/one.html, OUT/index.html: changed since";
        assert_eq!(refusal_text(&folder, &[("index.html", "home"), ("a/one.html", "1")], adopt), expected);
    }
    let expected = "OUT/a/one.html: in the way, and not written by Fingerpost";
    assert_eq!(refusal_text(&folder, &[("index.html", "mine"), ("a", "folder")], false), expected);
}

#[test]
fn a_foreign_file_that_differs_only_in_case_is_refused() {
    let folder = Folder::new();
    folder.publish(&site(&[("A.html", "ours")])).unwrap();
    folder.put("a.html", "mine");
    if folder.tree().len() < 3 {
        return eprintln!("skipped: capitals and small letters are the same here");
    }
    assert!(matches!(refused(&folder, &[("a.html", "ours")], false), Refusal::Foreign { .. }));
}

#[test]
fn a_file_instead_of_the_folder_is_refused() {
    let folder = Folder::new();
    fs::write(&folder.out, "a file").unwrap();
    let refusal = folder.publish(&site(&[("index.html", "home")])).unwrap_err();
    assert!(matches!(refusal, Refusal::NotAFolder { .. }));
    let below = Folder::at(&folder.out.join("below"));
    assert!(matches!(below.publish(&site(&[("index.html", "home")])), Err(Refusal::CannotWrite { .. })));
    assert_eq!(fs::read(&folder.out).unwrap(), b"a file");
}

#[test]
fn links_inside_the_folder_are_refused() {
    let elsewhere = Folder::new();
    elsewhere.put("old.html", "elsewhere");
    let folder = Folder::new();
    folder.publish(&site(&[("a/old.html", "old"), ("index.html", "home")])).unwrap();
    fs::remove_dir_all(folder.out.join("a")).unwrap();
    if !link(&elsewhere.out, &folder.out.join("a")) {
        return;
    }
    let home = ("index.html", "home");
    for files in [&[home, ("a/new.html", "new")][..], &[home], &[home, ("a/old.html", "old")], &[home, ("a", "file")]] {
        let refusal = refused(&folder, files, false);
        assert!(matches!(refusal, Refusal::LinkInside { .. }), "{refusal}");
        assert_eq!(refusal.path(), folder.out.join("a"));
    }
    assert_eq!(elsewhere.text(), [("old.html".into(), "elsewhere".into())]);
}

#[cfg(unix)]
#[test]
fn links_in_place_of_own_files_are_refused() {
    let victim = Folder::new();
    victim.put("victim", "precious");
    for at in ["index.html", "old.html", MANIFEST, ".fingerpost-staging"] {
        let folder = Folder::new();
        folder.publish(&site(&[("index.html", "home"), ("old.html", "old")])).unwrap();
        fs::remove_file(folder.out.join(at)).ok();
        let to = if at.ends_with("staging") { victim.out.clone() } else { victim.out.join("victim") };
        assert!(link(&to, &folder.out.join(at)));
        let refusal = refused(&folder, &[("index.html", "home")], true);
        assert!(matches!(refusal, Refusal::LinkInside { .. }), "{at}: {refusal}");
        assert_eq!(victim.text(), [("victim".into(), "precious".into())]);
    }
}

#[test]
fn paths_that_lead_outside_or_clash_are_refused() {
    let folder = Folder::new();
    for path in
        ["../evil.html", "/evil.html", "a/../../evil.html", "C:\\evil.html", "a//b", "", MANIFEST, ".git/hooks/x"]
    {
        let refusal = refused(&folder, &[("index.html", "home"), (path, "evil")], false);
        assert!(matches!(refusal, Refusal::UnsafePath { .. }), "{path}");
        assert_eq!(refusal.path(), path);
    }
    for (one, other) in [("a.html", "A.html"), ("a", "a/b.html"), ("B/x", "b/y"), ("a", "a")] {
        let refusal = refused(&folder, &[(one, ""), (other, "")], false);
        assert!(matches!(refusal, Refusal::Clash { .. }), "{one} {other}");
    }
    assert!(!folder.out.exists());
}

#[test]
fn a_damaged_manifest_is_refused() {
    let ours = &[("index.html", "home"), ("old.html", "old")];
    let folder = Folder::new();
    folder.publish(&site(ours)).unwrap();
    let text = fs::read_to_string(folder.out.join(MANIFEST)).unwrap();
    folder.put("../outside.txt", "not ours");
    for damaged in [
        "",
        "{",
        "<<<<<<< HEAD",
        &text[..text.len() / 2],
        &text.replace("old.html", "../outside.txt"),
        &text.replace(": 1,", ": 9,"),
    ] {
        folder.put(MANIFEST, damaged);
        let refusal = refused(&folder, ours, false);
        assert!(matches!(refusal, Refusal::ManifestUnreadable { .. }), "{refusal}");
        assert!(matches!(refused(&folder, &[("index.html", "new home")], true), Refusal::Foreign { .. }));
    }
    // After adopting, the old page counts as foreign and stays.
    folder.adopt(&site(&[("index.html", "home"), ("new.html", "new")])).unwrap();
    assert_eq!(folder.text().len(), 3);
    assert_eq!(fs::read(folder.out.with_file_name("outside.txt")).unwrap(), b"not ours");
}

#[test]
fn a_folder_in_use_by_another_run_is_refused() {
    let folder = Folder::new();
    folder.publish(&site(&[("index.html", "home")])).unwrap();
    folder.put(".fingerpost-staging/lock", "");
    let lock = fs::File::open(folder.out.join(".fingerpost-staging/lock")).unwrap();
    lock.lock().unwrap();
    assert!(matches!(refused(&folder, &[("index.html", "new")], false), Refusal::Busy { .. }));
    drop(lock);
    folder.publish(&site(&[("index.html", "new")])).unwrap();
    assert!(!folder.out.join(".fingerpost-staging").exists());
}
