//! What all imports share: reading the file, reporting on it, and writing the result.
#![expect(clippy::disallowed_methods, reason = "reads the file named on the command line")]

use std::fs;

use camino::Utf8Path;

use crate::cli::exit::Exit;
use crate::cli::print::OutputFormat;
use crate::cli::{content, print};
use crate::read::{disk_reason, read_retried};
use crate::report::Findings;

#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct WriteOptions {
    /// Write the files, instead of only showing them
    #[arg(long)]
    pub(super) write: bool,
    /// Replace all files of this import that already exist, with everything in them
    #[arg(long, requires = "write")]
    pub(super) replace: bool,
}

/// Reads the file to import. Rejects files that are larger than any school needs.
pub(super) fn read_bytes(file: &Utf8Path) -> Result<Vec<u8>, Exit> {
    /// In bytes.
    const MAX_FILE_SIZE: u64 = 100_000_000;
    let size = fs::metadata(file).map(|metadata| metadata.len());
    let read = match size {
        Ok(size) if size > MAX_FILE_SIZE => Err("it is larger than 100 MB".to_owned()),
        Ok(_) => read_retried(|| fs::read(file)).map_err(|error| disk_reason(&error)),
        Err(error) => Err(disk_reason(&error)),
    };
    read.map_err(|reason| print::failure(format!("{file} could not be read: {reason}")))
}

/// Prints findings: those about the imported file with its own path, others with the content folder's.
pub(super) fn report(findings: Findings, file: &Utf8Path, folder: &Utf8Path) {
    let name = file.file_name().unwrap_or_default();
    let parent = file.parent().map_or("", Utf8Path::as_str);
    let (of_import, of_content): (Vec<_>, Vec<_>) =
        findings.sorted().into_iter().partition(|finding| finding.place.path().as_str() == name);
    print::findings(&of_import, OutputFormat::Full, parent);
    print::findings(&of_content, OutputFormat::Full, folder.as_str());
}

impl WriteOptions {
    /// Writes a file. Replaces an existing one only with `--replace`.
    pub(super) fn write_file(self, file: &Utf8Path, text: &str) -> Result<(), String> {
        if self.replace { content::replace(file, text) } else { content::create(file, text) }
    }
}
