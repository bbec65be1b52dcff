//! Installs the programs and packages that a test suite needs, once, below the target folder.
#![allow(dead_code, reason = "not every suite uses all of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Once;

/// Installs the packages of a `package.json` and returns their folder.
pub(crate) fn install_from_npm(name: &str, list: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if is_installed(&folder, list) {
        return folder;
    }
    std::fs::create_dir_all(&folder).expect("creating a folder");
    std::fs::copy(list, folder.join("package.json")).expect("copying the list");
    if !can_run("npm") {
        install_from_debian(&["nodejs", "npm"]);
    }
    let npm = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    install(Command::new("npm").args(npm).current_dir(&folder), "packages from npm's registry");
    mark_installed(&folder, list);
    folder
}

/// True if a program can be started, whatever it makes of `--version`.
pub(crate) fn can_run(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// Installs packages from Debian or Ubuntu.
pub(crate) fn install_from_debian(packages: &[&str]) {
    static LISTS: Once = Once::new();
    LISTS.call_once(|| apt_get(&["update"], packages));
    apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat(), packages);
}

fn apt_get(arguments: &[&str], packages: &[&str]) {
    let mut apt = Command::new("apt-get");
    apt.args(["-qq", "-o", "DPkg::Lock::Timeout=300"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    install(&mut apt, &format!("{} from Debian", packages.join(" and ")));
}

/// True if exactly this list of packages is installed.
pub(crate) fn is_installed(folder: &Path, list: &str) -> bool {
    let list = std::fs::read_to_string(list).expect("the list of packages");
    std::fs::read_to_string(folder.join("installed")).is_ok_and(|installed| installed == list)
}

/// Records that a list of packages is installed.
pub(crate) fn mark_installed(folder: &Path, list: &str) {
    std::fs::copy(list, folder.join("installed")).expect("copying the list");
}

/// Runs a command that installs something, and fails with a hint if it can't.
pub(crate) fn install(command: &mut Command, what: &str) {
    let Ok(Output { status, stderr, .. }) = command.output() else {
        panic!(
            "could not install {what}: there is no {:?} on this machine. Install {what} yourself, or run the tests without this suite",
            command.get_program()
        );
    };
    let error = String::from_utf8_lossy(&stderr);
    assert!(
        status.success(),
        "could not install {what}. Install them yourself, check the network, or run the tests without this suite\n{error}"
    );
}
