//! Something can only be read in a document. A PDF does not fit a phone, does not adapt to the reader's text size and
//! often cannot be read aloud; a Word file needs a program. GOV.UK asks public bodies to publish web pages first, and
//! documents as well only if they have to (“Publishing accessible documents”, as stored in November 2026). Copy the
//! words into a page, and keep a link to the document for those who want to print it.
//!
//! Wrong:
//!
//! ```text
//! policies/careers-policy.yaml
//! policies/careers-policy.pdf
//! ```
//!
//! Right:
//!
//! ```text
//! policies/careers-policy.md     the policy itself, with a link to the PDF
//! media/careers-policy.pdf
//! ```

use crate::check::{PageText, PassageKind, RuleInput, TextCheck, TextRuleInput};
use crate::programme::PolicyBody;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text::words;

pub(super) const CODE: Code = Code::new("document-only");

const EXTENSIONS: [&str; 11] =
    [".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods"];

/// A page with fewer words outside its links has little content of its own.
const MIN_WORDS: usize = 30;

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for policy in &input.programme.policies {
        let PolicyBody::Document(document) = &policy.body else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("`{}` can only be read in a document", policy.title),
            help: format!(
                "Is there a web page with the same words? If not, put the words in policies/{}.md, move {} to media/ \
                 and link to it from there. A document is hard to read on a phone and with a screen reader.",
                document.path.stem(),
                document.path.file_name()
            ),
        };
        findings.advise(advice, policy.at.source.whole_file());
    }
}

pub(super) fn prepare<'a>(_: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    TextCheck::each(report_page)
}

fn report_page(text: &PageText, findings: &mut Findings) {
    let is_document = |target: &str| {
        let path = target.split(['#', '?']).next().unwrap_or(target).to_lowercase();
        let is_web_address = !path.contains(':') || path.starts_with("http");
        is_web_address && EXTENSIONS.iter().any(|extension| path.ends_with(extension))
    };
    let keys = text.passages.iter().filter(|passage| matches!(passage.kind, PassageKind::Key(_)));
    let keys_end = keys.map(|passage| passage.span.end).max().unwrap_or(0);
    let mut of_body = text.links.iter().filter(|link| link.span.start >= keys_end);
    let Some(link) = of_body.find(|link| is_document(&link.target)) else { return };
    // What an event says for parents in its keys is on its page too.
    let all: usize = text.passages.iter().map(|passage| text.words_in(&passage.range).len()).sum();
    let linked: usize = text.links.iter().map(|link| words(&link.words).count()).sum();
    if all - linked.min(all) < MIN_WORDS {
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: "this page does little more than link to a document".into(),
            help:
                "Is there a web page with the same words? If not, copy the words of the document onto this page, and \
                   keep the link for those who want to print it. A document is hard to read on a phone and with a \
                   screen reader."
                    .into(),
        };
        findings.advise(advice, text.place(&link.span));
    }
}
