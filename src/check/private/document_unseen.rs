//! Fingerpost could not open a document: it needs a password, has a format from before 2007, is damaged, or is too
//! large. So Fingerpost does not know whether it shows names, changes or comments, and many visitors cannot open it either. A
//! password also locks out programs that read documents aloud (WCAG 2.2, principle 1).
//!
//! Wrong:
//!
//! ```text
//! media/options-booklet.pdf     (needs a password)
//! ```
//!
//! Right:
//!
//! ```text
//! media/options-booklet.pdf     (saved again without one)
//! ```

use crate::check::RuleInput;
use crate::read::InspectError;
use crate::report::{Advice, Code, Findings, Place, Severity, Subject};

pub(super) const CODE: Code = Code::new("document-unseen");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for document in &input.documents {
        let Err(error) = &document.info else { continue };
        // Spreadsheets have their own rule.
        if ["xlsx", "xlsm", "ods"].contains(&document.path.extension().as_str()) {
            continue;
        }
        let (why, help) = match error {
            InspectError::LockedOrOld => {
                ("it needs a password, or has an old format", "Open it and save it again, without a password.")
            }
            InspectError::Damaged => (
                "it is damaged, or its extension is wrong",
                "Open it and save it again. If it does not open, remove it.",
            ),
            InspectError::TooLarge => (
                "it is very large once unpacked",
                "Save it with smaller pictures, or in parts. Write what matters in a page.",
            ),
        };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("Fingerpost could not open this document: {why}"),
            help: help.into(),
        };
        // It may be in a folder from which it can't be published anyway.
        let content = Subject::Content(document.path.to_string());
        findings.advise_needing(advice, Place::of_file(document.path.as_str()), [content]);
    }
}
