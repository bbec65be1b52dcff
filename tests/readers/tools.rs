//! The readers: installed once by package name, below the target folder, and run on a folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use fingerpost::render::OutputFile;

use crate::packages::{self, install, is_installed, remember};

/// Where the scripts of these tests stand.
const SCRIPTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readers");

/// Runs a Python script with arguments and gives what it prints. It must not fail.
pub(crate) fn python(script: &str, arguments: &[&Path]) -> String {
    let python = python_home().join("bin/python");
    said(Command::new(python).arg(format!("{SCRIPTS}/{script}")).args(arguments), script)
}

/// Runs a JavaScript program with arguments and gives what it prints. It must not fail.
pub(crate) fn node(script: &str, arguments: &[&Path]) -> String {
    // Node looks for packages beside the script. Another test may be running it: it is whole at every moment.
    let copy = node_home().join(script);
    let whole = tempfile::NamedTempFile::new_in(node_home()).expect("a file");
    std::fs::copy(format!("{SCRIPTS}/{script}"), whole.path()).expect("the script is copied");
    whole.persist(&copy).expect("the script is there");
    said(Command::new("node").arg(copy).args(arguments), script)
}

fn said(command: &mut Command, script: &str) -> String {
    let Output { status, stdout, stderr } = command.output().expect("the reader starts");
    let error = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{script} refuses what we wrote:\n{error}");
    String::from_utf8(stdout).expect("UTF-8")
}

/// A folder for a site, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readers").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an old site goes");
    }
    std::fs::create_dir_all(&folder).expect("a folder is made");
    folder
}

/// Writes a site's files.
pub(crate) fn write(files: &[OutputFile], folder: &Path) {
    for file in files {
        let path = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(path, &file.bytes).expect("it is written");
    }
}

/// A virtual environment with the packages of `requirements.txt`.
fn python_home() -> &'static Path {
    static HOME: OnceLock<PathBuf> = OnceLock::new();
    HOME.get_or_init(|| {
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readers-python");
        let wanted = format!("{SCRIPTS}/requirements.txt");
        if is_installed(&home, &wanted) {
            return home;
        }
        let venv = || Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home).output();
        if !venv().is_ok_and(|output| output.status.success()) {
            packages::from_debian(&["python3", "python3-venv"]);
            install(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home), "an environment for Python");
        }
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", &wanted];
        install(Command::new(home.join("bin/python")).args(pip), "the readers from Python's registry");
        remember(&home, &wanted);
        home
    })
}

/// A folder with the packages of `package.json`.
fn node_home() -> &'static Path {
    static HOME: OnceLock<PathBuf> = OnceLock::new();
    HOME.get_or_init(|| packages::from_npm("readers-node", &format!("{SCRIPTS}/package.json")))
}
