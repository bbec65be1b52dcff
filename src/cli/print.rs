//! Everything that is printed. A reader that goes away (`| head`) ends the printing, quietly.
#![expect(clippy::disallowed_methods, reason = "printing is what this room is for")]

use std::io::{IsTerminal, Write};

use super::Format;
use crate::report::{Counts, Finding, list, print};

/// To where results go.
pub(super) fn out(text: &str) {
    let mut stream = anstream::stdout().lock();
    // Nothing sensible can be done when nobody reads on.
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

/// To where progress and trouble go.
pub(super) fn note(text: &str) {
    let mut stream = anstream::stderr().lock();
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

/// True if progress goes to a person's screen.
pub(super) fn is_terminal() -> bool {
    std::io::stderr().is_terminal()
}

/// True if results go to a person's screen, where bars may be drawn with blocks: elsewhere a pipe or an
/// old editor could make something else of them.
pub(super) fn shows_blocks() -> bool {
    std::io::stdout().is_terminal()
}

/// All findings, in the chosen format.
pub(super) fn findings(findings: &[Finding], format: Format, folder: &str) {
    let style = print::Style {
        format: match format {
            Format::Full => print::Format::Full,
            Format::Concise => print::Format::Concise,
            Format::Json => print::Format::Json,
            Format::Github => print::Format::Github,
        },
        width: 110,
        folder,
    };
    let text: String = findings.iter().map(|finding| print::finding(finding, style)).collect();
    out(&text);
}

/// “2 errors, 1 must be mended and 3 should be”; empty if there is nothing.
pub(super) fn counts(counts: Counts) -> String {
    let parts: Vec<String> = [
        (counts.errors, if counts.errors == 1 { "error" } else { "errors" }),
        (counts.must, "must be mended"),
        (counts.should, "should be mended"),
        (counts.could, "could be better"),
    ]
    .iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, words)| format!("{number} {words}"))
    .collect();
    list(&parts)
}
