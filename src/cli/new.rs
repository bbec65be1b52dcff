//! `fingerpost new`: a small complete site to edit.

use camino::Utf8PathBuf;

use super::Exit;

/// What `new` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder to make
    folder: Utf8PathBuf,
}

pub(super) fn run(_arguments: &Arguments) -> Exit {
    Exit::Usage
}
