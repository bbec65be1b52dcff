//! We could not look into a document: it asks for a password, it is of a kind from before 2007, or it is damaged.
//! So we cannot say whether it tells names, changes or comments, and many of your visitors cannot open it either.
//! A program that reads documents aloud is shut out by a password too (WCAG 2.2, principle 1; read on 23 November
//! 2026).
//!
//! Wrong:
//!
//! ```text
//! media/options-booklet.pdf     (asks for a password)
//! ```
//!
//! Right:
//!
//! ```text
//! media/options-booklet.pdf     (saved again without one)
//! ```

use crate::check::RuleInput;
use crate::read::UnseenDocument;
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("document-unseen");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for document in &input.documents {
        let Err(unseen) = &document.inside else { continue };
        // Sheets are told by a rule of their own.
        if ["xlsx", "xlsm", "ods"].contains(&document.path.ending().as_str()) {
            continue;
        }
        let why = match unseen {
            UnseenDocument::LockedOrOld => "it asks for a password, or is of an old kind",
            UnseenDocument::Damaged => "it is damaged, or not what its name says",
            UnseenDocument::TooLarge => "it unfolds to more than we read",
        };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("we could not look into this document: {why}"),
            help: "Open it and save it again, without a password. If it does not open, take it out.".into(),
        };
        findings.advise(advice, Place::of_file(document.path.as_str()));
    }
}
