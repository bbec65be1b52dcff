//! A build that is killed at any moment: every page stays whole, nobody else's file changes, and the next build is right.
//!
//! `FINGERPOST_KILLS=1000` kills as many builds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::school::{SCHOOL, TEAM};

const FEW: u32 = 12;
const MANIFEST: &str = ".fingerpost-manifest.json";
const STAGING: &str = ".fingerpost-staging";

/// The site's files without the list of them.
type Site = BTreeMap<String, Vec<u8>>;

fn site(folder: &Path) -> Site {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file()).map(|file| {
        let path = file.path().strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/");
        (path, fs::read(file.path()).expect("a file"))
    });
    files.filter(|(path, _)| path != MANIFEST).collect()
}

/// Writes one of two schools that differ on every page, in a style, and in which pages there are.
fn write_content(root: &Path, version: usize) {
    let put = |path: &str, text: &str| {
        let path = root.join("careers").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    };
    let _ = fs::remove_dir_all(root.join("careers/pages"));
    let name = ["Ridgeway School", "Another School"][version];
    put("school.yaml", &SCHOOL.replace("Ridgeway School", name));
    put("team.yaml", TEAM);
    put("theme/style/90-print.css", &format!("p {{ margin: {version}px }}\n"));
    for page in 0..30 {
        put(
            &format!("pages/page-{}.md", page + 20 * version),
            &format!("---\ntitle: Page {page}\n---\nText {version}.\n"),
        );
    }
}

fn build(root: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.args(["build", "careers", "--today", "2026-11-23"]).current_dir(root);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program")
}

fn finish(mut build: Child) {
    assert!(build.wait().expect("it ends").success(), "a build that is not killed");
}

/// Numbers below a limit that are spread and the same in every run.
fn spread(kill: u32, limit: Duration) -> Duration {
    limit.mul_f64(f64::from(kill.wrapping_mul(2_654_435_761)) / f64::from(u32::MAX))
}

#[test]
fn a_build_that_is_killed_is_repaired_by_the_next() {
    let kills = std::env::var("FINGERPOST_KILLS").map_or(FEW, |kills| kills.parse().expect("a number"));
    let folder = TempDir::new().expect("a folder");
    let root = folder.path();
    let fresh = [0, 1].map(|version| {
        write_content(root, version);
        let _ = fs::remove_dir_all(root.join("site"));
        let begun = Instant::now();
        finish(build(root));
        (site(&root.join("site")), begun.elapsed())
    });
    fs::write(root.join("site/CNAME"), "careers.example").expect("a file of somebody else");
    let (mut ended, mut staged, mut mixtures) = (0, 0, 0);
    for kill in 0..kills {
        let version = (kill % 2) as usize;
        write_content(root, version);
        let mut child = build(root);
        if kill % 3 > 0 {
            // Files are moved at the end, in a few milliseconds.
            while !root.join("site").join(STAGING).exists() && child.try_wait().expect("a state").is_none() {
                std::thread::sleep(Duration::from_micros(200));
            }
            std::thread::sleep(spread(kill, Duration::from_millis(60)));
        } else {
            std::thread::sleep(spread(kill, fresh[version].1));
        }
        ended += u32::from(child.try_wait().expect("a state").is_some());
        child.kill().expect("killed");
        child.wait().expect("it ends");

        staged += u32::from(root.join("site").join(STAGING).exists());
        let mut found = site(&root.join("site"));
        found.retain(|path, _| !path.starts_with(STAGING));
        assert_eq!(found.remove("CNAME").as_deref(), Some(&b"careers.example"[..]), "kill {kill}");
        for (path, bytes) in &found {
            assert!(fresh.iter().any(|(site, _)| site.get(path) == Some(bytes)), "kill {kill}: a half {path}");
        }
        let pages = |site: &Site| -> Site {
            site.clone().into_iter().filter(|(path, _)| !path.starts_with("assets/")).collect()
        };
        mixtures += u32::from(fresh.iter().all(|(site, _)| pages(site) != pages(&found)));

        finish(build(root));
        let mut repaired = site(&root.join("site"));
        repaired.remove("CNAME");
        // Styles and scripts of the site before may stay.
        repaired.retain(|path, _| fresh[version].0.contains_key(path) || !path.starts_with("assets/"));
        let expected = &fresh[version].0;
        let paths = repaired.keys().chain(expected.keys());
        let different: Vec<&String> = paths.filter(|path| repaired.get(*path) != expected.get(*path)).collect();
        assert!(different.is_empty(), "the build after kill {kill}: {different:?}");
    }
    eprintln!(
        "{kills} kills: {ended} came after the end, {staged} left a staging folder, {mixtures} old and new pages"
    );
    assert!(kills == FEW || staged > 0, "no kill came while files were written");
}
