//! A language tag is wrong. Screen readers use the tag to choose their voice, and do not know “welsh” or “pk” (WCAG
//! 2.2, success criteria 3.1.1, level A, and 3.1.2, level AA). A tag has two or three letters, as in the registry of
//! language subtags: cy for Welsh, ur for Urdu, pl for Polish. A country or a script may follow: en-GB, zh-Hant. The
//! same applies to the names of translations: parents.ur.md.
//!
//! Wrong:
//!
//! ```text
//! [Croeso](lang:welsh)
//! ```
//!
//! Right:
//!
//! ```text
//! [Croeso](lang:cy)
//! ```

use crate::check::{PageText, RuleInput, TextCheck, TextRuleInput};
use crate::programme::{LanguageTag, parts_of_name};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("language-tag");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    if let Some(language) = &input.programme.institution.details.language {
        // Every page has it.
        report((&language.value, Severity::Error), language.place.clone(), findings);
    }
}

pub(super) fn prepare<'a>(_: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    TextCheck::each(|text, findings| {
        for marked in &text.marked {
            report((&marked.tag, Severity::Should), text.place(&marked.span), findings);
        }
        report_name(text, findings);
    })
}

/// Reports a page named like a translation, but with the name of a language instead of its tag. Fingerpost takes it for a
/// separate page.
fn report_name(text: &PageText, findings: &mut Findings) {
    let Some((original, tag)) = parts_of_name(text.path()) else { return };
    // Other files with this kind of name are reported as unknown.
    let is_page = ["pages", "policies"].contains(&original.top_folder());
    // A short word may mean something else.
    if is_page && tag.len() > 3 && LanguageTag::parse(tag).is_none() && LanguageTag::meant(tag).is_some() {
        report((tag, Severity::Should), text.source.whole_file(), findings);
    }
}

fn report((tag, severity): (&str, Severity), place: Place, findings: &mut Findings) {
    if LanguageTag::parse(tag).is_some() {
        return;
    }
    let fix = match LanguageTag::meant(tag) {
        Some(meant) => format!("Write `{}`.", meant.tag()),
        None => {
            "Write the tag of the language, which has two or three letters: cy for Welsh, ur for Urdu, pl for Polish."
                .to_owned()
        }
    };
    let advice = Advice {
        code: CODE,
        severity,
        message: format!("`{tag}` is not a language tag"),
        help: format!("{fix} Screen readers use it to choose their voice."),
    };
    findings.advise(advice, place);
}
