//! A bold line is used as a heading. It looks like one, but people who use a screen reader to go from heading to
//! heading miss it, and so does the list of headings in a browser (WCAG 2.2, success criterion 1.3.1, level A). A bold
//! word within a paragraph is fine.
//!
//! Wrong:
//!
//! ```text
//! **What to bring**
//!
//! A pen and your booklet.
//! ```
//!
//! Right:
//!
//! ```text
//! ## What to bring
//!
//! A pen and your booklet.
//! ```

use crate::check::{PageText, PassageKind, TextHeading};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("bold-heading");

/// A longer line is not a heading.
const MAX_CHARS: usize = 70;

pub(super) fn check(text: &PageText, findings: &mut Findings) {
    let mut level = 2;
    for (index, passage) in text.passages.iter().enumerate() {
        if passage.kind == PassageKind::Heading {
            // In the order of the text, so that thousands of headings cost no more than their number.
            let begun = text.headings.partition_point(|heading| heading.span.start <= passage.span.start);
            let heading: Option<&TextHeading> = begun.checked_sub(1).and_then(|last| text.headings.get(last));
            level = heading.map_or(level, |heading| (heading.level + 1).clamp(2, 6));
        }
        if !passage.is_bold || passage.kind != PassageKind::Paragraph {
            continue;
        }
        let words = text.text_of(passage);
        let is_line = words.chars().count() <= MAX_CHARS;
        let is_sentence = words.ends_with(['.', '!', ',', ';']);
        let is_followed = text.passages.get(index + 1).is_some_and(|next| next.kind != PassageKind::Heading);
        if is_line && !is_sentence && is_followed {
            let advice = Advice {
                code: CODE,
                severity: Severity::Could,
                message: format!("this bold line looks like a heading: `{words}`"),
                help: format!(
                    "If it is one, write `{} {}`. People who use a screen reader go from heading to heading, and \
                     miss bold lines.",
                    "#".repeat(level.into()),
                    words.trim_end_matches(':')
                ),
            };
            findings.advise(advice, text.place(&passage.span));
        }
    }
}
