//! A sheet in the content folder tells who people are. It may be a form's answers as they were saved, or a
//! list of pupils. UK GDPR, Article 5, asks that personal data be limited to what is needed, and the Information
//! Commissioner asks for special care with children's data (guidance on children and the UK GDPR, read on 24
//! November 2026). Fingerpost keeps such a file out of the site, even if a page links to it. But the folder may
//! be copied, shared or put under version control: the sheet belongs elsewhere. Count the answers, write
//! the counts into `evaluation/surveys/`, and take the sheet away.
//!
//! A form's answers without names are told as *should*: what single people wrote can give them away too.
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

use super::identity::{Identifying, reported};
use crate::check::RuleInput;
use crate::read::sheet::{is_sheet, top_rows};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(in crate::check) const CODE: Code = Code::new("sheet-of-people");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let columns = &input.facts.privacy.columns;
    for file in input.sources.media.iter().filter(|file| is_sheet(&file.path.ending())) {
        let Ok(bytes) = file.bytes() else { continue };
        let Ok(tables) = top_rows(&file.path.ending(), &bytes) else { continue };
        let found: Vec<Identifying> = tables.iter().filter_map(|rows| reported(rows, columns)).collect();
        let mut names: Vec<&str> = Vec::new();
        for heading in
            found.iter().flat_map(|reported| if let Identifying::Names(names) = reported { &names[..] } else { &[] })
        {
            if !names.contains(&heading.as_str()) {
                names.push(heading);
            }
        }
        let (severity, message) = if !names.is_empty() {
            let columns = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            (Severity::Must, format!("this sheet tells who people are, in {columns}"))
        } else if found.contains(&Identifying::Answers) {
            (Severity::Should, "this sheet holds the answers of single people".to_owned())
        } else {
            continue;
        };
        let help = "It is kept out of the site, even where a page links to it. Write the counts into a file in \
                    evaluation/surveys/, then move the sheet out of the content folder.";
        let advice = Advice { code: CODE, severity, message, help: help.into() };
        findings.advise(advice, Place::of_file(file.path.as_str()));
    }
}
