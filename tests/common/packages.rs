//! What tests need beyond Rust: installed once by package name, below the target folder.
#![allow(dead_code, reason = "not every test file needs all of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder below the target folder with the packages of a `package.json`.
pub(crate) fn from_npm(name: &str, wanted: &str) -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if is_installed(&home, wanted) {
        return home;
    }
    std::fs::create_dir_all(&home).expect("a folder is made");
    std::fs::copy(wanted, home.join("package.json")).expect("the list is copied");
    if !is_there("npm") {
        from_debian(&["nodejs", "npm"]);
    }
    let npm = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    install(Command::new("npm").args(npm).current_dir(&home), "packages from npm's registry");
    remember(&home, wanted);
    home
}

/// True if a program can be started. It need not like what it is asked.
pub(crate) fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// Installs packages from Debian or Ubuntu.
pub(crate) fn from_debian(packages: &[&str]) {
    for arguments in [&["update"][..], &[&["install", "--yes", "--no-install-recommends"], packages].concat()] {
        let mut apt = Command::new("apt-get");
        apt.args(["-qq", "-o", "DPkg::Lock::Timeout=300"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        install(&mut apt, &format!("{} from Debian", packages.join(" and ")));
    }
}

/// Installed means: of this very list.
pub(crate) fn is_installed(home: &Path, wanted: &str) -> bool {
    let wanted = std::fs::read_to_string(wanted).expect("the list of packages");
    std::fs::read_to_string(home.join("installed")).is_ok_and(|installed| installed == wanted)
}

/// Notes that a list of packages has been installed.
pub(crate) fn remember(home: &Path, wanted: &str) {
    std::fs::copy(wanted, home.join("installed")).expect("the list is copied");
}

/// Runs a command that installs something. It must not fail.
pub(crate) fn install(command: &mut Command, what: &str) {
    let Ok(Output { status, stderr, .. }) = command.output() else {
        panic!("{what} could not be installed: {:?} is not on this machine", command.get_program());
    };
    let error = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{what} could not be installed; is the registry within reach?\n{error}");
}
