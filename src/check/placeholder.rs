//! What a new site comes with and nobody has replaced yet: words in square brackets, and invented
//! values with a remark above them.

use memchr::memmem::Finder;

use super::Subject;
use crate::programme::PLACEHOLDER;
use crate::read::Document;
use crate::report::{Findings, Problem};

/// How the remarks above invented values begin.
const REMARKS: [&str; 4] = ["# Change the next two", "# Change this", "# Check these dates", "# An invented event"];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let brackets = Finder::new(PLACEHOLDER);
    let remarks = REMARKS.map(Finder::new);
    for document in &subject.sources.documents {
        let text = document.source.text.as_bytes();
        brackets.find_iter(text).for_each(|at| tell_brackets(document, at, findings));
        for remark in &remarks {
            remark.find_iter(text).for_each(|at| tell_remark(document, at, findings));
        }
    }
}

fn tell_brackets(document: &Document, at: usize, findings: &mut Findings) {
    let rest = document.source.text.get(at..).unwrap_or_default();
    let Some(length) = rest.find(']') else { return };
    let text = rest.get(1..length).unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    findings.add(Problem::Placeholder { text }, document.source.place(at..at + length + 1));
}

fn tell_remark(document: &Document, at: usize, findings: &mut Findings) {
    let line = document.source.text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim_end();
    findings.add(Problem::InventedValue, document.source.place(at..at + line.len()));
}
