//! Installs the readers below the target folder and runs them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use fingerpost::render::OutputFile;

use crate::packages::{self, install, is_installed, mark_installed};

/// The folder of the scripts.
const SCRIPTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readers");

/// Runs a Python script and returns its output. Fails if the script does.
pub(crate) fn python(script: &str, arguments: &[&Path]) -> String {
    let python = python_folder().join("bin/python");
    text(Command::new(python).arg(format!("{SCRIPTS}/{script}")).args(arguments), script)
}

/// Runs a JavaScript program and returns its output. Fails if the program does.
pub(crate) fn node(script: &str, arguments: &[&Path]) -> String {
    // Node looks for packages next to the script. Another test may be running it, so replace it in one step.
    let copy = node_folder().join(script);
    let temporary = tempfile::NamedTempFile::new_in(node_folder()).expect("a file");
    std::fs::copy(format!("{SCRIPTS}/{script}"), temporary.path()).expect("the script is copied");
    temporary.persist(&copy).expect("the script is there");
    text(Command::new("node").arg(copy).args(arguments), script)
}

fn text(command: &mut Command, script: &str) -> String {
    let Output { status, stdout, stderr } = command.output().expect("the reader starts");
    let error = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{script} rejects the files:\n{error}");
    String::from_utf8(stdout).expect("UTF-8")
}

/// An empty folder for a site.
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
fn python_folder() -> &'static Path {
    static HOME: OnceLock<PathBuf> = OnceLock::new();
    HOME.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readers-python");
        let list = format!("{SCRIPTS}/requirements.txt");
        if is_installed(&folder, &list) {
            return folder;
        }
        let venv = || Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder).output();
        if !venv().is_ok_and(|output| output.status.success()) {
            packages::install_from_debian(&["python3", "python3-venv"]);
            install(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder), "an environment for Python");
        }
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", &list];
        install(Command::new(folder.join("bin/python")).args(pip), "the readers from Python's registry");
        mark_installed(&folder, &list);
        folder
    })
}

/// A folder with the packages of `package.json`.
fn node_folder() -> &'static Path {
    static HOME: OnceLock<PathBuf> = OnceLock::new();
    HOME.get_or_init(|| packages::install_from_npm("readers-node", &format!("{SCRIPTS}/package.json")))
}
