//! A heading skips a level, is on the first level or is empty. People who use a screen reader go from heading to
//! heading, and the levels show them what belongs together (WCAG 2.2, success criteria 1.3.1, level A, and 2.4.6, level
//! AA; read on 23 November 2026). The title of the page is its heading of the first level, so a text begins with `##`,
//! then `###` for a part of that part. Do not choose a level for its size.
//!
//! Wrong:
//!
//! ```text
//! # How options work
//!
//! #### Changing your mind
//! ```
//!
//! Right:
//!
//! ```text
//! ## How options work
//!
//! ### Changing your mind
//! ```

use crate::check::{PageText, RuleInput, TextHeading};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("heading-order");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for text in &input.texts {
        // The title of the page is level 1.
        let mut last = 1;
        for heading in text.headings.iter().filter(|heading| !is_title(text, heading, input)) {
            let problem = if heading.has_words { order(heading.level, last) } else { Some(empty()) };
            if let Some((message, help)) = problem {
                let advice = Advice { code: CODE, severity: Severity::Should, message, help };
                findings.advise(advice, text.place(&heading.span));
            }
            if heading.has_words {
                last = heading.level.max(2);
            }
        }
    }
}

/// True for the heading of a translation that becomes the title of its page.
fn is_title(text: &PageText, heading: &TextHeading, input: &RuleInput<'_>) -> bool {
    let mut translations = input.programme.translations.iter();
    let translation = translations.find(|translation| translation.prose.path() == text.path());
    translation.is_some_and(|translation| heading.span.start < translation.prose.place.span.start)
}

fn order(level: u8, last: u8) -> Option<(String, String)> {
    let hashes = |level: u8| "#".repeat(level.into());
    if level == 1 {
        let help = "The title of the page is its only level 1 heading. Write `##` here, and one more `#` for \
                    headings below it.";
        return Some(("this heading is on the same level as the title of the page".into(), help.into()));
    }
    if level <= last + 1 {
        return None;
    }
    let before =
        if last == 1 { "the title of the page".to_owned() } else { format!("a heading with `{}`", hashes(last)) };
    let help =
        format!("It comes after {before}, so write `{}`. The levels show what belongs together.", hashes(last + 1));
    Some((format!("this heading skips a level: `{}` should be `{}`", hashes(level), hashes(last + 1)), help))
}

fn empty() -> (String, String) {
    let help = "Write the heading, or delete the line. A screen reader announces a heading, and then reads nothing.";
    ("this heading is empty".into(), help.into())
}
