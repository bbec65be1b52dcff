//! A translation does not say who made it. Readers should know how far they can trust it: it may be by a parent who
//! speaks both languages, an agency, or a machine. If a machine made it, `machine: yes` adds a note above the text that
//! the original version applies.
//!
//! Wrong:
//!
//! ```yaml
//! title: والدین کے لیے
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: والدین کے لیے
//! translator: Mrs Farah Sultani, community interpreter
//! translated: 2026-11-20
//! ```

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("translator");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for translation in &input.programme.translations {
        if translation.translator.is_some() || translation.machine.is_some() {
            continue;
        }
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("this {} translation does not say who made it", translation.language.english_name()),
            help: "Write `translator:` and their name, or `machine: yes`. Add `translated:` and the day.".into(),
        };
        findings.advise(advice, translation.at.clone());
    }
}
