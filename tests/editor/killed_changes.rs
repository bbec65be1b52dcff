//! A program that is killed while it changes several files, or takes changes back, leaves content that can be completed.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::editor::{ChangeKind, ContentChange, EditableFolder, SaveError};

use crate::change_sets::{changes, changes_that_fail, files, folder, now};

const VICTIM: &str = "FINGERPOST_TEST_CHANGE_FILES_IN";
const KILLS: u64 = 8;

/// The process to kill, not a test: without the variable it does nothing.
#[test]
fn changes_files_until_it_is_killed() {
    let Ok(path) = std::env::var(VICTIM) else { return };
    let folder = EditableFolder::new(&Utf8PathBuf::from(path)).unwrap();
    for _ in 0..100_000 {
        folder.make_changes(ChangeKind::AcademicYear, "next", &changes()).unwrap();
        folder.undo_changes().unwrap();
    }
}

/// The same for changes that are taken back.
#[test]
fn takes_changes_back_until_it_is_killed() {
    let Ok(path) = std::env::var(VICTIM) else { return };
    let folder = EditableFolder::new(&Utf8PathBuf::from(path)).unwrap();
    for _ in 0..100_000 {
        assert!(matches!(
            folder.make_changes(ChangeKind::AcademicYear, "next", &changes_that_fail()),
            Err(SaveError::Disk { .. })
        ));
    }
}

fn start(test: &str, folder: &Utf8Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &format!("killed_changes::{test}")]).env(VICTIM, folder);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn a_killed_program_leaves_the_old_files_or_the_new_ones() {
    let (_temporary, path) = folder();
    let old = files(&path);
    let folder = EditableFolder::new(&path).unwrap();
    folder.make_changes(ChangeKind::AcademicYear, "next", &changes()).unwrap();
    let new = files(&path);
    folder.undo_changes().unwrap();
    let mut interrupted = 0;
    for kill in 0..KILLS {
        let mut victim = start("changes_files_until_it_is_killed", &path);
        // Every other kill waits until files are being changed.
        let is_changing = || path.join(".fingerpost/changes/pending").exists();
        let until = Instant::now() + Duration::from_secs(10);
        while kill % 2 == 0 && !is_changing() && Instant::now() < until {}
        sleep(Duration::from_millis(if kill % 2 == 0 { kill } else { 40 + kill * 13 }));
        victim.kill().unwrap();
        victim.wait().unwrap();
        interrupted += u64::from(folder.complete_changes(now()).unwrap());
        let found = files(&path);
        assert!(found == old || found == new, "neither the old files nor the new ones: {found:#?}");
        if found == new {
            folder.undo_changes().unwrap();
        }
        assert_eq!(files(&path), old);
    }
    assert!(interrupted > 0, "no kill was in the middle");
}

/// Without all versions the changes could neither be completed nor taken back.
#[test]
fn a_program_killed_while_it_takes_changes_back_leaves_all_versions_or_none() {
    let versions = |change: &ContentChange| usize::from(change.before.is_some()) + usize::from(change.after.is_some());
    let whole = 1 + changes_that_fail().iter().map(versions).sum::<usize>();
    for _ in 0..KILLS {
        let (_temporary, path) = folder();
        let pending = path.join(".fingerpost/changes/pending");
        let count = || fs::read_dir(&pending).map_or(0, Iterator::count);
        let mut victim = start("takes_changes_back_until_it_is_killed", &path);
        // A set that is being removed has fewer files.
        let until = Instant::now() + Duration::from_millis(500);
        while !(1..whole).contains(&count()) && Instant::now() < until {}
        victim.kill().unwrap();
        victim.wait().unwrap();
        assert!([0, whole].contains(&count()), "{} of {whole} files", count());
    }
}
