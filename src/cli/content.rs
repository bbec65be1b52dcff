//! Writes files into a content folder. Existing files are a teacher's work: they are replaced only on request, and then
//! atomically.
#![expect(clippy::disallowed_methods, reason = "some commands write into the content folder")]

use std::fs;
use std::io::{self, ErrorKind, Write as _};

use camino::Utf8Path;

/// Creates a file and the folders above it. The error continues a sentence that begins with the file's name.
pub(super) fn create(file: &Utf8Path, text: &str) -> Result<(), String> {
    let written = create_parents(file).and_then(|()| fs::File::create_new(file)?.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => "already exists, so Fingerpost did not change it.".to_owned(),
        _ => write_error(&error),
    })
}

/// Replaces an existing file once the new one is complete. The error continues a sentence as that of [`create`] does.
pub(super) fn replace(file: &Utf8Path, text: &str) -> Result<(), String> {
    let temporary = file.with_extension("unfinished");
    let written =
        create_parents(file).and_then(|()| fs::write(&temporary, text)).and_then(|()| fs::rename(&temporary, file));
    written.map_err(|error| {
        // The temporary file may not exist. Only the first error is reported.
        let _ = fs::remove_file(&temporary);
        write_error(&error)
    })
}

fn create_parents(file: &Utf8Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)
}

fn write_error(error: &io::Error) -> String {
    format!("could not be written: {error}")
}
