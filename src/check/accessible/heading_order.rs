//! A heading skips a level, is on the first level or is empty. People who use a screen reader go from heading to
//! heading, and the levels show them what belongs together (WCAG 2.2, success criteria 1.3.1, level A, and 2.4.6, level
//! AA). The title of the page is its heading of the first level, so a text begins with `##`, then `###` for a part of
//! that part. Do not choose a level for its size.
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

use crate::check::{PageText, TextCheck, TextRuleInput};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("heading-order");

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    // The heading of a translation may become the title of its page: then its text begins below.
    let starts = &input.context.options.shown_from;
    TextCheck::each(move |text, findings| {
        report(text, starts.get(text.path().as_str()).copied().unwrap_or(0), findings);
    })
}

/// `start` is where the text begins below its title.
fn report(text: &PageText, start: usize, findings: &mut Findings) {
    // The title of the page is level 1.
    let mut last = 1;
    for heading in text.headings.iter().filter(|heading| heading.span.start >= start) {
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
