//! A new site comes with notes in square brackets that begin with the word Write. They say what belongs there. This one
//! has not been replaced yet, and visitors can read it. Example values (a telephone number, the terms, two events) have
//! a comment above them: write the real values, then delete the comment.
//!
//! Wrong:
//!
//! ```text
//! [Write here what Year 9 is about.]
//! ```
//!
//! Right:
//!
//! ```text
//! In Year 9 you choose your subjects for the next two years.
//! ```

use memchr::memmem::Finder;

use crate::check::RuleInput;
use crate::programme::PLACEHOLDER;
use crate::read::Document;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("placeholder");

/// How the comments above example values begin.
const COMMENTS: [&str; 4] = ["# Change the next two", "# Change this", "# Check these dates", "# An invented event"];

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let brackets = Finder::new(PLACEHOLDER);
    let comments = COMMENTS.map(Finder::new);
    for document in &input.sources.documents {
        let text = document.source.text.as_bytes();
        brackets.find_iter(text).for_each(|at| report_placeholder(document, at, findings));
        for comment in &comments {
            comment.find_iter(text).for_each(|at| report_comment(document, at, findings));
        }
    }
}

fn report_placeholder(document: &Document, at: usize, findings: &mut Findings) {
    let after = document.source.text.get(at..).unwrap_or_default();
    let Some(length) = after.find(']') else { return };
    let text = after.get(1..length).unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("still to be written: `{text}`"),
        help: "Replace it with your own words.".into(),
    };
    findings.advise(advice, document.source.place(at..at + length + 1));
}

fn report_comment(document: &Document, at: usize, findings: &mut Findings) {
    let line = document.source.text.get(at..).and_then(|after| after.lines().next()).unwrap_or_default().trim_end();
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: "the values after this comment are examples from a new site".into(),
        help: "Write your own values, then delete this comment.".into(),
    };
    findings.advise(advice, document.source.place(at..at + line.len()));
}
