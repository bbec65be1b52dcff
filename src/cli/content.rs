//! New files in a content folder. What is there already is a teacher's work: it is written over only when that
//! was asked for, and then it is whole at every moment.
#![expect(clippy::disallowed_methods, reason = "some commands are there to write into the content folder")]

use std::fs;
use std::io::{self, ErrorKind, Write as _};

use camino::Utf8Path;

/// Writes a file that is not there yet, and the folders above it.
///
/// # Errors
/// In words that follow the file's name: it is there already, or it could not be written.
pub(super) fn create(file: &Utf8Path, text: &str) -> Result<(), String> {
    let written = make_room(file).and_then(|()| fs::File::create_new(file)?.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => "is there already, and was left as it is.".to_owned(),
        _ => not_written(&error),
    })
}

/// Writes a file, over one that may be there: the old one stays until the new one is whole.
///
/// # Errors
/// In words that follow the file's name: it could not be written.
pub(super) fn replace(file: &Utf8Path, text: &str) -> Result<(), String> {
    let unfinished = file.with_extension("unfinished");
    let written =
        make_room(file).and_then(|()| fs::write(&unfinished, text)).and_then(|()| fs::rename(&unfinished, file));
    written.map_err(|error| {
        // It may not even have been made; the error to tell is the first one.
        let _ = fs::remove_file(&unfinished);
        not_written(&error)
    })
}

fn make_room(file: &Utf8Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)
}

fn not_written(error: &io::Error) -> String {
    format!("could not be written: {error}")
}
