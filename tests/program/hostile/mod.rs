//! Clumsy and hostile inputs, created at run time. Whatever comes: no panic, a finding that names the problem, and
//! the site published before stays as it was, byte for byte.
mod bytes;
mod folder;
#[cfg(unix)]
mod links;
mod names;
mod output;
#[cfg(unix)]
mod permissions;
mod pictures;
mod texts;
mod theme;
mod yaml;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

use tempfile::TempDir;

use crate::school::{SCHOOL, TEAM};

const FAIR: &str = "---\ntitle: Careers fair\naudiences: [pupils, parents]\n---\nCome and meet employers.\n";

const NEW: &str = "---\ntitle: New\n---\nNew.\n";

/// A temporary folder with the content in `careers` and the output in `site`.
struct TestSite {
    dir: TempDir,
    /// The account that runs the program, if it is not the one that runs the test.
    account: Option<u32>,
}

/// What one run of the program printed, and how it ended.
struct RunOutput {
    exit: i32,
    codes: Vec<String>,
    all: String,
}

/// Every file of a folder with its bytes, and every link.
type Snapshot = BTreeMap<PathBuf, Vec<u8>>;

impl TestSite {
    /// An empty content folder.
    fn empty() -> Self {
        let site = Self { dir: TempDir::new().expect("a folder for the test"), account: None };
        fs::create_dir(site.at("careers")).expect("the content folder");
        site
    }

    /// A small content folder without findings.
    fn clean() -> Self {
        Self::empty().with("school.yaml", SCHOOL).with("team.yaml", TEAM)
    }

    /// The same with its site, which is built once for all tests of this run.
    fn published() -> Self {
        static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
            let site = TestSite::clean();
            let output = site.build();
            assert_eq!((output.exit, output.codes.len()), (0, 0), "a clean folder: {}", output.all);
            let files = snapshot(&site.at("site")).into_iter().filter(|(path, _)| path.is_file());
            let path =
                |path: &Path| path.strip_prefix(site.at("")).expect("below").to_string_lossy().replace('\\', "/");
            files.map(|(file, bytes)| (path(&file), bytes)).collect()
        });
        let site = Self::clean();
        FILES.iter().for_each(|(path, bytes)| site.put(path, bytes));
        site
    }

    /// Adds a file to the content folder.
    fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.put(&format!("careers/{path}"), bytes);
        // Only files that a page links to are published.
        if path.starts_with("media/") {
            self.put("careers/pages/linked.md", format!("---\ntitle: Linked\n---\n[The file](../{path})\n"));
        }
        self
    }

    /// Adds a page with this text.
    fn with_page(self, body: &str) -> Self {
        self.with("pages/options.md", format!("---\ntitle: Options\n---\n{body}\n"))
    }

    /// Writes a file anywhere in the temporary folder.
    fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("its folder");
        fs::write(path, bytes).expect("the file");
    }

    fn at(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn build(&self) -> RunOutput {
        self.run(&["build", "careers"])
    }

    /// Runs the program. Fails if it takes more than two minutes, panics or is killed.
    fn run(&self, arguments: &[&str]) -> RunOutput {
        let file = |name: &str| fs::File::create(self.at(name)).expect("creating a file for the output");
        let mut child = self
            .program()
            .args(arguments)
            .args(["--format", "json", "--today", "2026-11-23"])
            .current_dir(self.dir.path())
            .stdin(Stdio::null())
            .stdout(file(".stdout"))
            .stderr(file(".stderr"))
            .spawn()
            .expect("the program");
        let mut exit = None;
        for _ in 0..12_000 {
            exit = child.try_wait().expect("waiting for the program");
            if exit.is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let Some(exit) = exit else {
            child.kill().expect("stopping the program");
            panic!("the program hangs");
        };
        let printed =
            |name: &str| String::from_utf8_lossy(&fs::read(self.at(name)).expect("reading the output")).into_owned();
        let (out, notes) = (printed(".stdout"), printed(".stderr"));
        assert!(!notes.contains("panicked") && !notes.contains("overflow"), "a panic: {notes}");
        let exit = exit.code().unwrap_or_else(|| panic!("killed by a signal: {notes}"));
        assert!((0..=2).contains(&exit), "exit code {exit}: {notes}");
        let codes = out.lines().map(|line| {
            let finding: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
            finding.get("code").and_then(|code| code.as_str()).expect("a code").to_owned()
        });
        RunOutput { exit, codes: codes.collect(), all: out.chars().take(3000).chain(notes.chars()).collect() }
    }

    fn program(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        #[cfg(unix)]
        if let Some(account) = self.account {
            std::os::unix::process::CommandExt::uid(&mut program, account);
        }
        program
    }

    /// Builds, and expects this finding as an error and an unchanged site.
    #[track_caller]
    fn refuses(&self, code: &str) -> RunOutput {
        let before = snapshot(&self.at("site"));
        let output = self.build();
        assert_eq!(output.exit, 1, "exit code: {}", output.all);
        output.reports(code);
        assert!(snapshot(&self.at("site")) == before, "the site has changed");
        output
    }

    /// The same, and expects no other finding.
    #[track_caller]
    fn refuses_only(&self, code: &str) {
        let output = self.refuses(code);
        assert!(output.codes.iter().all(|output| output == code), "findings other than {code}: {:?}", output.codes);
    }

    /// Builds, and expects success.
    #[track_caller]
    fn accepts(&self) -> RunOutput {
        let output = self.build();
        assert_eq!(output.exit, 0, "exit code: {}", output.all);
        output
    }

    /// All pages of the site in one string.
    fn pages(&self) -> String {
        let pages =
            snapshot(&self.at("site")).into_iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "html"));
        pages.map(|(_, bytes)| String::from_utf8(bytes).expect("a page in UTF-8")).collect()
    }
}

impl RunOutput {
    #[track_caller]
    fn reports(&self, code: &str) {
        assert!(self.codes.iter().any(|output| output == code), "{code} is not reported. Output: {}", self.all);
    }

    fn count(&self, code: &str) -> usize {
        self.codes.iter().filter(|output| *output == code).count()
    }
}

fn snapshot(folder: &Path) -> Snapshot {
    let mut files = Snapshot::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        let bytes = if entry.file_type().is_file() { fs::read(entry.path()).expect("a file") } else { Vec::new() };
        files.insert(entry.path().to_owned(), bytes);
    }
    files
}

fn event(front_matter: &str) -> String {
    format!("---\naudiences: [pupils]\n{front_matter}\n---\n")
}
