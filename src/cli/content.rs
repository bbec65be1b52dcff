//! Writes files into a content folder. Existing files are a teacher's work: they are replaced only on request, and then
//! atomically.
#![expect(clippy::disallowed_methods, reason = "some commands write into the content folder")]

use std::fs;
use std::io::{self, ErrorKind, Write as _};

use camino::Utf8Path;

use super::{clock, print};
use crate::cli::exit::Exit;
use crate::editor::EditableFolder;
use crate::read::{disk_reason, read_retried, retried};

/// Why a file is not created. It continues a sentence that begins with the file's name.
pub(super) const EXISTS: &str = "already exists, so Fingerpost did not change it.";

/// Completes what a killed program has begun in a content folder. A folder that is missing is reported later.
pub(super) fn complete_changes(folder: &Utf8Path) -> Result<(), Exit> {
    let Ok(content) = EditableFolder::new(folder) else { return Ok(()) };
    if content.complete_changes(clock::now()).map_err(print::failure)? {
        print::note("Completed a change of several files that was interrupted.\n");
    }
    Ok(())
}

/// The bytes of a file that is given to a command.
pub(super) fn bytes_of(file: &Utf8Path) -> Result<Vec<u8>, Exit> {
    read_retried(|| fs::read(file)).map_err(|error| {
        print::failure(match error.kind() {
            ErrorKind::NotFound => format!("there is no file {file}."),
            _ => format!("{file} could not be read: {}", disk_reason(&error)),
        })
    })
}

/// Creates a file and the folders above it. The error continues a sentence that begins with the file's name.
pub(super) fn create(file: &Utf8Path, text: &str) -> Result<(), String> {
    create_bytes(file, text.as_bytes())
}

/// The same with the bytes of a file that is not a text.
pub(super) fn create_bytes(file: &Utf8Path, bytes: &[u8]) -> Result<(), String> {
    let written = create_parents(file).and_then(|()| fs::File::create_new(file)).and_then(|mut new| {
        new.write_all(bytes).inspect_err(|_| {
            // Only the first error is reported.
            let _ = fs::remove_file(file);
        })
    });
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => EXISTS.to_owned(),
        _ => write_error(&error),
    })
}

/// Replaces an existing file once the new one is complete. The error continues a sentence as that of [`create`] does.
pub(super) fn replace(file: &Utf8Path, text: &str) -> Result<(), String> {
    replace_bytes(file, text.as_bytes())
}

/// The same with the bytes of a file that is not a text.
pub(super) fn replace_bytes(file: &Utf8Path, bytes: &[u8]) -> Result<(), String> {
    let temporary = file.with_extension("unfinished");
    let written = create_parents(file)
        .and_then(|()| fs::write(&temporary, bytes))
        .and_then(|()| retried(|| fs::rename(&temporary, file)));
    written.map_err(|error| {
        // The temporary file may not exist. Only the first error is reported.
        let _ = fs::remove_file(&temporary);
        write_error(&error)
    })
}

/// The bytes of a file. `None` if there is none. The error continues a sentence as that of [`create`] does.
pub(super) fn bytes_if_any(file: &Utf8Path) -> Result<Option<Vec<u8>>, String> {
    match read_retried(|| fs::read(file)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        read => read.map(Some).map_err(|error| format!("could not be read: {}", disk_reason(&error))),
    }
}

/// The bytes of a file that has the text `before`, and those with the text `after`. The error continues a sentence as that
/// of [`create`] does.
pub(super) fn versions(file: &Utf8Path, before: &str, after: &str) -> Result<(Option<Vec<u8>>, Vec<u8>), String> {
    const BYTE_ORDER_MARK: &str = "\u{feff}";
    let bytes = bytes_if_any(file)?.unwrap_or_default();
    let mark = match bytes.strip_suffix(before.as_bytes()) {
        Some([]) => "",
        Some(mark) if mark == BYTE_ORDER_MARK.as_bytes() => BYTE_ORDER_MARK,
        _ => return Err("has changed, or is not saved as UTF-8. Save it as UTF-8 and try again.".to_owned()),
    };
    Ok((Some(bytes), format!("{mark}{after}").into_bytes()))
}

fn create_parents(file: &Utf8Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)
}

fn write_error(error: &io::Error) -> String {
    format!("could not be written: {}", disk_reason(error))
}
