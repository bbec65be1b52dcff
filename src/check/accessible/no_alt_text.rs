//! A picture has no alternative text. People who cannot see it hear nothing, or its file name. Every picture with a
//! meaning needs words with the same meaning (WCAG 2.2, success criterion 1.1.1, level A; read on 23 November 2026).
//! Write them between the square brackets: what the picture shows, and why it is there, in one sentence. For a picture
//! on many pages you can write them once, as `alt:` in media/pictures.yaml. A picture without a meaning gets
//! `decorative: yes` there, or can be left out: the page loads faster without it.
//!
//! Wrong:
//!
//! ```text
//! ![](../media/fair.jpg)
//! ```
//!
//! Right:
//!
//! ```text
//! ![A hall with six tables, each with something to try](../media/fair.jpg)
//! ```

use crate::check::{RuleInput, TextPicture};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("no-alt-text");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for text in &input.texts {
        for picture in text.pictures.iter().filter(|picture| picture.alt.is_empty() && !is_described(picture, input)) {
            let advice = Advice {
                code: CODE,
                severity: Severity::Should,
                message: "this picture has no alternative text".into(),
                help: format!(
                    "Describe what it shows between the square brackets: `![A hall with six tables]({})`. People who cannot see \
                     the picture hear those words. If it has no meaning, write `decorative: yes` for it in media/pictures.yaml, \
                     or leave it out.",
                    picture.target
                ),
            };
            findings.advise(advice, text.place(&picture.span));
        }
    }
}

/// True if media/pictures.yaml describes the picture, or marks it as decorative.
fn is_described(picture: &TextPicture, input: &RuleInput<'_>) -> bool {
    let entry = input.programme.pictures.iter().find(|entry| picture.is_of(&entry.path()));
    entry.is_some_and(|entry| entry.alt.is_some() || entry.decorative == Some(true))
}
