//! A document shows who wrote it, or still has deleted words, comments, hidden text, the place of a photograph or other
//! files. Programs save them in the file, and everybody who opens it can see them: the name of a colleague, an early
//! draft, what somebody thought of it, or a list of people. Fingerpost publishes documents as they are. The Information
//! Commissioner's Office warns of hidden data of this kind (“How to disclose information safely”, version 1.2 of May
//! 2018; its guidance of 2025 is newer).
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
use crate::report::{Advice, Code, Findings, Place, Severity, list};

pub(super) const CODE: Code = Code::new("document-data");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for document in &input.documents {
        let Ok(info) = &document.info else { continue };
        let data = personal_data(info);
        if !info.attachments.is_empty() {
            let advice = Advice {
                code: CODE,
                severity: Severity::Must,
                message: format!("this document has files inside it: {}", info.attachments.join(", ")),
                help: "Everybody who opens the document can save them. If one is a list of people, that is a breach of data \
                       protection. Take them out of the original document, and publish it again."
                    .into(),
            };
            findings.advise(advice, Place::of_file(document.path.as_str()));
        }
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
    let revisions = [
        (info.has_changes, "changes"),
        (info.has_comments, "comments"),
        (info.has_hidden_text, "hidden text, rows, columns or pages"),
        (info.has_photo_places, "where a photograph was taken"),
    ];
    let revisions: Vec<&str> = revisions.into_iter().filter(|(has, _)| *has).map(|(_, what)| what).collect();
    let revisions = (!revisions.is_empty()).then(|| list(&revisions));
    people.into_iter().chain(revisions).collect()
}

fn help(extension: &str) -> &'static str {
    match extension {
        "pdf" => {
            "Everybody who opens it can see it, in the pages or in the properties of the file. Delete comments and the \
             author in the original document, and create the PDF again."
        }
        "odt" | "ods" | "odp" => {
            "Everybody who opens it can see it. In LibreOffice: Edit, Track Changes, Accept All; delete the comments; \
             show what is hidden, and delete it; then File, Properties, Reset Properties."
        }
        _ => {
            "Everybody who opens it can see it. In Word, Excel or PowerPoint: File, Info, Check for Issues, Inspect \
             Document, then Remove All."
        }
    }
}
