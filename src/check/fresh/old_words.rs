//! A text uses words of the careers framework that have been replaced. The updated Gatsby Benchmarks have
//! been in use since September 2025, and the statutory guidance was revised on 8 May 2025 and again in 2026. Each finding
//! says what to write now, since when, and where that was read. A sentence about the history (“formerly known as …”) is
//! not reported.
//!
//! Wrong:
//!
//! ```text
//! Our Baker Clause statement tells providers how to reach our pupils.
//! ```
//!
//! Right:
//!
//! ```text
//! Our provider access statement tells providers how to reach our pupils.
//! ```

use std::cell::LazyCell;

use crate::check::phrases::{Phrases, signals_of};
use crate::check::{PageText, Passage, TextCheck, TextRuleInput};
use crate::framework::{OldWord, OldWords};
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text::{is_whole_word, sentence_around, sentences};

pub(super) const CODE: Code = Code::new("old-words");

struct Replaced<'a> {
    facts: &'a OldWords,
    /// For each old term, what is known of it.
    words: Vec<&'a OldWord>,
    search: Phrases,
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let facts = &input.facts.old_words;
    let replaced = facts.words.iter().filter(|word| word.since <= input.today);
    let (terms, words): (Vec<&str>, Vec<&OldWord>) =
        replaced.flat_map(|word| word.old.iter().map(move |old| (old.as_str(), word))).unzip();
    let signals = signals_of(terms.iter().copied());
    let replaced = Replaced { facts, words, search: Phrases::in_any_case(terms) };
    TextCheck::passages(signals, move |text, passage, findings| report(text, passage, &replaced, findings))
}

fn report(text: &PageText, passage: &Passage, replaced: &Replaced<'_>, findings: &mut Findings) {
    let words = text.text_of(passage);
    let sentences = LazyCell::new(|| sentences(words));
    for (number, span) in replaced.search.find(words) {
        let Some(word) = replaced.words.get(number) else { continue };
        let before = words.get(..span.start).unwrap_or_default();
        if !is_other_meaning(before, sentence_around(words, &sentences, &span), word, replaced.facts) {
            let written = words.get(span.clone()).unwrap_or_default();
            findings.advise(advice(written, word), text.place_of(passage, &span));
        }
    }
}

/// True if the sentence is about the old name, or uses the words for something else.
fn is_other_meaning(before: &str, sentence: &str, word: &OldWord, facts: &OldWords) -> bool {
    let before = before.trim_end();
    let sentence = sentence.to_lowercase();
    word.not_after.iter().any(|other| ends_with(before, other))
        || facts.near.iter().any(|near| {
            sentence.match_indices(near.as_str()).any(|(at, near)| is_whole_word(&sentence, &(at..at + near.len())))
        })
}

/// True if a text ends with words in lower case, whatever its own case.
fn ends_with(text: &str, words: &str) -> bool {
    let mut last = text.chars().rev();
    words.chars().rev().all(|ch| last.next().is_some_and(|last| last.to_lowercase().eq([ch])))
}

fn advice(written: &str, word: &OldWord) -> Advice {
    Advice {
        code: CODE,
        severity: if word.still_seen { Severity::Could } else { Severity::Should },
        message: format!("`{written}` is out of date: write `{}`", word.now),
        help: format!("{} The change came on {}.\n{}", word.means, date_in_words(word.since), word.from.cited()),
    }
}
