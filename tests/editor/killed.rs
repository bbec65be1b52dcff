//! A program that is killed while it saves leaves the file whole, before or after the save.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use camino::Utf8PathBuf;
use fingerpost::ContentPath;
use fingerpost::editor::{EditableFolder, FileChange};
use jiff::civil::date;

const VICTIM: &str = "FINGERPOST_TEST_SAVE_INTO";
const KILLS: u64 = 12;

fn versions() -> [String; 2] {
    ["a", "b"].map(|name| format!("people:\n  - role: careers-leader\n    name: {}\n", name.repeat(40_000)))
}

/// The process to kill, not a test: without the variable it does nothing.
#[test]
fn saves_until_it_is_killed() {
    let Ok(folder) = std::env::var(VICTIM) else { return };
    let folder = EditableFolder::new(&Utf8PathBuf::from(folder)).unwrap();
    let path = ContentPath::new("team.yaml");
    for text in versions().iter().cycle().take(100_000) {
        let seen = folder.open(&path).unwrap().seen();
        folder.save(&path, seen, FileChange::Text(text), date(2026, 11, 29).at(16, 45, 12, 0)).unwrap();
    }
}

#[test]
fn a_killed_save_leaves_a_whole_file() {
    let temporary = tempfile::tempdir().unwrap();
    let path = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).unwrap();
    fs::write(path.join("team.yaml"), &versions()[0]).unwrap();
    for kill in 0..KILLS {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "killed::saves_until_it_is_killed"]).env(VICTIM, &path);
        let mut victim = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(Duration::from_millis(30 + kill * 7));
        victim.kill().unwrap();
        victim.wait().unwrap();
        let text = fs::read_to_string(path.join("team.yaml")).unwrap();
        assert!(versions().contains(&text), "{} bytes after {kill} kills", text.len());
    }
    let folder = EditableFolder::new(&path).unwrap();
    let file = folder.open(&ContentPath::new("team.yaml")).unwrap();
    let change = FileChange::Text("people: []\n");
    folder.save(&ContentPath::new("team.yaml"), file.seen(), change, date(2026, 11, 30).at(9, 0, 0, 0)).unwrap();
    let names: Vec<_> = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "no temporary file is left: {names:?}");
    assert!(folder.history().iter().all(|entry| entry.before().is_ok_and(|before| before.is_some())));
}
