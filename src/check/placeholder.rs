//! Words that a new site comes with, in square brackets, and that nobody has replaced yet.

use super::Subject;
use crate::programme::PLACEHOLDER;
use crate::report::{Findings, Problem};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let finder = memchr::memmem::Finder::new(PLACEHOLDER);
    for document in &subject.sources.documents {
        for at in finder.find_iter(document.source.text.as_bytes()) {
            let rest = document.source.text.get(at..).unwrap_or_default();
            let Some(length) = rest.find(']') else { continue };
            let text: String = rest.chars().take_while(|letter| *letter != ']').skip(1).collect();
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            findings.add(Problem::Placeholder { text }, document.source.place(at..at + length + 1));
        }
    }
}
