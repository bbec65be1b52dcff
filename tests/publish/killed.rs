//! After a run that is killed at any moment, the next run repairs everything.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use camino::Utf8PathBuf;
use fingerpost::publish::MANIFEST;
use fingerpost::render::OutputFile;

use crate::folder::Folder;

const VICTIM: &str = "FINGERPOST_TEST_PUBLISH_INTO";
/// `FINGERPOST_KILLS` is another number of kills.
const KILLS: u32 = 40;

/// Two sites that differ in everything that can differ.
fn sites() -> [Vec<OutputFile>; 2] {
    let page = |path: String, byte: u8| OutputFile { path, bytes: vec![byte; 3_000] };
    let common = |byte| {
        let changed = (0..50).map(move |number| page(format!("changed/{}/{number}.html", number % 7), byte));
        changed.chain((0..40).map(move |number| page(format!("same/{number}.html"), b'=')))
    };
    let a = common(b'a').chain([page("thing".into(), b'a'), page("Case.html".into(), b'a')]);
    let a = a.chain((0..40).map(|number| page(format!("only-a/{number}/index.html"), b'a')));
    let a = a.chain((0..10).map(|number| page(format!("swap/{number}"), b'a')));
    let b = common(b'b').chain([page("thing/inside.html".into(), b'b'), page("case.html".into(), b'b')]);
    let b = b.chain((0..40).map(|number| page(format!("only-b-{number}.html"), b'b')));
    let b = b.chain((0..10).map(|number| page(format!("swap/{number}/x/y.html"), b'b')));
    [a.collect(), b.collect()]
}

/// The process to kill, not a test: without the variable it does nothing.
#[test]
fn publishes_until_it_is_killed() {
    let Ok(out) = std::env::var(VICTIM) else { return };
    let folder = Folder::at(out.as_str().into());
    fs::write(has_started(&folder), "").unwrap();
    for files in sites().iter().cycle().take(100_000) {
        folder.publish(files).unwrap();
    }
}

fn victim(folder: &Folder) -> Child {
    let this = std::env::current_exe().unwrap();
    let mut command = Command::new(this);
    command.args(["--exact", "killed::publishes_until_it_is_killed"]).env(VICTIM, &folder.out);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    // Some systems take long to start a program.
    while fs::remove_file(has_started(folder)).is_err() {
        assert!(child.try_wait().unwrap().is_none(), "it has ended before it has begun");
        sleep(Duration::from_micros(200));
    }
    child
}

/// The file that the process writes at its beginning.
fn has_started(folder: &Folder) -> Utf8PathBuf {
    folder.out.with_file_name("started")
}

/// Fails if a page is incomplete or of neither site.
fn check_whole_pages(folder: &Folder) {
    let known: BTreeSet<_> = sites().into_iter().flatten().map(|file| (file.path, file.bytes)).collect();
    for (path, bytes) in folder.tree() {
        let is_page = path.ends_with(".html") || path.starts_with("swap/") || path == "thing";
        let Some(bytes) = bytes else { continue };
        if is_page && !path.starts_with(".fingerpost") {
            assert!(known.contains(&(path.clone(), bytes)), "{path}");
        }
    }
}

fn put_all(folder: &Folder, files: &[(&str, &str)]) {
    for (path, text) in files {
        folder.put(path, text);
    }
}

#[test]
fn a_run_killed_at_any_moment_is_repaired_by_the_next() {
    let sites = sites();
    let foreign = [("CNAME", "careers.example.org"), ("changed/1/mine.txt", "mine"), (".git/config", "[core]")];
    let clean = [Folder::new(), Folder::new()];
    for (clean, files) in clean.iter().zip(&sites) {
        clean.publish(files).unwrap();
        put_all(clean, &foreign);
    }

    let kills = std::env::var("FINGERPOST_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let (mut staged, mut unfinished) = (0, 0);
    let mut folder = Folder::new();
    let mut moment: u32 = 12_345;
    for kill in 0..kills {
        if kill % 3 == 0 {
            folder = Folder::new(); // so that first builds are killed as well
        }
        let mut victim = victim(&folder);
        moment = moment.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        sleep(Duration::from_micros(u64::from(2_000 + (moment >> 8) % 50_000)));
        victim.kill().unwrap();
        victim.wait().unwrap();

        check_whole_pages(&folder);
        let tree = folder.tree();
        staged += u32::from(tree.contains_key(".fingerpost-staging"));
        let manifest = tree.get(MANIFEST).cloned().flatten().unwrap_or_default();
        unfinished += u32::from(String::from_utf8(manifest).unwrap().contains("\"finished\": false"));

        let next = (moment >> 5) as usize % 2;
        folder.publish(&sites[next]).unwrap_or_else(|refusal| panic!("kill {kill}: {refusal}"));
        put_all(&folder, &foreign);
        assert!(folder.tree() == clean[next].tree(), "kill {kill}");
    }
    eprintln!("{kills} kills: {staged} left a staging folder, {unfinished} an unfinished manifest");
    assert!(staged > 0, "no kill came in the middle");
}
