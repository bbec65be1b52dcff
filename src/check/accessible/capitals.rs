//! Several words in a row are in capital letters. They all have the same shape, so everybody reads them with more
//! effort; some screen readers spell them out. GOV.UK does not write words in capitals (“Publishing accessible
//! documents” and its style guide, as stored in November 2026). Use sentence case, and make one word bold if it must
//! stand out. Short forms such as UCAS or STEM are fine.
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
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::check::{PageText, Passage, Signals, TextCheck, TextRuleInput};
use crate::programme::Programme;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text;

pub(super) const CODE: Code = Code::new("capitals");

struct KnownWords<'a> {
    /// Those that the school explains, and words in its names.
    short_forms: &'a HashSet<String>,
    /// Common short forms.
    common: &'a FxHashSet<String>,
    /// Short words that are ordinary words.
    words: &'a FxHashSet<String>,
}

impl KnownWords<'_> {
    fn has_short_form(&self, word: &str) -> bool {
        self.short_forms.contains(word) || self.common.contains(word)
    }
}

/// A shorter run is not reported.
const MIN_CHARS: usize = 8;

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let facts = &input.facts.wording.capitals;
    let short_forms = &input.context.short_forms;
    let known = Arc::new(KnownWords { short_forms, common: &facts.short_forms, words: &facts.words });
    let for_signals = Arc::clone(&known);
    let is_certain =
        move |word: &str| matches!(kind(word, &for_signals), Some(CapitalWord::Plain { is_certain: true, .. }));
    TextCheck::passages(Signals::Where(Box::new(is_certain)), move |text, passage, findings| {
        report(text, passage, &known, findings);
    })
}

fn report(text: &PageText, passage: &Passage, known: &KnownWords<'_>, findings: &mut Findings) {
    let words = text.text_of(passage);
    for run in runs(words, known) {
        let capitals = words.get(run.clone()).unwrap_or_default();
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("these words are in capital letters: `{}`", shortened(capitals)),
            help: "Write them in lower case, as in a sentence. Capitals are slow to read, and some screen \
                   readers spell them out letter by letter."
                .into(),
        };
        findings.advise(advice, text.place_of(passage, &run));
    }
}

/// The short forms that the school explains, and words in its names.
pub(in crate::check) fn short_forms(programme: &Programme) -> HashSet<String> {
    let school = &programme.institution;
    let short = school.details.abbreviations.iter().flat_map(|short| short.0.iter().map(|(short, _)| short.as_str()));
    let names = [school.name.as_str(), school.short_name.as_str()].into_iter().flat_map(str::split_whitespace);
    let trust = school.details.trust.iter().flat_map(|trust| trust.split_whitespace());
    short.chain(names).chain(trust).map(str::to_owned).collect()
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(39).chain(['…']).collect() }
}

/// The spans, in bytes, of words in capitals that are not just short forms.
fn runs(text: &str, known: &KnownWords<'_>) -> Vec<Range<usize>> {
    // Letters of other scripts may have no lower case.
    let has_capitals = text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase));
    let mut spans = Vec::new();
    let mut run = CapitalsRun::default();
    for word in has_capitals.then(|| text::words(text)).into_iter().flatten() {
        match kind(word.text, known) {
            Some(kind) => run.add(word, kind),
            None => spans.extend(std::mem::take(&mut run).reportable_span()),
        }
    }
    spans.extend(run.reportable_span());
    spans
}

/// A word in capitals.
enum CapitalWord {
    ShortForm,
    /// Probably not a short form. Certainly not one if it is long or an ordinary word.
    Plain {
        length: usize,
        is_certain: bool,
    },
}

/// `None` for a word that is not in capitals.
fn kind(word: &str, known: &KnownWords<'_>) -> Option<CapitalWord> {
    if !is_in_capitals(word) {
        return None;
    }
    let plain: String = word.chars().filter(|ch| ch.is_alphabetic()).collect();
    let length = plain.chars().count();
    let is_short_form = known.has_short_form(word) || known.has_short_form(&plain) || is_roman_numeral(&plain);
    let is_ordinary = known.words.contains(&plain);
    let is_plain = !is_short_form && (is_ordinary || length >= 4);
    Some(match is_plain {
        true => CapitalWord::Plain { length, is_certain: is_ordinary || length >= 6 },
        false => CapitalWord::ShortForm,
    })
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
    fn add(&mut self, word: text::WrittenWord<'_>, kind: CapitalWord) {
        let start = self.span.as_ref().map_or(word.at, |span| span.start);
        self.span = Some(start..word.end());
        if let CapitalWord::Plain { length, is_certain } = kind {
            self.words += 1;
            self.length += length;
            self.certain += usize::from(is_certain);
        }
    }

    fn reportable_span(self) -> Option<Range<usize>> {
        self.span.filter(|_| self.words >= 2 && self.certain >= 1 && self.length >= MIN_CHARS)
    }
}

fn is_in_capitals(word: &str) -> bool {
    // Checked first, because it is true of most words.
    !word.contains(char::is_lowercase) && word.contains(char::is_uppercase)
}

/// True for numerals of numbers below 40: CIVIL and MIX have the letters of larger ones.
fn is_roman_numeral(word: &str) -> bool {
    word.chars().all(|ch| "IVX".contains(ch))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(text: &str) -> Vec<&str> {
        let words = crate::framework::Facts::load().expect("the data files parse").wording.capitals;
        let known = KnownWords { short_forms: &HashSet::new(), common: &words.short_forms, words: &words.words };
        runs(text, &known).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn words_of_roman_letters_are_reported() {
        assert_eq!(reported("Meet CIVIL ENGINEERING on the day"), ["CIVIL ENGINEERING"]);
        assert_eq!(reported("Part XIV of the plan"), Vec::<&str>::new());
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
