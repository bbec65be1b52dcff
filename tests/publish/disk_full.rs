//! A disk that is full leaves the old site as it was.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::Command;

use camino::Utf8Path;
use fingerpost::publish::Refusal;
use fingerpost::render::OutputFile;

use crate::folder::Folder;

/// A disk of one megabyte in memory, mounted until it is dropped.
pub(crate) struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None` where it can't be mounted: only root may.
    pub(crate) fn mount(folder: &Path) -> Option<Self> {
        let options = ["-t", "tmpfs", "-o", "size=1m", "fingerpost-test"];
        let mounted = Command::new("mount").args(options).arg(folder).output();
        let is_mounted = mounted.is_ok_and(|mounted| mounted.status.success());
        is_mounted.then(|| Self(folder.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg(&self.0).status().ok();
    }
}

fn pages(count: usize, byte: u8) -> Vec<OutputFile> {
    (0..count).map(|page| OutputFile { path: format!("{}/{page}.html", page % 5), bytes: vec![byte; 8_000] }).collect()
}

#[test]
fn a_full_disk_leaves_the_old_site_byte_for_byte() {
    let temporary = tempfile::tempdir().unwrap();
    let Some(_disk) = SmallDisk::mount(temporary.path()) else {
        return eprintln!("skipped: no small disk can be mounted by this account");
    };
    let folder = Folder::at(&Utf8Path::from_path(temporary.path()).unwrap().join("deep/out"));
    // A first build that does not fit leaves nothing, not even an empty folder.
    let refusal = folder.publish(&pages(300, b'x')).unwrap_err();
    assert!(matches!(refusal, Refusal::CannotWrite { .. }), "{refusal}");
    assert!(refusal.path().starts_with(&folder.out));
    assert!(!folder.out.parent().unwrap().exists());

    folder.publish(&pages(60, b'a')).unwrap();
    let before = folder.tree();
    // From “the second page does not fit” to “only the manifest does not fit”.
    let mut refused = 0;
    for count in 30..100 {
        match folder.publish(&pages(count, b'b')) {
            Ok(_) => {
                folder.publish(&pages(60, b'a')).unwrap();
            }
            Err(refusal) => {
                refused += 1;
                assert!(matches!(refusal, Refusal::CannotWrite { .. }), "{refusal}");
            }
        }
        assert_eq!(folder.tree(), before, "{count}");
    }
    assert!((1..70).contains(&refused), "{refused}");
}
