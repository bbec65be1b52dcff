//! A PDF is hard to read with a screen reader. Without tags, a screen reader cannot find headings, lists or tables, or
//! the order of columns. Without a title it reads the file's name, and without a language it may read English like
//! another language. Colleges must make documents accessible that they have published since 23 September 2018, and
//! schools those that people need to use their services (Public Sector Bodies Accessibility Regulations 2018; PDF/UA, ISO
//! 14289-1). A web page with the same content is best.
//!
//! Wrong:
//!
//! ```text
//! media/options-booklet.pdf     (made with: Print, Microsoft Print to PDF)
//! ```
//!
//! Right:
//!
//! ```text
//! media/options-booklet.pdf     (made with: Save as, PDF, Options, Document structure tags for accessibility)
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Place, Severity, list};

pub(super) const CODE: Code = Code::new("document-untagged");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for document in &input.documents {
        let Some(pdf) = document.info.as_ref().ok().and_then(|info| info.pdf) else { continue };
        let parts = [(pdf.has_tags, "tags"), (pdf.has_title, "a title"), (pdf.has_language, "a language")];
        let missing: Vec<&str> = parts.iter().filter(|(is_present, _)| !is_present).map(|(_, part)| *part).collect();
        if missing.is_empty() {
            continue;
        }
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("this PDF is hard to read with a screen reader: it does not have {}", list(&missing)),
            help: "In Word, write a title under File, Info; then Save as, PDF, Options, and tick “Document structure tags \
                   for accessibility”. Printing to PDF loses all of it. A web page with the same content is better still."
                .into(),
        };
        findings.advise(advice, Place::of_file(document.path.as_str()));
    }
}
