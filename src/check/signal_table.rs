//! Finds the passages that have a word which a rule looks for.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::content_rule::{Signals, WordTest};
use super::word_table::WordTable;
use crate::text::{Dictionary, PageText, Passage};

/// A set of signals, each one bit.
pub(super) type SignalBits = u32;

/// The words that rules look for.
#[derive(Default)]
pub(super) struct SignalTable<'a> {
    words: FxHashMap<String, SignalBits>,
    tests: Vec<(SignalBits, WordTest<'a>)>,
}

impl<'a> SignalTable<'a> {
    pub(super) fn add(&mut self, bit: SignalBits, signals: Signals<'a>) {
        match signals {
            Signals::Words(words) => words.into_iter().for_each(|word| *self.words.entry(word).or_default() |= bit),
            Signals::Where(test) => self.tests.push((bit, test)),
        }
    }

    pub(super) fn of_dictionary(&self, dictionary: &Dictionary) -> WordTable<SignalBits> {
        WordTable::new(dictionary, |word| self.signals_for(word))
    }

    /// The signals that a word is.
    fn signals_for(&self, word: &str) -> SignalBits {
        let parts = word.split(|ch: char| !ch.is_alphanumeric());
        let by_part =
            parts.fold(0, |signals, part| signals | self.words.get(&*lower(part)).copied().unwrap_or_default());
        let tests = self.tests.iter().filter(|(_, is_signal)| is_signal(word));
        tests.fold(by_part, |signals, (bit, _)| signals | bit)
    }
}

fn lower(part: &str) -> Cow<'_, str> {
    if part.bytes().any(|byte| byte.is_ascii_uppercase()) { part.to_ascii_lowercase().into() } else { part.into() }
}

/// The signals in a passage.
pub(super) fn signals_in(passage: &Passage, text: &PageText, words: &WordTable<SignalBits>) -> SignalBits {
    text.words_in(&passage.range).iter().fold(0, |signals, word| signals | words.get(*word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_of_a_word_is_a_signal_in_any_case() {
        let mut table = SignalTable::default();
        table.add(1, Signals::Words(vec!["mon".into(), "right".into()]));
        table.add(2, Signals::Words(vec!["right".into()]));
        table.add(4, Signals::Where(Box::new(|word| word.len() > 14)));
        for (word, signals) in [
            ("Mon-Fri", 1),
            ("RIGHT-hand", 3),
            ("right.”Next", 3),
            ("Month", 0),
            ("birthright", 0),
            ("mon-responsible", 5),
        ] {
            assert_eq!(table.signals_for(word), signals, "{word}");
        }
    }
}
