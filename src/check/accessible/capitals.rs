//! Several words in a row are in capital letters. They all have the same shape, so everybody reads them more slowly,
//! people with dyslexia most of all; some screen readers spell them out. GOV.UK does not write words in capitals
//! (“Publishing accessible documents” and its style guide; read on 23 November 2026). Use sentence case, and make one
//! word bold if it must stand out. Short forms such as UCAS or STEM are fine.
//!
//! Wrong:
//!
//! ```text
//! PLEASE BRING YOUR BOOKLET
//! ```
//!
//! Right:
//!
//! ```text
//! Please bring your **booklet**.
//! ```

use std::collections::HashSet;
use std::ops::Range;

use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text;

pub(super) const CODE: Code = Code::new("capitals");

struct KnownWords<'a> {
    short_forms: HashSet<&'a str>,
    /// Short words that are ordinary words.
    words: &'a HashSet<String>,
}

/// A shorter run is not reported.
const MIN_CHARS: usize = 8;

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let known = KnownWords { short_forms: short_forms(input), words: &input.facts.wording.capitals.words };
    for text in &input.texts {
        for passage in &text.passages {
            let words = text.text_of(passage);
            for run in runs(words, &known) {
                let capitals = words.get(run.clone()).unwrap_or_default();
                let advice = Advice {
                    code: CODE,
                    severity: Severity::Should,
                    message: format!("these words are in capital letters: `{}`", shortened(capitals)),
                    help: "Write them in lower case, as in a sentence. Capitals are slow to read, and some screen \
                           readers spell them out letter by letter."
                        .into(),
                };
                let start = passage.range.start;
                findings.advise(advice, text.place_in(passage, start + run.start..start + run.end));
            }
        }
    }
}

/// Common short forms, those that the school explains, and words in its names.
fn short_forms<'a>(input: &'a RuleInput<'_>) -> HashSet<&'a str> {
    let known = &input.facts.wording.capitals.short_forms;
    let school = &input.programme.institution;
    let short = school.details.abbreviations.iter().flat_map(|short| short.0.iter().map(|(short, _)| short.as_str()));
    let names = [school.name.as_str(), school.short_name.as_str()].into_iter().flat_map(str::split_whitespace);
    let trust = school.details.trust.iter().flat_map(|trust| trust.split_whitespace());
    short.chain(names).chain(trust).chain(known.iter().map(String::as_str)).collect()
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(39).chain(['…']).collect() }
}

/// The spans, in bytes, of words in capitals that are not just short forms.
fn runs(text: &str, known: &KnownWords<'_>) -> Vec<Range<usize>> {
    // Fast path: most texts do not have two capitals in a row.
    let has_capitals = text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase));
    let mut spans = Vec::new();
    let mut run = CapitalsRun::default();
    for word in has_capitals.then(|| text::words(text)).into_iter().flatten() {
        if is_in_capitals(word.text) {
            run.add(word, known);
        } else {
            spans.extend(std::mem::take(&mut run).reportable_span());
        }
    }
    spans.extend(run.reportable_span());
    spans
}

/// Words in capitals, one after the other.
#[derive(Default)]
struct CapitalsRun {
    span: Option<Range<usize>>,
    /// The number of words that are not known short forms.
    words: usize,
    /// The length of those words in characters.
    length: usize,
    /// The number of words that cannot be short forms.
    certain: usize,
}

impl CapitalsRun {
    fn add(&mut self, word: text::WrittenWord<'_>, known: &KnownWords<'_>) {
        let start = self.span.as_ref().map_or(word.at, |span| span.start);
        self.span = Some(start..word.end());
        let plain: String = word.text.chars().filter(|ch| ch.is_alphabetic()).collect();
        let length = plain.chars().count();
        if known.short_forms.contains(word.text)
            || known.short_forms.contains(plain.as_str())
            || is_roman_numeral(&plain)
        {
            return;
        }
        let is_ordinary = known.words.contains(&plain);
        if is_ordinary || length >= 4 {
            self.words += 1;
            self.length += length;
            self.certain += usize::from(is_ordinary || length >= 6);
        }
    }

    fn reportable_span(self) -> Option<Range<usize>> {
        self.span.filter(|_| self.words >= 2 && self.certain >= 1 && self.length >= MIN_CHARS)
    }
}

fn is_in_capitals(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

fn is_roman_numeral(word: &str) -> bool {
    word.chars().all(|ch| "IVXLCDM".contains(ch))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(text: &str) -> Vec<&str> {
        let words = crate::framework::Facts::load().expect("the data files parse").wording.capitals;
        let short_forms = words.short_forms.iter().map(String::as_str).collect();
        let known = KnownWords { short_forms, words: &words.words };
        runs(text, &known).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn words_in_capitals_are_reported() {
        assert_eq!(reported("PLEASE BRING your booklet"), ["PLEASE BRING"]);
        assert_eq!(reported("It says DO NOT BE LATE!"), ["DO NOT BE LATE"]);
        assert_eq!(reported("CAREERS FAIR 2027: come along"), ["CAREERS FAIR"]);
        assert_eq!(reported("NATIONAL APPRENTICESHIP WEEK"), ["NATIONAL APPRENTICESHIP WEEK"]);
        assert_eq!(reported("UCAS DEADLINE FOR EVERYBODY"), ["UCAS DEADLINE FOR EVERYBODY"]);
    }

    #[test]
    fn short_forms_and_numerals_are_not_reported() {
        for text in [
            "UCAS and STEM",
            "BTEC HND, NVQ or T Level",
            "SEND GCSE BTEC EHCP",
            "The NHS, RAF and BBC",
            "Henry VIII, part XIV",
            "IMPORTANT: bring a pen",
            "Years 7 A, B and C",
            "PSHE & RSHE",
            "LMI NEET NVQ",
            "I AM",
            "A LEVEL",
        ] {
            assert!(reported(text).is_empty(), "{text}: {:?}", reported(text));
        }
    }
}
