//! Fingerpost could not open a spreadsheet in the content folder. It has a password, is damaged, very large when
//! unpacked, or in the format of Excel before 2007. It may contain the names of people, which UK GDPR, Article 5,
//! allows only where they are needed (the Information Commissioner's guidance on children and the UK GDPR, as stored in
//! November 2026). Open it and check before it is published.
//!
//! Wrong:
//!
//! ```text
//! media/options-choices.xls
//! ```
//!
//! Right:
//!
//! ```text
//! media/options-choices.xlsx     (saved again, without names)
//! ```

use crate::check::RuleInput;
use crate::read::InspectError;
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("sheet-unseen");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for sheet in &input.sheets {
        let Err(error) = &sheet.personal else { continue };
        let why = match error {
            InspectError::LockedOrOld => "it has a password or an old format",
            InspectError::Damaged => "it is damaged, or its extension is wrong",
            InspectError::TooLarge => "it is very large once unpacked",
        };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("Fingerpost could not open this spreadsheet: {why}"),
            help: "Open it yourself. If it identifies people, move it out of the content folder. If not, save it as \
                   .xlsx or .csv without a password."
                .into(),
        };
        findings.advise(advice, Place::of_file(sheet.path.as_str()));
    }
}
