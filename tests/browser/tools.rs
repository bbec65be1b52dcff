//! The checkers from npm, installed once, by name and version.

use std::path::Path;
use std::sync::OnceLock;

use crate::packages;

/// The folder with the packages of `package.json`.
pub(crate) fn npm_home() -> &'static Path {
    static HOME: OnceLock<std::path::PathBuf> = OnceLock::new();
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/package.json");
    HOME.get_or_init(|| packages::install_from_npm("browser-node", list).join("node_modules"))
}

/// The text of a file of a package.
pub(crate) fn npm(path: &str) -> String {
    std::fs::read_to_string(npm_home().join(path)).expect("a file of the package")
}
