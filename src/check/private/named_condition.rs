//! A sentence names a person, and says something about their health, a disability, their needs or their family. Data of
//! this kind has special protection (UK GDPR, Article 9), and what is said about a child on a website stays with them.
//! Tell the story without the name, or ask whether it needs to be told. Fingerpost does not report the careers team, or
//! names with Mr, Mrs, Ms, Miss or Dr.
//!
//! Wrong:
//!
//! ```text
//! Aisha Khan in Year 10 is deaf and has an EHCP.
//! ```
//!
//! Right:
//!
//! ```text
//! A pupil who is deaf spent a week with an architect.
//! ```

use super::few_people::is_sensitive;
use crate::check::content_rule::Signals;
use crate::check::phrases::{Phrases, signals_of};
use crate::check::{PageText, TextCheck, TextRuleInput};
use crate::report::{Advice, Code, Findings, Severity};
use crate::text::{Passage, first_name, sentences, words};

pub(super) const CODE: Code = Code::new("named-condition");

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let sensitive = &input.facts.privacy.sensitive;
    let names = &input.facts.first_names;
    let search = Phrases::in_any_case(&sensitive.words);
    let is_first_name = |word: &str| names.names.contains(&word.to_lowercase());
    let signals = (signals_of(sensitive.words.iter().map(String::as_str)), Signals::Where(Box::new(is_first_name)));
    TextCheck::passages_with_both(signals, move |text, passage, findings| {
        let written = text.text_of(passage);
        for span in sentences(written) {
            let sentence = written.get(span.clone()).unwrap_or_default();
            let Some(name) = first_name(sentence, names) else { continue };
            let is_adult = surname_after(sentence, name).is_some_and(|name| input.context.known_names.contains(&name));
            if !is_adult && is_sensitive(sentence, sensitive, &search) {
                let at = span.start + sentence.find(name).unwrap_or(0);
                report((text, passage), (name, at), findings);
            }
        }
    })
}

/// The word after a first name, in lower case.
fn surname_after(sentence: &str, name: &str) -> Option<String> {
    let all: Vec<_> = words(sentence).collect();
    let at = all.iter().position(|word| word.text.starts_with(name))?;
    all.get(at + 1).map(|word| word.text.to_lowercase())
}

fn report((text, passage): (&PageText, &Passage), (name, at): (&str, usize), findings: &mut Findings) {
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("this may name a person, `{name}`, next to their health, needs or family"),
        help:
            "If this is a pupil, tell the story without the name: it stays with them for life. If it is an adult who \
               agreed, or not a name, leave it.\nUK GDPR, Article 9: such data has special protection."
                .into(),
    };
    findings.advise(advice, text.place_of(passage, &(at..at + name.len())));
}
