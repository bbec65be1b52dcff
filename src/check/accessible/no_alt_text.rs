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
use crate::programme::{PictureEntry, Programme};
use crate::report::{Advice, Code, Severity};

pub(super) const CODE: Code = Code::new("no-alt-text");

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let context = input.context;
    let needs_none =
        |file: &str| context.described_pictures.contains(file) || context.decorative_pictures.contains(file);
    TextCheck::each(move |text, findings| {
        let without = text.pictures.iter().filter(|picture| picture.alt.is_empty());
        for picture in without.filter(|picture| !needs_none(&picture.file())) {
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

/// The files of media/pictures.yaml whose entry is such. Of several entries pages use the first.
pub(in crate::check) fn pictures(programme: &Programme, is_such: impl Fn(&PictureEntry) -> bool) -> HashSet<String> {
    let mut files = HashMap::new();
    for entry in &programme.pictures {
        files.entry(entry.path()).or_insert_with(|| is_such(entry));
    }
    files.into_iter().filter(|(_, is_such)| *is_such).map(|(path, _)| path.to_string()).collect()
}
