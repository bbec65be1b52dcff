//! A document shows who wrote it, or still has deleted words and comments. Programs save them in the file, and
//! everybody who opens it can see them: the name of a colleague, an early draft, or what somebody thought of it.
//! Fingerpost publishes documents as they are. The Information Commissioner's Office warns of hidden data of this kind
//! (“How to disclose information safely”, read on 23 November 2026).
//!
//! Wrong:
//!
//! ```text
//! media/work-experience-form.docx     (with tracked changes and three comments)
//! ```
//!
//! Right:
//!
//! ```text
//! media/work-experience-form.docx     (in Word: File, Info, Check for Issues, Inspect Document, Remove All)
//! ```

use crate::check::RuleInput;
use crate::read::DocumentInfo;
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("document-data");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for document in &input.documents {
        let Ok(info) = &document.info else { continue };
        let data = personal_data(info);
        if data.is_empty() {
            continue;
        }
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("this document shows {}", data.join(", and ")),
            help: help(&document.path.extension()).into(),
        };
        findings.advise(advice, Place::of_file(document.path.as_str()));
    }
}

fn personal_data(info: &DocumentInfo) -> Vec<String> {
    let people = (!info.people.is_empty()).then(|| format!("who wrote it ({})", info.people.join(", ")));
    let revisions = match (info.has_changes, info.has_comments) {
        (true, true) => Some("changes and comments"),
        (true, false) => Some("changes"),
        (false, true) => Some("comments"),
        (false, false) => None,
    };
    people.into_iter().chain(revisions.map(str::to_owned)).collect()
}

fn help(extension: &str) -> &'static str {
    match extension {
        "pdf" => {
            "Everybody can read it in the properties of the file. Remove it from the original document, and create \
             the PDF again."
        }
        "odt" | "ods" | "odp" => {
            "Everybody who opens it can see it. In LibreOffice: Edit, Track Changes, Accept All; delete the comments; then \
             File, Properties, Reset Properties."
        }
        _ => {
            "Everybody who opens it can see it. In Word, Excel or PowerPoint: File, Info, Check for Issues, Inspect \
             Document, then Remove All."
        }
    }
}
