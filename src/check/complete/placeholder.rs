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

use aho_corasick::AhoCorasick;
use memchr::memmem::Finder;

use crate::check::{TextCheck, TextRuleInput};
use crate::programme::PLACEHOLDER;
use crate::report::{Advice, Code, Findings, Severity, Source};

pub(super) const CODE: Code = Code::new("placeholder");

/// How the comments above example values begin.
const COMMENTS: [&str; 4] = ["# Change the next two", "# Change this", "# Check these dates", "# An invented event"];

pub(super) fn prepare<'a>(_: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let brackets = Finder::new(PLACEHOLDER);
    let comments = COMMENTS.map(Finder::new);
    let any = AhoCorasick::new(COMMENTS.iter().chain([&PLACEHOLDER]));
    TextCheck::each(move |text, findings| {
        let bytes = text.source.text.as_bytes();
        // Fast path: most texts are finished.
        if any.as_ref().is_ok_and(|any| !any.is_match(bytes)) {
            return;
        }
        brackets.find_iter(bytes).for_each(|at| report_placeholder(&text.source, at, findings));
        for comment in &comments {
            comment.find_iter(bytes).for_each(|at| report_comment(&text.source, at, findings));
        }
    })
}

fn report_placeholder(source: &Source, at: usize, findings: &mut Findings) {
    let after = source.text.get(at..).unwrap_or_default();
    let Some(length) = after.find(']') else { return };
    let text = after.get(1..length).unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("still to be written: `{text}`"),
        help: "Replace it with your own words.".into(),
    };
    findings.advise(advice, source.place(at..at + length + 1));
}

fn report_comment(source: &Source, at: usize, findings: &mut Findings) {
    let line = source.text.get(at..).and_then(|after| after.lines().next()).unwrap_or_default().trim_end();
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: "the values after this comment are examples from a new site".into(),
        help: "Write your own values, then delete this comment.".into(),
    };
    findings.advise(advice, source.place(at..at + line.len()));
}
