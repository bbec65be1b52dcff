//! A spreadsheet in the content folder identifies people. It may be the saved answers of a form, or a list of pupils.
//! UK GDPR, Article 5, asks that personal data be limited to what is needed, and the Information Commissioner asks for
//! special care with children's data (guidance on children and the UK GDPR, as stored in November 2026). Fingerpost
//! keeps this file out of the site, even if a page links to it. But the folder may be copied, shared or put under
//! version control, so keep the file somewhere else. Count the answers, write the counts in `evaluation/surveys/`, and
//! move the file away.
//!
//! Answers without names are reported as *should*: the words of single people can identify them too.
//!
//! Wrong:
//!
//! ```text
//! media/responses.xlsx     (ID, Start time, Completion time, Email, Name, How was the fair?)
//! ```
//!
//! Right:
//!
//! ```yaml
//! responded: 84
//! questions:
//!   - question: How was the fair?
//!     counts: { Good: 61, Fair: 20, Poor: 3 }
//! ```

use super::personal_columns::PersonalColumns;
use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Place, Severity, Subject};

pub(in crate::check) const CODE: Code = Code::new("sheet-of-people");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for sheet in &input.sheets {
        let Ok(personal) = &sheet.personal else { continue };
        let mut names: Vec<&str> = Vec::new();
        for heading in personal
            .iter()
            .flat_map(|columns| if let PersonalColumns::Names(names) = columns { &names[..] } else { &[] })
        {
            if !names.contains(&heading.as_str()) {
                names.push(heading);
            }
        }
        let (severity, message) = if !names.is_empty() {
            let columns = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            (Severity::Must, format!("this spreadsheet identifies people, in {columns}"))
        } else if personal.contains(&PersonalColumns::Answers) {
            (Severity::Should, "this spreadsheet has the answers of single people".to_owned())
        } else {
            continue;
        };
        let help = "Fingerpost keeps it out of the site, even if a page links to it. Write the counts in a file in \
                    evaluation/surveys/, then move the spreadsheet out of the content folder.";
        let advice = Advice { code: CODE, severity, message, help: help.into() };
        // Nobody should be asked to move the file first.
        let place = Place::of_file(sheet.path.as_str());
        let subject = Subject::file(&place);
        findings.advise_breaking(advice, place, [subject]);
    }
}
