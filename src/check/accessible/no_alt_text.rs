//! A picture has no alternative text. People who cannot see it hear nothing, or its file name. Every picture with a
//! meaning needs words with the same meaning (WCAG 2.2, success criterion 1.1.1, level A). Write them between the
//! square brackets: what the picture shows, and why it is there, in one sentence. For a picture on many pages you can
//! write them once, as `alt:` in media/pictures.yaml. A picture without a meaning gets `decorative: yes` there, or can
//! be left out: the page loads faster without it.
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

use std::collections::{HashMap, HashSet};

use crate::check::{TextCheck, TextRuleInput};
use crate::programme::Programme;
use crate::report::{Advice, Code, Severity};

pub(super) const CODE: Code = Code::new("no-alt-text");

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let described = &input.context.described_pictures;
    TextCheck::each(move |text, findings| {
        let without = text.pictures.iter().filter(|picture| picture.alt.is_empty());
        for picture in without.filter(|picture| !described.contains(picture.file().as_str())) {
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
    })
}

/// The files that media/pictures.yaml describes, or marks as decorative. Of several entries pages use the first.
pub(in crate::check) fn need_no_alt_text(programme: &Programme) -> HashSet<String> {
    let mut described = HashMap::new();
    for entry in &programme.pictures {
        described.entry(entry.path()).or_insert(entry.alt.is_some() || entry.decorative == Some(true));
    }
    described.into_iter().filter(|(_, is_described)| *is_described).map(|(path, _)| path.to_string()).collect()
}
