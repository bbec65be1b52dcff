//! A translation is older than its original. The `updated:` (or `approved-on:`) date of the original is later than the
//! translation, so the two may say different things, and families act on what they can read. The page shows a warning
//! until you correct the translation and change its date.
//!
//! Wrong:
//!
//! ```yaml
//! translated: 2025-09-12     (in parents.ur.md; parents.md says updated: 2026-11-20)
//! ```
//!
//! Right:
//!
//! ```yaml
//! translated: 2026-11-23
//! ```

use crate::check::RuleInput;
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("translation-old");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for translation in &input.programme.translations {
        let (Some(translated), Some(updated)) = (&translation.translated, translation.outdated(input.programme)) else {
            continue;
        };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!(
                "this was translated on {}, and `{}` was changed on {}",
                date_in_words(translated.value),
                translation.of,
                date_in_words(updated)
            ),
            help: "Compare the two and correct the translation. Then write that date after `translated:`.".into(),
        };
        findings.advise(advice, translated.place.clone());
    }
}
