//! A new site comes with notes in square brackets that begin with the word Write. They tell you what
//! belongs there. This one is still to be replaced, and visitors can read it. Values that were invented (a telephone
//! number, the terms, two events) have a remark above them: put in what is true, then delete the remark.
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

/// How the remarks above invented values begin.
const REMARKS: [&str; 4] = ["# Change the next two", "# Change this", "# Check these dates", "# An invented event"];

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let brackets = Finder::new(PLACEHOLDER);
    let remarks = REMARKS.map(Finder::new);
    for document in &input.sources.documents {
        let text = document.source.text.as_bytes();
        brackets.find_iter(text).for_each(|at| report_placeholder(document, at, findings));
        for remark in &remarks {
            remark.find_iter(text).for_each(|at| report_comment(document, at, findings));
        }
    }
}

fn report_placeholder(document: &Document, at: usize, findings: &mut Findings) {
    let rest = document.source.text.get(at..).unwrap_or_default();
    let Some(length) = rest.find(']') else { return };
    let text = rest.get(1..length).unwrap_or_default();
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
    let line = document.source.text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim_end();
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: "what follows was invented for a new site".into(),
        help: "Put in what is true for you, then delete this remark.".into(),
    };
    findings.advise(advice, document.source.place(at..at + line.len()));
}
