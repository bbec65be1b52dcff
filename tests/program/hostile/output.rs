//! Output folders with foreign files, links, damaged manifests and full disks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{NEW, TestSite, snapshot};

#[test]
fn foreign_files_stop_the_build_unless_adopted() {
    let site = TestSite::clean();
    site.put("site/homework.txt", "mine");
    let before = snapshot(&site.at("site"));
    let output = site.build();
    assert_eq!(output.exit, 2);
    output.reports("not-ours");
    assert!(snapshot(&site.at("site")) == before);
    let output = site.run(&["build", "careers", "--adopt"]);
    assert_eq!(output.exit, 0, "{}", output.all);
    assert_eq!(fs::read(site.at("site/homework.txt")).expect("their file"), b"mine");
}

#[test]
fn a_foreign_page_is_never_overwritten() {
    let site = TestSite::clean();
    site.put("site/index.html", "mine");
    let output = site.run(&["build", "careers", "--adopt"]);
    assert_eq!(output.exit, 2);
    output.reports("in-the-way");
    assert_eq!(snapshot(&site.at("site")).len(), 2, "the folder and their page");
}

#[test]
fn a_file_named_like_the_site_is_never_overwritten() {
    let site = TestSite::clean();
    site.put("site", "mine");
    let output = site.build();
    assert_eq!(output.exit, 2);
    output.reports("in-the-way");
    assert_eq!(fs::read(site.at("site")).expect("their file"), b"mine");
}

#[test]
fn the_site_may_be_inside_the_content_but_not_replace_it() {
    let site = TestSite::clean();
    let before = snapshot(&site.at("careers"));
    for out in ["careers", "./careers/", "careers/../careers"] {
        assert_eq!(site.run(&["build", "careers", "--out", out]).exit, 2);
    }
    assert!(snapshot(&site.at("careers")) == before);
    for _ in 0..2 {
        let output = site.run(&["build", "careers", "--out", "careers/site"]);
        assert_eq!((output.exit, output.codes.len()), (0, 0), "a site inside the content is skipped: {}", output.all);
    }
}

#[test]
fn publishing_around_the_content_never_changes_it() {
    let site = TestSite::clean();
    let before = snapshot(&site.at("careers"));
    assert_eq!(site.run(&["build", "careers", "--out", "."]).exit, 2, "building over the content");
    assert!(snapshot(&site.at("careers")) == before);
    site.run(&["build", "careers", "--out", ".", "--adopt"]);
    assert!(snapshot(&site.at("careers")) == before);
}

#[test]
fn pages_are_never_written_among_the_content() {
    let site = TestSite::clean();
    fs::rename(site.at("careers"), site.at("events")).expect("moved");
    let before = snapshot(&site.at("events"));
    for _ in 0..2 {
        site.run(&["build", "events", "--out", ".", "--adopt"]);
    }
    assert!(snapshot(&site.at("events")) == before, "pages were written among the content");
}

#[test]
fn a_forged_manifest_deletes_no_other_files() {
    let site = TestSite::published();
    site.put("precious.txt", "mine");
    let path = site.at("site/.fingerpost-manifest.json");
    let text = fs::read_to_string(&path).expect("our list");
    let (start, rest) = text.split_once("index.html").expect("a page");
    for forged in ["../precious.txt", "/etc/hostname", "a/../../precious.txt", "careers/../../precious.txt"] {
        fs::write(&path, format!("{start}{forged}{rest}")).expect("written");
        let output = site.build();
        assert_eq!(fs::read(site.at("precious.txt")).expect("still there"), b"mine", "{}", output.all);
        assert!(Path::new("/etc/hostname").exists() || cfg!(not(target_os = "linux")));
    }
}

#[test]
fn a_damaged_manifest_stops_the_build() {
    for damage in ["", "{", "[]", "{\"files\": 7}", "\u{0}"] {
        let site = TestSite::published().with_page("New.");
        site.put("site/.fingerpost-manifest.json", damage);
        let before = snapshot(&site.at("site"));
        let output = site.build();
        assert_eq!(output.exit, 2, "{damage:?}: {}", output.all);
        assert!(snapshot(&site.at("site")) == before);
    }
}

#[test]
fn concurrent_builds_leave_a_complete_site() {
    let site = TestSite::published().with_page("New.");
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(["build", "careers", "--today", "2026-11-23"]).current_dir(site.dir.path());
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program")
    };
    let children: Vec<_> = (0..4).map(|_| run()).collect();
    for mut child in children {
        assert!(matches!(child.wait().expect("its end").code(), Some(0 | 2)));
    }
    site.accepts();
    assert!(site.pages().contains("New."));
}

/// A small disk in memory. `None` if this account may not mount one.
#[cfg(target_os = "linux")]
struct Disk(PathBuf);

#[cfg(target_os = "linux")]
impl Disk {
    fn of(path: PathBuf, size: &str) -> Option<Self> {
        fs::create_dir_all(&path).expect("a folder");
        let options = format!("size={size}");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &options, "none"]).arg(&path).stderr(Stdio::null());
        let created = mount.status();
        created.is_ok_and(|created| created.success()).then_some(Self(path))
    }

    fn lock(&self) {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0).status();
        assert!(done.is_ok_and(|done| done.success()), "read-only");
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        // If this fails, the mount stays until the machine restarts.
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site() {
    let site = TestSite::clean();
    let Some(_disk) = Disk::of(site.at("site"), "2m") else { return };
    site.accepts();
    let before = snapshot(&site.at("site"));
    // A name with a dot is a setting of the host, which publishing leaves alone.
    fs::write(site.at("site/.filler"), vec![0; 4_000_000]).expect_err("a full disk");
    site.put("careers/pages/options.md", NEW);
    let output = site.build();
    assert_eq!(output.exit, 2, "{}", output.all);
    output.reports("cannot-write");
    fs::remove_file(site.at("site/.filler")).expect("removed");
    assert!(snapshot(&site.at("site")) == before, "the site has changed");
    site.accepts();
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_disk_leaves_the_old_site() {
    let site = TestSite::clean();
    let Some(disk) = Disk::of(site.at("site"), "2m") else { return };
    site.accepts();
    disk.lock();
    let before = snapshot(&site.at("site"));
    site.put("careers/pages/options.md", NEW);
    let output = site.build();
    assert_eq!(output.exit, 2, "{}", output.all);
    output.reports("cannot-write");
    assert!(snapshot(&site.at("site")) == before, "the site has changed");
}
