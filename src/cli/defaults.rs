//! What every command starts with: the facts and the default folder.

use camino::Utf8PathBuf;

use super::print;
use crate::framework::Facts;

/// Prints an error and returns `None` if the compiled-in facts are damaged.
pub(super) fn facts() -> Option<Facts> {
    match Facts::load() {
        Ok(facts) => Some(facts),
        Err(error) => {
            print::note(&format!("fingerpost: a data file in this program is damaged: {error}\n"));
            None
        }
    }
}

pub(super) fn current_dir() -> Utf8PathBuf {
    Utf8PathBuf::from(".")
}
