//! Two links on a page have the same words, but lead to different places. People who hear only the links cannot
//! distinguish them (WCAG 2.2, success criterion 2.4.9, level AAA). Make the words of each link specific.
//!
//! Wrong:
//!
//! ```text
//! Year 9: [dates](programme/year-9.md). Year 11: [dates](programme/year-11.md).
//! ```
//!
//! Right:
//!
//! ```text
//! [Dates for Year 9](programme/year-9.md), [dates for Year 11](programme/year-11.md)
//! ```

use std::collections::HashMap;

use super::link_text::is_vague;
use crate::check::{PageText, TextCheck, TextRuleInput};
use crate::framework::LinkWords;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("same-link-text");

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let lists = &input.facts.wording.link_text;
    TextCheck::each(|text, findings| report(text, lists, findings))
}

fn report(text: &PageText, lists: &LinkWords, findings: &mut Findings) {
    // Fast path: most texts have few links.
    if text.links.len() < 2 {
        return;
    }
    let mut known: HashMap<String, &str> = HashMap::new();
    for link in &text.links {
        let words = link.words.trim().to_lowercase();
        // Vague link texts have their own finding.
        if words.is_empty() || is_vague(&words, lists) {
            continue;
        }
        let first = *known.entry(words).or_insert(&link.target);
        if first != link.target {
            let advice = Advice {
                code: CODE,
                severity: Severity::Could,
                message: format!("two links have the words `{}`, but lead to different places", link.words.trim()),
                help: format!(
                    "This one leads to `{}`, an earlier one to `{first}`. Make the words of each link specific.",
                    link.target
                ),
            };
            findings.advise(advice, text.place(&link.span));
        }
    }
}
