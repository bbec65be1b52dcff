//! All printing. Errors are ignored: a reader that closes the pipe (`| head`) isn't an error.
#![expect(clippy::disallowed_methods, reason = "this module does all printing")]

use std::io::{IsTerminal, Write};

use clap::ValueEnum;

use crate::cli::exit::Exit;
use crate::report::{Counts, Finding, list, print};

/// How to print findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputFormat {
    /// With an excerpt and help
    Full,
    /// One line for each finding
    Concise,
    /// One JSON object on each line
    Json,
    /// Annotations for GitHub Actions
    Github,
}

pub(super) fn out(text: &str) {
    let mut stream = anstream::stdout().lock();
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

/// Prints why a command can't do what it was asked to, and returns its exit code.
pub(super) fn failure(reason: impl std::fmt::Display) -> Exit {
    note(&format!("fingerpost: {reason}\n"));
    Exit::Error
}

/// Prints progress or an error to stderr.
pub(super) fn note(text: &str) {
    let mut stream = anstream::stderr().lock();
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

/// True if stderr is a terminal.
pub(super) fn shows_progress() -> bool {
    std::io::stderr().is_terminal()
}

/// True if stdout is a terminal, so that bars may use block characters. Text that is piped or saved may lose them.
pub(super) fn shows_blocks() -> bool {
    std::io::stdout().is_terminal()
}

pub(super) fn findings(findings: &[Finding], format: OutputFormat, folder: &str) {
    let style = print::Style {
        format: match format {
            OutputFormat::Full => print::Format::Full,
            OutputFormat::Concise => print::Format::Concise,
            OutputFormat::Json => print::Format::Json,
            OutputFormat::Github => print::Format::Github,
        },
        width: 110,
        folder,
    };
    out(&print::findings(findings, style));
}

/// “1 error and 2 more”, or “3 findings”.
pub(super) fn kinds(counts: Counts) -> String {
    let others = counts.must + counts.should + counts.could;
    match (counts.errors, others) {
        (0, 1) => "1 finding".to_owned(),
        (0, others) => format!("{others} findings"),
        (1, 0) => "1 error".to_owned(),
        (errors, 0) => format!("{errors} errors"),
        (1, others) => format!("1 error and {others} more"),
        (errors, others) => format!("{errors} errors and {others} more"),
    }
}

/// “2 errors, 1 must be fixed and 3 should be fixed”. Empty if there is nothing.
pub(super) fn counts(counts: Counts) -> String {
    let parts: Vec<String> = [
        (counts.errors, if counts.errors == 1 { "error" } else { "errors" }),
        (counts.must, "must be fixed"),
        (counts.should, "should be fixed"),
        (counts.could, "could be better"),
    ]
    .iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, words)| format!("{number} {words}"))
    .collect();
    list(&parts)
}

/// The same as [`counts`], or “nothing to fix”.
pub(super) fn counts_or_none(totals: Counts) -> String {
    Some(counts(totals)).filter(|text| !text.is_empty()).unwrap_or_else(|| "nothing to fix".to_owned())
}
