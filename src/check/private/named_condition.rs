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

use std::collections::HashSet;

use super::few_people::is_sensitive;
use super::name_beside_picture::is_written_as_name;
use crate::check::content_rule::Signals;
use crate::check::phrases::{Phrases, signals_of};
use crate::check::{PageText, TextCheck, TextRuleInput};
use crate::framework::FirstNames;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text::{FirstName, Passage, WrittenWord, first_names, is_first_name, sentences, without_possessive};

pub(super) const CODE: Code = Code::new("named-condition");

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let sensitive = &input.facts.privacy.sensitive;
    let names = &input.facts.first_names;
    let search = Phrases::in_any_case(&sensitive.words);
    let is_first_name = |word: &str| is_first_name(without_possessive(word), names);
    let signals = (signals_of(sensitive.words.iter().map(String::as_str)), Signals::Where(Box::new(is_first_name)));
    TextCheck::passages_with_both(signals, move |text, passage, findings| {
        let written = text.text_of(passage);
        for span in sentences(written) {
            let sentence = written.get(span.clone()).unwrap_or_default();
            let Some(name) = first_pupil(sentence, names, &input.context.known_names) else { continue };
            if is_sensitive(sentence, sensitive, &search) {
                report((text, passage), (name.text, span.start + name.at), findings);
            }
        }
    })
}

/// The first name in a sentence without the surname of a known adult after it.
fn first_pupil<'s>(sentence: &'s str, names: &FirstNames, known: &HashSet<String>) -> Option<WrittenWord<'s>> {
    // Some surnames are first names too: “Nadia James”.
    let mut adult_until = 0;
    first_names(sentence, names).find_map(|FirstName { written, next }| {
        let is_surname =
            |next: &WrittenWord<'_>| is_written_as_name(next.text) && known.contains(&next.text.to_lowercase());
        match next.filter(is_surname) {
            Some(surname) => adult_until = surname.end(),
            None if written.at >= adult_until => return Some(written),
            None => {}
        }
        None
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Facts;

    #[test]
    fn adults_do_not_hide_the_pupils_after_them() {
        let names = Facts::load().expect("the data files parse").first_names;
        let known = ["nadia", "thornwick", "james", "and", "in"].map(str::to_owned).into();
        for (sentence, expected) in [
            ("Nadia Thornwick helped Aisha Khan, who is deaf.", Some("Aisha")),
            ("Nadia Thornwick’s lesson helped Emma with her anxiety.", Some("Emma")),
            ("Aisha and Ben both have autism.", Some("Aisha")),
            ("Aisha in Year 10 is deaf.", Some("Aisha")),
            ("Aisha’s dyslexia made Year 9 hard.", Some("Aisha")),
            ("Oliver James is deaf.", None),
            ("Mrs Amelia Quill is deaf.", None),
        ] {
            assert_eq!(first_pupil(sentence, &names, &known).map(|name| name.text), expected, "{sentence}");
        }
    }
}
